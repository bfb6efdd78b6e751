"""The agenda, and for the facilitator how people come in."""

import io

import segno
import streamlit as st

from engine.language import _
from engine.routes.addresses import local_address, room_addresses
from engine.screens.agenda_view import draw_agenda
from engine.screens.facilitator import chosen_workshop
from engine.screens.look import html
from engine.screens.sheet import plain
from engine.server import running
from engine.store import Workshop
from engine.workshop import content_of


def draw() -> None:
    """Draw the agenda of the visitor's workshop."""
    visitor = st.session_state["visitor"]
    workshop = chosen_workshop() if visitor.is_facilitator else visitor.seat.workshop
    content = content_of(running(), workshop.id)
    st.title(plain(workshop.title))
    st.caption(
        f"{plain(workshop.country)} · {workshop.starts_on.isoformat()} – {workshop.ends_on.isoformat()}"
    )
    if visitor.is_facilitator:
        left, right = st.columns([7, 4], gap="large")
        with right:
            _draw_way_in(workshop)
        with left:
            draw_agenda(content, workshop.starts_on)
    else:
        draw_agenda(content, workshop.starts_on)


def _draw_way_in(workshop: Workshop) -> None:
    """Draw what to write on the board."""
    port = int(st.get_option("server.port"))
    addresses = room_addresses(port) or [local_address(port)]
    with st.container(border=True):
        st.subheader(_("How people join"))
        address = addresses[0]
        if len(addresses) > 1:
            address = st.selectbox(_("Network"), addresses, help=_("Choose the network that the room uses."))
        st.markdown(_("Write this on the board:"))
        html(f'<p class="board">{address.removeprefix("http://").replace(":", "<wbr>:")}</p>', "agenda")
        st.markdown(_("Join code"))
        html(f'<p class="board code">{workshop.join_code}</p>', "agenda")
        st.image(
            _qr(f"{address}/join?code={workshop.join_code}"), width=220, alt=_("QR code of the join link")
        )
        st.caption(_("Phones and tablets on the same network can scan this."))
        st.page_link(
            "groups.py", label=_("Next: make the groups"), icon=":material/arrow_forward:"
        )


@st.cache_data(max_entries=50, show_spinner=False)
def _qr(text: str) -> bytes:
    picture = io.BytesIO()
    segno.make(text, error="m").save(picture, kind="png", scale=8, border=3)
    return picture.getvalue()


draw()
