"""What groups are held against: the list that ships, a list of the user's own, or texts."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path

from rhetoric.compare.reference import ENGLISH, Reference, english, is_list, read_list, reference_of
from rhetoric.encode import encode
from rhetoric.errors import EmptyInput
from rhetoric.load import load
from rhetoric.model.corpus import Corpus
from rhetoric.segment import segment
from rhetoric.settings import Settings

log = logging.getLogger(__name__)


def reference(
    given: str | Path | Reference | None, settings: Settings, sizes: Sequence[int]
) -> Reference | None:
    """Return the reference that a user names.

    Parameters
    ----------
    given : str, Path, Reference or None
        ``'english'`` for the list that ships; a table of words and counts, see `rhetoric.compare.reference.read_list`; or a file or folder of
        texts, of which all words count, whoever says them.
    settings : Settings
    sizes : sequence of int
        The sizes of the terms that will be asked for.

    Raises
    ------
    EmptyInput
        If there are no texts in it; the message says why.
    """
    if given is None or isinstance(given, Reference):
        return given
    if str(given) == ENGLISH:
        return english()
    path = Path(given)
    if is_list(path):
        return read_list(path)
    loaded = load([path], settings)
    for problem in loaded.problems:
        log.warning("reference: %s: %s", problem.source, problem.message)
    if not loaded.documents:
        why = "; ".join(p.message for p in loaded.problems) or "nothing in it"
        raise EmptyInput(
            f"the reference could not be read ({why})", "name texts, or a table of word,count", str(given)
        )
    return reference_of(encode(segment(Corpus(loaded.documents))), path.name, sizes)
