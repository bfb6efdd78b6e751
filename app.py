"""Starts the server: `streamlit run app.py`."""

import streamlit as st

from engine.content import ROOT
from engine.routes import middleware, routes
from engine.routes.faults import exception_handlers
from engine.routes.lifespan import lifespan
from engine.screens.frame.in_turn import draw_in_turn

draw_in_turn()

app = st.App(
    ROOT / "engine" / "screens" / "main.py",
    routes=routes(),
    middleware=middleware(),
    exception_handlers=exception_handlers(),
    lifespan=lifespan(port=lambda: int(st.get_option("server.port"))),
)
