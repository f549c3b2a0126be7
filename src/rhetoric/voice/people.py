"""The people of a text: names, who a short form means, roles, gender."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from rhetoric.voice import grammar
from rhetoric.voice.grammar import listed

CAPITAL = r"(?:(?:[OD]['’]|Mc|Mac|Mac|De|Le|La|Di|Du|Fitz)?[A-ZÀ-Þ][a-zà-ÿ]+(?:['’](?=[a-z]{2})[a-z]+)?(?:-[A-ZÀ-Þa-z][a-zà-ÿ]+)*|[A-ZÀ-Þ]{2,}(?:-[A-Z]+)*)"
INITIAL = r"(?:[A-Z]\.[ \xa0]?)+"
TITLE = (
    r"(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|Baroness|Baron|Rev|Reverend|Prof|Professor|President|Sen|Senator|Rep|"
    r"Representative|Gov|Governor|Gen|General|Col|Colonel|Capt|Captain|Lt|Sgt|Adm|Admiral|Judge|Justice|Congressman|"
    r"Congresswoman|Mayor|Sheriff|Rabbi|Pope|Prince|Princess|Queen|King|Secretary|Chancellor|Imam|Bishop|Archbishop|Councillor|Cllr|Father|Sister|Pastor)"
)
PARTICLE = r"(?:de la|de|del|der|van der|van|von|bin|ibn|al|el|da|dos|du|di|la|le|ap|ten)"
NAME = re.compile(
    rf"\b(?:{TITLE}\b\.?[ \xa0]+)*(?:{INITIAL}[ \xa0]?)?{CAPITAL}"
    rf"(?:[ \xa0]{{1,2}}(?:(?:{INITIAL})(?=\s*[A-Z])|(?:{PARTICLE}[ \xa0]+)?{CAPITAL}|[“\"][A-Z]\w+[”\"](?=\s[A-Z])|Jr\b\.?|Sr\b\.?|I{{2,3}}\b))*"
)
TITLED = re.compile(rf"^(?:{TITLE}\b\.?\s+)+")
TITLE_ONLY = re.compile(rf"^{TITLE}\.?$")
SPEAKS = re.compile(
    r"(?:,\s+\d\d,|,\s+(?:a|an|the|who|father|mother|chairman|chair|chairwoman|president|director|professor|leader|head|editor|founder|spokesman|spokeswoman)\b|"
    r"(?:,[^,.;]{2,80},)?\s+(?:\w+ly\s+|also\s+|has\s+|had\s+|then\s+)?(?:said|says|told|tells|asked|added|argued|argues|wrote|explained|warned|insisted|tweeted))"
)
SPOKEN = re.compile(
    r"[\"”’'],?\s+(?:said|says|asked|added|wrote|explained|agreed|agrees|tweeted)\s+(?:[a-z][\w-]*\s+){0,2}$"
)
LORDS = re.compile(
    r"^(?:Lord|Lady|Baroness|Baron|Pope|Prince|Princess|Queen|King|Judge|Sheriff|Father|Sister)\b"
)
SHORT = re.compile(
    r"\b((?:[A-Z][\w’'&-]+\s+(?:(?:of|for|and|the|in|on|to)\s+)*){1,7})\(([A-Z][A-Za-z]{1,6})\)"
)
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
FEMALE_TITLES = listed("mrs ms miss dame lady baroness congresswoman queen princess sister")
MALE_TITLES = listed("mr sir lord baron congressman prince king father pope")
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


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody, or some body, that a text names.

    Parameters
    ----------
    name : str
        The full name, without its title where it has two words or more.
    gender : {'m', 'f', ''}
    human : bool
        Whether it looks like the name of a person.
    """

    name: str
    gender: str
    human: bool


@dataclass(frozen=True, slots=True)
class Naming:
    """One place where a name stands: the span of the name itself, and whose it is."""

    start: int
    end: int
    person: Person
    full: bool


@dataclass(frozen=True)
class People:
    """Everybody that a text names.

    Parameters
    ----------
    namings : tuple of Naming
        In order of place.
    roles : dict of str to Person
        A role noun, such as ``'prime minister'``, with the person whose it is in this text.
    short : dict of str to str
        Letters to the full name of a body.
    """

    namings: tuple[Naming, ...]
    starts: tuple[int, ...]
    roles: dict[str, tuple[Person, ...]]
    short: dict[str, str]

    def within(self, start: int, end: int) -> list[Naming]:
        """Return the names that stand in a stretch."""
        at = bisect_right(self.starts, start - 1)
        out = []
        while at < len(self.namings) and self.namings[at].start < end:
            if self.namings[at].end <= end:
                out.append(self.namings[at])
            at += 1
        return out

    def before(self, at: int) -> int:
        """Return how many names begin before a position."""
        return bisect_right(self.starts, at - 1)


def trimmed(text: str, start: int, end: int, opening: bool) -> tuple[int, int, str] | None:
    """Return the span of the name in a run of capitals, without offices and function words, and its title."""
    parts = [(m.start() + start, m.end() + start, m.group()) for m in re.finditer(r"\S+", text[start:end])]
    names = first_names()
    while parts and parts[0][2].lower().rstrip(".") in grammar.FUNCTION and (len(parts) > 1 or opening):
        low = parts[0][2].lower()
        if low in names and len(parts) > 1:
            break
        parts = parts[1:]
    while parts and parts[-1][2].lower() in grammar.DAYS | {"said", "says"} | (
        grammar.MONTHS - {"may", "april", "june", "march"}
    ):
        parts = parts[:-1]
    while len(parts) > 1 and parts[-1][2].lower() in ("mp", "msp", "mep", "qc", "kc", "cbe", "obe"):
        parts = parts[:-1]
    if not parts or (
        len(parts) == 1
        and parts[0][2].lower() in OFFICE
        and parts[0][2].lower() not in ("king", "prince", "labour", "tory", "first")
    ):
        return None
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
    out = []
    for word in name.split():
        low = word.lower().strip('.,"“”')
        if word[0] in '"“' or (re.match(r"^(?:[A-Z]\.)+$", word)) or low in ("jr", "sr", "ii", "iii"):
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


def people(text: str, openings: Sequence[int], given: Sequence[str] = ()) -> People:
    """Return everybody that a text names.

    Parameters
    ----------
    text : str
    openings : sequence of int
        Where sentences begin: a capital there says little.
    given : sequence of str
        Names known from elsewhere (the author).
    """
    names = first_names()
    begins = set(openings)
    found: list[tuple[int, int, str, str]] = []
    for m in NAME.finditer(text):
        name = m.group()
        low = name.lower()
        if low in grammar.FUNCTION and low not in names:
            continue
        cut = trimmed(text, m.start(), m.end(), m.start() in begins)
        if cut is None:
            continue
        start, end, title = cut
        if not title:
            lead = TITLED.match(name)
            title = lead.group().split()[-1].lower().rstrip(".") if lead and end - start < len(name) else ""
        found.append((start, end, text[start:end], title))
    fulls: dict[str, list[tuple[str, Person]]] = {}
    order: list[Person] = []
    counts: Counter[str] = Counter()
    canon: dict[str, Person] = {}
    female, male = title_genders(found)
    titled = {bare(name)[-1] for _, _, name, title in found if title and bare(name)}
    speaking = {
        f[2] for f in found if SPEAKS.match(text, f[1]) or SPOKEN.search(text, max(0, f[0] - 30), f[0])
    }
    for name in [*given, *(f[2] for f in found)]:
        parts = bare(name)
        if len(parts) < 2:
            continue
        counts[name] += 1
        if name in canon:
            continue
        last = parts[-1]
        known = next(
            (
                p
                for first, p in fulls.get(last, ())
                if same_first(first, parts[0]) and (parts[0] in names or first in names)
            ),
            None,
        )
        human = ((parts[0] in names or last in titled) and not (STRICT & set(parts))) or (
            (name in speaking or bool(re.match(r"^[A-Z]\.", name))) and not (BODY & set(parts))
        )
        if known is None:
            gender = names.get(parts[0], "")
            if not gender and last in female and last not in male:
                gender = "f"
            elif not gender and last in male and last not in female:
                gender = "m"
            known = Person(name, gender, human)
            order.append(known)
            fulls.setdefault(last, []).append((parts[0], known))
        canon[name] = known
    return located(text, found, canon, fulls, names)


def title_genders(found: Sequence[tuple[int, int, str, str]]) -> tuple[set[str], set[str]]:
    """Return the last names that stand with a woman's and with a man's title."""
    female = {bare(name)[-1] for _, _, name, title in found if title in FEMALE_TITLES and bare(name)}
    male = {bare(name)[-1] for _, _, name, title in found if title in MALE_TITLES and bare(name)}
    return female, male


def located(
    text: str,
    found: Sequence[tuple[int, int, str, str]],
    canon: dict[str, Person],
    fulls: dict[str, list[tuple[str, Person]]],
    names: dict[str, str],
) -> People:
    """Return every name with its person, short forms resolved by the full name last printed before them."""
    last_full: dict[str, Person] = {}
    by_first: dict[str, Person] = {}
    single: dict[str, Person] = {}
    first_of: dict[str, Person] = {}
    for person in canon.values():
        if person.human:
            first_of.setdefault(bare(person.name)[0], person)
    out: list[Naming] = []
    roles: dict[str, list[Person]] = {}
    for start, end, name, title in found:
        parts = bare(name)
        if not parts:
            continue
        key = parts[-1]
        if len(parts) > 1:
            person = canon[name]
            if person.human or title:
                last_full[key] = person
                for part in parts[1:-1]:
                    last_full.setdefault(part, person)
                if "-" in key:
                    pass
                by_first[parts[0]] = person
            full = True
        else:
            full = False
            match = pick(key, title, last_full, fulls, names)
            if match is None and key in by_first:
                match = by_first[key]
            if match is None and key in first_of and key in names:
                match = first_of[key]
            if match is None:
                if key not in single:
                    gender = (
                        "f" if title in FEMALE_TITLES else "m" if title in MALE_TITLES else names.get(key, "")
                    )
                    whole = (
                        text[text.rfind(" ", 0, start - 1) + 1 : end]
                        if title and LORDS.match(title.capitalize())
                        else name
                    )
                    single[key] = Person(whole, gender, bool(title) or key in names)
                match = single[key]
            person = match
        out.append(Naming(start, end, person, full))
        if person.human and full:
            for role in roles_around(text, start, end):
                kept = roles.setdefault(role, [])
                if person not in kept:
                    kept.append(person)
    short = {m.group(2): m.group(1).strip() for m in SHORT.finditer(text)}
    return People(tuple(out), tuple(n.start for n in out), {k: tuple(v) for k, v in roles.items()}, short)


def pick(
    key: str,
    title: str,
    last_full: dict[str, Person],
    fulls: dict[str, list[tuple[str, Person]]],
    names: dict[str, str],
) -> Person | None:
    """Return whom a last name means: the full name last printed, of the gender that a title says; else the first."""
    gender = "f" if title in FEMALE_TITLES else "m" if title in MALE_TITLES else ""
    known = last_full.get(key)
    if known and not (gender and known.gender and gender != known.gender):
        return known
    for first, person in fulls.get(key, ()):
        if (
            (person.human or title)
            and not (gender and person.gender and gender != person.gender)
            and first != key
        ):
            return person
    return None


ROLE_BEFORE = re.compile(r"((?:[A-Za-z’'-]+\s+){0,4}?)([A-Za-z-]+)(?:\s+[A-Z][a-z]+\.?)?\s*,?\s*$")
ROLE_AFTER = re.compile(
    r"^,\s+(?:the|a|an|his|her|who is|who was|former|[\w’'-]+[’']s?)\s+((?:[\w’'-]+\s+){0,6}?)([a-z-]+)\b"
)


def roles_around(text: str, start: int, end: int) -> list[str]:
    """Return the role nouns that stand in apposition to a name, the plain noun and with 'prime', 'vice', ..."""
    out: list[str] = []
    before = re.findall(r"[A-Za-z-]+\.?|[,;:.\"“”()]", text[max(0, start - 60) : start])
    back = list(reversed(before))
    if back and back[0] == ",":
        back = back[1:]
    for n, word in enumerate(back[:4]):
        low = word.lower().rstrip(".")
        low = {"sen": "senator", "gov": "governor", "rep": "representative", "gen": "general"}.get(low, low)
        if low in grammar.ROLES or low in ("minister", "senator", "governor"):
            out.append(low)
            rest = [b.lower() for b in back[n + 1 : n + 3]]
            if rest and rest[0] in ("prime", "foreign", "home", "vice", "first", "campaign", "attorney"):
                if len(rest) < 2 or rest[1] not in ("deputy", "former", "shadow"):
                    out.append(f"{rest[0]} {low}")
                if rest[0] in ("prime", "vice", "first"):
                    out.remove(low)
            break
        if not word[0].isalpha() or low in (
            "of",
            "and",
            "to",
            "with",
            "by",
            "for",
            "from",
            "in",
            "on",
            "at",
            "that",
            "said",
            "told",
        ):
            break
    after = re.match(r",\s+([^,.;:\"“”]{2,80})", text[end : end + 90])
    if after:
        lows = re.findall(r"[a-z’'-]+", after.group(1).lower())
        if (
            lows
            and lows[0]
            in (
                "a",
                "an",
                "the",
                "his",
                "her",
                "former",
                "who",
                "chairman",
                "chair",
                "president",
                "director",
                "executive",
                "spokesman",
                "spokeswoman",
                "editor",
                "leader",
                "head",
            )
        ) or any(w in grammar.ROLES for w in lows[:5]):
            for word in lows[:9]:
                if word in grammar.ROLES:
                    out.append(word)
                    break
                if word in ("of", "for", "in", "at", "with"):
                    break
    return out
