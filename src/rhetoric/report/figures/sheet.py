"""How wide a drawing is, and for what: the page, or paper in one column or two."""

from __future__ import annotations

from dataclasses import dataclass

INCH = 25.4  # mm
POINTS = 72  # an inch
LETTERING = 8 / 13  # what the page sets at 13 units is printed at 8 points
ON_PAGE = 680.0
NARROW = 500.0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The room that a drawing has.

    Parameters
    ----------
    width : float
        In units, in which text is 11 to 13 high whatever the width.
    scale : float
        Points that a unit is printed at.
    paper : bool
        Whether it stands alone: axes then name what they measure, and ink is ink.
    """

    width: float = ON_PAGE
    scale: float = 1.0
    paper: bool = False

    @property
    def narrow(self) -> bool:
        """Whether there is room for one panel only."""
        return self.width < NARROW

    def share(self, units: float) -> float:
        """Return units as a share of the width."""
        return units / self.width

    def letters(self, on_page: int) -> int:
        """Return how many letters fit where so many fit on the page."""
        return int(on_page * self.width / ON_PAGE)


def paper(millimetres: float) -> Sheet:
    """Return a sheet that is so wide in print, its text 7 to 8 points."""
    return Sheet(millimetres / INCH * POINTS / LETTERING, LETTERING, paper=True)


PAGE = Sheet()
COLUMN, TEXT = 89.0, 183.0  # mm
ONE_COLUMN, TWO_COLUMNS = paper(COLUMN), paper(TEXT)
