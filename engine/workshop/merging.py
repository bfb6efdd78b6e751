"""Two people wrote in one text box: keep what both wrote."""

from dataclasses import dataclass

from diff_match_patch import diff_match_patch

SECONDS = 0.3
"""How long two texts are compared; after that the comparison is coarser, and never wrong."""


@dataclass(frozen=True)
class Edit:
    """The characters from `start` to `end` of a text were replaced by `text`."""

    start: int
    end: int
    text: str

    def clashes(self, other: "Edit") -> bool:
        """Tell whether both changed the same characters, and not in the same way."""
        return self != other and self.start < other.end and other.start < self.end


def merged(base: str, theirs: str, mine: str, between: str = "\n\n") -> str:
    """Put my changes since `base` into their text, each where it was made.

    Where both changed the same words there is no such place: then my whole text follows theirs
    after `between`, so that nothing anybody wrote is lost.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    my_edits, their_edits = edits(base, mine), edits(base, theirs)
    if not base or any(m.clashes(t) for m in my_edits for t in their_edits):
        return between.join(text for text in (theirs, mine) if text)
    return _applied(base, my_edits, their_edits)


def edits(base: str, text: str) -> list[Edit]:
    """Give what was changed from `base` to `text`, in order."""
    matcher = diff_match_patch()
    matcher.Diff_Timeout = SECONDS
    pieces = matcher.diff_main(base, text)
    matcher.diff_cleanupSemantic(pieces)
    found: list[Edit] = []
    at = 0
    for kind, piece in pieces:
        start, at = at, at + (len(piece) if kind != matcher.DIFF_INSERT else 0)
        if kind == matcher.DIFF_EQUAL:
            continue
        last = found.pop() if found and found[-1].end == start else Edit(start, start, "")
        found.append(Edit(last.start, at, last.text + (piece if kind == matcher.DIFF_INSERT else "")))
    return found


def _applied(base: str, mine: list[Edit], theirs: list[Edit]) -> str:
    """Make edits that do not clash."""
    spots: dict[tuple[int, int], str] = {}
    for edit in (*mine, *theirs):
        spot = (edit.start, edit.end)
        spots[spot] = _joined(spots[spot], edit.text) if spot in spots else edit.text
    text, at = "", 0
    for (start, end), piece in sorted(spots.items()):
        text += base[at:start] + piece
        at = end
    return text + base[at:]


def _joined(mine: str, theirs: str) -> str:
    """Put together what both added at one place; mine comes first, for I may be in the middle of a word."""
    if mine == theirs:
        return mine
    touching = mine and theirs and not mine[-1].isspace() and not theirs[0].isspace()
    return f"{mine} {theirs}" if touching else mine + theirs
