"""The words on the screen, in the language of the room.

Every interface string passes through `_()` or `plural()`, every text of a content file through
`translated()`. Catalogues are ordinary gettext files: `content/locale/<language>/LC_MESSAGES/workshop.mo`.
The pseudo-language `en-XA` puts every translated text between brackets, so that a text which nobody
can translate stands out on a screen.
"""

import gettext
import os
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

PSEUDO = "en-XA"
DEFAULT = "en"
DOMAIN = "workshop"
RIGHT_TO_LEFT = {"ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"}
CATALOGUES = Path(__file__).parent.parent / "content" / "locale"


def language() -> str:
    """The language of this server: `WORKSHOP_LANGUAGE`, or English."""
    return os.environ.get("WORKSHOP_LANGUAGE", DEFAULT)


def direction() -> str:
    """How the language of this server runs: `ltr` from left to right, or `rtl`."""
    return "rtl" if re.split("[-_]", language())[0] in RIGHT_TO_LEFT else "ltr"


@cache
def _catalogue(name: str) -> gettext.NullTranslations:
    return gettext.translation(DOMAIN, str(CATALOGUES), languages=[name], fallback=True)


def bracketed(text: str) -> str:
    """Mark a text as translated, as the pseudo-language does."""
    return f"⟦{text}⟧"


def _(message: str) -> str:
    """Translate an interface string; placeholders like `{name}` stay for `str.format`."""
    return bracketed(message) if language() == PSEUDO else _catalogue(language()).gettext(message)


def plural(one: str, many: str, count: int) -> str:
    """Translate an interface string that depends on a number, and put the number in as `{count}`."""
    if language() == PSEUDO:
        return bracketed(one if count == 1 else many).format(count=count)
    return _catalogue(language()).ngettext(one, many, count).format(count=count)


_notes: list[Callable[[str, str], None]] = []


@contextmanager
def noting(note: Callable[[str, str], None]) -> Iterator[None]:
    """Hand every content text that is translated meanwhile to `note(text, context)`."""
    _notes.append(note)
    try:
        yield
    finally:
        _notes.remove(note)


def translated(text: str, context: str) -> str:
    """Translate one text of a content file; `context` is the file's path within the project."""
    for note in _notes:
        note(text, context)
    name = language()  # asked for once: content has 8,000 texts
    return bracketed(text) if name == PSEUDO else _catalogue(name).pgettext(context, text)
