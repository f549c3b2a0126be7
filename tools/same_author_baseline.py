"""Compute the same-author baseline that ships: how much one author differs from himself, as numbers only.

usage: python tools/same_author_baseline.py [--shared DIR] [--check PAIRS] [--dry]

Texts of 300 words and more by one author are compared in pairs, by the same ratio that a comparison uses. Quantiles of
|log2 ratio| (rates, with 0.5 added to both counts where one is 0; pairs without a hit are left out) and |difference| (means)
are written for every measure and family and length band of the shorter text into src/rhetoric/data/baseline.json. No word
of a text goes into it. Then the strength words are tried on pairs by authors whom the baseline at hand has not seen; the figures
go into benchmarks/same_author.json and docs/comparison.md.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pandas as pd

from rhetoric.compare import Baseline, contrast
from rhetoric.model.document import Document
from rhetoric.model.evidence import Evidence, Exposure
from rhetoric.pipeline import analyse_documents
from rhetoric.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "benchmarks"))

from pagetable import markdown, put  # noqa: E402  (beside the benchmarks)

TARGET = ROOT / "src" / "rhetoric" / "data" / "baseline.json"
BANDS = (300, 900)  # words of the shorter text; from 2,000 words there are 25 pairs only, too few for a band
LEAST_PAIRS = 30
PAIRS_BY_AUTHOR = 400
EQUAL_FROM = 10  # authors with as many pairs or more weigh the same, those with fewer less
STEPS = np.linspace(0, 1, 21)
SEED = 7
GENERATION = 12  # years without a speech after which a surname stands for another president
OFFICES = ("The ", "Speaker", "Deputy Speaker", "Chairman")
SOURCE = (
    "Pairs of texts by one speaker or writer: US Senate press releases and State of the Union addresses since 1900 (public "
    "domain), speeches in the UK House of Commons and House of Lords in 1920, 1950, 1980, 2000 and 2016 (Hansard, Open "
    "Parliament Licence), Irish budget speeches, broadcast interviews of 2015. Numbers only."
)

Texts = dict[str, list[str]]


def prose(folder: Path) -> Texts:
    """Return the press releases of each senator, and addresses and budget speeches of each speaker."""
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    with gzip.open(folder / "bench" / "docs10.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            kind, _, name = row["id"].partition(":")
            name = name.split("#")[0]
            if kind == "senate":
                parts[f"senate:{name.split('/')[0]}", name].append(row["text"])
            elif kind == "sotu" and (year := int(name[-5:].strip("-b"))) >= 1900:
                parts[f"sotu:{name.split('_')[1].rsplit('-', 1)[0]}", f"{year} {name}"].append(row["text"])
            elif kind == "irishbudgets":
                parts[f"irish:{'_'.join(name.split('_')[4:-1])}", name].append(row["text"])
    out: Texts = defaultdict(list)
    person: dict[str, tuple[int, int]] = {}
    for (author, name), texts in sorted(parts.items()):
        if author.startswith("sotu:"):
            year = int(name[:4])
            last, number = person.get(author, (year, 1))
            person[author] = (year, number + (year - last > GENERATION))
            author = f"{author} {person[author][1]}"
        out[author].append("\n\n".join(texts))
    return out


def hansard(folder: Path) -> Texts:
    """Return what each speaker said in each debate; one surname in two years is taken for two speakers."""
    parts: dict[tuple[str, str], list[str]] = defaultdict(list)
    with gzip.open(
        folder / "loaders" / "hansard" / "speeches_sample.json.gz", "rt", encoding="utf-8"
    ) as file:
        for row in json.load(file):
            name = row["canonical_name"] or row["speaker"]
            if not name.startswith(OFFICES):
                parts[f"hansard:{name} {row['year']}", row["debate_id"]].append(row["text"])
    debate = ""
    for element in ElementTree.parse(folder / "loaders" / "hansard" / "debates2016-05-10a.xml").getroot():
        if element.tag == "major-heading":
            debate = element.get("id", "")
        speaker = element.get("speakername")
        if element.tag == "speech" and speaker:
            said = "\n\n".join("".join(p.itertext()).strip() for p in element.iter("p"))
            parts[f"hansard:{speaker} 2016", debate].append(said)
    out: Texts = defaultdict(list)
    for (speaker, _), texts in parts.items():
        out[speaker].append("\n\n".join(texts))
    return out


def interviews(folder: Path) -> Texts:
    """Return what each person said in each interview."""
    out: Texts = defaultdict(list)
    with gzip.open(folder / "turns" / "turns.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            said: dict[str, list[str]] = defaultdict(list)
            for name, text in json.loads(line)["turns"]:
                said[f"interview:{name}"].append(text)
            for name, texts in said.items():
                out[name].append("\n\n".join(texts))
    return out


def texts_by_author(folder: Path) -> Texts:
    """Return the texts of every author who has two or more of 300 words."""
    found: Texts = {}
    for source in (prose, hansard, interviews):
        found |= source(folder)
    long = {a: [t for t in ts if len(t.split()) >= BANDS[0]] for a, ts in found.items()}
    return {a: ts for a, ts in sorted(long.items()) if len(ts) > 1}


@dataclass(frozen=True)
class Scored:
    """Every text as a whole.

    Parameters
    ----------
    evidence : Evidence
    exposure : Exposure
    author : list of str
        Of every text.
    words : array, shape (texts,)
    hits, value : arrays, shape (texts, features)
    features : list of str
    mean : bool array, shape (features,)
    """

    evidence: Evidence
    exposure: Exposure
    author: list[str]
    words: Any
    hits: Any
    value: Any
    features: list[str]
    mean: Any


def scored(texts: Texts, batch: int = 200) -> Scored:
    """Analyse all texts."""
    documents = [Document(f"{a}|{n}", t) for a, ts in texts.items() for n, t in enumerate(ts)]
    parts = [
        analyse_documents(documents[k : k + batch], Settings(draws=0, unmeasured=True))
        for k in range(0, len(documents), batch)
    ]
    evidence = Evidence.concat([p.evidence for p in parts])
    exposure = Exposure.concat([p.exposure for p in parts])
    table = pd.concat([p.scores for p in parts], ignore_index=True).query("voice == 'all'")
    ids, features = [d.id for d in documents], [str(f) for f in evidence.features]

    def wide(column: str) -> Any:
        pivot = table.pivot(index="doc_id", columns="feature", values=column)
        return pivot.loc[ids, features].to_numpy(np.float64)

    words = np.bincount(exposure.doc, exposure.words, len(ids))
    order = [exposure.docs.index(i) for i in ids]
    mean = np.array([f.measure == "mean" for f in evidence.features], np.bool_)
    return Scored(
        evidence,
        exposure,
        [i.rsplit("|", 1)[0] for i in ids],
        words[order],
        wide("hits"),
        wide("value"),
        [f.name for f in evidence.features],
        mean,
    )


def band_of(words: float) -> int | None:
    """Return the length band of the shorter text, or None below all."""
    return max((b for b in BANDS if b <= words), default=None)


def pairs_of(s: Scored) -> list[tuple[int, int]]:
    """Return pairs of texts by one author: as many as one may give, half from each length band."""
    by_author: dict[str, list[int]] = defaultdict(list)
    for n, author in enumerate(s.author):
        by_author[author].append(n)
    out = []
    for author, texts in sorted(by_author.items()):
        by_band: dict[int, list[tuple[int, int]]] = defaultdict(list)
        for i, j in combinations(texts, 2):
            if band := band_of(min(s.words[i], s.words[j])):
                by_band[band].append((i, j))
        for band, pairs in sorted(by_band.items()):
            random.Random(f"{SEED}|{author}|{band}").shuffle(pairs)
            out += pairs[: PAIRS_BY_AUTHOR // len(BANDS)]
    return out


def sizes_of(s: Scored, pairs: Sequence[tuple[int, int]]) -> pd.DataFrame:
    """Return the size of every difference: pair, author, feature, band, size."""
    i, j = np.array(pairs).T
    add = np.where((s.hits[i] == 0) | (s.hits[j] == 0), 0.5, 0.0)
    with np.errstate(invalid="ignore", divide="ignore"):
        rates = np.abs(
            np.log2((s.hits[i] + add) / s.words[i][:, None])
            - np.log2((s.hits[j] + add) / s.words[j][:, None])
        )
    size = np.where(
        s.mean,
        np.abs(s.value[i] - s.value[j]),
        np.where(s.hits[i] + s.hits[j] > 0, rates, np.nan),
    )
    band = [band_of(w) for w in np.minimum(s.words[i], s.words[j])]
    n = len(s.features)
    return pd.DataFrame(
        {
            "pair": np.repeat(np.arange(len(pairs)), n),
            "author": np.repeat([s.author[x] for x in i], n),
            "feature": np.tile(s.features, len(pairs)),
            "band": np.repeat(band, n),
            "size": size.ravel(),
        }
    ).dropna()


def quantiles(sizes: pd.DataFrame) -> dict[str, dict[str, list[float]]]:
    """Return quantiles by measure, and pooled by family, for every band with enough pairs."""
    out: dict[str, dict[str, list[float]]] = {}
    sizes = sizes.assign(family=sizes["feature"].str.split(".").str[0])
    for column in ("feature", "family"):
        for (name, band), mine in sizes.groupby([column, "band"]):
            if mine["pair"].nunique() >= LEAST_PAIRS:
                own = mine.groupby("author")["size"].transform("size")
                weight = 1 / np.maximum(own.to_numpy(), EQUAL_FROM)
                found = np.quantile(mine["size"].to_numpy(), STEPS, weights=weight, method="inverted_cdf")
                out.setdefault(str(name), {})[str(band)] = [round(float(q), 3) for q in found]
    return out


def behind(s: Scored, pairs: Sequence[tuple[int, int]]) -> dict[str, dict[str, int]]:
    """Return how many authors, texts and pairs stand behind each band."""
    out = {}
    for low, high in pairwise([*BANDS, np.inf]):
        mine = [p for p in pairs if low <= min(s.words[list(p)]) < high]
        out[str(low)] = {
            "authors": len({s.author[i] for i, _ in mine}),
            "texts": len({t for p in mine for t in p}),
            "pairs": len(mine),
        }
    return out


def judged(s: Scored, pairs: Sequence[tuple[int, int]], baselines: Mapping[str, Baseline]) -> pd.DataFrame:
    """Return the comparison of both texts of every pair, each against a baseline made without the first's author."""
    out = []
    for i, j in pairs:
        a, b = s.exposure.docs[i], s.exposure.docs[j]
        evidence = s.evidence.where(np.isin(s.evidence.doc, [s.evidence.docs.index(d) for d in (a, b)]))
        exposure = s.exposure.where(np.isin(s.exposure.doc, [i, j]))
        sides = {(d, v): d for d in (a, b) for v in exposure.voices}
        found = contrast(
            evidence,
            exposure,
            a=a,
            b=b,
            by="doc_id",
            sides=sides,
            settings=Settings(draws=200),
            baseline=baselines[s.author[i]],
        )
        out.append(found.table.assign(pair=len(out)))
    return pd.concat(out, ignore_index=True)


def check(s: Scored, pairs: Sequence[tuple[int, int]], many: int) -> list[dict[str, Any]]:
    """Return how often pairs of 900 words and more are called different, by half of the authors held out in turn."""
    authors = sorted(set(s.author))
    random.Random(SEED).shuffle(authors)
    halves = [set(authors[::2]), set(authors[1::2])]
    baselines = {}
    for half in halves:
        rest = [p for p in pairs if s.author[p[0]] not in half]
        made = Baseline("", BANDS, quantiles(sizes_of(s, rest)))
        baselines |= dict.fromkeys(half, made)
    long: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for i, j in pairs:
        if min(s.words[i], s.words[j]) >= 900:
            long[s.author[i]].append((i, j))
    draw = random.Random(SEED)
    same: list[tuple[int, int]] = []
    while len(same) < many and any(long.values()):  # one author after the other, so that all weigh alike
        for mine in long.values():
            if mine and len(same) < many:
                same.append(mine.pop(draw.randrange(len(mine))))
    texts = sorted({t for p in same for t in p})
    other = []
    while len(other) < len(same):
        i, j = draw.sample(texts, 2)
        kinds = {s.author[t].split(":")[0] for t in (i, j)}
        if s.author[i] != s.author[j] and len(kinds) == 1:
            other.append((i, j))
    tables = {
        n: judged(s, chosen, baselines) for n, chosen in (("same author", same), ("two authors", other))
    }
    families = sorted({f.split(".")[0] for f in s.features})
    return [shares(tables, family) for family in ("", *families)]


def shares(tables: Mapping[str, pd.DataFrame], family: str) -> dict[str, Any]:
    """Return how many comparisons with five hits or more are 'clear', of one family or of all."""
    row: dict[str, Any] = {"measures": family or "all"}
    for name, table in tables.items():
        mine = table[table["feature"].str.startswith(f"{family}." if family else "")]
        enough = mine[mine["strength"] != "too few to say"]
        clear = enough["strength"] == "clear"
        open_ = np.where(
            enough["effect_kind"] == "ratio",
            (enough["low"] > 1) | (enough["high"] < 1),
            (enough["low"] > 0) | (enough["high"] < 0),
        )
        row |= {
            f"pairs, {name}": int(mine["pair"].nunique()),
            f"with five hits, {name}": len(enough),
            f"clear, {name}": round(float(clear.mean()), 3),
            f"range excludes no difference, {name}": round(float(open_.mean()), 3),
            f"pairs with one clear or more, {name}": round(
                enough.loc[clear, "pair"].nunique() / mine["pair"].nunique(), 2
            ),
        }
    return row


def brief(row: Mapping[str, Any]) -> dict[str, Any]:
    """Return the columns that the page shows."""
    return {k: v for k, v in row.items() if not k.startswith("pairs, ") and "range" not in k}


def main() -> int:
    """Write the baseline."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("--check", type=int, default=300, help="pairs on which the strength words are tried")
    parser.add_argument("--dry", action="store_true", help="write nothing")
    chosen = parser.parse_args()
    folder = chosen.shared / "data"
    if not folder.exists():
        print("the shared data are not beside the checkout; name their folder with --shared", file=sys.stderr)
        return 1
    s = scored(texts_by_author(folder))
    pairs = pairs_of(s)
    result = {
        "source": SOURCE,
        "authors": len({s.author[i] for i, _ in pairs}),
        "pairs": len(pairs),
        "behind": behind(s, pairs),
        "bands": list(BANDS),
        "quantiles": quantiles(sizes_of(s, pairs)),
    }
    if not chosen.dry:
        TARGET.write_text(json.dumps(result, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(f"{result['authors']} authors, {result['pairs']} pairs, {len(result['quantiles'])} measures")
    for band, numbers in result["behind"].items():
        held = sum(band in bands for bands in result["quantiles"].values())
        print(f"from {band} words: {numbers}, {held} measures and families")
    if chosen.check:
        rows = check(s, pairs, chosen.check)
        print(markdown(rows))
        if not chosen.dry:
            (ROOT / "benchmarks" / "same_author.json").write_text(
                json.dumps(rows, indent=1) + "\n", encoding="utf-8"
            )
            put(ROOT / "docs" / "comparison.md", "same-author", markdown([brief(r) for r in rows]))
    return 0


if __name__ == "__main__":
    sys.exit(main())
