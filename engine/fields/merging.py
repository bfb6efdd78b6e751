"""Two people wrote in one text box: keep what both wrote, each where it was written.

The result follows from the texts alone: it is the same on a busy machine.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate

from rapidfuzz.distance import Indel

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
    ours, others = _WORDS.findall(base), _WORDS.findall(text)
    from_base, from_text = _starts(ours), _starts(others)
    found: list[Edit] = []
    for each in Indel.opcodes(*_coded(ours, others)):
        if each.tag != "equal":
            start, end = from_base[each.src_start], from_base[each.src_end]
            last = found.pop() if found and found[-1].end == start else Edit(start, start, "")
            added = text[from_text[each.dest_start] : from_text[each.dest_end]]
            found.append(Edit(last.start, end, last.text + added))
    return found


def _starts(words: list[str]) -> list[int]:
    """Where each word begins, and at last where the text ends."""
    return list(accumulate(map(len, words), initial=0))


def _coded(*texts: list[str]) -> list[str]:
    """Texts of one character a word: the same words are the same characters, whatever they are."""
    numbers: dict[str, int] = {}
    return ["".join(chr(numbers.setdefault(word, len(numbers))) for word in words) for words in texts]


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

    For I may be in the middle of a word, and what they added after it is not. But who begins a line of their own
    leaves that of the other whole.
    """
    if theirs in (was, mine):
        return mine
    if mine == was:
        return theirs
    if was or between:
        return (between or " / ").join(text for text in (theirs, mine) if text)
    first, second = (theirs, mine) if _stands_apart(mine) and not _stands_apart(theirs) else (mine, theirs)
    touching = not first[-1].isspace() and not second[0].isspace()
    return f"{first} {second}" if touching else first + second


def _stands_apart(added: str) -> bool:
    """Whether an addition begins a version of its own, and so does not go on with the line before it."""
    return added.lstrip(" ").startswith(("\n", "/ "))
