"""The events of a YAML document, in their order, without tags, anchors and aliases.

There are two parsers. libyaml is in C and takes a twentieth of the time of PyYAML's own; but it words problems
differently, and accepts some of what is wrong.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    CollectionEndEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    NodeEvent,
    ScalarEvent,
)

SURE: Any = yaml.SafeLoader
FAST: Any = getattr(yaml, "CSafeLoader", SURE)
"""Every wheel of PyYAML contains libyaml; where PyYAML was built without it, reading only takes longer."""
LAX = re.compile(r"[\t\ufeff]|[|>][0-9+-]*#")
"""What libyaml may accept although PyYAML refuses it: a tab between words, a byte order mark on any line, `|#`."""
DEEPEST = 100
"""The most levels of lists and mappings inside each other; the deepest of our files has 8."""


class YamlProblem(Exception):
    """The file is not YAML as we read it; has the line (from 1) and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def events_of(text: str, first_line: int, parser: Any) -> list[Event]:
    """Every value and key of a document, and where a list or a mapping ends; nothing for an empty one.

    The whole document is parsed first: so an open bracket is reported, and not what seems wrong after it.

    Raises:
        YamlProblem: not YAML, a second document, a tag, an anchor or an alias.
    """
    try:
        return list(_plain(yaml.parse(text, Loader=parser), first_line))
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + first_line if error.problem_mark else first_line
        raise YamlProblem(line, _not_yaml(error.problem)) from None


def _plain(events: Iterator[Event], first_line: int) -> Iterator[Event]:
    documents, is_flow = 0, [False]
    for event in events:
        documents += isinstance(event, DocumentStartEvent)
        if isinstance(event, CollectionStartEvent):
            is_flow.append(bool(event.flow_style))
        if refused := _refused(event, documents, is_flow):
            raise YamlProblem(line_of(event) + first_line, refused)
        if isinstance(event, CollectionEndEvent):
            is_flow.pop()
        if isinstance(event, NodeEvent | CollectionEndEvent):
            yield event


def _refused(event: Event, documents: int, is_flow: Sequence[bool]) -> str | None:
    """Why an event is refused, None if it is not; `is_flow` says which lists and mappings around it are in brackets."""
    if documents > 1:
        return _not_yaml("but found another document")
    if len(is_flow) > DEEPEST:
        return "not YAML: too many brackets inside each other"
    if isinstance(event, AliasEvent):
        return f"'*{event.anchor}' repeats another place. Write it out"
    if anchor := getattr(event, "anchor", None):
        return f"the anchor '&{anchor}' is of no use here. Remove it, or use quotes"
    if tag := getattr(event, "tag", None):
        return f"the tag '{tag}' is of no use here. Remove it, or use quotes"
    if is_flow[-1] and isinstance(event, ScalarEvent) and not event.style and "?" in event.value:
        return _not_yaml("found '?' in a text within brackets")  # only libyaml gets here: PyYAML refuses it itself
    return None


def line_of(event: Event) -> int:
    """The line on which something begins, from 0."""
    assert event.start_mark is not None  # both parsers mark everything
    return event.start_mark.line


def _not_yaml(why: str | None) -> str:
    return f"not YAML: {why}. Check the indentation and the quotes"
