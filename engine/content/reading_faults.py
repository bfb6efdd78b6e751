"""What in a reading does not fit its activity and its cases."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from engine.content.activity import Activity
from engine.content.base import Fault
from engine.content.case_study import CaseStudy
from engine.content.problem import suggestion
from engine.content.reading import Reading, ReadSheet, stored
from engine.content.worksheet import SHEET
from engine.fields import AnswerProblem, Evidence, Field, OpenTable, Table

Where = tuple[int | str, ...]


def reading_faults(
    activity: Activity, reading: Reading, cases: dict[str, CaseStudy], unsound: Collection[str] = ()
) -> Iterator[Fault]:
    """Find sheets, answers and quotations that do not fit.

    Args:
        activity: what the reading answers.
        reading: the reading.
        cases: the activity's sound case studies.
        unsound: names of cases that cannot be read now; nothing is said about their sheets.
    """
    wanted = list(cases) if activity.worksheet.case_studies else [SHEET]
    for name in wanted:
        if name not in reading.sheets:
            yield ("sheets",), f"the sheet '{name}' is missing. Add it"
    for name, sheet in reading.sheets.items():
        if name in wanted:
            for where, what in _sheet_faults(activity, sheet, cases.get(name)):
                yield ("sheets", name, "answers", *where), what
        elif name not in unsound:
            meant = suggestion(name, wanted) or f". Sheets: {', '.join(wanted)}"
            yield ("sheets", name), f"the activity has no sheet '{name}'{meant}"


def _sheet_faults(activity: Activity, sheet: ReadSheet, case: CaseStudy | None) -> Iterator[Fault]:
    fields = activity.worksheet.fields
    yield from _beside_faults((), fields, sheet.answers, case)
    for field in fields:
        value = sheet.answers.get(field.id)
        if isinstance(field, Table):
            yield from _fixed_row_faults(field, {} if value is None else value, case)
        elif isinstance(field, OpenTable):
            yield from _open_row_faults(field, () if value is None else value, case)


def _fixed_row_faults(table: Table, rows: Any, case: CaseStudy | None) -> Iterator[Fault]:
    if not isinstance(rows, dict):
        yield (table.id,), f"'{table.id}' is a table. Answer it as 'row: {{column: value}}'"
        return
    known = [row.id for row in table.rows]
    for row_id in rows:
        if row_id not in known:
            yield (table.id, row_id), f"'{table.id}' has no row '{row_id}'{suggestion(str(row_id), known)}"
    for row_id in known:
        cells = rows.get(row_id)
        yield from _row_faults((table.id, row_id), table, {} if cells is None else cells, case)


def _open_row_faults(table: OpenTable, rows: Any, case: CaseStudy | None) -> Iterator[Fault]:
    if not isinstance(rows, tuple):
        yield (table.id,), f"'{table.id}' is an open table. Answer it as a list of '- {{column: value}}'"
        return
    for place, cells in enumerate(rows):
        yield from _row_faults((table.id, place), table, cells, case)


def _row_faults(where: Where, table: Table | OpenTable, cells: Any, case: CaseStudy | None) -> Iterator[Fault]:
    if isinstance(cells, dict):
        yield from _beside_faults(where, table.columns, cells, case)
    else:
        yield where, f"a row of '{table.id}' is written as '{{column: value}}'"


def _beside_faults(
    where: Where, fields: Sequence[Field], values: dict[Any, Any], case: CaseStudy | None
) -> Iterator[Fault]:
    """Judge values that stand beside each other: those of a sheet, or of one row."""
    known = {field.id: field for field in fields}
    held = {key: stored(known[key], value) for key, value in values.items() if key in known}
    for key in values:
        if key not in known:
            yield (*where, key), f"the worksheet has no field '{key}' here{suggestion(str(key), list(known))}"
    for field in fields:
        if isinstance(field, Table | OpenTable):
            continue
        if field.is_required(held) and field.is_empty(held.get(field.id)):
            yield (*where, field.id), f"'{field.id}' wants an answer"
        elif values.get(field.id) is not None:
            yield from _value_faults((*where, field.id), field, values[field.id], case)


def _value_faults(where: Where, field: Field, value: Any, case: CaseStudy | None) -> Iterator[Fault]:
    try:
        field.check(stored(field, value), sentences=len(case.sentences) if case else 0)
    except AnswerProblem as problem:
        yield where, f"'{field.id}': {str(problem).rstrip('.')}"
        return
    if isinstance(field, Evidence) and case:
        yield from _quotation_faults(where, value, case)


def _quotation_faults(where: Where, value: Any, case: CaseStudy) -> Iterator[Fault]:
    """Find quotations that do not stand word for word in the sentence that they name."""
    if not isinstance(value, dict):
        yield where, "write evidence as 'number: words of that sentence'"
        return
    for number, words in value.items():
        if not isinstance(words, str) or not words.strip():
            yield (*where, number), f"quote the words of sentence {number} that show it"
        elif words not in case.sentences[number - 1].as_written:
            yield (*where, number), f"sentence {number} does not say '{words}'"
