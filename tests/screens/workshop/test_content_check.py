"""The content check says how much of everything there is."""

import ast

from engine.content import ROOT, Library


def test_the_content_check_has_a_word_for_everything_that_is_counted() -> None:
    page = ast.parse((ROOT / "engine" / "screens" / "workshop" / "content_check_page.py").read_text(encoding="utf-8"))
    words = next(node for node in ast.walk(page) if isinstance(node, ast.Dict))
    assert [key.value for key in words.keys if isinstance(key, ast.Constant)] == list(Library().counts())
