"""All groups' answers side by side, how far they agree, and what that says in a sentence."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from engine.content import Activity, View
from engine.fields import Field, Json, OpenTable, SelectMultiple, SelectOne, Table
from engine.language import _, plural
from engine.server import Server
from engine.store import Saved, WorkshopGroup
from engine.store.answers import newest_of_all
from engine.workshop import groups_of, rows_of


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
    with server.database.reading() as db:
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
    """Give every value behind a view: one a group, or one a row of each group's table."""
    head, _dot, column = view.show.partition(".")
    if not column:
        return [group.value(head) for group in groups]
    return [
        saved.value
        for group in groups
        for path, saved in group.answers.items()
        if path.split("/")[0] == head and path.split("/")[-1] == column and _is_there(activity, head, path, group)
    ]


def _is_there(activity: Activity, head: str, path: str, group: GroupAnswers) -> bool:
    """Tell whether a cell still stands: its row may have been removed."""
    table = activity.worksheet.shown_by(head)
    return not isinstance(table, OpenTable) or path.split("/")[1] in rows_of(table, group.answers)


def notes_beside(activity: Activity, view: View, path: str, group: GroupAnswers) -> list[tuple[str, str]]:
    """Give what a group wrote beside a cell: (label, text) of the other columns of its row."""
    table = activity.worksheet.shown_by(view.show.partition(".")[0])
    row, notes = path.rpartition("/")[0], []
    for column in table.columns if isinstance(table, Table) else ():
        value = group.value(f"{row}/{column.id}")
        if f"{row}/{column.id}" != path and not column.is_empty(value):
            notes.append((column.label, column.as_text(value)))
    return notes


def agreement(values: Sequence[Json]) -> float | None:
    """Give the share of the commonest value among those that answered; None when fewer than two did."""
    answered = [str(value) for value in values if value not in (None, "", [])]
    return Counter(answered).most_common(1)[0][1] / len(answered) if len(answered) > 1 else None


def headline(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    """State in one sentence what the view shows."""
    field = activity.worksheet.shown_by(view.show)
    begun = [group for group in groups if group.answers]
    if not begun:
        return _("No group has written here yet")
    if view.kind == "heatmap":
        return _heatmap_headline(activity, view, groups)
    if view.kind == "bars" and isinstance(field, SelectOne):
        return _bars_headline(activity, view, field, groups)
    if view.kind == "evidence":
        return _evidence_headline(activity, view, groups)
    return plural("{count} group has answered", "{count} groups have answered", _answered(activity, view, groups))


def _answered(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> int:
    """Count the groups that have something behind a view."""
    field = activity.worksheet.shown_by(view.show)
    return sum(
        any(field and not field.is_empty(value) for value in values_of(activity, view, [group]))
        if not isinstance(field, OpenTable)
        else bool(rows_of(field, group.answers))
        for group in groups
    )


def _heatmap_headline(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    table, column = _table_and_column(activity, view)
    shares = [(agreement(line.values), line.label) for line in lines_of(table, column, groups)]
    known = [(share, label) for share, label in shares if share is not None]
    if not known:
        return _("The first marks are in")
    share, label = min(known, key=lambda pair: pair[0])
    if share == 1:
        return _("The groups agree on every row that two of them marked")
    return _("The groups differ most on: {row}").format(row=label)


def _bars_headline(activity: Activity, view: View, field: SelectOne, groups: Sequence[GroupAnswers]) -> str:
    values = values_of(activity, view, groups)
    tally = field.tally(values)
    best = max(tally, key=lambda option: tally[option], default="")
    if not best or not tally[best]:
        return _("Nobody has chosen yet")
    ties = [option for option in tally if tally[option] == tally[best]]
    many = isinstance(field, SelectMultiple) or "." in view.show
    total = _answered(activity, view, groups) if not many else len([v for v in values if not field.is_empty(v)])
    if len(ties) > 1:
        return _("The groups are split between {count} answers").format(count=len(ties))
    return _("Most often: {answer} ({number} of {total})").format(
        answer=field.labels()[best], number=int(tally[best]), total=total
    )


def _evidence_headline(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    picks = sentence_picks(activity, view, groups)
    if not picks:
        return _("Nobody has picked a sentence yet")
    number = max(picks, key=lambda sentence: picks[sentence])
    return _("Sentence {number} was picked by the most groups: {count} of {total}").format(
        number=number, count=picks[number], total=sum(1 for group in groups if group.answers)
    )


def sentence_picks(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> dict[int, int]:
    """Count for each sentence the groups that picked it, in whichever row; sentences nobody picked are left out."""
    counts: Counter[int] = Counter()
    for group in groups:
        counts.update({number for value in values_of(activity, view, [group]) for number in value or []})
    return dict(sorted(counts.items()))


def _table_and_column(activity: Activity, view: View) -> tuple[Table, Field]:
    table = activity.worksheet.shown_by(view.show.partition(".")[0])
    column = activity.worksheet.shown_by(view.show)
    assert isinstance(table, Table) and column is not None  # the content was checked
    return table, column


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
            table, field = _table_and_column(activity, view)
            lines = lines_of(table, field, [group])
            text = "\n".join(f"{line.label}: {line.values[0]}" for line in lines if not field.is_empty(line.values[0]))
        if text:
            found.append((group.group.name, text))
    return found


def rows_side_by_side(table: OpenTable, group: GroupAnswers) -> list[dict[str, str]]:
    """Give a group's rows of an open table as texts: column label -> text; empty rows are left out."""
    rows = []
    for row_id in rows_of(table, group.answers):
        cells = {c.label: c.as_text(group.value(f"{table.id}/{row_id}/{c.id}")) for c in table.columns}
        if any(cells.values()):
            rows.append(cells)
    return rows
