"""Whatever stands in a content file: it is told, with its place, and nothing is ever raised."""

import json
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content import Library, load_library
from engine.content.strict_yaml import load
from tests.content.tree import FARM, HOTEL, NOTES, SOUND, write_tree

YAML = [file for file in SOUND if file.endswith(".yaml")]
values = st.recursive(
    st.none() | st.booleans() | st.integers(-3, 10**20) | st.floats(allow_nan=False, allow_infinity=False) | st.text()
    | st.sampled_from(["all", "signs", "farm", "table", "yes", "present", "\ud800", "\x00", "true"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4) | st.just("id"), inner, max_size=3),
    max_leaves=6,
)  # fmt: skip
RAW = st.binary(max_size=200) | st.text(st.characters(codec="utf-8")).map(str.encode)


def places(data: Any, path: tuple = ()) -> list[tuple]:
    """The place of every value in a document."""
    inside = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, tuple) else ()
    return [path, *(place for key, value in inside for place in places(value, (*path, key)))]


def put(data: Any, path: tuple, value: Any) -> Any:
    """A document with one value exchanged."""
    if not path:
        return value
    if isinstance(data, dict):
        return {key: put(old, path[1:], value) if key == path[0] else old for key, old in data.items()}
    return [put(old, path[1:], value) if n == path[0] else old for n, old in enumerate(data)]


def read(changes: dict[str, Any]) -> Library:
    with tempfile.TemporaryDirectory() as root:
        library = load_library(write_tree(Path(root), changes))
    for problem in library.problems:
        assert problem.file and problem.line >= 1 and problem.message.endswith((".", "?"))
    return library


@settings(max_examples=150)
@given(st.data(), st.sampled_from(YAML), values)
def test_one_value_exchanged_for_any_other(data: st.DataObject, file: str, value: Any):
    document = load(SOUND[file])[0]
    place = data.draw(st.sampled_from(places(document)))
    library = read({file: json.dumps(put(document, place, value))})
    others = {name: f"activities/{name}/activity.yaml" for name in ("picking", "plan")}
    for name, path in others.items():
        needed = (path, "content/lists/signs.yaml") if name == "picking" else (path,)
        assert name in library.activities or file in needed or "handbook_number" in str(library.problems)


@given(st.sampled_from(list(SOUND)), RAW)
def test_a_file_with_anything_in_it(file: str, content: bytes):
    read({file: content})


@given(st.sampled_from(list(SOUND)), st.data())
def test_a_file_cut_off_or_with_something_put_in(file: str, data: st.DataObject):
    at = data.draw(st.integers(0, len(SOUND[file])))
    piece = data.draw(
        st.sampled_from(["", "\n", ":", "- ", "{", "&a ", "*a", "!x ", "'", '"', "\t", "%", "\x0b", "é", "1. "])
    )
    rest = data.draw(st.sampled_from([SOUND[file][at:], ""]))
    read({file: SOUND[file][:at] + piece + rest})


@given(st.sampled_from([FARM, HOTEL, NOTES]), st.text(st.characters(codec="utf-8")))
def test_a_text_with_anything_below_its_front_matter(file: str, text: str):
    front = SOUND[file].partition("1. ")[0] if file != NOTES else ""
    library = read({file: front + text})
    assert "picking" in library.activities


@given(st.lists(st.sampled_from(list(SOUND)), unique=True), st.sampled_from(["", "a: [", "- 1\n", "id: x\n"]))
def test_any_number_of_broken_files_at_once(files: list[str], text: str):
    library = read(dict.fromkeys(files, text))
    broken = {file for file in files if file != NOTES}
    assert {problem.file for problem in library.problems} >= broken
