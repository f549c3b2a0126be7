"""What is taken for a repeat in ten megabytes of political prose really is printed twice."""

import gzip
import json
from difflib import SequenceMatcher
from pathlib import Path

import pytest

from rhetoric.model.corpus import Corpus
from rhetoric.model.document import Document
from rhetoric.model.passage import Kind
from rhetoric.segment import segment

PROSE = Path(__file__).resolve().parents[3] / "shared" / "data" / "bench" / "docs10.jsonl.gz"


@pytest.mark.shared
def test_few_texts_repeat_and_those_that_do_repeat_closely():
    if not PROSE.exists():
        pytest.skip("the shared prose is not beside the checkout")
    with gzip.open(PROSE, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    corpus = segment(Corpus(tuple(Document(r["id"], r["text"]) for r in rows)))
    again = corpus.passages.of(Kind.REPEAT)
    assert len(set(again.doc.tolist())) < 0.1 * len(corpus)
    for doc, start, end, note in zip(again.doc, again.start, again.end, again.note, strict=True):
        text = corpus.documents[doc].text
        first, last = map(int, note.split(":"))
        one, other = text[start:end].casefold().split(), text[first:last].casefold().split()
        assert SequenceMatcher(None, one, other, autojunk=False).ratio() > 0.5, (
            text[start:end],
            text[first:last],
        )
    speeches = [n for n, r in enumerate(rows) if r["id"].startswith("sotu:")]
    assert sum(int(doc) in speeches for doc in again.doc) <= 2
