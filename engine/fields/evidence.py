"""The words of a case that show something, kept as the numbers of its sentences."""

from collections import Counter
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, ClassVar, Literal

from engine.fields.base import AnswerProblem, Json
from engine.fields.choice import picked_together
from engine.fields.context import NO_CASE, CheckContext
from engine.fields.faults import Fault
from engine.fields.field import Field
from engine.language import _


class Evidence(Field):
    """Sentences of the case study.

    Sentences and not stretches of characters: a number survives translation and a mended comma.
    """

    type: Literal["evidence"]

    views: ClassVar[tuple[str, ...]] = ("evidence",)

    def check(self, value: Json, context: CheckContext = NO_CASE) -> list[int]:
        """Take a list of sentence numbers, from 1, and keep it in the order of the case."""
        fits = isinstance(value, list) and all(
            isinstance(n, int) and not isinstance(n, bool) and 1 <= n <= len(context.sentences) for n in value
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

    def varied(self, value: Json, context: CheckContext, chance: Random) -> Json:
        """Leave some sentences out, and now and then take another one."""
        kept = [number for number in value if chance.random() < 0.7]
        return sorted({*kept, chance.randint(1, len(context.sentences))}) if chance.random() < 0.4 else kept

    def faults(self, beside: Sequence[Field], has_cases: bool) -> Iterator[Fault]:
        """Find that there is no case to take sentences from."""
        yield from super().faults(beside, has_cases)
        if not has_cases:
            yield (), "evidence is words of a case: give the worksheet 'case_studies'"

    def stored(self, read: Any) -> Json:
        """Leave out the quotations, which a reading has beside the numbers."""
        if not isinstance(read, dict):
            return super().stored(read)
        return sorted(read) if all(isinstance(number, int) for number in read) else list(read)

    def reading_faults(self, read: Any, beside: dict[str, Json], context: CheckContext) -> Iterator[Fault]:
        """Find quotations that do not stand word for word in the sentence that they name."""
        found = list(super().reading_faults(read, beside, context))
        yield from found
        if found or read is None or not context.sentences:
            return
        if not isinstance(read, dict):
            yield (), "write evidence as 'number: words of that sentence'"
            return
        for number, words in read.items():
            if not isinstance(words, str) or not words.strip():
                yield (number,), f"quote the words of sentence {number} that show it"
            elif words not in context.sentences[number - 1]:
                yield (number,), f"sentence {number} does not say '{words}'"
