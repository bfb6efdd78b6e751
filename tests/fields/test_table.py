"""Tables: every cell is a value of its own."""

import pytest
from pydantic import TypeAdapter, ValidationError

from engine.fields import TYPES, AnswerProblem, AnyField, Choice
from tests.fields.samples import COLUMNS, FIELDS, make

table, open_table = FIELDS["table"], FIELDS["open_table"]
LEAVES = {"text", "long_text", "integer", "date", "range", "select_one", "select_multiple", "evidence"}
NEEDED = {
    "range": {"start": 1, "end": 5, "low": "Low", "high": "High"},
    "table": {"rows": {"a": "A"}, "columns": COLUMNS},
    "open_table": {"row_label": "Row", "columns": COLUMNS},
    "select_one": {"options": {"a": "A"}},
    "select_multiple": {"options": {"a": "A"}},
    "rank": {"options": {"a": "A"}},
}


@pytest.mark.parametrize("value", [None, True, {}, [], {"violence": {"status": "present"}}])
def test_a_fixed_table_takes_no_value_of_its_own(value: object):
    with pytest.raises(AnswerProblem):
        table.check(value)


def test_every_cell_of_a_fixed_table_is_a_leaf_with_its_column():
    leaves = dict(table.leaves())
    assert list(leaves) == [
        "sample/violence/status",
        "sample/violence/why",
        "sample/debt/status",
        "sample/debt/why",
    ]
    assert leaves["sample/debt/why"] == table.columns[1]


def test_cells_want_what_their_row_says():
    status, why = table.columns
    assert status.is_required({})
    assert why.is_required({"status": "present"})
    assert not why.is_required({"status": "absent"})


def test_a_row_is_there_or_removed():
    assert open_table.check(True) is True
    assert open_table.check(False) is False
    assert not open_table.is_empty(False)


@pytest.mark.parametrize("value", [None, 0, 1, "true", "", [], [True], {}])
def test_a_row_is_nothing_else(value: object):
    with pytest.raises(AnswerProblem):
        open_table.check(value)


@pytest.mark.parametrize("kind", TYPES)
@pytest.mark.parametrize("holder", ["table", "open_table"])
def test_columns_are_leaf_fields_only(holder: str, kind: str):
    column = {"id": "cell", "label": "Cell", "type": kind, **NEEDED.get(kind, {})}
    keys = {"rows": {"a": "A"}} if holder == "table" else {"row_label": "Row"}
    if kind in LEAVES:
        assert make(type=holder, columns=(column,), **keys).columns[0].type == kind
    else:
        with pytest.raises(ValidationError):
            make(type=holder, columns=(column,), **keys)


@pytest.mark.parametrize(
    "keys",
    [
        {"rows": {}, "columns": COLUMNS},
        {"columns": COLUMNS},
        {"rows": {"a": "A"}},
        {"rows": {"a": "A"}, "columns": ()},
        {"rows": {"a": "A"}, "rows_from": "indicators", "columns": COLUMNS},
        {"rows": ({"id": "a", "label": "A"}, {"id": "a", "label": "B"}), "columns": COLUMNS},
        {"rows_from": ["indicators"], "columns": COLUMNS},
    ],
    ids=str,
)
def test_a_table_without_sound_rows_and_columns_is_refused(keys: dict):
    with pytest.raises(ValidationError):
        make(type="table", **keys)


def test_rows_from_a_list_bring_their_questions():
    rows = (Choice(id="debt", label="Debt", explain="Owed money.", questions=("How much?",)),)
    data = {"id": "t", "label": "T", "type": "table", "rows_from": "indicators", "columns": COLUMNS}
    found = TypeAdapter(AnyField).validate_python(data, context={"file": "x.yaml", "lists": {"indicators": rows}})
    assert found.rows == rows
