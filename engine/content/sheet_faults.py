"""What can be wrong between the parts of a worksheet, and between it and its plenary."""

from collections.abc import Iterator, Sequence

from engine.content.base import Fault, twice
from engine.content.worksheet import View, Worksheet
from engine.fields import Evidence, Field, OpenTable, SelectOne, Table


def sheet_faults(worksheet: Worksheet) -> Iterator[Fault]:
    """Find what does not go together on the sheet."""
    top: tuple[int | str, ...] = ("worksheet", "fields")
    levels: list[tuple[tuple[int | str, ...], Sequence[Field]]] = [(top, worksheet.fields)]
    for place, field in enumerate(worksheet.fields):
        if isinstance(field, Table | OpenTable):
            levels.append(((*top, place, "columns"), field.columns))
    for where, fields in levels:
        for place, name in twice([field.id for field in fields]).items():
            yield (*where, place, "id"), f"two fields have the id '{name}'. Give one of them another"
        for place, field in enumerate(fields):
            yield from _condition_faults((*where, place, "required_if"), field, fields)
            if isinstance(field, Evidence) and not worksheet.case_studies:
                yield (*where, place), "evidence is words of a case: give the worksheet 'case_studies'"


def _condition_faults(where: tuple[int | str, ...], field: Field, beside: Sequence[Field]) -> Iterator[Fault]:
    """Find conditions that can never hold."""
    for name, option in field.required_if.items():
        other = next((f for f in beside if f.id == name and f is not field), None)
        if not isinstance(other, SelectOne):
            yield (*where, name), f"'{name}' is no field of type select_one beside '{field.id}'"
        elif option not in other.labels():
            options = ", ".join(other.labels())
            yield (*where, name), f"'{name}' has no option '{option}'. Its options: {options}"


def view_faults(worksheet: Worksheet, views: Sequence[View]) -> Iterator[Fault]:
    """Find views of fields that are not there, or that they do not suit."""
    for place, view in enumerate(views):
        field = worksheet.shown_by(view.show)
        if field is None:
            yield ("plenary", place, "show"), f"the worksheet has no '{view.show}'{_columns(worksheet, view)}"
        elif view.kind not in (suit := _suitable(worksheet, view, field)):
            how = f"It can be: {', '.join(suit)}" if suit else f"Leave it out{_columns(worksheet, view)}"
            yield ("plenary", place, "as"), f"'{view.show}' cannot be shown as {view.kind}. {how}"


def _suitable(worksheet: Worksheet, view: View, field: Field) -> list[str]:
    """Give the views that suit a field where it stands.

    A heatmap has the rows of a fixed table. The rows of an open table are not the same for any two
    groups: their cells can only be counted, or shown whole as `rows`.
    """
    head, dot, _column = view.show.partition(".")
    if not dot:
        return [kind for kind in field.views if kind != "heatmap"]
    is_open = isinstance(worksheet.shown_by(head), OpenTable)
    return [kind for kind in field.views if kind == "bars" or not is_open]


def _columns(worksheet: Worksheet, view: View) -> str:
    table = worksheet.shown_by(view.show.partition(".")[0])
    if not isinstance(table, Table | OpenTable):
        return ""
    return f". Show a column: {', '.join(f'{table.id}.{column.id}' for column in table.columns)}"
