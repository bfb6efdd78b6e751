"""Two people wrote in one text box: keep what both wrote."""

from diff_match_patch import diff_match_patch


def merged(base: str, theirs: str, mine: str) -> str:
    """Put my changes since `base` into their text.

    Where a change finds no place any more, my whole text follows theirs after a blank line,
    so that nothing anybody wrote is lost.
    """
    if theirs in (base, mine):
        return mine
    if mine == base:
        return theirs
    matcher = diff_match_patch()
    text, placed = matcher.patch_apply(matcher.patch_make(base, mine), theirs)
    return text if all(placed) else f"{theirs}\n\n{mine}"
