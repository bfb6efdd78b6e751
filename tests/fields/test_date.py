"""Days: written in one way, from the earliest to the latest, and printed so that nobody mistakes the month."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from engine.content import load_library
from engine.fields import AnswerProblem, Date
from engine.language import PSEUDO
from tests.content.tree import PICKING, changed, write_tree
from tests.fields.samples import FIELDS, make

day = FIELDS["date"]


@given(st.dates(date(2030, 1, 1), date(2031, 12, 31)))
def test_a_day_within_the_limits_is_kept_as_it_is_written(found: date) -> None:
    assert day.check(found.isoformat()) == found.isoformat()
    assert str(found.year) in day.as_text(found.isoformat()) and str(found.day) in day.as_text(found.isoformat())


@pytest.mark.parametrize(
    "value",
    ["", "2030-5-6", "20300506", "2030-W19-1", "2030-02-30", "2030-05-06T00:00", "6 May 2030",
     "06/05/2030", 20300506, True, ["2030-05-06"], date(2030, 5, 6)],
    ids=repr,
)  # fmt: skip
def test_whatever_is_written_otherwise_is_no_day(value: object) -> None:
    with pytest.raises(AnswerProblem, match="Choose a day of the calendar"):
        day.check(value)


@pytest.mark.parametrize("value", ["2029-12-31", "2032-01-01", "0001-01-01", "9999-12-31"])
def test_a_day_beyond_the_limits_is_refused_with_the_limits(value: str) -> None:
    with pytest.raises(AnswerProblem, match="from 1 January 2030 to 31 December 2031"):
        day.check(value)


def test_an_answer_is_taken_back_with_nothing() -> None:
    assert day.check(None) is None and day.is_empty(None)


def test_days_are_counted_the_earliest_first() -> None:
    assert list(day.tally(["2030-10-02", "2030-09-30", None, "2030-10-02"]).items()) == [
        ("2030-09-30", 1), ("2030-10-02", 2),
    ]  # fmt: skip


def test_a_day_is_printed_in_words_of_the_language(monkeypatch: pytest.MonkeyPatch) -> None:
    assert day.as_text("2030-05-06") == "6 May 2030"
    monkeypatch.setenv("WORKSHOP_LANGUAGE", PSEUDO)
    assert day.as_text("2030-05-06") == "⟦6 ⟦May⟧ 2030⟧"


def test_limits_that_are_no_days_or_leave_no_day_are_refused() -> None:
    with pytest.raises(ValidationError, match="'2030-13-01' is no day"):
        make(type="date", earliest="2030-13-01")
    with pytest.raises(ValidationError, match="no day fits"):
        make(type="date", earliest="2030-02-01", latest="2030-01-31")


def test_an_author_writes_days_without_quotes(tmp_path: Path) -> None:
    field = "{id: proof, type: date, label: Until, earliest: 2030-01-01}"
    text = changed(PICKING, "{id: proof, type: evidence, label: Proof}", field)
    library = load_library(write_tree(tmp_path, {PICKING: text}))
    found = library.activities["picking"].worksheet.shown_by("proof")
    assert isinstance(found, Date)
    assert found.limits() == (date(2030, 1, 1), date(2100, 12, 31))
