"""How much of the body of real web pages comes through, and how much else.

usage: python benchmarks/loaders.py

60 news pages of the article extraction benchmark (Scrapinghub) with the body as people marked it; precision, recall and F1 of shingles of four
words, each page weighing the same, as the benchmark counts them. 'text' is the whole text of the document, its headline
included; 'body' is what is left without headline, byline and what was marked as furniture.

The gold has no authors and dates. Two other sources stand in: the day in the address of a page, and what the page declares of itself to search engines
(JSON-LD, meta tags), read here by code of its own. A day is the same if it is at most one apart, for pages declare it in UTC. The author is the same if the
names have the same letters, titles and houses left aside.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import time
from collections import Counter
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from lxml import html

from rhetoric.load.html import HtmlLoader, decoded
from rhetoric.model.document import Document
from rhetoric.settings import Settings

HERE = Path(__file__).resolve().parent
PAGES = HERE.parents[1] / "shared" / "data" / "loaders" / "html"
WORD = re.compile(r"\w+")
SHINGLE = 4
ADDRESS = re.compile(r"/(20\d\d)[/-](\d\d)[/-](\d\d)/")
DAY = re.compile(r"20\d\d-\d\d-\d\d")
AUTHORS = ("author", "byl", "parsely-author", "sailthru.author")
DAYS = (
    "article:published_time",
    "article:published",
    "datepublished",
    "dc.date",
    "pubdate",
    "parsely-pub-date",
)
APART = ("headline", "byline", "boilerplate")


def shingles(text: str) -> Counter[tuple[str, ...]]:
    """Return the runs of four words of a text."""
    words = WORD.findall(text)
    return Counter(zip(*(words[n:] for n in range(SHINGLE)), strict=False))


def body(document: Document) -> str:
    """Return a text without what its loader set apart."""
    text, at, parts = document.text, 0, []
    for mark in document.layout:
        if mark.kind in APART:
            parts.append(text[at : mark.start])
            at = mark.end
    return "\n".join([*parts, text[at:]])


def held(found: str, wanted: str) -> tuple[float, float]:
    """Return precision and recall of one page."""
    a, b = shingles(found), shingles(wanted)
    shared = sum((a & b).values())
    return shared / max(1, sum(a.values())), shared / max(1, sum(b.values()))


def declared(page: str) -> tuple[str, str]:
    """Return the author and the day that a page declares, or empty strings."""
    tree = html.fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    objects: list[dict[str, Any]] = []
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            with suppress(ValueError):
                objects += inside(json.loads(script.text or ""))
    articles = [o for o in objects if re.search("Article|Posting", str(o.get("@type")))]
    meta = {
        str(m.get("name") or m.get("property")).lower(): m.get("content") or "" for m in tree.iter("meta")
    }
    names = [n for o in articles for n in named(o.get("author"))] or [meta.get(n, "") for n in AUTHORS]
    days = [str(o.get("datePublished") or "") for o in articles] + [meta.get(n, "") for n in DAYS]
    author = next((n for n in names if n and "http" not in n), "")
    return author, next((m[0] for d in days if (m := DAY.match(d))), "")


def inside(value: Any) -> list[dict[str, Any]]:
    """Return every object within some JSON."""
    if isinstance(value, dict):
        return [value, *(o for v in value.values() for o in inside(v))]
    return [o for v in value for o in inside(v)] if isinstance(value, list) else []


def named(author: Any) -> list[str]:
    """Return the names in an author of JSON-LD."""
    if isinstance(author, list):
        return [n for a in author for n in named(a)]
    return (
        named(author.get("name")) if isinstance(author, dict) else [author] if isinstance(author, str) else []
    )


def letters(name: str) -> set[str]:
    """Return the words of a name that are longer than an initial, without what stands after a comma, a bar or a stop."""
    first = re.split(r"[,|]|(?<=[a-z]{2})\. ", re.sub(r"(?i)^by\s+", "", name))[0]
    return {w for w in WORD.findall(first.lower()) if len(w) > 1}


def near(one: str, other: str) -> bool:
    """Whether two days are at most one apart."""
    try:
        return abs((date.fromisoformat(one) - date.fromisoformat(other)).days) <= 1
    except ValueError:
        return False


def main() -> int:
    """Run the benchmark."""
    if not PAGES.exists():
        print("the shared pages are not beside the checkout; nothing was measured", file=sys.stderr)
        return 1
    gold = json.loads((PAGES / "ground-truth.json").read_text(encoding="utf-8"))
    scores: dict[str, list[tuple[float, float]]] = {"text": [], "body": []}
    agreed: dict[str, list[bool]] = {"day_in_address": [], "day_declared": [], "author_declared": []}
    given = {"author": 0, "date": 0}
    size, start = 0, time.process_time()
    for name, truth in sorted(gold.items()):
        file = PAGES / f"{name}.html.gz"
        raw = gzip.decompress(file.read_bytes())
        size += len(raw)
        document = next(d for d in HtmlLoader().read(file, Settings()) if isinstance(d, Document))
        scores["text"].append(held(document.text, truth["articleBody"]))
        scores["body"].append(held(body(document), truth["articleBody"]))
        given["author"] += bool(document.author)
        given["date"] += bool(document.date)
        author, day = declared(decoded(raw, name).text)
        if found := ADDRESS.search(truth["url"]):
            agreed["day_in_address"].append(near(document.date, "-".join(found.groups())))
        if day:
            agreed["day_declared"].append(near(document.date, day))
        if author:
            same = letters(author) == letters(document.author)
            agreed["author_declared"].append(same)
            if not same:
                print(f"author: {document.author!r}, declared {author!r}")
    result = {"pages": len(gold), "megabytes": round(size / 1e6, 1)}
    for name, pairs in scores.items():
        p, r = (sum(x[n] for x in pairs) / len(pairs) for n in (0, 1))
        result[name] = {"precision": round(p, 3), "recall": round(r, 3), "f1": round(2 * p * r / (p + r), 3)}
    result["given"] = given
    result["agreement"] = {name: {"pages": len(x), "same": sum(x)} for name, x in agreed.items()}
    print(json.dumps(result, indent=1), f"{time.process_time() - start:.1f} s of CPU", sep="\n")
    (HERE / "loaders.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
