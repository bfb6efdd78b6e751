"""No text on a screen passes by the translation: found in the code, call by call."""

import ast
import re
from pathlib import Path

import pytest

from engine.content import ROOT

ENGINE = ROOT / "engine"
LABELLED = {
    "altair_chart", "area_chart", "badge", "bar_chart", "button", "caption", "chat_input", "checkbox", "code_input",
    "color_picker", "data_editor", "date_input", "datetime_input", "download_button", "error", "exception",
    "expander", "feedback", "file_uploader", "form_submit_button", "header", "info", "link_button", "menu_button",
    "metric", "multiselect", "number_input", "Page", "page_link", "pills", "popover", "progress", "radio",
    "segmented_control", "select_slider", "selectbox", "slider", "spinner", "status", "subheader", "success", "text",
    "text_area", "text_input", "time_input", "title", "toast", "toggle", "warning", "markdown", "write", "dialog",
}  # fmt: skip
"""Streamlit's functions whose first argument people read."""
READ = {"label", "body", "help", "placeholder", "title", "caption", "alt", "text", "value", "icon_label"}
"""Named arguments that people read, whatever the function."""
MARKUP = re.compile(r":[a-z]+(-[a-z]+)*\[|:material/\w+:|^[\w/]+\.py$|&[a-z]+;")
"""Colours, icons, pages of the program: letters that are no words."""


def untranslated(tree: ast.AST) -> list[tuple[int, str]]:
    """Find text that people read and that does not go through `_()`: (line, text)."""
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        read = [keyword.value for keyword in node.keywords if keyword.arg in READ]
        if isinstance(node.func, ast.Attribute) and name in LABELLED and not _is_a_log(node.func.value):
            read += node.args[:1]
        found += [(text.lineno, text.value) for value in read for text in _words(value)]
    return found


def _is_a_log(node: ast.expr) -> bool:
    """Tell whether a call such as `_log.error(...)` is for whoever runs the server."""
    return isinstance(node, ast.Name) and node.id.strip("_").lower() in ("log", "logger", "logging")


def _words(node: ast.expr) -> list[ast.Constant]:
    """The literals with letters that an expression shows: alone, joined, in an f-string or a choice."""
    if isinstance(node, ast.Constant):
        bare = MARKUP.sub("", node.value) if isinstance(node.value, str) else ""
        return [node] if any(c.isalpha() for c in bare) else []
    if isinstance(node, ast.JoinedStr):
        return [word for part in node.values if isinstance(part, ast.Constant) for word in _words(part)]
    if isinstance(node, ast.BinOp):
        return [*_words(node.left), *_words(node.right)]
    if isinstance(node, ast.IfExp):
        return [*_words(node.body), *_words(node.orelse)]
    if isinstance(node, ast.BoolOp):
        return [word for value in node.values for word in _words(value)]
    if isinstance(node, ast.List | ast.Tuple):
        return [word for element in node.elts for word in _words(element)]
    return []


@pytest.mark.parametrize(
    "source, lines",
    [
        ('st.button("Join")', [1]),
        ('st.button(_("Join"))', []),
        ('st.button(label="Join")', [1]),
        ('column.metric(f"{n} groups", n)', [1]),
        ('st.markdown(f"**{label}** {n}.")', []),
        ('st.caption(_("Saved") if saved else "Not saved")', [1]),
        ('st.tabs(["A"])\nst.info("Read " + text)', [2]),
        ('st.pills(_("Who"), options, placeholder="Choose")', [1]),
        ('st.button(_("Up"), icon=":material/arrow_upward:", key="up")', []),
        ('st.page_link("groups.py", label=_("Groups"))', []),
        ('st.markdown(f":gray[{name}] :material/check: {n}")', []),
        ('st.markdown(f":gray[by {name}]")', [1]),
        ('log.error("no answer")', []),
        ('st.error("No answer")', [1]),
        ('st.text_input(_("Name"), help="Your name")', [1]),
    ],
)
def test_the_search_for_untranslated_text_finds_it(source: str, lines: list[int]):
    assert [line for line, _text in untranslated(ast.parse(source))] == lines


@pytest.mark.parametrize(
    "path",
    sorted(path for folder in ("screens", "routes") for path in (ENGINE / folder).rglob("*.py")),
    ids=lambda path: path.relative_to(ENGINE).as_posix(),
)
def test_every_text_on_a_screen_can_be_translated(path: Path):
    assert untranslated(ast.parse(path.read_text(encoding="utf-8"))) == []
