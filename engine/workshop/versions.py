"""Decides what becomes of a text whose author had not seen all that is stored.

Either somebody else wrote meanwhile, or the author sent an earlier version and got no reply: the connection broke,
or they left the tab while it was on its way. After a broken connection an older version may also arrive later than
a newer one.
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
    """One version of a text, as it was sent."""

    revision: int
    text: str


@dataclass(frozen=True)
class SentText:
    """A text, and what its author had seen and sent before."""

    text: str
    seen: str
    """What the field held when they began to write."""
    unanswered: Sequence[Version] = ()
    """The versions that they sent since then without a reply; these too were written with `seen` before them."""


@dataclass(frozen=True)
class Decision:
    """What becomes of a text."""

    holds: str
    """What the field holds from now on. Where it differs from what was sent, it is appended after that."""
    known_as: int = 0
    """The revision that already has all of what was sent, so that nothing is appended; 0 when there is none."""


def decided(sent: SentText, held: str, *, between: str, limit: int) -> Decision:
    """Decide what becomes of a text, so that nothing that anybody wrote is lost, and nothing stands there twice.

    Args:
        sent: the text, and what its author knew.
        held: what the field holds now.
        between: what stands between two versions of the whole text.
        limit: how many characters one person can send. Two texts of that length stay whole when they are merged;
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
    """The text from which to merge, and the revision that already has all of what was sent, 0 when there is none.

    Of the versions without a reply, the one that has the most of the new text counts. When most of either text is
    in the other, the two are versions of one text. Otherwise they come from two tabs, and are merged like the texts
    of two people. Of two versions, the one that lacks more is the older, since people add more than they take away.
    When the older one arrives last, only those of its words count that the newer one never had.
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
    """Count the characters of the words that another text lacks; a completed or corrected word is not lacking."""
    return sum(len(word) for edit in edits(text, other) for word in _lost(text, edit))


def _lost(text: str, edit: Edit) -> list[str]:
    pairs = zip_longest(words(text[edit.start : edit.end]), words(edit.text), fillvalue="")
    return [word for word, other in pairs if not _is_like(word.casefold(), other.casefold())]


def _is_like(word: str, other: str) -> bool:
    """Whether `other` is this word, completed or corrected.

    The two begin alike, and three quarters of the word stand at the beginning and the end of `other`.
    """
    begins, ends = _COMPARER.diff_commonPrefix(word, other), _COMPARER.diff_commonSuffix(word, other)
    return not word or (begins > 0 and 4 * min(begins + ends, len(word)) >= 3 * len(word))


def _shared(text: str, other: str) -> str:
    """The text without the words that another text lacks."""
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
