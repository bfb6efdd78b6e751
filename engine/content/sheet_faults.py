"""Finds what is wrong between the parts of a worksheet, and between it and its plenary."""

from collections.abc import Iterator, Sequence

from engine.content.worksheet import View, Worksheet
from engine.fields import Fault, Field, faults_beside


def sheet_faults(worksheet: Worksheet) -> Iterator[Fault]:
    for where, what in faults_beside(worksheet.fields, bool(worksheet.case_studies)):
        yield ("worksheet", "fields", *where), what


def view_faults(worksheet: Worksheet, views: Sequence[View]) -> Iterator[Fault]:
    """Find views of fields that the worksheet does not have, and views that do not suit their field."""
    for place, view in enumerate(views):
        head, dot, _column = view.show.partition(".")
        whole, field = worksheet.shown_by(head), worksheet.shown_by(view.show)
        columns = _columns(whole)
        if whole is None or field is None:
            yield ("plenary", place, "show"), f"the worksheet has no '{view.show}'{columns}"
        elif view.kind not in (suit := whole.suitable(field if dot else None)):
            how = f"It can be: {', '.join(suit)}" if suit else f"Leave it out{columns}"
            yield ("plenary", place, "as"), f"'{view.show}' cannot be shown as {view.kind}. {how}"


def _columns(table: Field | None) -> str:
    names = [f"{table.id}.{column.id}" for column in table.within()] if table else []
    return f". Show a column: {', '.join(names)}" if names else ""
