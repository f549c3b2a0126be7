"""The three reports that the page is tried on: the seed pair, two hundred texts, and a hostile text."""

import random
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from rhetoric.analysis import Analysis
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse, analyse_documents
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
QUICK = Settings(metaphor="lexical", tone="lexical", draws=200)
WORDS = 900
COMMAND = "rhetoric report texts"
DATE = "1700000000"
HOSTILE = (
    'The <img src=x onerror=alert(1)> spoke. "We must work together </script><script>alert(2)</script>," said Ann Lee. '
    "<!-- gone --> It was \u202edesrever\u202c, \u2028new \ufffd 🙂 & &amp; done. "
)
FORMULA = '=HYPERLINK("x")'


@dataclass(frozen=True)
class Made:
    """An analysis with the report made of it, once."""

    analysis: Analysis

    @cached_property
    def report(self):
        return self.analysis.report(command=COMMAND)

    @cached_property
    def html(self):
        return self.report.html()


def seed():
    """Return the two articles that ship."""
    return Made(analyse(ROOT / "corpus", draws=200))


def hostile():
    """Return a text that would be markup, a title that would be a script, and a voice that would be a formula."""
    text = Document(
        "h",
        HOSTILE * 3 + f'"We must fight for our common future together," said Bob Day. {HOSTILE}',
        title="<script>alert(3)</script>",
        author=FORMULA,
        meta={"outlet": '"><i onclick=alert(4)>'},
    )
    return Made(analyse_documents([text], Settings(draws=50)))


def short():
    """Return two voices of which one has too few words for rates."""
    long, brief = shuffled(2)
    text = " ".join(brief.text.split("\n\n")[:3])
    return Made(
        analyse_documents([long, Document("brief", text, title="Brief", author="Brief Writer")], QUICK)
    )


def two_hundred():
    """Return texts of about 900 words, of the sentences that ship in an order of their own."""
    return Made(analyse_documents(shuffled(200), QUICK))


def shuffled(most):
    """Return texts made of the corpus's sentences, in paragraphs of four; each is drawn by its own number."""
    corpus = analyse(ROOT / "corpus", layers=("theme",)).corpus
    held = [
        " ".join(corpus.documents[d].text[s:e].split())
        for d, s, e in zip(corpus.sentences.doc, corpus.sentences.start, corpus.sentences.end, strict=True)
    ]
    whole = [s for s in held if s.count("“") == s.count("”") and "\n" not in s]
    return [written(n, whole) for n in range(most)]


def twenty_thousand():
    """Return twenty thousand texts of two sentences each, read for themes alone."""
    corpus = analyse(ROOT / "corpus", layers=("theme",)).corpus
    held = [
        " ".join(corpus.documents[d].text[s:e].split())
        for d, s, e in zip(corpus.sentences.doc, corpus.sentences.start, corpus.sentences.end, strict=True)
    ]
    plain = [s for s in held if not set('"“') & set(s) and len(s.split()) > 8]
    draw = random.Random(0)
    texts = [
        Document(
            f"t{n:05}",
            " ".join(draw.sample(plain, 2)),
            title=f"Text {n + 1} of very many",
            author=f"Writer {'ABCDEFGHIJ'[n % 10]}",
            date=str(2000 + n % 20),
            meta={"party": ("Red", "Blue")[n % 2]},
        )
        for n in range(20_000)
    ]
    return Made(analyse_documents(texts, Settings(layers=("theme",), draws=0, by="party")))


def written(n, sentences):
    draw = random.Random(n)
    out, words = [], 0
    while words < WORDS:
        paragraph = draw.sample(sentences, 4)
        out.append(" ".join(paragraph))
        words += len(out[-1].split())
    return Document(
        f"t{n:03}",
        "\n\n".join(out),
        title=f"Text {n + 1} of many",
        author=f"Writer {'ABCDEFGHIJ'[n % 10]}",
        date=f"{2000 + n % 20}-{1 + n % 12:02}-{1 + n % 28:02}",
        kind=("op-ed", "speech", "interview")[n % 3],
        meta={"party": ("Red", "Blue")[n % 2]},
    )
