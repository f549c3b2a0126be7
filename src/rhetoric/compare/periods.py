"""Dates, whole and partial, and the periods that they fall in."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from rhetoric.errors import SettingsError, TooFewTexts

Every = Literal["day", "week", "month", "quarter", "year"]
PERIODS: tuple[Every, ...] = get_args(Every)
LEAST_PERIODS = 3
MOST_PERIODS = 1000
LONGEST = {"day": 21, "week": 180, "month": 1100, "quarter": 3000}  # days of a span that such periods suit
PLACED = 0.9  # share of the dated texts whose dates must be fine enough for a period to be chosen
WRITTEN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ].*)?\Z")
FINE = {"year": 0, "month": 1, "quarter": 1, "day": 2, "week": 2}


@dataclass(frozen=True, slots=True)
class Dated:
    """A date as far as it is known: the first day that it can be, and how fine it is (0 a year, 1 a month, 2 a day)."""

    day: dt.date
    fine: int


def read_date(written: str) -> Dated | None:
    """Return an ISO 8601 date (YYYY, YYYY-MM or YYYY-MM-DD, with or without a time), or None where it is no date."""
    found = WRITTEN.match(written.strip())
    if not found:
        return None
    parts = [int(p) for p in found.groups() if p]
    try:
        return Dated(dt.date(*[*parts, 1, 1][:3]), len(parts) - 1)
    except ValueError:
        return None


def start_of(day: dt.date, every: Every) -> dt.date:
    """Return the first day of the period that a day is in; weeks begin on Mondays."""
    if every == "day":
        return day
    if every == "week":
        return day - dt.timedelta(days=day.weekday())
    month = {"month": day.month, "quarter": 3 * ((day.month - 1) // 3) + 1, "year": 1}[every]
    return dt.date(day.year, month, 1)


def after(start: dt.date, every: Every) -> dt.date:
    """Return the first day of the next period."""
    if every in ("day", "week"):
        return start + dt.timedelta(days=1 if every == "day" else 7)
    months = start.year * 12 + start.month - 1 + {"month": 1, "quarter": 3, "year": 12}[every]
    return dt.date(months // 12, months % 12 + 1, 1)


def name_of(start: dt.date, every: Every) -> str:
    """Return what a period is called: 2011-03-04, 2011-W09, 2011-03, 2011-Q1 or 2011."""
    if every == "day":
        return start.isoformat()
    if every == "week":
        year, week, _ = start.isocalendar()
        return f"{year}-W{week:02}"
    if every == "quarter":
        return f"{start.year:04}-Q{(start.month + 2) // 3}"
    return start.isoformat()[: 7 if every == "month" else 4]


def middle(start: dt.date, every: Every) -> float:
    """Return the middle of a period in years."""
    half = (after(start, every) - start).days / 2
    return (start.toordinal() + half) / 365.2425


def chosen(dates: Sequence[Dated]) -> Every:
    """Return the period that suits the span of some dates, and that nine in ten of them are fine enough for."""
    days = [d.day.toordinal() for d in dates]
    span = max(days) - min(days) + 1
    for every in PERIODS:
        fine = sum(d.fine >= FINE[every] for d in dates) >= PLACED * len(dates)
        if fine and span <= LONGEST.get(every, span):
            return every
    return "year"


@dataclass(frozen=True, eq=False)
class Calendar:
    """Texts in their periods.

    Parameters
    ----------
    every : str
    starts : tuple of date
        The first day of every period from the first with a text to the last.
    place : mapping
        Document id to the position of its period.
    undated, coarse : int
        Texts without a date that can be read, and texts whose date is not fine enough for the period; neither has a place.
    """

    every: Every
    starts: tuple[dt.date, ...]
    place: Mapping[str, int]
    undated: int
    coarse: int

    @classmethod
    def of(cls, dates: Mapping[str, str], every: str = "") -> Calendar:
        """Put texts in periods.

        Raises
        ------
        SettingsError
            If `every` is no period, or makes over a thousand of them.
        TooFewTexts
            If fewer than three periods have texts.
        """
        if every and every not in PERIODS:
            raise SettingsError(f"unknown period {every!r}", f"choose from {', '.join(PERIODS)}", "every")
        read = {d: found for d, written in dates.items() if (found := read_date(written))}
        by: Every = every or (chosen(list(read.values())) if read else "year")
        starts = {d: start_of(date.day, by) for d, date in read.items() if date.fine >= FINE[by]}
        undated, coarse = len(dates) - len(read), len(read) - len(starts)
        if len(set(starts.values())) < LEAST_PERIODS:
            raise TooFewTexts(
                f"a trend needs texts in {LEAST_PERIODS} periods, and {len(set(starts.values()))} by {by} have any"
                + said(undated, coarse, by),
                "give the texts dates (YYYY, YYYY-MM or YYYY-MM-DD), choose a shorter period, or compare groups instead",
            )
        run = [min(starts.values())]
        while run[-1] < max(starts.values()):
            run.append(after(run[-1], by))
            if len(run) > MOST_PERIODS:
                raise SettingsError(f"over {MOST_PERIODS} periods by {by}", "choose a longer one", "every")
        order = {start: n for n, start in enumerate(run)}
        return cls(by, tuple(run), {d: order[s] for d, s in starts.items()}, undated, coarse)


def said(undated: int, coarse: int, every: str) -> str:
    """Return how many texts have no place in time."""
    parts = [f"texts without a date that can be read: {undated}"] * bool(undated)
    parts += [f"texts with dates too coarse for periods by {every}: {coarse}"] * bool(coarse)
    return f" ({'; '.join(parts)})" if parts else ""
