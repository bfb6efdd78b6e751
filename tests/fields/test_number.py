"""Counted things, and marks on a scale."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from engine.fields import AnswerProblem, Field
from tests.fields.samples import FIELDS, make

integer, scale = FIELDS["integer"], FIELDS["range"]
both = pytest.mark.parametrize("field", [integer, scale], ids=["integer", "range"])


@both
@pytest.mark.parametrize("value", [True, False, "five", 0.0, 25.0, float("nan"), [25], {"value": 25}])
def test_only_a_whole_number_is_one(field: Field, value: object):
    with pytest.raises(AnswerProblem):
        field.check(value)


@pytest.mark.parametrize(
    "typed", ["1,9", "1.8", "12.000", "12,000", "1e1", "1 300", "1'300", "٫5", "1٬300", "²", "--5"]
)
def test_what_could_mean_another_number_is_refused_and_never_changed(typed: str):
    with pytest.raises(AnswerProblem, match=r"-5 to 50,000 in digits only, without a point, comma or space"):
        integer.check(typed)


def test_a_typed_number_has_the_same_limits():
    with pytest.raises(AnswerProblem, match=r"from -5 to 50,000\.$"):
        integer.check("50001")


@pytest.mark.parametrize("typed", ["", "  "])
def test_an_emptied_box_takes_the_answer_back(typed: str):
    assert integer.check(typed) is None


@both
def test_none_takes_the_answer_back(field: Field):
    assert field.check(None) is None


@both
def test_zero_is_an_answer(field: Field):
    assert field.check(0) == 0
    assert not field.is_empty(0)
    assert field.as_text(0).startswith("0")


@pytest.mark.parametrize("value", [-6, 50_001, 10**40])
def test_the_limits_are_named_when_a_number_is_outside(value: int):
    with pytest.raises(AnswerProblem, match=r"-5.*50,000"):
        integer.check(value)


@pytest.mark.parametrize("value", [-5, 50_000])
def test_the_limits_are_inside(value: int):
    assert integer.check(value) == value


@given(st.integers(-10, 110))
def test_a_scale_takes_its_marks_and_nothing_between(value: int):
    assert scale.marks() == [0, 25, 50, 75, 100]
    if value in (0, 25, 50, 75, 100):
        assert scale.check(value) == value
    else:
        with pytest.raises(AnswerProblem):
            scale.check(value)


@both
def test_numbers_are_counted_smallest_first(field: Field):
    assert list(field.tally([100, 25, None, 100, 0]).items()) == [("0", 1), ("25", 1), ("100", 2)]


def test_a_number_is_printed_with_its_unit():
    assert integer.as_text(12_000) == "12,000 workers"
    assert make(type="integer").as_text(12_000) == "12,000"
    assert scale.as_text(75) == "75"


def test_without_limits_a_count_is_not_negative():
    count = make(type="integer")
    assert count.check(1_000_000_000) == 1_000_000_000
    with pytest.raises(AnswerProblem):
        count.check(-1)


@pytest.mark.parametrize(
    "keys",
    [
        {"start": 1, "end": 1},
        {"start": 5, "end": 1},
        {"start": 1, "end": 10, "step": 2},
        {"start": 1, "end": 5, "step": 0},
        {"start": 1, "end": 5, "step": -1},
        {"start": 0, "end": 1_000_000_000},
        {"start": 0, "end": 2**60, "step": 2**59},
        {"start": 1, "end": 5, "min": 0},
        {"start": 1, "end": 5, "unit": "points"},
        {"start": True, "end": 5},
        {"start": "1", "end": 5},
        {"end": 5},
    ],
)
def test_what_is_no_scale_is_refused_in_the_content(keys: dict):
    with pytest.raises(ValidationError):
        make(type="range", low="Low", high="High", **keys)


@pytest.mark.parametrize("keys", [{"min": 5, "max": 4}, {"max": -1}, {"min": 2**53}, {"min": 1.0}, {"max": True}])
def test_limits_that_nothing_fits_are_refused_in_the_content(keys: dict):
    with pytest.raises(ValidationError):
        make(type="integer", **keys)
