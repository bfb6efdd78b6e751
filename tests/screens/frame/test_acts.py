"""A refused act is said once, in our words, where it was caused; and no callback does without that."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from engine.content import ROOT, Library
from engine.server import running
from engine.store import Workshop
from engine.workshop import form_groups, groups_of, set_open
from tests.screens.pages import FIRST, at, said, workshop_at_work

SCREENS = ROOT / "engine" / "screens"
FRAME = {SCREENS / "frame" / "acts.py", SCREENS / "frame" / "live.py"}
"""What makes callbacks, and what news call."""
OTHERS = pytest.mark.parametrize("path", sorted(set(SCREENS.rglob("*.py")) - FRAME), ids=lambda path: path.stem)
MAKERS = ("act", "self._act", "sheet.saving", "sheet.adding")
SCRIPT = """
import streamlit as st
from engine.screens.frame.acts import act, show_other_outcomes, show_outcome, tried
from engine.screens.frame.live import begin_page, part
from engine.workshop import WorkshopProblem

def refuse(word):
    raise WorkshopProblem(f"No, *{word}*")

def draw():
    st.button("Refused", on_click=act(refuse, "part", at="here", parts=["part"]))
    st.button("Done", on_click=act(lambda: None, at="here", done="It is done", parts=["part"]))
    show_outcome("here")

begin_page()
part("part", draw)
st.button("Nowhere", on_click=act(refuse, "nowhere", at="gone"))
if st.button("Amid"):
    st.markdown(str(tried(lambda: refuse("amid"), at="there")))
show_outcome("there")
show_other_outcomes()
"""


def callbacks(path: Path) -> Iterator[ast.expr]:
    """What each widget of a file calls back: `on_click=` and its like, also as a key of a dictionary."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.keyword) and node.arg and _is_callback(node.arg):
            yield node.value
        if isinstance(node, ast.Dict):
            pairs = zip(node.keys, node.values, strict=True)
            yield from (value for key, value in pairs if isinstance(key, ast.Constant) and _is_callback(str(key.value)))


def _is_callback(name: str) -> bool:
    names = ("on_click", "on_change", "on_submit", "on_select", "on_dismiss")
    return name in names or (name.startswith("on_") and name.endswith("_change"))


def _is_made_by_act(value: ast.expr, path: Path) -> bool:
    if isinstance(value, ast.Call):
        return ast.unparse(value.func) in MAKERS
    if isinstance(value, ast.Name) and value.id != "draw_again":
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = [node for node in ast.walk(tree) if isinstance(node, ast.Assign)]
        made = [node.value for node in named if ast.unparse(node.targets[0]) == value.id]
        return bool(made) and all(_is_made_by_act(one, path) for one in made)
    return ast.unparse(value) in ("draw_again", "'ignore'")


@OTHERS
def test_every_callback_goes_through_the_one_function(path: Path) -> None:
    others = [ast.unparse(value) for value in callbacks(path) if not _is_made_by_act(value, path)]
    assert others == [], "give act(...), which says what went wrong and draws again"


@OTHERS
def test_nobody_else_catches_a_refused_act(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    caught = [ast.unparse(node.type) for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and node.type]
    assert not [name for name in caught if "WorkshopProblem" in name or "AnswerProblem" in name]


@pytest.fixture
def drawn(tmp_path: Path) -> AppTest:
    script = tmp_path / "main.py"
    script.write_text(SCRIPT, encoding="utf-8")
    return AppTest.from_file(str(script)).run(timeout=30)


def click(page: AppTest, label: str) -> AppTest:
    (button,) = [button for button in page.button if label in (button.label, button.key)]
    return button.click().run(timeout=30)


def test_a_refusal_is_said_once_and_its_words_are_no_markup(drawn: AppTest) -> None:
    page = click(drawn, "Refused")
    assert [error.value for error in page.error] == [r"No, \*part\*"]
    page = click(page, "Done")
    assert [error.value for error in page.error] == []
    assert [note.value for note in page.success] == ["It is done"]


def test_what_no_place_says_is_said_all_the_same(drawn: AppTest) -> None:
    page = click(drawn, "Nowhere")
    assert [note.value for note in page.toast] == [r"No, \*nowhere\*"]


def test_an_act_amid_a_drawing_tells_whether_it_was_done(drawn: AppTest) -> None:
    page = click(drawn, "Amid")
    assert [text.value for text in page.markdown] == ["False"]
    assert [error.value for error in page.error] == [r"No, \*amid\*"]


@pytest.fixture
def workshop(tmp_path: Path, library: Library) -> Iterator[Workshop]:
    with workshop_at_work(tmp_path, library) as found:
        yield found


def errors(page: AppTest) -> list[str]:
    assert said(page)
    return [error.value.replace("\\", "") for error in page.error]


def test_an_activity_of_a_workshop_that_was_closed_meanwhile(workshop: Workshop, tmp_path: Path) -> None:
    page = at("activities", tmp_path)
    set_open(running(), workshop.id, False)
    assert errors(click(page, f"begin:{FIRST}:Go back to it")) == ["This workshop is closed. Open it again first."]


def test_a_group_that_went_meanwhile(workshop: Workshop, tmp_path: Path) -> None:
    form_groups(running(), workshop.id, ["Kariba", "Luangwa"])
    going = groups_of(running(), workshop.id)[1].id
    page = at("groups", tmp_path)
    form_groups(running(), workshop.id, ["Kariba"])
    (choice,) = [box for box in page.selectbox if box.label == "Group"]
    assert errors(choice.set_value(going).run(timeout=30)) == ["This group is no longer there. Choose another one."]
