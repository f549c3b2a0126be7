"""Every error the package raises on purpose.

::

    RhetoricError                    where:line: what - do this
    ├── InputError                   a text or table that cannot be read
    │   ├── MissingInput             no such file or folder
    │   ├── EmptyInput               nothing in it
    │   ├── BinaryInput              bytes that are no text
    │   ├── UnknownFormat            no loader for it
    │   └── NotEnglish               a language this version does not score
    ├── DictionaryError              a theme, lexicon or pattern that is malformed
    ├── SettingsError                an option that is unknown or out of range
    ├── NotFound                     a name the registry does not hold
    ├── ContractError                a plug-in or table that breaks its contract
    └── TooFewTexts                  a method that needs more than it was given
"""

from __future__ import annotations


class RhetoricError(Exception):
    """Base of all errors raised on purpose; prints as ``where:line: what - do this``.

    Parameters
    ----------
    what : str
        What is wrong, in plain words.
    do : str
        What the reader can do about it.
    where : str
        The file, document or option concerned.
    line : int or None
        The line in `where`, counted from 1.
    """

    def __init__(self, what: str, do: str = "", where: str = "", line: int | None = None) -> None:
        super().__init__(what, do, where, line)
        self.what = what
        self.do = do
        self.where = where
        self.line = line

    def __str__(self) -> str:
        place = f"{self.where}:{self.line}" if self.where and self.line is not None else self.where
        head = f"{place}: {self.what}" if place else self.what
        return f"{head} - {self.do}" if self.do else head

    def __reduce__(self) -> tuple[type[RhetoricError], tuple[str, str, str, int | None]]:
        return type(self), (self.what, self.do, self.where, self.line)


class InputError(RhetoricError):
    """A text or table that cannot be read."""


class MissingInput(InputError):
    """There is no such file or folder."""


class EmptyInput(InputError):
    """The input holds no text."""


class BinaryInput(InputError):
    """The input is not text."""


class UnknownFormat(InputError):
    """No loader reads this kind of file."""


class NotEnglish(InputError):
    """The text is in a language that this version does not score."""


class DictionaryError(RhetoricError):
    """A theme, lexicon or pattern is malformed."""


class SettingsError(RhetoricError):
    """An option is unknown or out of range."""


class NotFound(RhetoricError):
    """The registry holds nothing of this name."""


class ContractError(RhetoricError):
    """A plug-in or a table breaks its contract."""


class TooFewTexts(RhetoricError):
    """A method needs more texts than it was given."""
