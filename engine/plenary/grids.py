"""The views that are a grid: rows by groups, each cell with a level."""

from collections.abc import Sequence

from engine.content import CaseStudy
from engine.fields import Field, Json, TableRow
from engine.language import _
from engine.plenary.data import LEVELS, Grid, GridCell, GridRow
from engine.plenary.plenary_view import PlenaryView
from engine.plenary.side_by_side import GroupAnswers, agreement

NOTHING = "–"


class Heatmap(PlenaryView):
    """A choice in every row of a table; the first option has the highest level."""

    def finding(self, groups: Sequence[GroupAnswers]) -> str:
        """Name the row on which the groups agree least."""
        shares = {row.label: agreement(_in_row(self, row, groups)) for row in self.whole.rows_now({})}
        return _most_different({label: 1 - share for label, share in shares.items() if share is not None})

    def data(self, groups: Sequence[GroupAnswers], case: CaseStudy | None = None) -> Grid:
        """Each group's choice in each row, with what it wrote beside it."""
        labels = self.field.labels()
        levels = {option: _level(place, len(labels)) for place, option in enumerate(labels)}

        def cell(row: TableRow, group: GroupAnswers) -> GridCell:
            value = group.value(f"{row.path}/{self.field.id}")
            return GridCell(self.field.as_text(value) or NOTHING, levels.get(value, 0), self._notes(row, group))

        rows = self.whole.rows_now({})
        return Grid(
            self.field.label,
            _names(groups),
            tuple(GridRow(row.label, tuple(cell(row, group) for group in groups)) for row in rows),
            tuple((levels[option], label) for option, label in labels.items()),
        )

    def _notes(self, row: TableRow, group: GroupAnswers) -> tuple[tuple[str, str], ...]:
        beside = ((column, group.value(path)) for path, column in row.cells.items() if column is not self.column)
        return tuple((column.label, column.as_text(value)) for column, value in beside if not column.is_empty(value))


class Spread(PlenaryView):
    """The groups' numbers side by side; the highest number has the highest level."""

    def finding(self, groups: Sequence[GroupAnswers]) -> str:
        """Say how far the numbers reach; for a column, in which row they are farthest apart."""
        if self.column:
            lines = {label: [v for v in values if v is not None] for label, values in self._lines(groups)}
            return _most_different({label: max(line) - min(line) for label, line in lines.items() if len(line) > 1})
        given = [value for value in self.values(groups) if not self.field.is_empty(value)]
        low, high = self.field.as_text(min(given)), self.field.as_text(max(given))
        if len(given) == 1:
            return _("One group says: {answer}").format(answer=low)
        if low == high:
            return _("All {count} groups say: {answer}").format(count=len(given), answer=low)
        return _("The groups say from {low} to {high}").format(low=low, high=high)

    def data(self, groups: Sequence[GroupAnswers], case: CaseStudy | None = None) -> Grid:
        """One line of numbers; for a column, a line for each row."""
        lines, ends = self._lines(groups), self.field.ends()
        numbers = [value for _label, values in lines for value in values if isinstance(value, int)]
        low, high = (min(ends), max(ends)) if ends else (0, max(numbers, default=1))
        return Grid(
            self.field.label,
            _names(groups),
            tuple(GridRow(label, tuple(_number(self.field, v, low, high) for v in values)) for label, values in lines),
            tuple((1 if end == low else LEVELS, f"{end} {name}") for end, name in ends.items()),
        )

    def _lines(self, groups: Sequence[GroupAnswers]) -> list[tuple[str, list[Json]]]:
        """Every group's value in every line, as (label, values)."""
        if self.column:
            return [(row.label, _in_row(self, row, groups)) for row in self.whole.rows_now({})]
        return [(self.whole.label, self.values(groups))]


class Ranking(PlenaryView):
    """The place that each group gave each option, the best mean first."""

    def finding(self, groups: Sequence[GroupAnswers]) -> str:
        """Name the option with the best mean place."""
        means = self.field.tally(self.values(groups))
        first = [option for option in means if means[option] == min(means.values())]
        if len(first) > 1:
            return _("{count} answers share the first place").format(count=len(first))
        return _("In the first place on average: {answer}").format(answer=self.field.labels()[first[0]])

    def data(self, groups: Sequence[GroupAnswers], case: CaseStudy | None = None) -> Grid:
        """The mean place of each option, then its place in each group."""
        orders = [value or [] for value in self.values(groups)]
        means, labels = self.field.tally(orders), self.field.labels()

        def row(option: str) -> GridRow:
            places = [order.index(option) + 1 if option in order else None for order in orders]
            cells = [GridCell(str(p or NOTHING), _level(p - 1, len(labels)) if p else 0) for p in places]
            mean = GridCell(f"{means[option]:.1f}" if option in means else NOTHING, 0)
            return GridRow(labels[option], (mean, *cells))

        best_first = sorted(labels, key=lambda option: means.get(option, len(labels) + 1))
        return Grid(self.field.label, (_("Mean place"), *_names(groups)), tuple(map(row, best_first)))


def _names(groups: Sequence[GroupAnswers]) -> tuple[str, ...]:
    return tuple(group.group.name for group in groups)


def _in_row(view: PlenaryView, row: TableRow, groups: Sequence[GroupAnswers]) -> list[Json]:
    """Every group's value in a row that all groups have."""
    return [group.value(f"{row.path}/{view.field.id}") for group in groups]


def _level(place: int, count: int) -> int:
    """From the place of an option, counted from 0: the first has the highest level, the last the lowest."""
    return LEVELS - round(place * (LEVELS - 1) / max(count - 1, 1))


def _number(field: Field, value: int | None, low: int, high: int) -> GridCell:
    level = 0 if value is None else 1 + round((value - low) / max(high - low, 1) * (LEVELS - 1))
    return GridCell(field.as_text(value) or NOTHING, level)


def _most_different(differences: dict[str, float]) -> str:
    """Name the row on which the groups differ most; a row that fewer than two marked is not among them."""
    if not differences:
        return _("The first marks are in")
    label = max(differences, key=lambda label: differences[label])
    if differences[label] == 0:
        return _("The groups agree on every row that two of them marked")
    return _("The groups differ most on: {row}").format(row=label)
