"""The words of a case that show something, kept as the numbers of its sentences."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar, Literal

from engine.fields.base import AnswerProblem, Field, Json
from engine.fields.choice import picked_together
from engine.language import _


class Evidence(Field):
    """Sentences of the case study.

    Sentences and not stretches of characters: a number survives translation and a mended comma.
    """

    type: Literal["evidence"]

    views: ClassVar[tuple[str, ...]] = ("evidence",)

    def check(self, value: Json, *, sentences: int = 0) -> list[int]:
        """Take a list of sentence numbers, from 1, and keep it in the order of the case."""
        fits = isinstance(value, list) and all(
            isinstance(n, int) and not isinstance(n, bool) and 1 <= n <= sentences for n in value
        )
        if not fits:
            raise AnswerProblem(_("Pick sentences of this case."))
        return sorted(set(value))

    def together(self, before: Json, now: Json, mine: Json) -> Json:
        """Keep the sentences that either picked."""
        return sorted(picked_together(before, now, mine))

    def tally(self, values: Sequence[Json]) -> dict[str, float]:
        """Count how many groups picked each sentence, by its number."""
        counts = Counter(number for value in values for number in value or [])
        return {str(number): counts[number] for number in sorted(counts)}

    def as_text(self, value: Json) -> str:
        """Print the sentence numbers."""
        return ", ".join(str(number) for number in value or [])
