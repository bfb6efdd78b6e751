"""How every page looks: what the theme in `.streamlit/config.toml` cannot say."""

from pathlib import Path

import streamlit as st

from engine.content import ROOT
from engine.language import _

STYLES = Path(__file__).parent / "components"


def look(*, is_projector: bool, is_seat: bool) -> None:
    """Set up the page: large type on a projector; a closed sidebar there and at a seat, which need the width."""
    st.set_page_config(
        page_title=_("Inspectors' Workshop"),
        page_icon=ROOT / "media" / "logo.svg",
        layout="wide",
        initial_sidebar_state="collapsed" if is_projector or is_seat else "auto",
    )
    st.html(f"<style>{_style('page')}{_style('projector') if is_projector else ''}</style>")


def _style(name: str) -> str:
    return (STYLES / f"{name}.css").read_text(encoding="utf-8")


def html(text: str, name: str) -> None:
    """Show HTML made by the program, with the styles of `<name>.css`. Texts from people must be escaped in it."""
    st.html(f"<style>{_style(name)}</style>{text}")
