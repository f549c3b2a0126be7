"""Lines that say who wrote an article: bylines, biographies, dates, and the outlet they name."""

from __future__ import annotations

import re

FORM = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sen|Rep|Rev|Gov|Professor|Senator|Governor|Congressman|Congresswoman)\b\.? )+"
)
CAPITAL = "[A-ZÀ-ÖØ-ÞĆČİŁŚŠŽ]"
PART = rf"{CAPITAL}[\w’'-]*[\w.]"
NO_NAME = r"(?!(?:This|That|These|Those|A|An|In|On|At|Our|My|His|Her|Its|Their|If|When|But|And|No|New|The(?! Rev))\b)"
PARTICLE = r"(?:de|del|di|da|van|von|der|den|la|le|bin|al|el|ter|[A-Z]\.?)"
TITLE = r"(?:Sir|Dame|Lord|Lady|Baroness|Dr\.?|Professor|Prof\.?|Rev\.?|The Rev)"
NAME = rf"{NO_NAME}(?:{TITLE} )?{PART}(?: (?:{PARTICLE} )*{PART}){{1,3}}"
NAMES = rf"{NAME}(?:(?:, | and | & |, and ){NAME}){{0,3}}"
ROLE = (
    r"(?i:editors?|chair|chairs|chairman|chairwoman|chairperson|director|columnist|writer|journalist|professor|lecturer|reader|"
    r"fellow|author|MP|MSP|MEP|peer|member|leader|correspondent|reporter|critic|founder|co-founder|president|secretary|economist|"
    r"historian|activist|campaigner|researcher|broadcaster|adviser|advisor|head|minister|novelist|contributor|commentator|blogger|"
    r"scientist|philosopher|sociologist|executive|officer|organiser|strategist|analyst|lawyer|barrister|teacher|student|producer|"
    r"presenter|freelance|staff|commissioner|councillor|mayor|senator|congressman|congresswoman|scholar|poet|theologian|bishop)"
)
BIOGRAPHY = re.compile(
    rf"(?P<name>{NAME})(?:, [^.,]{{2,60}},)? (?:(?:is|was)\b[^.]{{0,90}}\b{ROLE}\b|"
    r"(?:writes|teaches|lectures|reports|blogs|edits|works)\b (?:for|on|about|at|in|the)\b).*"
)
NAMELESS = re.compile(rf"The (?:author|writer|interviewer)s? (?:is|are|was|were)\b[^.]{{0,90}}\b{ROLE}\b.*")
ADDRESS = re.compile(r"\b(?:we|our|us|you|your|I)\b")
MORE = re.compile(r"(?:He|She|They|His|Her|Their)\b.*")
LONGEST_BIOGRAPHY = 80
BYLINE = re.compile(
    rf"(?:[Ww]ords |[Ww]ritten |[Ii]nterview |[Rr]eport |[Aa]nalysis )?(?:by|By|BY)\s+(?P<names>{NAMES})(?:, [\w ]{{2,40}})?"
)
ALONE = re.compile(NAME)

MONTHS = "january february march april may june july august september october november december".split()
MONTH = rf"(?P<month>{'|'.join(MONTHS)}|{'|'.join(m[:3] for m in MONTHS)}|sept)\.?"
DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
YEAR = r"(?P<year>(?:19|20)\d\d)"
STAMP = r"(?:first |last )?(?:published|posted|updated|modified|created)?(?: on| at)?:?\s*(?:\d\d?[:.]\d\d,?\s*(?:[ap]m)?,?\s*(?:on )?)?"
WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?|(?:mon|tue|wed|thu|fri|sat|sun)\.?,?)?\s*"
CLOCK = r"(?:,?\s*(?:at |[-–|] ?)?\d\d?[:.]\d\d\s*(?:[ap]m)?\s*(?:[a-z]{2,4})?)?"
DATES = (
    re.compile(rf"{STAMP}{WEEKDAY}{DAY} {MONTH},? {YEAR}{CLOCK}", re.IGNORECASE),
    re.compile(rf"{STAMP}{WEEKDAY}{MONTH} {DAY},? {YEAR}{CLOCK}", re.IGNORECASE),
    re.compile(rf"{STAMP}{YEAR}-(?P<month>\d\d)-{DAY}{CLOCK}", re.IGNORECASE),
)

PRESS = (
    r"(?:Statesman|Times|Guardian|Observer|Spectator|Economist|Telegraph|Post|Mail|Mirror|Independent|Standard|Review|Magazine|"
    r"Tribune|Journal|Herald|Scotsman|Prospect|Express|Chronicle|Gazette|Globe|News|Atlantic|Yorker)"
)
OUTLET = r"(?P<outlet>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,4})"
EDITS = re.compile(
    r"\bis (?:an? |the )?(?:[\w-]+ ){0,3}(?:editor|columnist|correspondent|staff writer)(?: of| at| for)(?: the| The)? "
    + OUTLET
)
TITLED = rf"(?P<outlet>(?:[A-Z][\w’'-]* ){{0,3}}{PRESS})\b"
STANDS_IN = (
    re.compile(rf"\b[Ii]n (?:this|next|last) week[’']s {TITLED}"),
    re.compile(
        r"\b(?:appears|appeared|published) (?:first |originally )?in (?:[^.]{0,40}(?:issue|edition) of )?(?:the |The )?"
        + TITLED
    ),
)


def biography(text: str) -> str | None:
    """Return the name, as printed, of the person whose biography a line is, '' where it names nobody, ``None`` where it is none.

    A biography is a short paragraph that begins with a full name and says what its bearer is; it quotes nobody and
    speaks to nobody ("we", "you").
    """
    if len(text) > 800 or len(text.split()) > LONGEST_BIOGRAPHY or any(mark in text for mark in '"“”'):
        return None
    if ADDRESS.search(text):
        return None
    if match := BIOGRAPHY.fullmatch(text):
        return match["name"]
    return "" if NAMELESS.fullmatch(text) else None


def goes_on(text: str) -> bool:
    """Whether a line could be a further paragraph of a biography."""
    return len(text.split()) <= LONGEST_BIOGRAPHY // 2 and MORE.fullmatch(text) is not None


def byline(text: str) -> str:
    """Return the author or authors that a line ``By Jane Doe`` names, or an empty string."""
    shouted = text.isupper() and len(text.split()) > 4
    match = BYLINE.fullmatch(text) if len(text) < 160 and not shouted else None
    return re.sub(NAME, lambda m: bare(m[0]), match["names"]) if match else ""


def bare(name: str) -> str:
    """Return a name without Mr, Dr or Senator before it; empty where a single word is left."""
    kept = FORM.sub("", name)
    return kept if " " in kept else ""


def person(text: str) -> bool:
    """Whether a line is a full name and nothing else."""
    return len(text) < 60 and ALONE.fullmatch(text) is not None


def date_line(text: str) -> str:
    """Return the date, as ISO 8601, of a line that holds a full date and nothing else; else an empty string."""
    if len(text) > 80:
        return ""
    for rule in DATES:
        if match := rule.fullmatch(text):
            month = match["month"].lower()[:3]
            number = int(month) if month.isdigit() else [m[:3] for m in MONTHS].index(month) + 1
            day = int(match["day"])
            if 1 <= number <= 12 and 1 <= day <= 31:
                return f"{match['year']}-{number:02}-{day:02}"
    return ""


def outlet(biographies: str, text: str) -> str:
    """Return the paper that an author edits or writes for, or that a text says it stands in, or an empty string."""
    rules = [(EDITS, biographies), *((rule, text) for rule in STANDS_IN)]
    return next((match["outlet"] for rule, where in rules if (match := rule.search(where))), "")
