"""A plenary view that content may name is drawn, and none is drawn that content cannot name."""

import ast
from typing import get_args

from engine.content import ROOT
from engine.content.worksheet import ViewName
from engine.fields import TYPES
from engine.screens.plenary.views import DRAWINGS

NAMES = set(get_args(ViewName))


def test_exactly_the_views_that_content_may_name_are_drawn() -> None:
    assert set(DRAWINGS) == NAMES


def test_every_view_that_a_field_type_names_exists_and_every_view_suits_some_type() -> None:
    named = {view for field_type in TYPES.values() for view in field_type.views}
    assert named == NAMES


def test_every_view_has_a_sign_on_the_plenary_page() -> None:
    page = ast.parse((ROOT / "engine" / "screens" / "plenary" / "plenary_page.py").read_text(encoding="utf-8"))
    signs = {
        ast.unparse(node.targets[0]): ast.literal_eval(node.value)
        for node in page.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict)
    }
    assert set(signs["KINDS"]) == NAMES
