"""Dates and the periods they fall in."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rhetoric.compare.periods import PERIODS, Calendar, Dated, after, chosen, name_of, read_date, start_of
from rhetoric.errors import SettingsError, TooFewTexts


@pytest.mark.parametrize(
    ("written", "day", "fine"),
    [
        ("2011", (2011, 1, 1), 0),
        ("2011-03", (2011, 3, 1), 1),
        ("2011-03-04", (2011, 3, 4), 2),
        ("2011-03-04T10:00:00Z", (2011, 3, 4), 2),
    ],
)
def test_dates(written, day, fine):
    assert read_date(written) == Dated(dt.date(*day), fine)


@pytest.mark.parametrize("written", ["", "soon", "2011-13", "2011-02-30", "26 April 1920", "20110304"])
def test_no_dates(written):
    assert read_date(written) is None


@pytest.mark.parametrize(
    ("every", "name"),
    [
        ("day", "2011-05-04"),
        ("week", "2011-W18"),
        ("month", "2011-05"),
        ("quarter", "2011-Q2"),
        ("year", "2011"),
    ],
)
def test_names(every, name):
    assert name_of(start_of(dt.date(2011, 5, 4), every), every) == name


@given(st.dates(dt.date(1000, 1, 1), dt.date(2990, 1, 1)), st.sampled_from(PERIODS))
def test_every_day_is_in_its_period(day, every):
    start = start_of(day, every)
    assert start <= day < after(start, every)
    assert start_of(after(start, every), every) == after(start, every)


def days(*written):
    return [read_date(w) for w in written]


def test_period_suits_the_span():
    assert chosen(days("2011-03-01", "2011-03-10")) == "day"
    assert chosen(days("2011-03-01", "2011-06-10")) == "week"
    assert chosen(days("2010-03-01", "2011-06-10")) == "month"
    assert chosen(days("2005-03-01", "2011-06-10")) == "quarter"
    assert chosen(days("1905-03-01", "2011-06-10")) == "year"
    assert chosen(days("2010-03", "2011-06")) == "month"
    assert chosen(days("2010", "2011")) == "year"


def test_gaps_are_periods_and_coarse_dates_are_counted():
    found = Calendar.of({"a": "2010-01-05", "b": "2010-02", "c": "2010-04-30", "d": "2010", "e": ""}, "month")
    assert [name_of(s, "month") for s in found.starts] == ["2010-01", "2010-02", "2010-03", "2010-04"]
    assert found.place == {"a": 0, "b": 1, "c": 3}
    assert (found.undated, found.coarse) == (1, 1)


def test_refusals():
    with pytest.raises(
        TooFewTexts, match=r"3 periods, and 2 by year have any \(texts without a date that can be read: 1\)"
    ):
        Calendar.of({"a": "2010", "b": "2011", "c": "?"})
    with pytest.raises(TooFewTexts, match="0 by year"):
        Calendar.of({"a": ""})
    with pytest.raises(SettingsError, match="unknown period 'decade'"):
        Calendar.of({"a": "2010"}, "decade")
    with pytest.raises(SettingsError, match="over 1000 periods by day"):
        Calendar.of({"a": "1990-01-01", "b": "2000-01-01", "c": "2010-01-01"}, "day")
