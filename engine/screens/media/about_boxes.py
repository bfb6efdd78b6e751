"""The text boxes for everything that is added to the media library: title, source and licence."""

from engine.language import _
from engine.media.shelf import SOURCE_LIMIT, TITLE_LIMIT
from engine.screens.media.upload import Box


def about_boxes() -> list[Box]:
    """In the order of the arguments of `About.typed`."""
    return [
        Box("title", _("Title"), _("People choose it by this."), TITLE_LIMIT),
        Box("source", _("Source"), _("Who made it, and where you got it."), SOURCE_LIMIT),
        Box(
            "licence",
            _("Licence"),
            _("What lets you show it, such as CC BY 4.0 or the maker's permission."),
            SOURCE_LIMIT,
        ),
    ]
