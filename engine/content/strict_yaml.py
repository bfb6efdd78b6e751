"""YAML without its traps.

Only `true`, `false`, whole numbers, decimals and empty values are anything but text: PyYAML alone
would read `NO` as False, `10:30` as 630 and let a repeated key pass. Sequences become tuples,
because content is frozen. The line of everything is kept for messages. A file says everything in its
own place: tags, anchors and aliases are refused, and with them files that unfold without end.
"""

import re
from typing import Any

import yaml
from yaml.events import AliasEvent
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode
from yaml.reader import ReaderError

Lines = dict[tuple[int | str, ...], int]
"""Path within the document -> line, from 1."""
DIGITS_FIT = 15
"""A number with more digits is no number that anybody counted."""


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
        YamlProblem: not YAML, a repeated key, a key that is no text or whole number, a tag or an anchor.
    """
    lines: Lines = {}
    try:
        node = yaml.compose(text, Loader=_Loader)
        return (_value(node, (), lines, first_line) if node else None), lines
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        raise YamlProblem(line, f"not YAML: {error.problem}. Check the indentation and the quotes") from None
    except ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        raise YamlProblem(line, f"not YAML: the character U+{error.character:04X}. Remove it") from None
    except _NotPlain as problem:
        raise YamlProblem(problem.line + first_line, str(problem)) from None
    except RecursionError:
        raise YamlProblem(first_line, "not YAML: too many brackets inside each other") from None


class _NotPlain(YamlProblem):
    """A YAML trick; its line counts from 0."""


class _Loader(yaml.SafeLoader):
    """Refuses what stands for something else."""

    def compose_node(self, parent: Node | None, index: Any) -> Node | None:
        event = self.peek_event()
        line = event.start_mark.line
        if isinstance(event, AliasEvent):
            raise _NotPlain(line, f"'*{event.anchor}' repeats another place. Write it out")
        if event.anchor is not None:
            raise _NotPlain(line, f"the anchor '&{event.anchor}' is of no use here. Remove it, or use quotes")
        if event.tag is not None:
            raise _NotPlain(line, f"the tag '{event.tag}' is of no use here. Remove it, or use quotes")
        return super().compose_node(parent, index)


def _value(node: Node, path: tuple[int | str, ...], lines: Lines, first: int) -> Any:
    lines.setdefault(path, node.start_mark.line + first)
    if isinstance(node, MappingNode):
        return _mapping(node, path, lines, first)
    if isinstance(node, SequenceNode):
        return tuple(_value(item, (*path, i), lines, first) for i, item in enumerate(node.value))
    assert isinstance(node, ScalarNode)
    return _scalar(node, first)


def _mapping(node: MappingNode, path: tuple[int | str, ...], lines: Lines, first: int) -> dict[Any, Any]:
    found: dict[Any, Any] = {}
    for key_node, value_node in node.value:
        line = key_node.start_mark.line + first
        key = _scalar(key_node, first) if isinstance(key_node, ScalarNode) else None
        if not isinstance(key, str | int) or isinstance(key, bool):
            raise YamlProblem(line, "a key must be a word or a whole number. Put quotes around it")
        if key in found:
            raise YamlProblem(line, f"the key '{key}' stands here twice. Remove one of the two")
        lines[(*path, key)] = line
        found[key] = _value(value_node, (*path, key), lines, first)
    return found


def _scalar(node: ScalarNode, first: int) -> Any:
    text = node.value
    if unseen := yaml.SafeLoader.NON_PRINTABLE.search(text):
        line = node.start_mark.line + first
        raise YamlProblem(line, f"the character U+{ord(unseen[0]):04X} cannot be shown. Remove it")
    if node.style is not None:
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    number = re.fullmatch(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?", text)
    if number and len(text) > DIGITS_FIT:
        raise YamlProblem(node.start_mark.line + first, f"the number {text[:20]}... is too long. Use quotes")
    if number:
        return float(text) if number[2] else int(text)
    return text
