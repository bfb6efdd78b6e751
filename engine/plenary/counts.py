"""The views that count: how many groups gave an answer, or picked a sentence."""

from collections import Counter
from collections.abc import Sequence

from engine.content import CaseStudy, Sentence
from engine.language import _
from engine.plenary.data import LEVELS, Bar, Bars, PickedSentence, ShadedCase
from engine.plenary.plenary_view import PlenaryView
from engine.plenary.side_by_side import GroupAnswers


class BarChart(PlenaryView):
    """How many groups, or rows, chose each option."""

    def finding(self, groups: Sequence[GroupAnswers]) -> str:
        """Name the answer that was given most often."""
        values = [value for value in self.values(groups) if not self.field.is_empty(value)]
        tally = {option: int(number) for option, number in self.field.tally(values).items()}
        most, total, labels = max(tally.values()), len(values), self.field.labels()
        first = [option for option in tally if tally[option] == most]
        one_a_group = self.column is None and not self.field.holds_several
        if len(first) > 1 and one_a_group:
            return _("The groups are split between {count} answers").format(count=len(first))
        if len(first) > 1:
            return _("{count} answers come first together ({number} of {total} each)").format(
                count=len(first), number=most, total=total
            )
        if one_a_group and most == total > 1:
            return _("All {count} groups say: {answer}").format(count=total, answer=labels[first[0]])
        return _("Most often: {answer} ({number} of {total})").format(answer=labels[first[0]], number=most, total=total)

    def data(self, groups: Sequence[GroupAnswers], case: CaseStudy | None = None) -> Bars:
        tally = self.field.tally(self.values(groups))
        chosen = [(group.group.name, self._chosen(group)) for group in groups]
        bars = [
            Bar(label, int(tally[option]), tuple(name for name, options in chosen if option in options))
            for option, label in self.field.labels().items()
        ]
        return Bars(tuple(bars), counts_rows=self.column is not None)

    def _chosen(self, group: GroupAnswers) -> set[str]:
        """The ids of all options that a group chose, in whichever row."""
        several = self.field.holds_several
        return {option for value in self.values([group]) if value for option in (value if several else [value])}


class Picks(PlenaryView):
    """The case; each sentence with the number of groups that picked it as evidence, in whichever row."""

    def finding(self, groups: Sequence[GroupAnswers]) -> str:
        """Name the sentence that most groups picked."""
        picks = self.picks(groups)
        total, most = _at_work(groups), max(picks.values())
        first = [number for number in picks if picks[number] == most]
        if len(first) > 1:
            return _("{sentences} sentences were picked by the most groups: {count} of {total}").format(
                sentences=len(first), count=most, total=total
            )
        return _("Sentence {number} was picked by the most groups: {count} of {total}").format(
            number=first[0], count=most, total=total
        )

    def data(self, groups: Sequence[GroupAnswers], case: CaseStudy | None = None) -> ShadedCase:
        picks, total = self.picks(groups), _at_work(groups)

        def picked(sentence: Sentence) -> PickedSentence:
            count = picks.get(sentence.number, 0)
            level = 0 if not count else max(1, round(count / max(total, 1) * LEVELS))
            return PickedSentence(sentence.number, sentence.text, count, level)

        paragraphs = case.paragraphs if case else ()
        return ShadedCase(tuple(tuple(map(picked, paragraph)) for paragraph in paragraphs))

    def picks(self, groups: Sequence[GroupAnswers]) -> dict[int, int]:
        """Sentence number -> how many groups picked it; sentences that nobody picked are left out."""
        counts: Counter[int] = Counter()
        for group in groups:
            counts.update({number for value in self.values([group]) for number in value or []})
        return dict(sorted(counts.items()))


def _at_work(groups: Sequence[GroupAnswers]) -> int:
    return sum(1 for group in groups if group.answers)
