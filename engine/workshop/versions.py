"""Decides what becomes of a text that somebody sends when its author had not seen all that is stored.

Somebody else wrote meanwhile, or the author sent an earlier version and had no reply: the line broke, or they left
the tab while it was on its way. After a broken line an older version may also arrive later than a newer one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from diff_match_patch import diff_match_patch

from engine.fields.merging import Edit, edits, merged, words
from engine.language import _
from engine.workshop.problem import WorkshopProblem

_COMPARER = diff_match_patch()


@dataclass(frozen=True)
class Version:
    """A text as it was sent once."""

    revision: int
    text: str


@dataclass(frozen=True)
class SentText:
    """A text, and what its author knew."""

    text: str
    seen: str
    """What they had before them when they began."""
    unanswered: Sequence[Version] = ()
    """What they sent since, also from `seen`, without a reply."""


@dataclass(frozen=True)
class Decision:
    """What becomes of a text."""

    holds: str
    """What the field holds from now on. It is appended after what was sent, where it differs from that."""
    known_as: int = 0
    """The version in which all of it was sent before: nothing is appended. 0 when there is none."""


def decided(sent: SentText, held: str, *, between: str, limit: int) -> Decision:
    """Decide what becomes of a text, so that nothing that anybody wrote is lost, and nothing stands there twice.

    Args:
        sent: the text, and what its author knew.
        held: what the field holds now.
        between: what stands between two versions of the whole text.
        limit: the characters that one person can send. Two texts of that length stay whole when they are merged;
            a field that is longer already takes nothing more.

    Raises:
        WorkshopProblem: the field is too long for another text.
    """
    base, known_as = _base(sent)
    if known_as:
        return Decision(held, known_as)
    holds = merged(base, held, sent.text, between)
    if len(holds) > len(held) > limit:
        raise _too_long(len(holds), limit)
    return Decision(holds)


def _base(sent: SentText) -> tuple[str, int]:
    """Give the text from which to merge, and the revision that has all of what is sent already, if there is one.

    Of what was sent without a reply, that counts which has most of the text. When most of one of the two is in the
    other, they are versions of one text. Else they come from two tabs, and are merged as those of two people. Of
    two versions the one that misses more is the older, since people add more than they take away. When the older
    one arrives last, only the words count that the other never had.
    """
    compared = [(missing(sent.text, version.text), version) for version in sent.unanswered]
    new, earlier = min(compared, key=lambda pair: pair[0], default=(0, None))
    if earlier is None:
        return sent.seen, 0
    gone = missing(earlier.text, sent.text)
    if 3 * gone > missing(earlier.text, sent.seen) and 3 * new > missing(sent.text, sent.seen):
        return sent.seen, 0
    base = earlier.text if gone <= new else _shared(sent.text, earlier.text)
    return base, earlier.revision if base == sent.text else 0


def missing(text: str, other: str) -> int:
    """Count the characters of those words of a text that another one has neither there, nor finished or corrected."""
    return sum(len(word) for edit in edits(text, other) for word in _lost(text, edit))


def _lost(text: str, edit: Edit) -> list[str]:
    pairs = zip_longest(words(text[edit.start : edit.end]), words(edit.text), fillvalue="")
    return [word for word, other in pairs if not _is_like(word.casefold(), other.casefold())]


def _is_like(word: str, other: str) -> bool:
    """Tell whether a word begins as another, and three quarters of it are the beginning and the end of that."""
    begins, ends = _COMPARER.diff_commonPrefix(word, other), _COMPARER.diff_commonSuffix(word, other)
    return not word or (begins > 0 and 4 * min(begins + ends, len(word)) >= 3 * len(word))


def _shared(text: str, other: str) -> str:
    """Give a text without the words that another one misses."""
    shared, at = "", 0
    for edit in edits(text, other):
        shared += text[at : edit.start if _lost(text, edit) else edit.end]
        at = edit.end
    return shared + text[at:]


def _too_long(count: int, limit: int) -> WorkshopProblem:
    said = _(
        "Others wrote here too: together it would be {count} characters, and the box takes {limit}. "
        "Your text is still here. Let somebody shorten theirs first."
    )
    return WorkshopProblem(said.format(count=f"{count:,}", limit=f"{limit:,}"))
