"""Parts of a page are drawn again alone, and never on another page."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from engine.content import Library
from engine.screens.frame.live import _MARK
from engine.server import Server, make_running, running
from engine.store import Database

SCRIPTS = {
    "main.py": """
import streamlit as st
from engine.screens.frame.live import begin_page

begin_page()
st.navigation([st.Page("pages/first.py", default=True), st.Page("pages/second.py")]).run()
""",
    "pages/first.py": """
import streamlit as st
from engine.screens.frame.live import draw_again, part

from engine.screens.frame.live import listen
from engine.server import running

def click():
    running().bus.tell("mine")
    draw_again("counter")

def draw(key):
    st.session_state[key] = st.session_state.get(key, 0) + 1
    if key == "counter":
        st.button("Count", on_click=click)

st.title("First")
part("counter", lambda: draw("counter"))
part("other", lambda: draw("other"))
listen({"mine": ["counter"], "theirs": ["other"], "everybody": []})
""",
    "pages/second.py": """
import streamlit as st

st.title("Second")
""",
}


@pytest.fixture
def first(tmp_path: Path, library: Library) -> Iterator[AppTest]:
    """Two pages; the first has a part of its own, and is on the screen."""
    server = make_running(Server(Database(f"sqlite:///{tmp_path / 'workshop.db'}"), library))
    (tmp_path / "pages").mkdir()
    for name, script in SCRIPTS.items():
        (tmp_path / name).write_text(script, encoding="utf-8")
    yield AppTest.from_file(str(tmp_path / "main.py")).run(timeout=30)
    server.stop()


def titles(page: AppTest) -> list[str]:
    assert not page.exception
    return [title.value for title in page.title]


def test_a_click_draws_its_part_alone(first: AppTest) -> None:
    assert titles(first) == ["First"]
    first.button[0].click().run()
    assert titles(first) == [], "the whole page was drawn"


def drawn(page: AppTest) -> tuple[int, int]:
    assert not page.exception
    return page.session_state["counter"], page.session_state["other"]


def test_a_click_draws_its_part_once_and_has_heard_its_own_news(first: AppTest) -> None:
    assert drawn(first) == (1, 1)
    first.button[0].click().run()
    assert drawn(first) == (2, 1)
    assert running().bus.missed(["mine"], first.session_state[_MARK]) == set()


def test_what_others_changed_meanwhile_is_drawn_with_a_click(first: AppTest) -> None:
    running().bus.tell("theirs", "of nobody here")
    first.button[0].click().run()
    assert drawn(first) == (2, 2) and titles(first) == []
    first.button[0].click().run()
    assert drawn(first) == (3, 2)


def test_a_click_that_comes_with_the_way_to_another_page_does_not_hold_it_up(first: AppTest) -> None:
    first.button[0].click()
    first.switch_page("pages/second.py").run()
    assert titles(first) == ["Second"]
