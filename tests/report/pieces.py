"""The two pieces of the corpus cut into many short texts: real prose, any number of texts."""

from functools import cache
from pathlib import Path

from rhetoric.load import load
from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
QUICK = Settings(
    draws=50,
    metaphor="lexical",
    tone="lexical",
    layers=("theme", "stance", "actor", "sentiment", "metaphor", "device", "discourse", "texture"),
)


def pieces(size=1200):
    """Return stretches of about `size` characters of both pieces, cut at paragraphs, with a party, a date and a language."""
    out = []
    for document in load([ROOT / "corpus"]).documents:
        held = ""
        for paragraph in document.text.split("\n\n"):
            held += paragraph + "\n\n"
            if len(held) >= size:
                out.append((document.author or document.title, held))
                held = ""
    return [
        Document(
            f"t{n:02}",
            text,
            title=f"Piece {n}, {who}",
            author=who,
            date=f"20{n:02}-01-01" if n % 3 else "",
            kind="article",
            lang="en" if n else "en-GB",
            meta={"party": "Blue" if n % 2 else "Red"},
        )
        for n, (who, text) in enumerate(out)
    ]


@cache
def analysed(size=1200):
    """Return the analysis of the pieces."""
    return analyse_documents(pieces(size), QUICK)
