"""libyaml reads the content, and nobody can tell it from PyYAML's own parser but by the time it takes."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from engine.content import load_library, strict_yaml
from engine.content.strict_yaml import FAST, SURE, YamlProblem, load


def told(text: str, parser: Any) -> Any:
    """What a text says, or what is said of it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strict_yaml, "FAST", parser)
        try:
            return load(text)
        except YamlProblem as problem:
            return problem.line, str(problem)


@pytest.mark.parametrize(
    "text",
    [
        "a: 1\t",
        "a:\t1",
        "a: b\tc\n",
        "a: 'b\tc'\n",
        "a: |\n  b\tc\n",
        "a: 1\t# a comment\n",
        "a: |\t\n  b\n",
        "a: |# no comment\n  b\n",
        "a: >2-# no comment\n  b\n",
        "a: [who?, 1]",
        "a: {b: Who are they?}",
        "a: {who?: 1}",
        "a: [?]",
        "a: {b: 'Who?'}",
        "a: who?",
        "[.-:]",
        "a: [b:]",
        "\ufeffa: 1",
        "\ufeff\ufeffa: 1",
        "a: 1\n\ufeffb: 2",
        "---",
        "---\n\n# nothing\n",
        "?",
        "a: 1\n?\n",
        "%YAML 1.2\n---\na: 1",
        "%YAML 2.0\n---\na: 1",
        'a: "\\ud800"',
        "a: 1\rb: 2\r\n\x85c: 3\u2028d: 4",
        "a: &b!c",
        "a: !<x> b",
        "a: !b!c d",
        "a: 1\n b: 2",
        "- a\nb: 1",
        "a: @b",
        "a: `b",
        "a: 'b",
        "a: [1",
        "a: b: c",
    ],
)
def test_both_parsers_say_the_same_where_they_differ(text: str):
    assert told(text, FAST) == told(text, SURE)


PIECES = [
    *"ab\n#'\"?:-[]{},|>!&*%~\t\\",
    "- ",
    ": ",
    "? ",
    "\n  ",
    "\n- ",
    "\n---\n",
    "\ufeff",
    "\u2028",
    "é",
    "1",
    "0",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_both_parsers_say_the_same_of_any_text(text: str):
    assert told(text, FAST) == told(text, SURE)


@pytest.mark.skipif(not yaml.__with_libyaml__, reason="this PyYAML was built without libyaml")
def test_all_our_files_are_read_by_libyaml(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(strict_yaml, "FAST", yaml.CSafeLoader)
    monkeypatch.setattr(strict_yaml, "SURE", None)  # whoever asks PyYAML's own parser fails
    assert FAST is yaml.CSafeLoader
    assert load_library().problems == []
