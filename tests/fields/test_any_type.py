"""What holds for a field of any type, whatever a browser sends."""

import json

import pytest
from hypothesis import given

from engine.fields import AnswerProblem, Field, Json
from tests.fields.samples import CASE, FIELDS, HOSTILE, OPTIONS, anything

every_type = pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)
ANSWERS: dict[str, Json] = {
    "text": "A line",
    "long_text": "A paragraph.\n\nAnother.",
    "integer": 12,
    "date": "2030-05-06",
    "range": 75,
    "select_one": "unclear",
    "select_multiple": ["present", "absent"],
    "rank": ["absent", "present"],
    "evidence": [2, 7],
    "open_table": True,
}


def keeps_its_promise(field: Field, value: Json) -> None:
    """What is kept can be stored, is kept unchanged a second time, and can be counted and printed."""
    try:
        kept = field.check(value, CASE)
    except AnswerProblem as problem:
        assert str(problem).strip()
        return
    text = json.dumps(kept, ensure_ascii=False, allow_nan=False)
    text.encode("utf-8")
    assert json.loads(text) == kept
    again = field.check(kept, CASE)
    assert (again, type(again)) == (kept, type(kept))
    assert isinstance(field.as_text(kept), str)
    assert all(isinstance(key, str) for key in field.tally([kept, None, kept]))
    if field.is_empty(kept):
        assert field.as_text(kept) == ""


@every_type
@given(value=anything)
def test_whatever_comes_is_kept_soundly_or_refused_in_words(field: Field, value: Json):
    keeps_its_promise(field, value)


@every_type
@pytest.mark.parametrize("value", HOSTILE, ids=lambda value: repr(value)[:20])
def test_hostile_values_are_kept_soundly_or_refused_in_words(field: Field, value: Json):
    keeps_its_promise(field, value)


@pytest.mark.parametrize("kind", ANSWERS)
def test_an_answer_that_fits_is_kept_as_it_is(kind: str):
    field = FIELDS[kind]
    assert field.check(ANSWERS[kind], CASE) == ANSWERS[kind]
    assert not field.is_empty(ANSWERS[kind])


@pytest.mark.parametrize("kind", ["text", "long_text", "select_multiple", "rank", "evidence"])
def test_an_answer_is_taken_back_with_an_empty_value_of_its_own_kind(kind: str):
    empty = "" if "text" in kind else []
    assert FIELDS[kind].check(empty, CASE) == empty
    assert FIELDS[kind].is_empty(empty)


@every_type
def test_nothing_answered_counts_nobody(field: Field):
    assert not any(field.tally([]).values())
    assert not any(field.tally([None, None]).values())


@every_type
def test_no_answer_prints_nothing(field: Field):
    assert field.is_empty(None)
    assert field.as_text(None) == ""


@every_type
def test_a_field_without_rows_of_its_own_is_one_leaf(field: Field):
    expected = {"note": [], "open_table": []}
    expected["table"] = [f"sample/{row}/{cell}" for row in ("violence", "debt") for cell in ("status", "why")]
    assert [path for path, _field in field.leaves()] == expected.get(field.type, ["sample"])


@every_type
def test_a_field_is_wanted_when_it_says_so(field: Field):
    wanted = field.model_copy(update={"required": True})
    assert wanted.is_required({}) is (field.type != "note")
    assert not field.is_required({"status": "present"})


@every_type
@pytest.mark.parametrize("status", [*OPTIONS, None, ["present"], 1])
def test_a_condition_makes_a_field_wanted_only_while_it_holds(field: Field, status: Json):
    conditional = field.model_copy(update={"required_if": {"status": "present"}})
    assert conditional.is_required({"status": status}) is (status == "present" and field.type != "note")


@every_type
def test_all_conditions_must_hold_together(field: Field):
    conditional = field.model_copy(update={"required_if": {"status": "present", "sure": "yes"}})
    assert not conditional.is_required({"status": "present"})
    assert conditional.is_required({"status": "present", "sure": "yes"}) is (field.type != "note")


@every_type
def test_a_field_survives_its_copy(field: Field):
    """A workshop keeps a copy of its content: what comes back is what went in."""
    assert type(field).model_validate(field.model_dump(by_alias=True)) == field
