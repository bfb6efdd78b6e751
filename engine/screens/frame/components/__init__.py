"""Parts of a page that Streamlit does not have: JavaScript and CSS, and the function that registers them."""

from pathlib import Path

import streamlit as st
from streamlit.components.v2.types import ComponentRenderer

FOLDER = Path(__file__).parent


def component(name: str, html: str, *, has_css: bool = True) -> ComponentRenderer:
    """Register the part whose files are `<name>.js` and `<name>.css` in this folder."""
    css = (FOLDER / f"{name}.css").read_text(encoding="utf-8") if has_css else None
    script = (FOLDER / f"{name}.js").read_text(encoding="utf-8")
    return st.components.v2.component(name, html=html, css=css, js=script)
