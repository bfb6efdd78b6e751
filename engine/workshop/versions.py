"""Decides what becomes of a text whose author had not seen all that is stored: somebody else wrote meanwhile."""

from dataclasses import dataclass

from engine.fields.merging import merged
from engine.language import _
from engine.workshop.problem import WorkshopProblem


@dataclass(frozen=True)
class SentText:
    """A text, and what its author knew."""

    text: str
    seen: str
    """What they had before them when they wrote it: what the field held, or what they sent before this."""


def decided(sent: SentText, held: str, *, between: str, limit: int) -> str:
    """What a field holds from now on, so that nothing that anybody wrote is lost, and nothing stands there twice.

    Args:
        sent: the text, and what its author knew.
        held: what the field holds now.
        between: what stands between two versions of the whole text.
        limit: how many characters the field takes, also from several people together.

    Raises:
        WorkshopProblem: together it would be too long; nothing is changed then.
    """
    holds = merged(sent.seen, held, sent.text, between)
    if len(holds) > limit:
        raise _too_long(len(holds), limit)
    return holds


def _too_long(count: int, limit: int) -> WorkshopProblem:
    said = _(
        "Others wrote here too: together it would be {count} characters, and the box takes {limit}. "
        "Your text is still here. Let somebody shorten theirs first."
    )
    return WorkshopProblem(said.format(count=f"{count:,}", limit=f"{limit:,}"))
