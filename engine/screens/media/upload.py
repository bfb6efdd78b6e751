"""The form that sends a file to the server, with its progress."""

from dataclasses import asdict, dataclass

from engine.language import _
from engine.screens.frame.components import component

_upload = component("upload", '<div class="upload"></div>')


@dataclass(frozen=True)
class Box:
    """A text box beside the file; its text is sent with the file."""

    name: str
    label: str
    hint: str
    limit: int


def upload_form(key: str, address: str, boxes: list[Box], *, accept: str, send: str, asks: bool = False) -> None:
    """Draw a form that posts a file to an address, with the texts in its query.

    Args:
        key: the name of this form.
        address: the path that takes the file.
        boxes: the texts to ask for.
        accept: the kinds of files that the browser offers, such as `.mp4,.pdf`.
        send: the words on the button.
        asks: whether to ask `<address>/ask` before the upload if the file would be taken.
    """
    data = {
        "address": address,
        "fields": [asdict(box) for box in boxes],
        "accept": accept,
        "asks": asks,
        "words": _words() | {"send": send},
    }
    _upload(key=key, height="content", data=data)


def _words() -> dict[str, str]:
    return {
        "file": _("File"),
        "choose": _("Choose a file first."),
        "cancel": _("Cancel"),
        "sending": _("Sending …"),
        "percent": _("Sending: {percent} %. You can look at other pages; keep this window open."),
        "settling": _("All is sent. The server is saving it …"),
        "added": _("Added."),
        "cancelled": _("Cancelled. Nothing of it was saved."),
        "offline": _("The connection was lost. Nothing was saved. Send it again when the line is back."),
        "unplayable": _(
            "This browser cannot play this file, and others may not either. Better convert it to MP4 (H.264) first."
        ),
    }
