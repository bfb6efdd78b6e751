"""The words of the scripts: each that they ask for is there, and translated."""

import re

import pytest

from engine.language import PSEUDO
from engine.sheet.scripts import BROWSER
from engine.sheet.words import words

ASKED = re.compile(r"\bwords\??\.([a-z_]+)\b")


def test_every_word_that_a_script_asks_for_is_there() -> None:
    asked = {name: path.name for path in BROWSER.glob("*.js") for name in ASKED.findall(path.read_text("utf-8"))}
    assert {name: path for name, path in asked.items() if name not in words()} == {}


def test_all_words_are_translated(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = words()
    monkeypatch.setenv("WORKSHOP_LANGUAGE", PSEUDO)
    assert words() == {name: f"⟦{text}⟧" for name, text in plain.items()}
