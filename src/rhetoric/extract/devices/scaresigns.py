"""What tells whether a marked word or phrase is kept at a distance: its form, what stands around it, and who is said to have used it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rhetoric.extract.devices.minor import plural
from rhetoric.extract.devices.ranking import Signs
from rhetoric.extract.devices.words import DASHES, FUNCTION, QUESTION_WORDS, closed
from rhetoric.extract.prose import Prose, Quoted, Sentence

NAMING = closed(
    "reads read slogan motto name names title meaning mean "
    "means meant insert inserted substitute substituted substitutes out notion song film book programme program show "
    "magazine newspaper column chanted shouted shout cry cried defined define defines like only misused misspelled mouth "
    "mouthing remember between answer answered replied"
)
KNOWN = closed("known named titled entitled dubbed labelled labeled nicknamed")
SAYING = closed(
    "said says say saying told tells tell stated argued argues added adds wrote writes write warned warns warning claimed "
    "claims claim calls call called calling describe described describes describing insisted insists declared declares "
    "declare announced asked asks replied noted explained predicted promised vowed accused accusing accusation "
    "accusations dismissed denounced criticised criticized criticism praised praise hailed testified expected report "
    "reported reports quoted quoting quote quotes cited cite citing remarked remark remarks commented comment comments "
    "admitted conceded suggested tweeted tweet spoke speaks found according reiterated proclaimed put stressed "
    "emphasized emphasised pledged urged proposed concluded ruled pointed heard hearing interview statement termed "
    "terms term expression expressions phrase phrases word words labelled labeled headline headlined refer refers "
    "referred referring letter testimony speech message sign interprets considered deem deemed tweeting blasted find finds "
    "felt feel explains explaining presents presented presenting promise promises complained complains complaint suggesting suggests suggestion portray portrays portrayed labeling "
    "labelling contends contend contended scolded posted posting asserting asserts assertion arguing claiming saying "
    "pledge pledges boast boasts boasted boasting boasts contention label labels slogans brief briefs russian german french "
    "latin spanish italian english welsh gaelic irish classified categorized perception promising adding calls campaigned chided mocked derided touted touting billed "
    "characterized characterised classifies rated read reading read"
)
LEGAL = closed(
    "amendment amendments clause clauses schedule subsection sub-section section sections insert inserting substitute "
    "substituting omit paragraph definition lines wording dictionary spelt spelled translation synonym id meaning "
    "grammar verb noun adjective pronounced slang court constitution constitution's constitutional constitutionally"
)
CLAIMED = closed(
    "real true new free fair independent neutral moderate legal illegal public private local temporary permanent immediate "
    "natural normal ordinary good bad better best safe dangerous soft hard easy qualified expert scientific democratic "
    "liberal conservative patriotic humanitarian friendly great big small cheap golden outside inside modern reformed "
    "responsible efficient affordable voluntary compulsory political social popular foreign domestic internal moral just "
    "serious special equal open secret honest innocent peaceful rebel temporary emergency simple smart clean green "
    "pretended rigged genuine established establishment"
)
OF_OTHERS = frozenset(("their", "so-called", "self-styled"))
AFTER_NOUN = FUNCTION | closed("never ever always already now then here there also not came went said made")
REACH = 80  # tokens
MARKS = frozenset(('"', "'", "''", "``", "“", "”", "‘", "’", "„", "«", "»"))
STOPS = frozenset((".", "?", "!", ":", ";", "...", "…", "="))
MENTIONED = FUNCTION | QUESTION_WORDS | {"yes", "no", "not", "never", "hers", "alone", "ok", "aye"}
ARTICLES = frozenset(("the", "a", "an", "this", "these"))
OWNED = OF_OTHERS | {"its", "his", "her", "our", "your"}
ENDS = frozenset((".", ",", "?", "!"))
FAR = 9  # tokens before a phrase that may tell of its distance
DISTANT = re.compile(
    r"\bwhat (?:\w+ ){1,4}(?:call|calls|called|term|terms|like to|likes to|choose|chooses|chose|please|pleases)\b"
    r"|\b(?:alleged|allegedly|supposed|supposedly|self-styled|self-proclaimed|pretended|ironically|euphemistically)\b"
)
LONGEST = 5  # words of a phrase that a rule knows
CALLED = 3  # words that 'so-called' is said of, at most
POINTING = frozenset(("this", "that", "these", "those", "any", "no", "such"))


def signs(prose: Prose, sentence: Sentence, quoted: Quoted, some: Sequence[Quoted]) -> Signs:
    """Return what a marked phrase shows; `some` are all marked phrases of its sentence."""
    words, rows = prose.words, [n for n in range(quoted.first, quoted.last) if prose.is_word[n]]
    capital = [prose.shown[n] != words[n] for n in rows]
    before = next((n for n in range(quoted.first - 1, sentence.first - 1, -1) if prose.is_word[n]), -1)
    after = next((n for n in range(quoted.last, sentence.last) if prose.is_word[n]), -1)
    near = words[before] if before >= 0 else ""
    given = attributed(prose, sentence, quoted)
    lead = " ".join(words[max(sentence.first, quoted.first - FAR) : quoted.first])
    shown = {
        f"rule {'none' if given else kind(prose, sentence, quoted, some)}": True,
        "one word": len(rows) == 1,
        "two words": len(rows) == 2,
        "capital": capital[0],
        "capitals": sum(capital) > 1,
        "noun after": after >= 0 and words[after] not in FUNCTION,
        "last": after < 0,
        "first": before < 0,
        "after article": near in ARTICLES,
        "of others": near in OWNED,
        "claimed": words[rows[0]] in CLAIMED,
        "small word": words[rows[0]] in FUNCTION,
        "law": not LEGAL.isdisjoint(words[sentence.first : sentence.last]),
        "saying": not SAYING.isdisjoint(words[sentence.first : sentence.last]),
        "stop inside": not ENDS.isdisjoint(words[quoted.first : quoted.last]),
        "given to somebody": quoted.told,
        "attributed": given,
        "explained": explained(prose, sentence, quoted.last),
        "as others call it": DISTANT.search(lead) is not None,
        "phrase before noun": len(rows) > 2 and after == quoted.last + 1 and words[after] not in FUNCTION,
        "capital inside": sum(capital) > 0 and not capital[0],
    }
    out = {name: 1.0 for name, holds in shown.items() if holds}
    out["words"] = len(rows) / 4
    if len(some) > 1:
        out["others beside"] = min(3, len(some) - 1) / 3
    return out


def said_so(prose: Prose, sentence: Sentence, n: int) -> int:
    """Return the end of what 'so-called' is said of: the word after it, and those that belong to it."""
    end = n + 2
    while (
        end < min(sentence.last, n + 1 + CALLED)
        and prose.is_word[end]
        and prose.words[end] not in AFTER_NOUN
        and not plural(prose.words[end - 1])
    ):
        end += 1
    return end


def called(prose: Prose, sentence: Sentence, n: int) -> Signs:
    """Return what 'so-called' shows: how long and of what kind what it is said of is, and what stands before; names and terms mostly only say what a thing is called."""
    words, last = prose.words, said_so(prose, sentence, n)
    capital = [prose.shown[k] != words[k] for k in range(n + 1, last)]
    before = words[n - 1] if n > sentence.first else ""
    shown = {
        "so-called": True,
        "so-called one word": last == n + 2 and not capital[0],
        "so-called name": capital[0],
        "so-called plural": plural(words[last - 1]),
        "so-called claimed": words[n + 1] in CLAIMED,
        "so-called of somebody": before in OWNED or before in POINTING,
        "so-called the": before == "the",
        "so-called a": before in ("a", "an"),
        "so-called number": not words[n + 1].isalpha(),
        "so-called to the end": last >= sentence.last - 1 or not prose.is_word[last],
    }
    return {name: 1.0 for name, holds in shown.items() if holds}


def kind(prose: Prose, sentence: Sentence, quoted: Quoted, some: Sequence[Quoted]) -> str:
    """Return which rule knows a marked phrase that is given to nobody: 'word', 'pair', 'owned'; 'none' where none does."""
    words = prose.words
    if not LEGAL.isdisjoint(words[sentence.first : sentence.last]) or not short(prose, quoted):
        return "none"
    before = next((n for n in range(quoted.first - 1, sentence.first - 1, -1) if prose.is_word[n]), -1)
    after = quoted.last
    while after < sentence.last and words[after] in MARKS:
        after += 1
    noun = after < sentence.last and prose.is_word[after] and words[after] not in FUNCTION
    size = sum(prose.is_word[quoted.first : quoted.last])
    if (
        before < 0
        or (quoted.first - 2 >= sentence.first and words[quoted.first - 2] == "=")
        or words[before].startswith("define")
    ):
        return "none"
    word = words[quoted.first]
    if size == 1 and word not in MENTIONED and (not noun or (word in CLAIMED and words[before] != "the")):
        return "word"
    if quoted.told:
        return "none"
    if any(quoted in pair for pair in pairs(prose, some)):
        return "pair"
    return "owned" if words[before] in OF_OTHERS and noun else "none"


def short(prose: Prose, quoted: Quoted) -> bool:
    """Return whether a marked phrase is short, without capitals, and no sentence."""
    words = [n for n in range(quoted.first, quoted.last) if prose.is_word[n]]
    capital = [prose.shown[n] != prose.words[n] for n in words]
    if not 0 < len(words) <= LONGEST or capital[0] or 2 * sum(capital) >= len(words):
        return False
    inner = prose.words[quoted.first : quoted.last - 1]
    if not STOPS.isdisjoint(inner) or prose.words[quoted.last - 1] in STOPS - {"."}:
        return False
    if len(words) == 1 and (len(prose.words[words[0]]) < 3 or prose.words[words[0]].endswith("'s")):
        return False
    return not any(not prose.words[n][0].isalpha() for n in words)


def pairs(prose: Prose, some: Sequence[Quoted]) -> Iterator[tuple[Quoted, Quoted]]:
    """Yield the marked phrases with only 'and' or 'or' between them."""
    for one, two in pairwise(some):
        between = [w for w in prose.words[one.last : two.first] if w not in MARKS]
        if between in (["and"], ["or"], [",", "and"]):
            yield one, two


def attributed(prose: Prose, sentence: Sentence, quoted: Quoted) -> bool:
    """Return whether somebody is said to have used the words, or the words are what is talked about."""
    start = max(sentence.first, quoted.first - REACH)
    before = [prose.words[n] for n in range(start, quoted.first) if prose.is_word[n]]
    after = [
        prose.words[n] for n in range(quoted.last, min(sentence.last, quoted.last + 10)) if prose.is_word[n]
    ]
    close = [w for w in prose.words[max(sentence.first, quoted.first - 4) : quoted.first] if w not in MARKS]
    return (
        not SAYING.isdisjoint(before)
        or not NAMING.isdisjoint(before[-2:])
        or not KNOWN.isdisjoint(before[-5:])
        or not SAYING.isdisjoint(after)
        or after[:1] in (["is"], ["was"], ["means"], ["meant"])
        or explained(prose, sentence, quoted.last)
        or close[-2:] == [",", "or"]
    )


def explained(prose: Prose, sentence: Sentence, last: int) -> bool:
    """Return whether the words after a marked phrase say what it means: ', or ...', '- the ...', '(...'."""
    rest = [w for w in prose.words[last - 1 : min(sentence.last, last + 5)] if w not in MARKS]
    rest = rest if rest[:1] == [","] else rest[1:]
    return (
        rest[:2] in ([",", "or"], [",", "the"], [",", "a"], [",", "an"], [",", "meaning"])
        or rest[:1] == ["("]
        or (rest[:1] != [] and rest[0] in DASHES and rest[1:2] != ["and"])
    )
