"""What stands in a YAML document, in its order, without the tricks of YAML.

There are two parsers for it. libyaml is in C and takes a twentieth of the time of PyYAML's own; but it puts
what is wrong in other words, and some of what is wrong it lets pass.
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
"""Every wheel of PyYAML has libyaml in it; where PyYAML was built without, it only takes longer."""
LAX = re.compile(r"[\t\ufeff]|[|>][0-9+-]*#")
"""Where libyaml may take what PyYAML refuses: a tab between words, a byte order mark on any line, `|#`."""
DEEPEST = 100
"""How many brackets may be inside each other; the deepest of our files has 8."""


class YamlProblem(Exception):
    """The file is not YAML as we read it; has the line (from 1) and what to do."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.line = line


def events_of(text: str, first_line: int, parser: Any) -> list[Event]:
    """Give every value and key of a document, and where a list or a mapping ends; none of an empty one.

    All of it is parsed before anybody looks at it: an open bracket explains what seems wrong after it.

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
    """Say why an event may not be, None if it may; `is_flow` tells which brackets around it are written."""
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
    """Give the line in which something begins, from 0."""
    assert event.start_mark is not None  # both parsers mark everything
    return event.start_mark.line


def _not_yaml(why: str | None) -> str:
    return f"not YAML: {why}. Check the indentation and the quotes"
