"""Themes as a scikit-learn transformer: texts in, a matrix of texts by themes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Literal, Self

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.utils.validation import check_is_fitted

from rhetoric.counting import Counting
from rhetoric.extract.themefile import Theme, shipped
from rhetoric.extract.themesource import read_themes, themes_of
from rhetoric.match import Dictionary, Entry

Source = str | Path | Dictionary | Mapping[str, Sequence[str]] | Theme


class ThemeCounter(TransformerMixin, BaseEstimator):  # type: ignore[misc]
    """Count themes in texts.

    Parameters
    ----------
    themes : path, Dictionary, mapping of name to patterns, Theme, or a sequence of these; optional
        By default the twelve themes that ship.
    value : {'hits', 'weight', 'rate'}
        ``'hits'``: how many; ``'weight'``: the sum of their weights, below 0 where the opposing pole prevails;
        ``'rate'``: hits per 1,000 words, 0 for a text without words.
    nested_scope : {'key', 'dictionary'}
        Where hits share words: the longest counts within each theme, or among all of them.
    sentences : bool
        Whether phrases stop at the ends of sentences and headings, as in `rhetoric.analyse`. Without, only marks and
        the end of the text stop them, which is several times faster. Dictionaries of quanteda are always matched so.
    sparse_output : bool
        Return a sparse matrix; a dense one is needed for ``set_output(transform="pandas")``.

    Attributes
    ----------
    themes_ : tuple of Theme

    Notes
    -----
    Nothing is learnt from the texts of `fit`, and the whole text counts, whoever speaks in it: for voices and intervals
    use `rhetoric.analyse`. The language is not checked.

    Examples
    --------
    >>> counter = ThemeCounter({"economy": ["tax*", "interest rate*"], "war": ["war|wars", "battle*"]})
    >>> counter.fit_transform(["Taxes and interest rates rise.", "War!"]).toarray()
    array([[2, 0],
           [0, 1]])
    >>> list(counter.get_feature_names_out())
    ['economy', 'war']
    """

    def __init__(
        self,
        themes: Source | Sequence[Source] | None = None,
        *,
        value: Literal["hits", "weight", "rate"] = "hits",
        nested_scope: Literal["key", "dictionary"] = "key",
        sentences: bool = True,
        sparse_output: bool = True,
    ) -> None:
        self.themes = themes
        self.value = value
        self.nested_scope = nested_scope
        self.sentences = sentences
        self.sparse_output = sparse_output

    def fit(self, X: Iterable[str], y: Any = None) -> Self:
        """Read and check the themes; the texts are looked at for their type only.

        Raises
        ------
        DictionaryError
            If a file is missing or a pattern malformed.
        ValueError
            If a parameter is unknown, or `X` is one text.
        TypeError
            If `X` holds something other than texts.
        """
        if self.value not in ("hits", "weight", "rate"):
            raise ValueError(f"value={self.value!r}: choose 'hits', 'weight' or 'rate'")
        if self.nested_scope not in ("key", "dictionary"):
            raise ValueError(f"nested_scope={self.nested_scope!r}: choose 'key' or 'dictionary'")
        checked(X)
        self.themes_ = gathered(self.themes)
        self.counting()
        return self

    def counting(self) -> Counting:
        """Return what counts these themes."""
        return Counting(
            self.themes_, self.nested_scope, weighted=self.value == "weight", sentences=self.sentences
        )

    def transform(self, X: Iterable[str]) -> Any:
        """Return the counts.

        Parameters
        ----------
        X : iterable of str

        Returns
        -------
        csr_matrix or array, shape (texts, themes)
            int64 for ``value='hits'``, float64 otherwise.
        """
        check_is_fitted(self)
        texts = checked(X)
        counts = self.counting().counts(texts)
        values: npt.NDArray[Any] = counts.values
        if self.value == "rate":
            values = 1000 * values / np.maximum(counts.words, 1)[:, None]
        elif self.value == "hits":
            values = values.astype(np.int64)
        return csr_matrix(values) if self.sparse_output else values

    def get_feature_names_out(self, input_features: Any = None) -> npt.NDArray[np.object_]:
        """Return the names of the themes, without their family."""
        check_is_fitted(self)
        return np.array([t.feature.name.split(".", 1)[1] for t in self.themes_], object)

    def __sklearn_tags__(self) -> Any:
        tags = super().__sklearn_tags__()
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.requires_fit = True
        return tags


def gathered(source: Source | Sequence[Source] | None) -> tuple[Theme, ...]:
    """Return the themes of whatever names them."""
    if source is None:
        return shipped()
    if isinstance(source, Theme):
        return (source,)
    if isinstance(source, Dictionary):
        return themes_of(source)
    if isinstance(source, str | Path):
        return read_themes([source])
    if isinstance(source, Mapping):
        entries = tuple(Entry(p, key=str(k), where="themes") for k, rows in source.items() for p in rows)
        return themes_of(Dictionary("themes", entries, tuple(map(str, source)), "themes"))
    return tuple(theme for each in source for theme in gathered(each))


def checked(texts: Iterable[str]) -> list[str]:
    """Return texts as a list, once it is sure that they are texts."""
    if isinstance(texts, str):
        raise ValueError("expected several texts, got one; put it into a list")
    rows = list(texts)
    for n, text in enumerate(rows):
        if not isinstance(text, str):
            what = "a missing value" if text is None or text != text else f"a {type(text).__name__}"
            raise TypeError(f"text {n} is {what}, not a str; fill or drop it first")
    return rows
