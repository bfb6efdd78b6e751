"""All groups' answers side by side, and how far they agree."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.content import Activity, View
from engine.fields import Field, Json, Table
from engine.server import Server
from engine.store import Saved, WorkshopGroup
from engine.store.answers import newest_of_all
from engine.workshop import groups_of


@dataclass(frozen=True)
class GroupAnswers:
    """One group and what it has on one sheet: field path -> answer."""

    group: WorkshopGroup
    answers: dict[str, Saved]

    def value(self, path: str) -> Json:
        """Give a value, None where there is none."""
        return self.answers.get(path, Saved()).value


def side_by_side(server: Server, workshop_id: str, activity_id: str, sheet: str) -> list[GroupAnswers]:
    """Give every group's answers on a sheet, in the order of the groups."""
    with server.database.read() as db:
        found = newest_of_all(db, workshop_id, activity_id, sheet)
    return [GroupAnswers(group, found.get((group.id, sheet), {})) for group in groups_of(server, workshop_id)]


@dataclass(frozen=True)
class Line:
    """One row that all groups answered: its label, their values in the groups' order."""

    path: str
    label: str
    values: tuple[Json, ...]


def lines_of(table: Table, column: Field, groups: Sequence[GroupAnswers]) -> list[Line]:
    """Give a column of a fixed table, row by row."""
    paths = [(f"{table.id}/{row.id}/{column.id}", row.label) for row in table.rows]
    return [Line(path, label, tuple(group.value(path) for group in groups)) for path, label in paths]


def values_of(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> list[Json]:
    """Give every value behind a view: one a group, or one a row of each group's table.

    What stands in a row that was removed is no longer there.
    """
    head, _dot, column = view.show.partition(".")
    if not column:
        return [group.value(head) for group in groups]
    table = activity.worksheet.shown_by(head)
    return [
        group.value(path)
        for group in groups
        for path in (f"{row.path}/{column}" for row in (table.rows_now(group.answers) if table else []))
        if path in group.answers
    ]


def table_and_column(activity: Activity, view: View) -> tuple[Table, Field]:
    """Give the fixed table and the column of it that a view shows."""
    table = activity.worksheet.shown_by(view.show.partition(".")[0])
    column = activity.worksheet.shown_by(view.show)
    assert isinstance(table, Table) and column is not None  # the content was checked
    return table, column


def sentence_picks(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> dict[int, int]:
    """Count for each sentence the groups that picked it, in whichever row; sentences nobody picked are left out."""
    counts: Counter[int] = Counter()
    for group in groups:
        counts.update({number for value in values_of(activity, view, [group]) for number in value or []})
    return dict(sorted(counts.items()))


def agreement(values: Sequence[Json]) -> float | None:
    """Give the share of the commonest value among those that answered; None when fewer than two did."""
    answered = [str(value) for value in values if value not in (None, "", [])]
    return Counter(answered).most_common(1)[0][1] / len(answered) if len(answered) > 1 else None
