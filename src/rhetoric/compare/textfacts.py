"""The circumstances of every text: when, by whom, translated or not, how spelt, how much of it counts."""

from __future__ import annotations

import re

import numpy as np

from rhetoric.compare.spelling import spellings
from rhetoric.model.columns import Bools, Floats
from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.textfacts import TextFacts
from rhetoric.model.voice import Role

EDGE = 1200  # characters at the head and the foot of a text where a translator is named
NOTE = re.compile(
    r"(?:^[ \t*_(\[–—-]*|[(\[]|\b(?:article|essay|interview|piece|speech|text|version) (?:was|is|has been) )"
    r"(?P<said>translat(?:ed|ion)\b(?::| from (?:the )?(?:original )?[A-Z]\w+| by [A-Z])[^\n.)\]]{0,80})",
    re.IGNORECASE | re.MULTILINE,
)
LANGUAGE = re.compile(
    r"\bfrom (?:the )?(?:original )?[A-Z]|\bby [A-Z]|:\s*[A-Z]"
)  # capitals that NOTE is blind to
NO = ("", "no", "false", "none", "0", "nan")
YEAR = re.compile(r"\d{4}")


def text_facts(corpus: Corpus) -> dict[str, TextFacts]:
    """Return what is known of every text besides its words, by document id.

    Parameters
    ----------
    corpus : Corpus
        With voices and tokens.

    Notes
    -----
    A text is a translation where its fields say so (``translated``, ``translator``, or an ``original_language`` that is not its own), or
    where a note at its head or foot does: 'Translated from the French by ...' at the start of a line or in brackets.
    """
    roles: list[dict[str, Role]] = [{} for _ in corpus.documents]
    authors: list[str] = [d.author for d in corpus.documents]
    for doc, code in sorted({*zip(corpus.spoken.doc.tolist(), corpus.spoken.voice.tolist(), strict=True)}):
        voice = corpus.voices[code]
        roles[doc][voice.id] = voice.role
        if voice.role == "author" and not authors[doc]:
            authors[doc] = voice.name
    british, american = spellings(corpus)
    words = corpus.tokens.is_word
    removed = share(corpus, words & corpus.token_removed, words)
    repeated = share(corpus, words & corpus.token_repeat, words)
    return {
        d.id: TextFacts(
            kind=d.kind,
            year=int(found.group()) if (found := YEAR.match(d.date)) else None,
            author=authors[n],
            translated=translated(d),
            british=int(british[n]),
            american=int(american[n]),
            removed=float(removed[n]),
            repeated=float(repeated[n]),
            broken="\ufffd" in d.text or "â€" in d.text,
            roles=roles[n],
        )
        for n, d in enumerate(corpus.documents)
    }


def share(corpus: Corpus, some: Bools, of: Bools) -> Floats:
    """Return the share of some tokens in every document, 0 where it has none."""
    part, whole = (np.bincount(corpus.tokens.doc[m], minlength=len(corpus)) for m in (some, of))
    shares: Floats = part / np.maximum(1, whole)
    return shares


def translated(document: Document) -> str:
    """Return why a text is taken for a translation, or nothing."""
    for name in ("original_language", "source_language", "translated_from"):
        language = str(document.meta.get(name) or "").strip()
        if language.lower() not in NO and not document.lang.lower().startswith(language.lower()[:2]):
            return f"from {language}"
    if (by := str(document.meta.get("translator") or "").strip()).lower() not in NO:
        return f"by {by}"
    if (said := str(document.meta.get("translated") or "").strip()).lower() not in NO:
        return said if said.lower().startswith(("from ", "by ")) else "by its own data"
    for part in (document.text[:EDGE], document.text[-EDGE:]):
        if (found := NOTE.search(part)) and LANGUAGE.search(found["said"]):
            return "by its own note: " + " ".join(found["said"].split())
    return ""
