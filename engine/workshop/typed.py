"""Short texts that people type: names and titles."""

import unicodedata

from engine.language import _
from engine.workshop.problem import WorkshopProblem


def clean_line(text: str, missing: str, limit: int) -> str:
    """A typed line without extra spaces, and without characters that no screen shows.

    Raises:
        WorkshopProblem: nothing is left (says `missing`), or it is longer than `limit` characters.
    """
    text = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    shown = "".join(" " if c.isspace() else c for c in text if c.isspace() or _is_shown(c))
    line = " ".join(shown.split())
    if not any(_can_be_seen(c) for c in line):
        raise WorkshopProblem(missing)
    if len(line) > limit:
        raise WorkshopProblem(
            _("This is {count} characters long. Use at most {limit}.").format(count=len(line), limit=limit)
        )
    return line


def _joins(character: str) -> bool:
    """Whether a character only joins others, which emoji and Arabic and Persian names need."""
    return character in "\u200c\u200d\ufe0f"


def _is_shown(character: str) -> bool:
    return _joins(character) or not unicodedata.category(character).startswith("C")


def _can_be_seen(character: str) -> bool:
    """Whether a character shows on a screen by itself: it is no space, no mark on a letter and no filler."""
    return unicodedata.category(character)[0] in "LNPS" and character not in "\u115f\u1160\u2800\u3164\uffa0"


def comparable(name: str) -> str:
    """A name in the form in which names are compared: `MARIA ` and `Maria` are the same."""
    shown = "".join(c for c in name if not _joins(c))
    return " ".join(unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", shown).casefold()).split())
