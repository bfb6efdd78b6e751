"""What the facilitator's pages share: the workshop on the screen."""

import streamlit as st

from engine.language import _
from engine.screens.frame.wording import plain
from engine.server import running
from engine.store import Workshop
from engine.workshop import workshop_on_screen


def chosen_workshop() -> Workshop:
    """The workshop on the facilitator's screen. Without one, say where to open one, and end the page."""
    workshop = workshop_on_screen(running())
    if workshop is None:
        st.title(_("Open your first workshop"))
        st.markdown(_("It takes a title, a country, the dates and a module."))
        st.page_link("workshop/workshops_page.py", label=_("Open a workshop"), icon=":material/add:")
        st.stop()
    with st.sidebar:
        st.markdown(f"**{plain(workshop.title)}**")
        state = _("Open") if workshop.is_open else _("Closed")
        st.caption(f"{plain(workshop.country)} · {state} · " + _("Join code {code}").format(code=workshop.join_code))
    return workshop
