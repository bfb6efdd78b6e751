"""The views of what the groups wrote in words."""

from collections.abc import Sequence

from engine.content import CaseStudy
from engine.plenary.data import GroupRows, GroupTexts
from engine.plenary.plenary_view import PlenaryView
from engine.plenary.side_by_side import GroupAnswers


class Texts(PlenaryView):
    """Each group's text; for a column one line for each row, after the row's label."""

    def data(self, groups: Sequence[GroupAnswers], case: CaseStudy | None = None) -> GroupTexts:
        found = ((group.group.name, self._text(group)) for group in groups)
        return GroupTexts(tuple((name, text) for name, text in found if text))

    def _text(self, group: GroupAnswers) -> str:
        if self.column is None:
            return self.field.as_text(group.value(self.field.id)).strip()
        cells = ((row.label, group.value(f"{row.path}/{self.field.id}")) for row in self.whole.rows_now(group.answers))
        lines = [f"{label}: {self.field.as_text(value)}" for label, value in cells if not self.field.is_empty(value)]
        return "\n".join(lines)


class Rows(PlenaryView):
    """Each group's own rows of a table."""

    def is_answered(self, group: GroupAnswers) -> bool:
        """Whether the group has a row with something in it."""
        return bool(self._rows(group))

    def data(self, groups: Sequence[GroupAnswers], case: CaseStudy | None = None) -> GroupRows:
        found = ((group.group.name, self._rows(group)) for group in groups)
        columns = tuple(column.label for column in self.whole.within())
        return GroupRows(columns, tuple((name, rows) for name, rows in found if rows))

    def _rows(self, group: GroupAnswers) -> tuple[tuple[str, ...], ...]:
        rows = (
            tuple(column.as_text(group.value(path)) for path, column in row.cells.items())
            for row in self.whole.rows_now(group.answers)
        )
        return tuple(row for row in rows if any(row))
