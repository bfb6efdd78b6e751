"""The player for every kind of medium; the browser itself plays it."""

from collections.abc import Callable, Mapping
from typing import Any

import streamlit as st

from engine.language import _
from engine.media.piece import Piece
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.components import component
from engine.workshop import Playing

ICONS = {"video": "movie", "audio": "volume_up", "picture": "image", "pdf": "picture_as_pdf", "link": "link"}
_player = component("player", '<div class="player"></div>')


def draw_player(
    piece: Piece,
    key: str,
    *,
    big: bool = False,
    obey: Playing | None = None,
    on_word: Callable[[Mapping[str, Any]], None] | None = None,
) -> None:
    """Draw a medium, ready to play.

    Args:
        piece: what to play.
        key: the name of this player, the same for the same piece on each drawing.
        big: fill a projector.
        obey: the facilitator's last command to the projector. This player follows it too, but a player that has
            given a command itself since it was loaded does not.
        on_word: called with `playing` and `at` (seconds) when somebody starts, pauses or jumps here.
    """

    def heard() -> None:
        said = st.session_state.get(key)  # empty when somebody is on the way to another page
        if on_word and said and said.word:
            on_word(said.word)

    _player(
        key=key,
        height="content",
        data={
            "kind": piece.kind,
            "title": piece.title,
            "address": piece.address,
            "mime": piece.mime_type,
            "tracks": [{"language": track.language, "address": track.address} for track in piece.tracks],
            "poster": piece.poster,
            "big": big,
            "remote": on_word is not None,
            "obey": {"turn": obey.turn, "playing": obey.is_playing, "at": obey.at_now()} if obey else None,
            "words": _words(piece),
        },
        on_word_change=act(heard, at=key, parts=None),
    )
    show_outcome(key)


def kind_name(piece: Piece) -> str:
    names = {
        "video": _("Video"),
        "audio": _("Audio"),
        "picture": _("Picture"),
        "pdf": _("PDF"),
        "link": _("Link (needs the internet)"),
    }
    return names[piece.kind]


def _words(piece: Piece) -> dict[str, str]:
    ending = piece.mime_type.rpartition("/")[2].removeprefix("x-")
    how = _("Convert it to MP4 with H.264 video and AAC sound, and add that. Search for: convert video to MP4 H.264.")
    return {
        "unplayable": _("This browser cannot play this file.") + " " + how,
        "type": _("Type: {type}.").format(type=ending),
        "download": _("Download the file"),
        "gone": _("This file is no longer there, or this screen may not see it. Ask the facilitator."),
        "offline": _("No connection to the server. Reload the page when the line is back."),
        "click": _("Click on this page once, and start again: a browser plays no sound before somebody has clicked."),
        "no_pdf": _("This browser shows no PDF."),
        "own_window": _("Open it in a window of its own"),
        "open": _("Open the page in a new tab"),
        "internet": _("This needs the internet: the page is not on this server."),
    }
