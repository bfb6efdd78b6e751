"""The program as it is measured: as people start it, on a slow disk, without uvloop; and a bare page of Streamlit's."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.running import ROOT, Running

SLOW_COMMIT = """
import time
from sqlalchemy import Engine, event
event.listen(Engine, "commit", lambda _connection: time.sleep({seconds}))
"""
"""Stands before what is in app.py."""
NO_UVLOOP = """
import sys
sys.modules["uvloop"] = None
from streamlit.web.cli import main
main()
"""
BARE_PAGE = """
import streamlit as st

@st.fragment
def field(number):
    st.pills(f"Field {number}", ["Present", "Unclear", "Not present"])

for number in range(33):
    field(number)
"""


class WithoutUvloop(Running):
    """The program as it runs on Windows."""

    def command(self) -> list[str]:
        _streamlit, *words = super().command()
        return [sys.executable, "-c", NO_UVLOOP, *words]


class BarePage(Running):
    """A page of 33 fields with nothing of ours in it, and the same settings."""

    ready = ""


@contextmanager
def started(url: str, folder: Path, kind: type[Running] = Running, app: Path = ROOT / "app.py") -> Iterator[Running]:
    """Start a program, and end it after the block.

    Raises:
        AssertionError: it said that something went wrong.
    """
    program = kind(url, folder / "server.log", app=app, PYTHONPATH=str(ROOT))
    try:
        yield program
    finally:
        program.stop()
    said = program.log.read_text(encoding="utf-8")
    assert "Traceback" not in said, said


def slowed(folder: Path, seconds: float) -> Path:
    """Write a copy of app.py in which every commit takes so much longer, as on a slow disk."""
    app = folder / "slowed.py"
    own = (ROOT / "app.py").read_text(encoding="utf-8")
    app.write_text(SLOW_COMMIT.format(seconds=seconds) + own, encoding="utf-8")
    return app


def bare(folder: Path) -> Path:
    """Write the page of `BarePage`."""
    app = folder / "bare.py"
    app.write_text(BARE_PAGE, encoding="utf-8")
    return app


def empty(folder: Path) -> Path:
    """Write a page with one word on it."""
    app = folder / "empty.py"
    app.write_text('import streamlit as st\n\nst.markdown("Ready")\n', encoding="utf-8")
    return app
