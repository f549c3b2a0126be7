"""What a coder is asked, and what the machine had said: the two halves of a validation."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from rhetoric.errors import InputError

STRATA = ("hits", "near", "rest")


@dataclass(frozen=True, slots=True)
class Item:
    """One sentence to be coded.

    Parameters
    ----------
    id : str
        Made of the text, the place and the theme: no other sentence has it.
    doc_id : str
    start, end : int
        Code points.
    voice : str
    before, sentence, after : str
        The sentence, and the ones around it.
    stratum : {'hits', 'near', 'rest'}
    machine : bool
        Whether the instrument found the theme in it.
    pole : {'+', '-', ''}
        Which pole the instrument found.
    found : tuple of str
        The words it found.
    unit : str
        The word or phrase to be judged, where it is not the whole sentence.
    basic, context : str
        What may help to judge it: a more basic sense, and what it may speak of here. Questions, not answers.
    """

    id: str
    doc_id: str
    start: int
    end: int
    voice: str
    before: str
    sentence: str
    after: str
    stratum: str
    machine: bool
    pole: str = ""
    found: tuple[str, ...] = ()
    unit: str = ""
    basic: str = ""
    context: str = ""


@dataclass(frozen=True, slots=True)
class Sample:
    """Sentences drawn for coding, and how.

    Parameters
    ----------
    feature : str
        The instrument, such as ``theme.pluralism@1``.
    seed : int
    sizes : mapping of str to int
        How many sentences of the corpus each stratum holds.
    texts : mapping of str to str
        Id and SHA-256 of every text of the corpus.
    items : tuple of Item
        In the order of the sheet.
    """

    feature: str
    seed: int
    sizes: Mapping[str, int]
    texts: Mapping[str, str]
    items: tuple[Item, ...]

    def plain(self) -> dict[str, Any]:
        """Return the sample as plain JSON."""
        return {**asdict(self), "sizes": dict(self.sizes), "texts": dict(self.texts)}

    @classmethod
    def of(cls, values: Mapping[str, Any], where: str) -> Sample:
        """Make a sample of plain JSON.

        Raises
        ------
        InputError
            If it is not what `plain` returns.
        """
        try:
            items = tuple(Item(**{**row, "found": tuple(row["found"])}) for row in values["items"])
            sizes = {str(k): int(v) for k, v in values["sizes"].items()}
            texts = {str(k): str(v) for k, v in values["texts"].items()}
            return cls(str(values["feature"]), int(values["seed"]), sizes, texts, items)
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            what = f"not the key of a coding sheet ({type(fault).__name__}: {fault})"
            raise InputError(what, "name the .key.json that 'rhetoric code sample' wrote", where) from None
