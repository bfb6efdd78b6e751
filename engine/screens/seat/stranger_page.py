"""The page of somebody whose cookie no longer belongs to a seat."""

from html import escape

import streamlit as st

from engine.language import _
from engine.screens.frame.look import html

st.title(_("This browser has no seat"))
st.markdown(_("The seat may have moved to another laptop. Join again, or take the seat back with your rejoin code."))
st.markdown(_("Text that was not saved yet is kept in this browser until you are back."))
ways = {"/join": _("Join"), "/rejoin": _("I have a rejoin code"), "/sign-in": _("I am the facilitator")}
links = [f'<a class="plain" href="{path}" target="_self">{escape(words)}</a>' for path, words in ways.items()]
html(f'<p class="ways">{"".join(links)}</p>', "plain")
