"""The finding of a plenary view, in one sentence."""

from collections.abc import Callable, Sequence

from engine.content import Activity, View
from engine.fields import ChoiceField, Json, OpenTable, Rank, SelectMultiple
from engine.language import _, plural
from engine.plenary.side_by_side import (
    GroupAnswers,
    agreement,
    lines_of,
    sentence_picks,
    table_and_column,
    values_of,
)
from engine.plenary.wording import rows_side_by_side

Headline = Callable[[Activity, View, Sequence[GroupAnswers]], str]


def headline(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    """State in one sentence what the view shows."""
    if not any(group.answers for group in groups):
        return _("No group has written here yet")
    if not any(_has_answered(activity, view, group) for group in groups):
        return _("No group has answered this yet")
    return HEADLINES.get(view.kind, _count)(activity, view, groups)


def _has_answered(activity: Activity, view: View, group: GroupAnswers) -> bool:
    """Tell whether a group has something behind a view."""
    field = activity.worksheet.shown_by(view.show)
    if isinstance(field, OpenTable):
        return bool(rows_side_by_side(field, group))
    return field is not None and any(not field.is_empty(value) for value in values_of(activity, view, [group]))


def _count(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    answered = sum(_has_answered(activity, view, group) for group in groups)
    return plural("{count} group has answered", "{count} groups have answered", answered)


def _heatmap(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    lines = lines_of(*table_and_column(activity, view), groups)
    shares = {line.label: agreement(line.values) for line in lines}
    return _most_different({label: 1 - share for label, share in shares.items() if share is not None})


def _most_different(differences: dict[str, float]) -> str:
    """Name the row on which the groups differ most; a row that fewer than two marked is not among them."""
    if not differences:
        return _("The first marks are in")
    label = max(differences, key=lambda label: differences[label])
    if differences[label] == 0:
        return _("The groups agree on every row that two of them marked")
    return _("The groups differ most on: {row}").format(row=label)


def _bars(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    field = activity.worksheet.shown_by(view.show)
    assert isinstance(field, ChoiceField)  # the content was checked
    values = [value for value in values_of(activity, view, groups) if not field.is_empty(value)]
    tally = {option: int(number) for option, number in field.tally(values).items()}
    most, total = max(tally.values()), len(values)
    first = [option for option in tally if tally[option] == most]
    one_a_group = "." not in view.show and not isinstance(field, SelectMultiple)
    if len(first) > 1 and one_a_group:
        return _("The groups are split between {count} answers").format(count=len(first))
    if len(first) > 1:
        return _("{count} answers come first together ({number} of {total} each)").format(
            count=len(first), number=most, total=total
        )
    if one_a_group and most == total > 1:
        return _("All {count} groups say: {answer}").format(count=total, answer=field.labels()[first[0]])
    return _("Most often: {answer} ({number} of {total})").format(
        answer=field.labels()[first[0]], number=most, total=total
    )


def _evidence(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    picks = sentence_picks(activity, view, groups)
    total, most = sum(1 for group in groups if group.answers), max(picks.values())
    first = [number for number in picks if picks[number] == most]
    if len(first) > 1:
        return _("{sentences} sentences were picked by the most groups: {count} of {total}").format(
            sentences=len(first), count=most, total=total
        )
    return _("Sentence {number} was picked by the most groups: {count} of {total}").format(
        number=first[0], count=most, total=total
    )


def _spread(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    if "." in view.show:
        lines = lines_of(*table_and_column(activity, view), groups)
        numbers = {line.label: [value for value in line.values if value is not None] for line in lines}
        return _most_different({label: max(found) - min(found) for label, found in numbers.items() if len(found) > 1})
    field = activity.worksheet.shown_by(view.show)
    assert field is not None  # the content was checked
    values: list[Json] = [value for value in values_of(activity, view, groups) if not field.is_empty(value)]
    low, high = field.as_text(min(values)), field.as_text(max(values))
    if len(values) == 1:
        return _("One group says: {answer}").format(answer=low)
    if low == high:
        return _("All {count} groups say: {answer}").format(count=len(values), answer=low)
    return _("The groups say from {low} to {high}").format(low=low, high=high)


def _ranking(activity: Activity, view: View, groups: Sequence[GroupAnswers]) -> str:
    field = activity.worksheet.shown_by(view.show)
    assert isinstance(field, Rank)  # the content was checked
    means = field.tally(values_of(activity, view, groups))
    first = [option for option in means if means[option] == min(means.values())]
    if len(first) > 1:
        return _("{count} answers share the first place").format(count=len(first))
    return _("In the first place on average: {answer}").format(answer=field.labels()[first[0]])


HEADLINES: dict[str, Headline] = {
    "heatmap": _heatmap,
    "bars": _bars,
    "evidence": _evidence,
    "spread": _spread,
    "ranking": _ranking,
}
"""What states a finding; the other views show words, and only say how many groups wrote."""
