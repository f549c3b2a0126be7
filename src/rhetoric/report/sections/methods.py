"""Methods and limits: what each measure counts, and how it fails."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from rhetoric.model.comparison import BEYOND
from rhetoric.model.feature import Feature
from rhetoric.model.material import Material
from rhetoric.report.section import Section
from rhetoric.report.told import cited
from rhetoric.report.view import removed, repeated

FAMILIES = (
    ("theme", "Themes", "Patterns with poles, exclusions and negation, matched on words; one file a theme. A hit in a sentence that cannot be an appeal is left out."),
    ("meaning", "Themes by meaning", "A small encoder's probability that a sentence appeals to the theme; from a limit on it counts."),
    ("actor", "Who is named", "Names of one actor are gathered under one: from a list of bodies, a list of first names, and what the text itself shows. A pronoun counts where it is plain whom it means."),
    ("stance", "Stance toward those named", "Each mention is judged in its sentence. Where an act toward somebody is called right or wrong, asked for or forbidden, that decides (after Deng and Wiebe 2014); else a model that learned from NewsMTSC (Hamborg and Donnay 2021). The range of a mean over mentions is a t interval with two mentions more, at -1 and at 1 (after Agresti and Coull 1998): few mentions never look certain."),
    ("sentiment", "Tone", "How warm or cold a sentence reads, -1 to 1, averaged over sentences: several instruments as one, VADER (Hutto and Gilbert 2014) among them, which is also given alone. Names do not set the tone."),
    ("metaphor", "Metaphor", "A list of phrases with their source domains, and a model that judges every word where it stands. What is worn or doubtful is a candidate: in the tables, not counted."),
    ("device", "Devices", "Rules over words and sentences, each with a score; the commonest are ranked by named signs and, with --device model, by a small encoder beside them. The readers were language models with a guide. Sources of each: docs/gallery.md; how they were fitted: docs/models/figures.md."),
    ("discourse", "Position and argument", "Lists of words with exclusions, and rules over the sentence around them. The readers who judged finds were language models with a guide. Limits and sources of each: docs/gallery.md."),
)  # fmt: skip
TEXTURE = "Published formulas over counts of words, syllables (CMU Pronouncing Dictionary, else rules) and sentences, a voice at a time; equal to quanteda's and lexicalrichness's values on their words. See docs/texture.md."  # fmt: skip


def facts(material: Material) -> dict[str, Any]:
    """Return each family with its measures and limits, and how numbers and intervals are made.

    A measure of which nothing was found is only named: its limits and sources would be about nothing on the page.
    """
    families = []
    e = material.evidence
    spoken_of = cited(material)

    def full(feature: Feature) -> bool:
        """Return whether limits and sources are printed: of the many markers of discourse, of those that findings speak of."""
        return feature.family != "discourse" or feature.name in spoken_of

    there = {e.features[n] for n in np.unique(e.feature).tolist()}
    for key, label, how in FAMILIES:
        mine = [f for f in material.evidence.features if f.family == key]
        if mine:
            shared = common(mine)
            families.append(
                {
                    "label": label,
                    "how": how,
                    "limits": shared,
                    "features": [
                        {
                            "id": str(f),
                            "label": f.label,
                            "unit": f.unit,
                            "about": f.about,
                            "limits": [x for x in f.limits if x not in shared] if full(f) else [],
                            "measured": ""
                            if f.measured is None
                            else f"{f.measured.right} of {f.measured.judged}",
                        }
                        for f in mine
                        if f in there
                    ],
                    "absent": [f"{f.label} ({f})" for f in mine if f not in there],
                    "cites": sorted(
                        {
                            c
                            for f in mine
                            if f in there and (f.family not in ("device", "discourse") or f.name in spoken_of)
                            for c in f.cites
                        }
                    ),
                }
            )
    if "texture" in material.settings.layers:
        families.append(
            {"label": "Texture", "how": TEXTURE, "limits": [], "features": [], "absent": [], "cites": []}
        )
    settings = material.settings
    return {
        "families": families,
        "level": round(100 * settings.level),
        "beyond": BEYOND,
        "draws": settings.draws,
        "lexical": settings.tier == "lexical",
        "seed": settings.seed,
        "baseline": str(material.provenance.get("baseline", "")),
        "removed": len(removed(material)),
        "repeated": len(repeated(material)),
    }


def common(features: Sequence[Feature]) -> list[str]:
    """Return the limits that every measure of a family has, to be said once."""
    return [x for x in features[0].limits if len(features) > 1 and all(x in f.limits for f in features)]


section = Section("methods", "Methods and limits", "methods.html.j2", facts)
