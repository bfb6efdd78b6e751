"""What a field says of its paths holds together, for every type and whatever was answered."""

from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.fields import AnswerProblem, Field
from tests.fields.samples import CASE, FIELDS

every_type = pytest.mark.parametrize("field", FIELDS.values(), ids=FIELDS)


class Kept(NamedTuple):
    """An answer as fields see it: they do not care who keeps it."""

    value: Any
    revision: int


step = st.sampled_from(["violence", "debt", "status", "why", "r1", "r2", "A1", "", "..", "é", "x" * 33, "sample"])
paths = st.lists(step, max_size=4)
saved_paths = st.lists(st.sampled_from(["violence", "r1", "r2", "A1", "status", "why"]), max_size=3)
answers = st.dictionaries(
    saved_paths.map(lambda below: "/".join(["sample", *below])) | st.just("sample_more/r1"),
    st.builds(Kept, st.sampled_from([True, False, None, "", [], "present", [1]]), st.integers(1, 9)),
)
"""Only paths at which something could be saved, and those of a neighbour."""
READ: dict[str, Any] = {
    "text": "A line", "long_text": "A paragraph", "integer": 12, "date": "2030-05-06", "range": 75,
    "select_one": "unclear", "select_multiple": ("absent", "present"), "rank": ("absent", "present"),
    "evidence": {7: "is true", 2: "Sentence 2"},
    "table": {"violence": {"status": "present", "why": {1: "Sentence"}}, "debt": {"status": "absent"}},
    "open_table": ({"status": "absent"}, {"status": "present", "why": {3: "Sentence"}}),
}  # fmt: skip
"""A sound answer of a reading, as its author writes it."""


def found_at(field: Field, path: str) -> Field | None:
    head, *below = path.split("/")
    assert head == field.id
    return field.at(below)


@every_type
def test_every_leaf_is_found_at_its_path(field: Field) -> None:
    for path, leaf in field.leaves():
        assert found_at(field, path) is leaf


@every_type
@given(answers=answers)
def test_every_place_that_can_hold_an_answer_is_found_at_its_path(field: Field, answers: dict[str, Kept]) -> None:
    places = list(field.places(answers))
    assert len(dict(places)) == len(places)
    for path, leaf in places:
        assert found_at(field, path) is leaf
    assert set(dict(field.leaves())) <= set(dict(places))


@every_type
@given(answers=answers)
def test_rows_and_their_cells_are_the_places_of_a_table(field: Field, answers: dict[str, Kept]) -> None:
    rows = field.rows_now(answers)
    assert bool(field.within()) or rows == []
    for row in rows:
        assert tuple(row.cells.values()) == field.within() and row.label
        assert all(path.startswith(f"{row.path}/") for path in row.cells)
    if field.within():
        assert [path for row in rows for path in row.cells] == [path for path, _column in field.places(answers)]


def test_every_type_with_answers_is_read_here() -> None:
    assert set(READ) == set(FIELDS) - {"note"}


@pytest.mark.parametrize("kind", READ)
def test_a_sound_reading_is_taken_unchanged_by_its_fields_and_stands_in_its_places(kind: str) -> None:
    field = FIELDS[kind]
    assert list(field.reading_faults(READ[kind], {}, CASE)) == []
    flat = field.flattened(READ[kind])
    assert flat
    for path, value in flat.items():
        leaf = found_at(field, path)
        assert leaf is not None and leaf.check(value, CASE) == value
    places = dict(field.places({path: Kept(value, 1) for path, value in flat.items()}))
    assert set(flat) - set(places) == {path for path, value in flat.items() if value is True}
    assert field.flattened(None) == {}


@pytest.mark.parametrize("kind", READ)
def test_a_reading_is_translated_into_one_of_the_same_shape(kind: str) -> None:
    field, said = FIELDS[kind], []
    translated = field.said(READ[kind], lambda text: said.append(text) or text)
    assert translated == READ[kind]
    assert said == ([READ[kind]] if field.is_typed else [])


@every_type
@given(value=st.none() | st.booleans() | st.text() | st.tuples(st.text()) | st.dictionaries(st.text(), st.none()))
def test_whatever_a_reading_has_is_judged_in_words(field: Field, value: Any) -> None:
    for where, what in field.reading_faults(value, {}, CASE):
        assert isinstance(where, tuple) and what.strip()


@every_type
@given(seed=st.randoms(use_true_random=False))
def test_a_varied_answer_is_one_that_the_field_takes(field: Field, seed: Any) -> None:
    for path, value in field.flattened(READ.get(field.type)).items():
        leaf = found_at(field, path)
        assert leaf is not None
        try:
            leaf.check(leaf.varied(value, CASE, seed), CASE)
        except AnswerProblem as problem:
            raise AssertionError(path) from problem
