"""How people come into a workshop: the address, the join code, and both together as a QR code."""

import io
import re
from html import escape

import segno
import streamlit as st

from engine.routes.addresses import local_address, opened_first, room_addresses
from engine.store import Workshop


def addresses() -> list[str]:
    """The addresses of this server for the room, the likeliest first; without a network, this computer's own.

    The likeliest is the one that this browser has opened: behind a web server there is no other way to know it.
    """
    port = int(st.get_option("server.port"))
    return opened_first(st.context.url, room_addresses(port)) or [local_address(port)]


def on_the_board(address: str) -> str:
    """An address as people write it on a board; HTML that can break the line before the host and the port."""
    shown = escape(address.removeprefix("http://")).replace("://", "://<wbr>")
    return re.sub(r":(?=\d+$)", "<wbr>:", shown)


def join_link(address: str, workshop: Workshop) -> str:
    """The address in the QR code: the join page with the code already in it."""
    return f"{address}/join?code={workshop.join_code}"


@st.cache_data(max_entries=50, show_spinner=False)
def qr_code(text: str) -> bytes:
    """A PNG picture."""
    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="png", scale=8, border=3)
    return picture.getvalue()
