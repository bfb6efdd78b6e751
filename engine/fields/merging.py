"""Two people wrote in one text box: keep what both wrote, each where it was written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from diff_match_patch import diff_match_patch

SECONDS = 0.3
"""How long two texts are compared; after that the comparison is coarser, and never wrong."""
_NO_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff"
"""Scripts that put no spaces between words; each of their characters is compared for itself."""
_WORDS = re.compile(rf"[^\s!-/:-@\[-`{{-~{_NO_SPACES}]+|.", re.DOTALL)


@dataclass(frozen=True, order=True)
class Edit:
    """The characters from `start` to `end` of a text were replaced by `text`."""

    start: int
    end: int
    text: str

    def is_at(self, start: int, end: int) -> bool:
        """Whether it changed the characters from `start` to `end`.

        What was added right before or after them changed none of them: its place is empty, and another.
        """
        if self.start == self.end:
            return start < self.start < end or self.start == start == end
        return start <= self.start and self.end <= end


def merged(base: str, theirs: str, mine: str, between: str = "\n\n") -> str:
    """Put my changes since `base` and theirs into one text.

    Where both changed the same words, both versions stand there side by side; `between` stands
    between two versions of the whole text.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    my_edits, their_edits = edits(base, mine), edits(base, theirs)
    text, at = "", 0
    for start, end in _spots((*my_edits, *their_edits)):
        mine_here, theirs_here = _applied(base, my_edits, start, end), _applied(base, their_edits, start, end)
        was, whole = base[start:end], (start, end) == (0, len(base))
        text += base[at:start] + _joined(was, theirs_here, mine_here, between if whole else "")
        at = end
    return text + base[at:]


def edits(base: str, text: str) -> list[Edit]:
    """What was changed from `base` to `text`, word by word and in order."""
    found: list[Edit] = []
    at = 0
    for kind, piece in _compared(base, text):
        start, at = at, at + (len(piece) if kind != diff_match_patch.DIFF_INSERT else 0)
        if kind == diff_match_patch.DIFF_EQUAL:
            continue
        last = found.pop() if found and found[-1].end == start else Edit(start, start, "")
        added = piece if kind == diff_match_patch.DIFF_INSERT else ""
        found.append(Edit(last.start, at, last.text + added))
    return found


def words(text: str) -> list[str]:
    """The words of a text and its signs, without the spaces."""
    return [word for word in _WORDS.findall(text) if not word.isspace()]


def _compared(base: str, text: str) -> list[tuple[int, str]]:
    """Compare two texts by words: each word becomes one character for the comparison."""
    numbers: dict[str, int] = {}
    coded = ["".join(chr(numbers.setdefault(word, len(numbers))) for word in _WORDS.findall(t)) for t in (base, text)]
    of_number = list(numbers)
    matcher = diff_match_patch()
    matcher.Diff_Timeout = SECONDS
    pieces = matcher.diff_main(*coded, False)
    return [(kind, "".join(of_number[ord(c)] for c in piece)) for kind, piece in pieces]


def _spots(made: Iterable[Edit]) -> list[tuple[int, int]]:
    """The places of a text that were edited; edits of the same characters share a place."""
    spots: list[tuple[int, int]] = []
    for edit in sorted(made):
        spot = (edit.start, edit.end)
        if spots and edit.start < spots[-1][1]:
            spots[-1] = (spots[-1][0], max(spots[-1][1], edit.end))
        elif spot not in spots[-1:]:
            spots.append(spot)
    return spots


def _applied(base: str, made: list[Edit], start: int, end: int) -> str:
    """A place of a text as it is after the edits in it."""
    text, at = "", start
    for edit in made:
        if edit.is_at(start, end):
            text, at = text + base[at : edit.start] + edit.text, edit.end
    return text + base[at:end]


def _joined(was: str, theirs: str, mine: str, between: str) -> str:
    """What stands at one place now; two additions follow each other, and mine comes first.

    For I may be in the middle of a word, and what they added after it is not.
    """
    if theirs in (was, mine):
        return mine
    if mine == was:
        return theirs
    if was or between:
        return (between or " / ").join(text for text in (theirs, mine) if text)
    touching = not mine[-1].isspace() and not theirs[0].isspace()
    return f"{mine} {theirs}" if touching else mine + theirs
