"""A field type is whole: its class, its drawing, its line of documentation and its tests."""

import re
from itertools import takewhile
from typing import get_args

import pytest

from engine.content import ROOT
from engine.content.worksheet import ViewName
from engine.fields import TYPES, Field
from tests.fields.samples import FIELDS

every_type = pytest.mark.parametrize("kind", TYPES)


def test_every_class_of_a_type_is_in_the_vocabulary():
    """A class that somebody wrote and forgot to add would be refused in the content."""

    def named(model: type[Field]) -> set[str]:
        found = {kind for below in model.__subclasses__() for kind in named(below)}
        return found | set(get_args(model.model_fields["type"].annotation))

    assert named(Field) == set(TYPES)


@every_type
def test_a_type_is_the_only_class_of_its_name(kind: str):
    """Whoever asks for one type must not get another that was made from it."""
    assert TYPES[kind].__subclasses__() == []
    assert get_args(TYPES[kind].model_fields["type"].annotation) == (kind,)


def test_every_type_has_a_drawing_and_there_is_no_other():
    script = (ROOT / "engine" / "sheet" / "browser" / "drawings.js").read_text(encoding="utf-8")
    assert sorted(re.findall(r"^  (\w+): draw\w+,$", script, re.MULTILINE)) == sorted(TYPES)


def documented(what: str) -> list[tuple[str, str]]:
    """The rows of the table in CONTRIBUTING.md whose first column is headed `what`."""
    lines = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").splitlines()
    begin = next(n for n, line in enumerate(lines) if line.startswith(f"| {what} |"))
    rows = takewhile(lambda line: line.startswith("|"), lines[begin + 2 :])
    return [(cells[1].strip(), cells[2].strip()) for cells in (row.split("|") for row in rows)]


@every_type
def test_a_type_has_one_line_of_documentation(kind: str):
    rows = [text for name, text in documented("type") if name == f"`{kind}`"]
    assert len(rows) == 1
    assert len(rows[0]) > 5


@pytest.mark.parametrize("what, known", [("type", list(TYPES)), ("view", list(get_args(ViewName)))])
def test_nothing_else_is_documented(what: str, known: list[str]):
    assert sorted(name for name, _text in documented(what)) == sorted(f"`{name}`" for name in known)


@every_type
def test_a_type_is_tried_by_the_tests_of_all_types(kind: str):
    assert FIELDS[kind].type == kind
    assert type(FIELDS[kind]) is TYPES[kind]


@every_type
def test_a_type_has_views_or_its_columns_have(kind: str):
    assert TYPES[kind].views or kind in ("note", "table")


def test_every_view_suits_some_type():
    assert {view for field in TYPES.values() for view in field.views} == set(get_args(ViewName))
