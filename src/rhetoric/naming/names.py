"""Names as a text prints them: runs of capitals without titles, offices and function words."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

from rhetoric.naming import grammar
from rhetoric.naming.grammar import listed

CAPITAL = r"(?:(?:[OD]['’]|Ma?c|D[eiu]|L[ea]|Fitz)?[A-ZÀ-Þ][a-zà-ÿ]+(?:[A-Z][a-z]+)?(?:['’](?=[a-z]{2})[a-z]+)?(?:-[A-ZÀ-Þa-z][a-zà-ÿ]+)*|[A-ZÀ-Þ]{2,}(?:-[A-Z]+)*)"


INITIAL = r"(?:[A-Z]\.[ \xa0]?){1,4}"


TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Reverend|Prof|Professor|President|Sen|Senator|Rep|"
    r"Representative|Gov|Governor|Gen|General|Col|Colonel|Capt|Captain|Lt|Sgt|Adm|Admiral|Judge|Justice|Congressman|"
    r"Congresswoman|Mayor|Sheriff|Rabbi|Pope|Prince|Princess|Queen|King|Secretary|Chancellor|Imam|Bishop|Archbishop|Councillor|Cllr|Father|Sister|Pastor)"
)


PARTICLE = r"(?:de la|de|del|der|van der|van|von|bin|ibn|al|el|da|dos|du|di|la|le|ap|ten)"


AHEAD = r"(?=[A-ZÀ-Þ“\"]|d[aeiou]|v[ao]|bin|ibn|a[lp]|el|l[ae]|ten)"  # where a name may go on: settles most places at once
NAME = re.compile(
    rf"(?=[A-ZÀ-Þ])\b(?:{TITLE}\b\.?[ \xa0]+)*(?:{INITIAL}[ \xa0]?)?{CAPITAL}"
    rf"(?:[ \xa0]{{1,2}}{AHEAD}(?:(?:{INITIAL})(?=\s*[A-Z])|(?:{PARTICLE}[ \xa0]+)?{CAPITAL}|[“\"][A-Z]\w+[”\"](?=\s[A-Z])|Jr\b\.?|Sr\b\.?|I{{2,3}}\b))*"
)


TITLED = re.compile(rf"^(?:{TITLE}\b\.?\s+)+")


TITLE_ONLY = re.compile(rf"^{TITLE}\.?$")


OFFICE = listed(
    "president senator minister chairman chairwoman chair chancellor secretary speaker director governor leader mp mps mep msp"
    " congressman congresswoman representative mayor judge justice general attorney spokesman spokeswoman editor professor"
    " candidate nominee host anchor commissioner ambassador manager strategist chief executive officer republican democrat"
    " democratic conservative tory labour liberal libertarian socialist lib dem snp ukip gop former ex-president"
    " billionaire businessman mogul peer baroness reporter correspondent prime vice deputy first lady queen king prince"
    " sen sens rep reps gov gen col capt lt sgt adm rev dr mr mrs ms sir dame lord actor actress singer author pastor coach ceo premier founder vp coach pollster analyst"
)


BODY = listed(
    "party house university times post news committee council office department institute association group union church"
    " bank street court press journal magazine school college company inc corp foundation center centre commission agency"
    " ministry government parliament congress senate board club trust society states kingdom america britain england"
    " scotland wales city county north south east west new york california texas florida ohio iowa washington london"
    " hampshire carolina virginia dakota jersey mexico international national world bbc cnn nbc abc cbs msnbc fox itv radio tv"
    " tribune herald telegraph guardian observer mail sun mirror independent daily sunday week daily campaign coalition network"
    " republicans democrats conservatives tories liberals americans britons day act bill law constitution bible god"
    " hall tower beach island islands lake river mountain mountains valley park road avenue square airport"
)


STRICT = listed(
    "party house university times post news committee council institute college school foundation center centre hospital"
    " airport bill act tower campaign journal magazine show society association company club"
)


SHORT_FORMS = {
    "jeb": "john",
    "bernie": "bernard",
    "ted": "edward",
    "bill": "william",
    "joe": "joseph",
    "mike": "michael",
    "tim": "timothy",
    "chris": "christopher",
    "rick": "richard",
    "jim": "james",
    "tom": "thomas",
    "dan": "daniel",
    "ben": "benjamin",
    "ed": "edward",
    "jon": "jonathan",
    "dave": "david",
    "nick": "nicholas",
    "liz": "elizabeth",
    "sue": "susan",
    "kate": "katherine",
    "ron": "ronald",
    "don": "donald",
    "bob": "robert",
    "chuck": "charles",
    "newt": "newton",
    "mitt": "willard",
    "ken": "kenneth",
    "andy": "andrew",
    "steve": "steven",
    "greg": "gregory",
    "matt": "matthew",
    "pat": "patricia",
    "sam": "samuel",
    "tony": "anthony",
    "tory": "victoria",
    "ming": "menzies",
}


INITIALS = re.compile(r"(?:[A-Z]\.)+$")
WORD = re.compile(r"\S+")
SINGLE = OFFICE - {"king", "prince", "labour", "tory", "first"}
TRAILING = grammar.DAYS | {"said", "says"} | (grammar.MONTHS - {"may", "april", "june", "march"})


@cache
def first_names() -> dict[str, str]:
    """Return the first names that ship: lower-case name to 'm', 'f' or '' for both."""
    out: dict[str, str] = {}
    folder = files("rhetoric").joinpath("data", "names")
    for kind, sign in (("male", "m"), ("female", "f"), ("either", "")):
        for name in folder.joinpath(f"{kind}.txt").read_text(encoding="utf-8").split():
            low = name.lower()
            out[low] = "" if kind == "either" or (low in out and out[low] != sign) else sign
    return out


def trimmed(text: str, start: int, end: int, opening: bool) -> tuple[int, int, str] | None:
    """Return the span of the name in a run of capitals, without offices and function words, and its title."""
    names = first_names()
    whole = text[start:end]
    if whole.isalpha():
        low = whole.lower()
        if low in TRAILING or low in SINGLE or (low in grammar.FUNCTION and opening):
            return None
        return start, end, ""
    parts = [(m.start(), m.end(), m.group()) for m in WORD.finditer(text, start, end)]
    while parts and parts[0][2].lower().rstrip(".") in grammar.FUNCTION and (len(parts) > 1 or opening):
        low = parts[0][2].lower()
        if (low in names or low == "new") and len(parts) > 1:
            break
        parts = parts[1:]
    while parts and parts[-1][2].lower() in TRAILING:
        parts = parts[:-1]
    while len(parts) > 1 and parts[-1][2].lower() in ("mp", "msp", "mep", "qc", "kc", "cbe", "obe"):
        parts = parts[:-1]
    if not parts or (len(parts) == 1 and parts[0][2].lower() in SINGLE):
        return None
    if opening and len(parts) > 2 and parts[0][2].lower() not in names and parts[1][2].lower() in names:
        parts = parts[1:] if parts[0][2].isalpha() else parts
    if (
        len(parts) > 3
        and parts[0][2].lower() in names
        and all(w[:1].isupper() and w.isalpha() for _, _, w in parts)
    ):
        parts = parts[:2]  # a headline: 'Elizabeth Warren Hammers Wells Fargo'
    title = ""
    office = -1
    for n, (_, _, word) in enumerate(parts[:-1]):
        low = word.lower().rstrip(".,")
        if low in OFFICE or low in grammar.ROLES or TITLE_ONLY.match(word):
            office = n
            if TITLE_ONLY.match(word):
                title = low
    parts = parts[office + 1 :]
    if office < 0 or not title:
        for n in range(1, len(parts) - 1):
            low = parts[n][2].lower()
            if (
                low in names
                and parts[0][2].lower() not in names
                and not re.match(r"^[A-Z]\.$", parts[0][2])
                and (parts[n - 1][2].lower() in BODY or parts[n - 1][2].isupper())
            ):
                parts = parts[n:]
                break
    return parts[0][0], parts[-1][1], title


def bare(name: str) -> list[str]:
    """Return the words of a name in lower case, without initials, nicknames in marks and 'Jr'."""
    if name.isalpha():
        return [name.lower()]
    out = []
    for word in name.split():
        low = word.lower().strip('.,"“”')
        if word[0] in '"“' or INITIALS.match(word) or low in ("jr", "sr", "ii", "iii"):
            continue
        out.append(low)
    return out


def same_first(a: str, b: str) -> bool:
    """Whether two first names can be one person's: equal, short for one another, or one the start of the other."""
    return (
        a == b
        or SHORT_FORMS.get(a) == b
        or SHORT_FORMS.get(b) == a
        or (len(min(a, b, key=len)) >= 3 and (a.startswith(b) or b.startswith(a)))
    )
