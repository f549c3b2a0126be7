"""By what a charge that answers a charge is known: questions, lessons refused, a record thrown back, hypocrisy."""

from __future__ import annotations

from collections.abc import Sequence

from rhetoric.extract.devices.words import closed
from rhetoric.extract.discourse.mainclause import asks
from rhetoric.extract.prose import Prose, Sentence

PARTIES = closed(
    "labour labour's tory tories tories' conservative conservatives conservatives' liberal liberals republican republicans "
    "republicans' democrat democrats democratic democrats' socialist socialists coalition snp ukip"
)
OPPONENTS = (PARTIES - closed("conservative liberal socialist democratic coalition labour")) | closed(
    "opposition opposition's opposite opponents opponents' critics"
)
THEIRS = closed("his her their your")
OWN = closed("party government side friends friend predecessors predecessor colleagues front")
RECORD = closed(
    "record failure failures record party government emails e-mails scandal scandals promises pledges cuts lies mistakes "
    "debts friends votes past behaviour behavior conduct silence"
)
WRONGS = closed(
    "violence killings killing murder murders crimes atrocities massacre massacres slaughter scandal scandals lies "
    "hypocrisy corruption betrayal outrages abuses bombing bombings broken failures failure oppression"
)
CRITICISING = closed(
    "lecture lecturing criticise criticize complain condemn preach talk accuse blame reproach censure moralise moralize throw "
    "attack point taunt object"
)
TEACHING = closed("lesson lessons lecture lectures sermon sermons lecturing moralising moralizing")
TAKING = closed("take takes taking taken accept accepts accepting need needs want wants")
REFUSING = closed("no not never cannot can't don't won't doesn't nor without hardly any")
SELVES = closed("i we us me")
CHARGES = closed(
    "hypocrisy hypocrite hypocrites hypocritical hypocritically double-standard double-standards"
)
REPORTED = closed(
    "accuse accuses accused accusing accusation accusations charge charged charges charging allegation allegations "
    "portray portrayed portraying alleged avoid against without no not if should asked suggested called calls highlight highlighted row"
)
CONTRASTS = closed("while yet but whereas when")
OFFICE = closed("office power government")
HOLDERS = OPPONENTS | closed(
    "they he she you party labour conservative government member gentleman gentlemen lord lady members"
)
DOING = closed("nothing never not failed fail where why what did didn't worse record done")
SAME = closed(
    "people party parties men members gentlemen senators democrats republicans government ministers politicians persons "
    "lords party administration congressmen leaders"
)
THEN = closed("now today voted opposed supported created cut ran refused blocked")
BAD = closed(
    "fell rose unable failed doubled trebled lost left leaving cut worst worse debt without never no too neglected "
    "collapsed soared deficit tripled closed nothing"
)


def sign(prose: Prose, sentence: Sentence, rows: Sequence[int]) -> tuple[str, int, int] | None:
    """Return the first sign of a charge thrown back in a sentence: its kind and its tokens, half-open."""
    words = prose.words[sentence.first : sentence.last]
    for row in rows:
        n = row - sentence.first
        for kind, find in KINDS.get(words[n], ()):
            if kind in ASKED and not asks(prose, sentence):
                continue
            found = find(words, n)
            if found:
                return kind, sentence.first + found[0], sentence.first + found[1]
    return None


def what_about(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'what about' whose object is an opponent, the record of one, or a wrong."""
    if n < 1 or words[n - 1] != "what" or n > 6:
        return None
    object_ = words[n + 1 : n + 21]
    if not {"our", "my", "us", "me", "we"}.isdisjoint(object_[:4]):
        return None
    named = not OPPONENTS.isdisjoint(object_[:4])
    wrong = not WRONGS.isdisjoint(object_[:6])
    owned = any(
        (w in THEIRS or w.endswith("'s")) and not RECORD.isdisjoint(object_[k + 1 : k + 4])
        for k, w in enumerate(object_[:6])
    )
    return (n - 1, n + 1) if named or wrong or owned else None


def lessons(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'takes no lessons from' and 'we do not need lectures from'."""
    if "from" not in words[n + 1 : n + 7]:
        return None
    for k in range(n - 1, max(-1, n - 7), -1):
        if words[k] in TAKING:
            first = max(0, k - 5)
            refused = not REFUSING.isdisjoint(words[first:n])
            own = words[k] not in ("need", "needs", "want", "wants") or not SELVES.isdisjoint(words[first:k])
            return (k, words.index("from", n) + 1) if refused and own else None
    return None


def lectured(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'will not be lectured by'."""
    refused = not REFUSING.isdisjoint(words[max(0, n - 6) : n])
    by = not {"by", "on", "about"}.isdisjoint(words[n + 1 : n + 3])
    return (n, n + 1) if refused and by and "be" in words[max(0, n - 3) : n] else None


def standing(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'in no position to lecture', 'has no right to complain' and 'the last person to criticise'; nobody says so of himself."""
    if words[n] == "last":
        ends = [k for k in range(n + 1, min(n + 8, len(words))) if words[k] in CRITICISING]
        own = not {"i", "me", "we"}.isdisjoint(words[max(0, n - 6) : n])
        spoken = not {"to", "should"}.isdisjoint(words[n + 1 : n + 7]) and not {
            "person", "people", "party", "man", "men", "government", "country", "members", "one",
        }.isdisjoint(words[n + 1 : n + 3])  # fmt: skip
        return (n, ends[0] + 1) if ends and spoken and not own else None
    near = words[max(0, n - 3) : n]
    denied = "no" in near or "hardly" in near or "scarcely" in near or "not" in near
    own = not {"i", "me", "we"}.isdisjoint(words[max(0, n - 7) : n])
    if (
        denied
        and not own
        and words[n + 1 : n + 2] == ["to"]
        and not CRITICISING.isdisjoint(words[n + 2 : n + 4])
    ):
        return n, n + 3
    return None


def graceless(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'it ill becomes', 'with an ill grace from', 'comes oddly from' and 'that is rich, coming from'."""
    word, after = words[n], words[n + 1 : n + 2]
    if word == "ill":
        if after and after[0] in ("becomes", "become", "became", "behoves", "befits", "behooves", "beseems"):
            own = not {"us", "me", "house"}.isdisjoint(words[n + 2 : n + 5])
            return None if own else (n, n + 2)
        return (n, n + 2) if after == ["grace"] and "from" in words[n + 2 : n + 4] else None
    if word == "rich":
        coming = "coming" in words[n + 1 : n + 4] and "from" in words[n + 2 : n + 5]
        bit = words[max(0, n - 2) : n] == ["a", "bit"] or words[n - 1 : n] in (
            ["pretty"],
            ["rather"],
            ["that's"],
        )
        return (n, n + 1) if coming or (bit and not {"for", "from", "to"}.isdisjoint(after)) else None
    for k in range(n + 1, min(n + 5, len(words) - 1)):
        if (
            words[k] in ("ill", "badly", "oddly", "strangely", "amiss", "curiously")
            and words[k + 1] == "from"
        ):
            return n, k + 2
    return None


def proverb(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return the pot and the kettle, glass houses and the first stone."""
    if words[n] == "kettle":
        return (n, n + 1) if "pot" in words[max(0, n - 4) : n] else None
    if words[n] == "glass":
        return (n, n + 2) if words[n + 1 : n + 2] in (["houses"], ["house"]) else None
    return (
        (n - 1, n + 1) if n and words[n - 1] == "first" and not {"cast", "throw"}.isdisjoint(words) else None
    )


def hypocrisy(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return a charge of hypocrisy or of double standards with what is at odds; none that is reported or denied."""
    first = n
    if words[n].startswith("standard"):
        if n == 0 or words[n - 1] != "double":
            return None
        first = n - 1
    before = words[max(0, first - 6) : first]
    own = not {"i", "me", "my", "we", "our"}.isdisjoint(before[-4:])
    asking = (
        first > 1
        and words[0] in ("is", "does", "are")
        and words[1:3] in (["it", "not"], ["not", "the"], ["not", "this"])
    )
    reported = not REPORTED.isdisjoint(before)
    after = words[n + 1 : n + 3]
    shown = not CONTRASTS.isdisjoint(words) or (
        {"for", "of"}.intersection(after[:1]) and "to" in words[n + 2 : n + 12]
    )
    return (first, n + 1) if shown and not own and (asking or not reported) else None


def in_office(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'what did they do when they were in office' and 'where was he when'."""
    ends = [
        k + 1 for k in range(n + 2, min(n + 10, len(words))) if words[k] in OFFICE and words[k - 1] == "in"
    ]
    if ends:
        held = words[n + 1 : ends[0] - 1]
        fits = not HOLDERS.isdisjoint(held) and not {"was", "were"}.isdisjoint(held)
        return (n, ends[0]) if fits and not DOING.isdisjoint(words) else None
    head = words[max(0, n - 8) : n]
    for k, word in enumerate(head[:-2]):
        if word == "where" and head[k + 1] in ("was", "were") and head[k + 2] != "the" and "?" in words[n:]:
            named = not (HOLDERS | THEIRS).isdisjoint(head[k + 2 :])
            return (max(0, n - 8) + k, n + 1) if named else None
    return None


def same(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'the same people who' with what they do now, or did."""
    if n < 1 or words[n - 1] not in ("the", "these", "those") or words[n + 1 : n + 2] == []:
        return None
    for k in range(n + 1, min(n + 4, len(words) - 1)):
        if words[k] in SAME and words[k + 1] in ("who", "that", "which"):
            return (n - 1, k + 2) if not THEN.isdisjoint(words[k + 2 : k + 14]) else None
    return None


def reminded(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'I remind him that his own party'."""
    if "that" not in words[n + 1 : n + 14]:
        return None
    at = words.index("that", n)
    after = words[at + 1 : at + 7]
    for k, word in enumerate(after[:-1]):
        if word in THEIRS and not OWN.isdisjoint(after[k + 1 : k + 4]):
            return n, at + 1
    last = not {"last", "previous"}.isdisjoint(after) and not (PARTIES | OFFICE).isdisjoint(after)
    return (n, at + 1) if last else None


def record(words: Sequence[str], n: int) -> tuple[int, int] | None:
    """Return 'under the last Labour Government' where something bad is told of it."""
    if words[n + 1 : n + 2] != ["the"] or words[n + 2 : n + 3] not in (["last"], ["previous"]):
        return None
    after = words[n + 3 : n + 5]
    fits = (
        after[:1]
        and after[0] in PARTIES
        and after[1:] in (["government"], ["administration"], ["government's"])
    )
    return (n, n + 5) if fits and not BAD.isdisjoint(words) else None


ASKED = frozenset(("what about",))
KINDS = {
    "about": (("what about", what_about),),
    **dict.fromkeys(TEACHING, (("lessons", lessons),)),
    "lectured": (("lessons", lectured),),
    **dict.fromkeys(("position", "right", "last"), (("standing", standing),)),
    **dict.fromkeys(("ill", "rich", "comes", "came", "come"), (("grace", graceless),)),
    **dict.fromkeys(("kettle", "glass", "stone"), (("proverb", proverb),)),
    **dict.fromkeys(CHARGES | {"standard", "standards"}, (("hypocrisy", hypocrisy),)),
    "when": (("office", in_office),),
    "same": (("same", same),),
    "remind": (("record", reminded),),
    "under": (("record", record),),
}
