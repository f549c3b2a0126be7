"""One paragraph on method that a paper can hold, with its citations."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from typing import Any

from rhetoric.model.comparison import BEYOND
from rhetoric.report.export.found import charts
from rhetoric.report.export.latex import escaped, prose

Facts = Mapping[str, Any]
NAMED = 6  # texts up to which each is named
KEY = re.compile(r"@([a-z]+\d*[a-z]*)")


def paragraph(facts: Facts) -> str:
    """Return what was done, in the past tense, as Markdown with citations such as ``[@efron1979]``.

    It says which texts there were, what was measured with which versions, how intervals were made, when a difference is called clear, what
    it is held against, and what limits it.
    """
    s = facts["sections"]
    parts = [texts(s), sides(s), measured(s), intervals(s), *strength(s), words(s), trends(facts), limits(s)]
    return " ".join(p for p in parts if p)


def cited(text: str) -> list[str]:
    """Return the keys that a paragraph cites, in order, each once."""
    found = (k for part in re.findall(r"\[(@[^\]]+)\]", text) for k in KEY.findall(part))
    return list(dict.fromkeys(found))


def texts(s: Facts) -> str:
    """Say which texts there were, and what of them was left out."""
    summary, methods, made = s["summary"], s["methods"], s["reproduce"]
    n, total = summary["texts"], summary["words"]
    named = ""
    if 0 < len(summary["cards"]) <= NAMED:
        named = ": " + "; ".join(map(card, summary["cards"]))
    out = f"We analysed {n:,} text{'s' * (n != 1)} ({total:,} words{named}) with rhetoric {made['version']} [@rhetoric]."
    out += (
        " Every word was attributed to the voice that speaks it: the author, a speaker, or whoever is quoted."
    )
    left = []
    if methods["removed"]:
        left.append(
            f"bylines and page furniture were removed ({counted(methods['removed'], 'stretch', 'stretches')})"
        )
    if methods["repeated"]:
        left.append(
            f"passages printed twice were counted once ({counted(methods['repeated'], 'repeat', 'repeats')})"
        )
    return out + (f" {' and '.join(left).capitalize()}." if left else "")


def card(held: Facts) -> str:
    """Return a text as a reference in passing."""
    known = [held["author"], f"“{held['title']}”", held["outlet"], held["date"]]
    return ", ".join(str(k) for k in known if k)


def counted(n: int, one: str, many: str) -> str:
    """Return a count with its noun."""
    return f"{n:,} {one if n == 1 else many}"


def sides(s: Facts) -> str:
    """Say what was compared."""
    summary = s["summary"]
    rows = summary["table"]
    if not rows:
        return "Nothing was compared."
    if summary["groups"]:
        sizes = {r["group"]: r["words"] for r in reversed(rows)}
        listed = ", ".join(f"{g} ({sizes[g]:,} words)" for g in summary["groups"])
        return (
            f"We compared {len(summary['groups'])} groups by {summary['by']}, {listed}, each with all the others together, "
            f"on {summary['each']:,} measures."
        )
    r = rows[0]
    by = "" if summary["by"] in ("voice", "doc_id") else f" by {summary['by']}"
    return f"We compared {r['a']} ({r['words_a']:,} words) with {r['b']} ({r['words_b']:,} words){by} on {len(rows):,} measures."


def measured(s: Facts) -> str:
    """Say what was measured, each family with its source."""
    settings = tomllib.loads(s["reproduce"]["toml"])
    said = [family(f, settings) for f in s["methods"]["families"]]
    lists = s["reproduce"]["lexicons"]
    out = "We measured " + listed([x for x in said if x]) + "."
    if any(f["label"] != "Tone" for f in s["methods"]["families"]):
        out += " Rates are hits per 1,000 words of a side."
    if lists:
        out += f" The versions of all measures stand in the table of measures; those of the {len(lists)} word lists and models, with their SHA-256, in results.json."
    return out


def family(held: Facts, settings: Mapping[str, Any]) -> str:
    """Return a family of measures in a few words."""
    n = len(held["features"]) + len(held["absent"])
    model = settings.get("tone") == "model"
    if held["label"] == "Metaphor" and settings.get("metaphor") == "list":
        how = "a list of phrases with their source domains"
    else:
        how = "a list of phrases with their source domains and a model that judged every word where it stands"
    judged = ", the commonest of them judged by a small encoder beside their signs" * (
        settings.get("device") == "model"
    )
    known = {
        "Themes": f"{n} themes by word patterns with poles, exclusions and negation",
        "Themes by meaning": f"{n} themes a second time by the probability that a small encoder gave each sentence",
        "Who is named": "persons and bodies by name",
        "Stance toward those named": "stance toward those named, by rules for acts called right or wrong, asked for or forbidden "
        "[@deng2014], and else by a model learned from NewsMTSC [@hamborg2021]",
        "Tone": f"tone, from {'an encoder and ' if model else ''}several instruments as one, VADER [@hutto2014] among them",
        "Metaphor": f"metaphor in {n} source domains, after MIP and MIPVU [@pragglejaz2007; @steen2010; @lakoff1980], by {how}",
        "Devices": f"{n} rhetorical devices by rules over words and sentences{judged}",
        "Position and argument": f"{n} markers of position and argument by word lists with rules over the sentence around them",
        "Texture": "readability [@flesch1948; @kincaid1975] and lexical diversity [@covington2010; @mccarthy2010]",
    }
    return known.get(held["label"], str(held["label"]).lower())


def listed(parts: Sequence[str]) -> str:
    """Return parts as one list; semicolons, for they hold commas."""
    return "; ".join(parts[:-1]) + ("; and " if len(parts) > 1 else "") + parts[-1] if parts else "nothing"


def intervals(s: Facts) -> str:
    """Say how the intervals were made."""
    methods, summary = s["methods"], s["summary"]
    level, draws, seed = methods["level"], f"{methods['draws']:,}", methods["seed"]
    kinds = {str(r.get("method", "")) for r in summary["table"]} - {""}
    texts_drawn = any("between" in k for k in kinds)
    unit = next(
        (k.rsplit("bootstrap of ", 1)[1].split(";")[0] for k in sorted(kinds) if "between" in k), "texts"
    )
    passage = (
        f"Intervals of rates aimed at {level}% and were the outer hull of a Jeffreys interval for counts [@brown2003], widened by the "
        "overdispersion over blocks of three sentences and by the drift of topic between passages, and of a bootstrap over moving blocks of "
        f"five sentences [@kuensch1989] ({draws} draws, seed {seed}); intervals of means were the hull of a t interval with the design effect "
        "of sentences that are alike [@kish1965] and the same bootstrap."
    )
    sampled = (
        f"Intervals aimed at {level}% and were the outer hull of a Jeffreys interval [@brown2003], widened by the dispersion between {unit}, and of "
        f"a bootstrap of {unit} [@efron1979] ({draws} draws, seed {seed})."
    )
    if texts_drawn:
        return sampled
    if summary["groups"]:
        passage += " From twenty texts in a group and in the others, texts were drawn instead of blocks [@efron1979]."
    return passage


def strength(s: Facts) -> list[str]:
    """Say when a difference is called clear, and what it is held against."""
    if not s["summary"]["table"]:
        return []
    rule = (
        "A difference was called clear where the interval of its ratio excluded 1, there were ten hits or more, in three separate blocks or more of "
        f"the higher side, it lay beyond the {BEYOND}th percentile of same-author pairs, and both sides had 900 words or more; too few to say under "
        "five hits, or where a side had under 300 words; and uncertain otherwise."
    )
    held = str(s["methods"]["baseline"])
    figures = held.split(". ")[0]
    return [
        rule,
        f"Differences were held against those between texts of one author ({figures})." if held else "",
    ]


def words(s: Facts) -> str:
    """Say how words, mentions and instruments were compared, where the report has them."""
    out = []
    if drawn(s, "words"):
        out.append(
            "Distinctive words were ranked by weighted log-odds with an informative prior [@monroe2008] and shown as log ratios [@hardie2014]."
        )
    if drawn(s, "stance"):
        out.append(
            "The interval of a mean stance was a t interval with two mentions more, at −1 and at 1 [@agresti1998]."
        )
    if s.get("themes", {}).get("instruments"):
        out.append(
            "Agreement between word lists and the reading by meaning was measured by Krippendorff’s alpha [@hayes2007]."
        )
    if drawn(s, "arc") == "arc":
        out.append(
            "Lines of tone through a text were kernel means weighted by words [@nadaraya1964; @watson1964]."
        )
    return " ".join(out)


def trends(facts: Facts) -> str:
    """Say how lines over time were drawn, where the report has them."""
    if any(c["kind"] == "trend" for c in charts(facts)):
        return "Lines over time were local linear regressions with tricube weights [@cleveland1979], weighted by words, without robustness rounds."
    return ""


def drawn(s: Facts, section: str) -> str:
    """Return the kind of chart that a section shows; empty where it has none."""
    chart = s.get(section, {}).get("chart")
    return str(chart["kind"]) if chart and chart["rows"] else ""


def limits(s: Facts) -> str:
    """Say what limits the findings."""
    said = [x.rstrip(".") for x in s["summary"]["limits"]]
    validated = any(v["kind"] == "yours" for v in s.get("themes", {}).get("validity", ()))
    if not validated:
        said.append("None of the measures was validated on these texts")
    return f"Limits: {'. '.join(said)}." if said else ""


def markdown(facts: Facts, families: Mapping[str, Sequence[str]]) -> str:
    """Return the paragraph with the keys of the literature behind each family of measures, as Markdown."""
    lines = ["# Methods", "", paragraph(facts), ""]
    if families:
        lines += ["## Sources of the lists and rules", ""]
        lines += [f"- {label}: {'; '.join(f'@{k}' for k in keys)}" for label, keys in families.items()]
        lines += [""]
    lines += ["The keys are those of `references.bib`; Pandoc reads them as they stand.", ""]
    return "\n".join(lines)


def latex(facts: Facts, families: Mapping[str, Sequence[str]]) -> str:
    """Return the same as LaTeX, to be read with ``\\input``."""
    lines = [r"\subsection*{Methods}", "", prose(paragraph(facts)), ""]
    for label, keys in families.items():
        lines += [rf"% {escaped(label)}", rf"\nocite{{{','.join(keys)}}}"]
    return "\n".join([*lines, ""])
