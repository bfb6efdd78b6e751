"""What the groups wrote in words."""

from collections.abc import Sequence

from engine.content import Activity, View
from engine.fields import OpenTable, Table
from engine.plenary.side_by_side import GroupAnswers, lines_of, table_and_column


def notes_beside(activity: Activity, view: View, path: str, group: GroupAnswers) -> list[tuple[str, str]]:
    """Give what a group wrote beside a cell: (label, text) of the other columns of its row."""
    table = activity.worksheet.shown_by(view.show.partition(".")[0])
    row, notes = path.rpartition("/")[0], []
    for column in table.columns if isinstance(table, Table) else ():
        value = group.value(f"{row}/{column.id}")
        if f"{row}/{column.id}" != path and not column.is_empty(value):
            notes.append((column.label, column.as_text(value)))
    return notes


def texts_of(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> list[tuple[str, str]]:
    """Give each group's text behind a view, as (group name, text); groups without one are left out.

    A text column of a table gives its rows one below the other, each after the row's label.
    """
    head, _dot, column = view.show.partition(".")
    found = []
    for group in groups:
        if not column:
            text = str(group.value(head) or "").strip()
        else:
            table, field = table_and_column(activity, view)
            lines = lines_of(table, field, [group])
            text = "\n".join(f"{line.label}: {line.values[0]}" for line in lines if not field.is_empty(line.values[0]))
        if text:
            found.append((group.group.name, text))
    return found


def rows_side_by_side(table: OpenTable, group: GroupAnswers) -> list[dict[str, str]]:
    """Give a group's rows of an open table as texts: column label -> text; empty rows are left out."""
    rows = []
    for row in table.rows_now(group.answers):
        cells = {column.label: column.as_text(group.value(path)) for path, column in row.cells.items()}
        if any(cells.values()):
            rows.append(cells)
    return rows
