"""What all views of the plenary have in common."""

from collections.abc import Sequence
from dataclasses import dataclass

from engine.content import CaseStudy, View
from engine.fields import Field, Json
from engine.language import _, plural
from engine.plenary.data import ViewData
from engine.plenary.side_by_side import GroupAnswers


@dataclass(frozen=True)
class PlenaryView:
    """One look at all groups' answers: what it states in a sentence, and its data in plain texts and numbers."""

    view: View
    whole: Field
    """The field of the sheet that is shown, or the table whose column is shown."""
    column: Field | None = None

    @property
    def kind(self) -> str:
        """The name under which it is drawn."""
        return self.view.kind

    @property
    def show(self) -> str:
        """What is shown, in the ids of the sheet: `verdict`, or `indicators.status` for a column."""
        return self.view.show

    @property
    def ask(self) -> str:
        """The question to the room."""
        return self.view.ask

    @property
    def field(self) -> Field:
        """The field or the column that is shown."""
        return self.column or self.whole

    @property
    def label(self) -> str:
        """What is shown, as it is called on the sheet."""
        return f"{self.whole.label} · {self.column.label}" if self.column else self.whole.label

    def headline(self, groups: Sequence[GroupAnswers]) -> str:
        """State in one sentence what the view shows."""
        if not any(group.answers for group in groups):
            return _("No group has written here yet")
        if not any(self.is_answered(group) for group in groups):
            return _("No group has answered this yet")
        return self.finding(groups)

    def finding(self, groups: Sequence[GroupAnswers]) -> str:
        """State what was found. Called only when a group has answered; here it says how many have."""
        answered = sum(self.is_answered(group) for group in groups)
        return plural("{count} group has answered", "{count} groups have answered", answered)

    def data(self, groups: Sequence[GroupAnswers], case: CaseStudy | None = None) -> ViewData:
        """What there is to draw.

        Args:
            groups: all groups, in their order.
            case: the case study of the sheet, if it has one.
        """
        raise NotImplementedError

    def is_answered(self, group: GroupAnswers) -> bool:
        """Whether a group has given any answer that the view shows."""
        return any(not self.field.is_empty(value) for value in self.values([group]))

    def values(self, groups: Sequence[GroupAnswers]) -> list[Json]:
        """Every value that the view shows: one for each group, or one for each row of each group's table.

        Values of rows that were removed are left out.
        """
        return [value for group in groups for value in self._values_of(group)]

    def _values_of(self, group: GroupAnswers) -> list[Json]:
        if self.column is None:
            return [group.value(self.whole.id)]
        paths = [f"{row.path}/{self.column.id}" for row in self.whole.rows_now(group.answers)]
        return [group.value(path) for path in paths if path in group.answers]
