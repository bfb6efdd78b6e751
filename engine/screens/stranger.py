"""Somebody whose cookie fits no seat any more."""

import streamlit as st

from engine.language import _

st.title(_("This browser has no seat"))
st.markdown(_("The seat may have moved to another laptop. Join again, or take the seat back with your rejoin code."))
with st.container(horizontal=True):
    st.link_button(_("Join"), "/join", type="primary")
    st.link_button(_("I have a rejoin code"), "/rejoin")
    st.link_button(_("I am the facilitator"), "/sign-in")
