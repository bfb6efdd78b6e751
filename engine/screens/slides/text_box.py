"""The text box of a slide, which saves while somebody types."""

from dataclasses import dataclass

from engine.language import _
from engine.screens.frame.components import component
from engine.store import Saved

_box = component(
    "text_box",
    '<label for="text"></label><p class="hint" hidden></p><textarea id="text"></textarea>'
    '<div class="status" id="status" role="status"></div>',
)


@dataclass(frozen=True)
class Home:
    """Where a text belongs: the address of the route that saves it, and the place in that route's words."""

    address: str
    place: dict[str, str]


def text_box(
    home: Home,
    saved: Saved,
    *,
    label: str,
    hint: str = "",
    lines: int = 1,
    locked: bool = False,
    me: str = "",
) -> None:
    """Draw a text box for one text.

    Args:
        home: where it belongs, and which route saves it.
        saved: what it holds now.
        label: what stands above it.
        hint: a sentence of help.
        lines: its height; 1 makes a single line.
        locked: show the text and take none.
        me: the name of who sits here; another author is named.
    """
    _box(
        key=":".join(["text", *home.place.values()]),
        height="content",
        data={
            "address": home.address,
            "place": home.place,
            "value": saved.value or "",
            "revision": saved.revision,
            "saved_at": saved.saved_at.isoformat() if saved.saved_at else "",
            "author": "" if saved.author == me else saved.author,
            "label": label,
            "hint": hint,
            "lines": lines,
            "locked": locked,
            "words": {
                "saved": _("Saved {time}"),
                "saved_by": _("Saved {time} by {name}"),
                "saving": _("Saving …"),
                "typing": _("Typing …"),
                "offline": _("No connection. Your text is kept in this browser and is saved when the line is back."),
                "locked": _("Not saved: the sheet is closed. Your text is kept in this browser."),
                "both": _("{name} wrote here too. Both texts are kept."),
            },
        },
    )
