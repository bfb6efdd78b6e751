"""The agenda, and for the facilitator how people come in."""

import streamlit as st

from engine.language import _
from engine.screens.frame.look import html
from engine.screens.frame.wording import plain
from engine.screens.media.attached import media_at_items
from engine.screens.workshop.agenda_view import draw_agenda
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.screens.workshop.way_in import addresses, join_link, on_the_board, qr_code
from engine.store import Workshop


def draw() -> None:
    visitor = st.session_state["visitor"]
    workshop = chosen_workshop() if visitor.is_facilitator else visitor.seat.workshop
    st.title(plain(workshop.title))
    st.caption(f"{plain(workshop.country)} · {workshop.starts_on.isoformat()} – {workshop.ends_on.isoformat()}")
    opens = media_at_items(workshop.id)
    if not visitor.is_facilitator:
        draw_agenda(workshop, opens)
        return
    left, right = st.columns([7, 4], gap="large")
    with right:
        _draw_way_in(workshop)
    with left:
        draw_agenda(workshop, opens)


def _draw_way_in(workshop: Workshop) -> None:
    """Draw what people need to join: the address and the code for the board, and a QR code."""
    with st.container(border=True):
        st.subheader(_("How people join"))
        known = addresses()
        address = known[0]
        if len(known) > 1:
            address = st.selectbox(
                _("Network"), known, placeholder=_("Choose"), help=_("Choose the network that the room uses.")
            )
        st.markdown(_("Write this on the board:"))
        html(f'<p class="board">{on_the_board(address)}</p>', "plain")
        st.markdown(_("Join code"))
        html(f'<p class="board code">{workshop.join_code}</p>', "plain")
        st.image(qr_code(join_link(address, workshop)), width=220, alt=_("QR code of the join link"))
        st.caption(_("Phones and tablets on the same network can scan this."))
        st.page_link("workshop/groups_page.py", label=_("Next: make the groups"), icon=":material/arrow_forward:")


draw()
