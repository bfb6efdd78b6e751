"""YAML without its traps.

Only `true`, `false`, whole numbers, decimals and empty values are anything but text: PyYAML alone
would read `NO` as False, `10:30` as 630 and let a repeated key pass. Sequences become tuples,
because content is frozen. The line of everything is kept for messages.
"""

import re
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

Lines = dict[tuple[int | str, ...], int]
"""Path within the document -> line, from 1."""


class YamlProblem(Exception):
    """The file is not YAML as we read it; has the line (from 1) and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def load(text: str, first_line: int = 1) -> tuple[Any, Lines]:
    """Read one YAML document.

    Args:
        text: the document.
        first_line: the line of the file on which the document begins.

    Raises:
        YamlProblem: not YAML, a repeated key, a key that is no text or number, or a tag or an anchor.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        raise YamlProblem(line, f"not YAML: {error.problem}. Check the indentation and the quotes") from None
    except yaml.YAMLError as error:
        raise YamlProblem(first_line, f"not YAML: {str(error).splitlines()[0]}") from None
    lines: Lines = {}
    return (_value(node, (), lines, first_line) if node else None), lines


def _value(node: Node, path: tuple[int | str, ...], lines: Lines, first: int) -> Any:
    lines.setdefault(path, node.start_mark.line + first)
    if isinstance(node, MappingNode):
        return _mapping(node, path, lines, first)
    if isinstance(node, SequenceNode):
        return tuple(_value(item, (*path, i), lines, first) for i, item in enumerate(node.value))
    assert isinstance(node, ScalarNode)
    return _scalar(node)


def _mapping(node: MappingNode, path: tuple[int | str, ...], lines: Lines, first: int) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first
        key = _scalar(key_node) if isinstance(key_node, ScalarNode) else None
        if not isinstance(key, str | int) or isinstance(key, bool):
            raise YamlProblem(line, "a key must be a word or a number. Put quotes around it")
        if key in found:
            raise YamlProblem(line, f"the key '{key}' stands here twice. Remove one of the two")
        lines[(*path, key)] = line
        found[key] = _value(value_node, (*path, key), lines, first)
    return found


def _scalar(node: ScalarNode) -> Any:
    text = node.value
    if node.style is not None:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    if re.fullmatch(r"-?(0|[1-9][0-9]*)", text):
        return int(text)
    if re.fullmatch(r"-?(0|[1-9][0-9]*)\.[0-9]+", text):
        return float(text)
    return text
