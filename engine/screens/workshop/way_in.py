"""How people come into a workshop: the address, the code, and both as a picture."""

import io
import re
from html import escape

import segno
import streamlit as st

from engine.routes.addresses import local_address, opened_first, room_addresses
from engine.store import Workshop


def addresses() -> list[str]:
    """Give the addresses of this server for the room, the likeliest first; this computer's own without a network.

    The likeliest is the one that this browser has opened: behind a web server nobody here knows it otherwise.
    """
    port = int(st.get_option("server.port"))
    return opened_first(st.context.url, room_addresses(port)) or [local_address(port)]


def on_the_board(address: str) -> str:
    """Give an address as one writes it on a board, in HTML that breaks the line before the name or the port."""
    shown = escape(address.removeprefix("http://")).replace("://", "://<wbr>")
    return re.sub(r":(?=\d+$)", "<wbr>:", shown)


def join_link(address: str, workshop: Workshop) -> str:
    """Give the link that a scanned code opens: the join page with the code in it."""
    return f"{address}/join?code={workshop.join_code}"


@st.cache_data(max_entries=50, show_spinner=False)
def qr_code(text: str) -> bytes:
    """Draw a QR code as PNG."""
    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="png", scale=8, border=3)
    return picture.getvalue()
