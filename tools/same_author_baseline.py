"""Compute the same-author baseline that ships: how much one author differs from himself, as numbers only.

usage: python tools/same_author_baseline.py [--shared DIR]

Texts of 300 words and more by one author are compared in pairs, by the same ratio that a comparison uses. Quantiles of
|log2 ratio| (rates) and |difference| (means) are written for every measure and family and length band of the shorter text
into src/rhetoric/data/baseline.json. No word of a text goes into it.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import defaultdict
from itertools import combinations, pairwise
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd

from rhetoric.model.document import Document
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "src" / "rhetoric" / "data" / "baseline.json"
BANDS = (300, 900)
LEAST_WORDS = 300
LEAST_PAIRS = 30
PAIRS_BY_AUTHOR = 60
STEPS = np.linspace(0, 100, 21)
SEED = 7
SOURCE = (
    "Pairs of texts by one speaker or writer: US Senate press releases, speeches in the UK House of Commons and House of "
    "Lords (Hansard, Open Parliament Licence), broadcast interviews of one candidate. Numbers only."
)


def press_releases(folder: Path) -> dict[str, list[str]]:
    """Return the press releases of each senator."""
    out: dict[str, list[str]] = defaultdict(list)
    with gzip.open(folder / "bench" / "docs10.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"].startswith("senate:"):
                out[row["id"].split("/")[0]].append(row["text"])
    return out


def hansard(folder: Path) -> dict[str, list[str]]:
    """Return what each speaker said in each debate."""
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    with gzip.open(
        folder / "loaders" / "hansard" / "speeches_sample.json.gz", "rt", encoding="utf-8"
    ) as file:
        for row in json.load(file):
            parts[f"hansard:{row['canonical_name'] or row['speaker']}", row["debate_id"]].append(row["text"])
    debate = ""
    for element in ElementTree.parse(folder / "loaders" / "hansard" / "debates2016-05-10a.xml").getroot():
        if element.tag == "major-heading":
            debate = element.get("id", "")
        speaker = element.get("speakername")
        if element.tag == "speech" and speaker:
            said = "\n\n".join("".join(p.itertext()).strip() for p in element.iter("p"))
            parts[f"hansard:{speaker}", debate].append(said)
    out: dict[str, list[str]] = defaultdict(list)
    for (speaker, _), texts in parts.items():
        out[speaker].append("\n\n".join(texts))
    return out


def interviews(folder: Path) -> dict[str, list[str]]:
    """Return what each person said in each interview."""
    out: dict[str, list[str]] = defaultdict(list)
    with gzip.open(folder / "turns" / "turns.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            said: dict[str, list[str]] = defaultdict(list)
            for name, text in json.loads(line)["turns"]:
                said[f"interview:{name}"].append(text)
            for name, texts in said.items():
                out[name].append("\n\n".join(texts))
    return out


def texts_by_author(folder: Path) -> dict[str, list[str]]:
    """Return the texts of every author who has two or more of 300 words."""
    found: dict[str, list[str]] = {}
    for source in (press_releases, hansard, interviews):
        found |= source(folder)
    long = {a: [t for t in ts if len(t.split()) >= LEAST_WORDS] for a, ts in found.items()}
    return {a: ts for a, ts in sorted(long.items()) if len(ts) > 1}


def scored(texts: dict[str, list[str]]) -> pd.DataFrame:
    """Return the scores of every text as a whole."""
    documents = [Document(f"{a}|{n}", t) for a, ts in texts.items() for n, t in enumerate(ts)]
    parts = [
        analyse_documents(documents[k : k + 200], Settings(draws=0)).scores
        for k in range(0, len(documents), 200)
    ]
    table = pd.concat(parts, ignore_index=True)
    return table[table["voice"] == "all"]


def differences(scores: pd.DataFrame) -> pd.DataFrame:
    """Return the differences of pairs: feature, words of the shorter text, size."""
    rates = scores[scores["unit"] == "per 1,000 words"]
    words = rates.groupby("doc_id")["exposure"].first()
    wide = {
        c: scores.pivot(index="doc_id", columns="feature", values=c) for c in ("value", "hits", "exposure")
    }
    means = [f for f in wide["value"].columns if f not in set(rates["feature"])]
    by_author: dict[str, list[str]] = defaultdict(list)
    for doc in wide["value"].index:
        if words[doc] >= LEAST_WORDS:
            by_author[doc.rsplit("|", 1)[0]].append(doc)
    rows = []
    for author, docs in sorted(by_author.items()):
        pairs = list(combinations(sorted(docs), 2))
        random.Random(f"{SEED}|{author}").shuffle(pairs)
        for a, b in pairs[:PAIRS_BY_AUTHOR]:
            shorter = min(words[a], words[b])
            for feature in wide["value"].columns:
                hits = wide["hits"].loc[a, feature], wide["hits"].loc[b, feature]
                if feature in means:
                    size = abs(wide["value"].loc[a, feature] - wide["value"].loc[b, feature])
                elif sum(hits) == 0:
                    continue
                else:
                    add = 0.5 if 0 in hits else 0.0
                    rate = [(h + add) / words[d] for h, d in zip(hits, (a, b), strict=True)]
                    size = abs(np.log2(rate[0] / rate[1]))
                if np.isfinite(size):
                    rows.append((author, str(feature).split("@")[0], float(shorter), float(size)))
    return pd.DataFrame(rows, columns=["author", "feature", "words", "size"])


def quantiles(sizes: pd.DataFrame) -> dict[str, dict[str, list[float]]]:
    """Return quantiles by measure, and pooled by family, for every band with enough pairs."""
    out: dict[str, dict[str, list[float]]] = {}
    sizes = sizes.assign(family=sizes["feature"].str.split(".").str[0])
    edges = [*BANDS, float("inf")]
    for column in ("feature", "family"):
        for name, mine in sizes.groupby(column):
            for low, high in pairwise(edges):
                band = mine[(mine["words"] >= low) & (mine["words"] < high)]
                if len(band) >= LEAST_PAIRS:
                    rounded = [round(float(q), 3) for q in np.percentile(band["size"], STEPS)]
                    out.setdefault(str(name), {})[str(low)] = rounded
    return out


def main() -> int:
    """Write the baseline."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    folder = parser.parse_args().shared / "data"
    if not folder.exists():
        print("the shared data are not beside the checkout; name their folder with --shared", file=sys.stderr)
        return 1
    sizes = differences(scored(texts_by_author(folder)))
    pairs = sizes.drop_duplicates(["author", "words"])
    result = {
        "source": SOURCE,
        "authors": int(sizes["author"].nunique()),
        "pairs": len(pairs),
        "bands": list(BANDS),
        "quantiles": quantiles(sizes),
    }
    TARGET.write_text(json.dumps(result, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(
        f"{result['authors']} authors, about {result['pairs']} pairs, {len(result['quantiles'])} measures and families"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
