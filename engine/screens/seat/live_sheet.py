"""The worksheet of a group on the page: the live sheet, which the browser draws from data of the server."""

from urllib.parse import urlencode

from engine.screens.frame.components import component
from engine.screens.frame.live import draw_again
from engine.sheet.scripts import parts

_sheet = component("sheet", '<div class="sheet"></div>')


def draw_live_sheet(activity_id: str, group_id: str) -> None:
    """Draw the sheet of an activity. It hears by itself what changes, and when the room moves on.

    Args:
        activity_id: the activity.
        group_id: the group whose sheet it is. Another group has another sheet, which must not take its place.
    """
    query = urlencode({"activity": activity_id})
    _sheet(
        key=f"sheet:{group_id}:{activity_id}",
        height="content",
        data={
            "script": parts().script,
            "address": f"/sheet/data?{query}",
            "styles": parts().styles,
            "answers": "/answers",
            "handIn": "/hand-in",
            "live": "/live",
            "print": f"/sheet?{query}&print",
        },
        on_moved_change=draw_again,
    )
