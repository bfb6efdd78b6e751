"""How people come into a workshop: the address, the code, and both as a picture."""

import io

import segno
import streamlit as st

from engine.routes.addresses import local_address, room_addresses
from engine.store import Workshop


def addresses() -> list[str]:
    """Give the addresses of this server for the room, the likeliest first; this computer's own without a network."""
    port = int(st.get_option("server.port"))
    return room_addresses(port) or [local_address(port)]


def on_the_board(address: str) -> str:
    """Give an address as one writes it on a board."""
    return address.removeprefix("http://")


def join_link(address: str, workshop: Workshop) -> str:
    """Give the link that a scanned code opens: the join page with the code in it."""
    return f"{address}/join?code={workshop.join_code}"


@st.cache_data(max_entries=50, show_spinner=False)
def qr_code(text: str) -> bytes:
    """Draw a QR code as PNG."""
    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="png", scale=8, border=3)
    return picture.getvalue()
