"""What a browser asks for amid a drawing takes nothing from that drawing, and holds up no page turn.

Each test makes the moment: the event loop is held until the drawing's thread has ended, or the drawing until all is
asked for. The server is Streamlit's own, and so is what it sends.
"""

import asyncio
from collections.abc import Awaitable, Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.runtime import Runtime, RuntimeConfig, websocket_session_manager
from streamlit.runtime.app_session import AppSession
from streamlit.runtime.memory_media_file_storage import MemoryMediaFileStorage
from streamlit.runtime.memory_uploaded_file_manager import MemoryUploadedFileManager

from engine.content import Library
from engine.screens.frame.in_turn import draw_in_turn
from engine.server import Server, make_running
from engine.store import Database

SCRIPTS = {
    "main.py": """
import streamlit as st
from engine.screens.frame.live import begin_page
from tests.screens.frame.test_in_turn import GATE

begin_page()
GATE.wait()
st.navigation([st.Page("first.py", default=True), st.Page("second.py")]).run()
""",
    "first.py": """
import streamlit as st
from engine.screens.frame.live import draw_again, part
from tests.screens.frame.test_in_turn import DONE, GATE

def act():
    GATE.wait()
    st.session_state["begun"] = True  # Streamlit looks here whether the browser asks for something else
    DONE.append("the act")

def one():
    st.text("part one")
    st.button("Draw the other", on_click=draw_again, args=["two"])

st.text("first")
part("one", one)
part("two", lambda: st.text("part two"))
st.button("Draw all", on_click=lambda: None)
st.button("Act", on_click=act)
st.text("end of first")
""",
    "second.py": """
import streamlit as st

st.text("second")
st.text("end of second")
""",
}
GATE = Event()
"""Shut, it holds every drawing of a page at its beginning, and the act of a button."""
DONE: list[str] = []
PATIENCE = 10.0
"""Seconds until a test gives up."""


@dataclass
class Tab:
    """A browser tab: it asks, and keeps what it is sent."""

    streamlit: Runtime
    client_context: None = None
    sent: list[ForwardMsg] = field(default_factory=list)
    pages: dict[str, str] = field(default_factory=dict)
    """The address of a page -> how Streamlit calls it."""

    def write_forward_msg(self, message: ForwardMsg) -> None:
        self.sent.append(message)
        for page in message.navigation.app_pages:
            self.pages[page.url_pathname] = page.page_script_hash

    async def opened(self) -> None:
        self.id = self.streamlit.connect_session(self, user_info={})
        self.ask("")
        await self.rests()

    @property
    def session(self) -> AppSession:
        return self.streamlit._session_mgr.get_session_info(self.id).session

    def ask(self, page: str, click: str = "") -> None:
        """Ask for a page, or for what a click on one of its buttons draws."""
        asked = BackMsg()
        asked.rerun_script.page_script_hash = self.pages.get(page, "")
        for delta in (message.delta for message in self.sent if click):
            if delta.new_element.button.label == click:
                asked.rerun_script.fragment_id = delta.fragment_id
                state = asked.rerun_script.widget_states.widgets.add(id=delta.new_element.button.id, trigger_value=True)
        assert not click or state.id
        self.streamlit.handle_backmsg(self.id, asked)

    def hold_until_drawn(self) -> None:
        """Let a drawing end while nothing else happens here: its messages wait for us."""
        if drawing := self.session._scriptrunner:
            drawing._script_thread.join(PATIENCE)

    async def rests(self) -> None:
        """Wait until all that was asked for is drawn and sent."""
        ends = asyncio.get_running_loop().time() + PATIENCE
        quiet = 0
        while quiet < 5:
            before = len(self.sent)
            await asyncio.sleep(0.02)
            is_at_rest = self.session._scriptrunner is None and len(self.sent) == before
            quiet = quiet + 1 if is_at_rest else 0
            assert asyncio.get_running_loop().time() < ends

    def drawn(self) -> list[str]:
        """The texts that were sent since the tab was last at rest, with the beginning and the end of each drawing."""
        names = {name: page or "first" for page, name in self.pages.items()}
        said = []
        for message in self.sent:
            match message.WhichOneof("type"):
                case "new_session":
                    part = " part" if message.metadata.run.fragment_ids else ""
                    said.append(f"[{names.get(message.new_session.page_script_hash, '?')}{part}")
                case "script_finished":
                    said.append("]")
                case "delta" if message.delta.new_element.WhichOneof("type") == "text":
                    said.append(message.delta.new_element.text.body)
        return said


@pytest.fixture
def streamlit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, library: Library) -> Iterator[Runtime]:
    server = make_running(Server(Database(f"sqlite:///{tmp_path / 'workshop.db'}"), library))
    for name, script in SCRIPTS.items():
        (tmp_path / name).write_text(script, encoding="utf-8")
    monkeypatch.setattr(websocket_session_manager, "AppSession", AppSession)  # both are given back at the end
    monkeypatch.setattr(Runtime, "_instance", None)
    draw_in_turn()
    files = MemoryMediaFileStorage("/media"), MemoryUploadedFileManager("/upload")
    yield Runtime(RuntimeConfig(str(tmp_path / "main.py"), *files))
    server.stop()


def played(streamlit: Runtime, act: Callable[[Tab], Awaitable[None]]) -> list[str]:
    """Open a tab on the first page, do something there, and give what is drawn."""

    async def play() -> list[str]:
        await streamlit.start()
        GATE.set()
        tab = Tab(streamlit)
        await tab.opened()
        seen = len(tab.sent)
        await act(tab)
        GATE.set()
        await tab.rests()
        del tab.sent[:seen]
        streamlit.stop()
        await streamlit.stopped
        return tab.drawn()

    return asyncio.run(play())


SECOND = ["[second", "second", "end of second", "]"]
FIRST = ["[first", "first", "part one", "part two", "end of first", "]"]
ONE_DRAWS_TWO = ["[first part", "]", "[first part", "part two", "]"]


def test_a_request_of_the_page_before_does_not_follow_the_reader_to_the_next(streamlit: Runtime) -> None:
    async def turn_then_click(tab: Tab) -> None:
        GATE.clear()
        tab.ask("second")
        await asyncio.sleep(0.05)  # the new page is being drawn
        tab.ask("", click="Draw the other")

    assert played(streamlit, turn_then_click) == SECOND


@pytest.mark.parametrize("order", [("turn", "click"), ("click", "turn")])
def test_a_page_turn_that_waits_with_a_click_is_not_lost(streamlit: Runtime, order: tuple[str, str]) -> None:
    async def both(tab: Tab) -> None:
        GATE.clear()
        tab.ask("", click="Draw all")
        for what in order:
            tab.ask(*{"turn": ("second",), "click": ("", "Draw the other")}[what])

    assert played(streamlit, both)[-4:] == SECOND


def test_a_request_at_the_end_of_a_drawing_takes_nothing_from_it(streamlit: Runtime) -> None:
    async def click_at_the_end(tab: Tab) -> None:
        tab.ask("", click="Draw all")
        tab.hold_until_drawn()
        tab.ask("", click="Draw the other")

    assert played(streamlit, click_at_the_end) == FIRST + ONE_DRAWS_TWO


def test_a_part_that_is_drawn_and_not_yet_sent_is_sent(streamlit: Runtime) -> None:
    async def click_before_it_is_sent(tab: Tab) -> None:
        def click() -> None:
            tab.ask("", click="Draw the other")
            tab.hold_until_drawn()

        tab.ask("", click="Draw all")
        tab.hold_until_drawn()
        asyncio.get_running_loop().call_soon(click)

    assert played(streamlit, click_before_it_is_sent) == FIRST + ONE_DRAWS_TWO


def test_an_act_is_not_broken_off_by_a_page_turn(streamlit: Runtime) -> None:
    async def turn_amid_the_act(tab: Tab) -> None:
        DONE.clear()
        GATE.clear()
        tab.ask("", click="Act")
        tab.ask("second")

    assert played(streamlit, turn_amid_the_act)[-4:] == SECOND and DONE == ["the act"]


def test_a_tab_that_closes_asks_for_nothing_more(streamlit: Runtime) -> None:
    async def close(tab: Tab) -> None:
        tab.ask("", click="Draw all")
        tab.ask("second")
        tab.session.shutdown()

    assert "second" not in played(streamlit, close)
