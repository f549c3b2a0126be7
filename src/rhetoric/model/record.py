"""What human codes say of an instrument: the record that a report prints beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, Final

from rhetoric.errors import InputError


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure with its interval; NaN where it is undefined.

    Parameters
    ----------
    value, low, high : float
    """

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        if math.isnan(self.value):
            return "undefined"
        return f"{shown(self.value)} [{shown(self.low)}, {shown(self.high)}]"


def shown(value: float) -> str:
    """Return a share as papers print it: two digits, three below .01, no leading zero."""
    if math.isnan(value):
        return "?"
    text = f"{value:.3f}" if 0 < abs(value) < 0.01 else f"{value:.2f}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def written(figure: Figure) -> dict[str, float | None]:
    """Return a figure as plain JSON."""
    return {k: None if math.isnan(v) else round(v, 4) for k, v in asdict(figure).items()}


def understood(values: Mapping[str, Any]) -> Figure:
    """Return the figure that `written` wrote."""
    return Figure(**{k: math.nan if v is None else float(v) for k, v in values.items()})


FIGURES = ("precision", "recall", "f1", "prevalence", "coders", "machine", "poles")
SIGNED: Final = ("nominal", "ordinal", "interval")


@dataclass(frozen=True, slots=True)
class Record:
    """A validation.

    Parameters
    ----------
    feature : str
        The instrument, such as ``theme.pluralism@1``.
    sentences : int
        Sentences with a code that counts.
    coded : tuple of str
        The coders, by their sheets.
    precision, recall, f1, prevalence : Figure
        Corrected for the sampling.
    coders : Figure
        Krippendorff's alpha (nominal) between coders; undefined for one coder.
    machine : Figure
        The same between the coders' majority and the machine, uncorrected for the sampling.
    poles : Figure
        Share of true hits whose pole is right.
    signed : mapping of str to pair of Figure
        Alpha at each level of measurement, between coders and with the machine, of codes with their pole: -1 against, 0
        absent, +1 for. Empty where nobody coded a pole.
    texts : mapping of str to str
        Id and SHA-256 of the texts of the corpus.
    """

    feature: str
    sentences: int
    coded: tuple[str, ...]
    precision: Figure
    recall: Figure
    f1: Figure
    prevalence: Figure
    coders: Figure
    machine: Figure
    poles: Figure
    texts: Mapping[str, str]
    signed: Mapping[str, tuple[Figure, Figure]] = field(default_factory=dict)

    def plain(self) -> dict[str, Any]:
        """Return the record as plain JSON; what is undefined is null."""
        out: dict[str, Any] = {**asdict(self), "texts": dict(self.texts)}
        for name in FIGURES:
            out[name] = written(getattr(self, name))
        out["signed"] = {
            k: {"coders": written(a), "machine": written(b)} for k, (a, b) in self.signed.items()
        }
        return out

    @classmethod
    def of(cls, values: Mapping[str, Any], where: str) -> Record:
        """Make a record of plain JSON.

        Raises
        ------
        InputError
            If it is not what `plain` returns.
        """
        try:
            figures = {name: understood(values[name]) for name in FIGURES}
            signed = {
                str(k): (understood(v["coders"]), understood(v["machine"]))
                for k, v in values.get("signed", {}).items()
            }
            texts = {str(k): str(v) for k, v in values["texts"].items()}
            coded = tuple(map(str, values["coded"]))
            name, n = str(values["feature"]), int(values["sentences"])
            return cls(name, n, coded, **figures, texts=texts, signed=signed)
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            what = f"not a validation record ({type(fault).__name__}: {fault})"
            raise InputError(what, "name what 'rhetoric validate' wrote", where) from None

    def covers(self, hashes: frozenset[str]) -> bool:
        """Whether some of these texts were in the corpus that the sentences came from."""
        return not hashes.isdisjoint(self.texts.values())

    def line(self) -> str:
        """Return the record in a line, as a page prints it."""
        by = "one coder" if len(self.coded) == 1 else f"{len(self.coded)} coders"
        alpha = "" if math.isnan(self.coders.value) else f", alpha between coders {self.coders}"
        return (
            f"validated on {self.sentences:,} sentences of these texts by {by}: precision {self.precision}, "
            f"recall {self.recall}{alpha}"
        )
