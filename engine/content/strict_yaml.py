"""YAML without its traps.

Only `true`, `false`, whole numbers, decimals and empty values are read as anything but text: PyYAML alone would read
`NO` as False and `10:30` as 630, and accept a repeated key. Sequences become tuples, because content is frozen. The
line of everything is kept for messages. Tags, anchors and aliases are refused: a file says everything in its own place,
and cannot grow without end while it is read.
"""

import re
from contextlib import suppress
from typing import Any

import yaml
from yaml.events import Event, MappingEndEvent, MappingStartEvent, ScalarEvent, SequenceEndEvent, SequenceStartEvent

from engine.content.yaml_events import FAST, LAX, SURE, YamlProblem, events_of, line_of

__all__ = ["Lines", "YamlProblem", "load"]

Lines = dict[tuple[int | str, ...], int]
"""Path within the document -> line, from 1."""
NUMBER = re.compile(r"-?(0|[1-9][0-9]*)(\.[0-9]+)?")
DIGITS_FIT = 15
"""The most digits of a number; nobody counts further."""
UNSEEN = yaml.SafeLoader.NON_PRINTABLE


def load(text: str, first_line: int = 1) -> tuple[Any, Lines]:
    """Read one YAML document.

    libyaml, which is fast, reads it first. What libyaml refuses, or may wrongly accept, is read again by PyYAML's own
    parser, which decides: so every machine accepts the same files, and reports the same problems.

    Args:
        text: the document.
        first_line: the line of the file on which the document begins.

    Raises:
        YamlProblem: not YAML, a repeated key, a key that is no text or whole number, a tag or an anchor.
    """
    if unseen := UNSEEN.search(text):
        line = text.count("\n", 0, unseen.start()) + first_line
        raise YamlProblem(line, f"not YAML: the character U+{ord(unseen[0]):04X}. Remove it")
    if not LAX.search(text):
        with suppress(YamlProblem):
            found, lines = _Document(text, first_line, FAST).read()
            if found is not None:  # for an empty document the parsers name different lines
                return found, lines
    return _Document(text, first_line, SURE).read()


class _Document:
    """What one parser finds in a text, and on which lines."""

    def __init__(self, text: str, first_line: int, parser: Any) -> None:
        self._events = iter(events_of(text, first_line, parser))
        self._first_line = first_line
        self._lines: Lines = {}

    def read(self) -> tuple[Any, Lines]:
        first = next(self._events, None)
        return (self._value(first, ()) if first else None), self._lines

    def _line(self, event: Event) -> int:
        return line_of(event) + self._first_line

    def _value(self, event: Event, path: tuple[int | str, ...]) -> Any:
        self._lines.setdefault(path, self._line(event))
        if isinstance(event, MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, SequenceStartEvent):
            return self._sequence(path)
        assert isinstance(event, ScalarEvent)  # there is nothing else
        return self._scalar(event)

    def _mapping(self, path: tuple[int | str, ...]) -> dict[int | str, Any]:
        found: dict[int | str, Any] = {}
        while not isinstance(event := next(self._events), MappingEndEvent):
            line = self._line(event)
            key = self._scalar(event) if isinstance(event, ScalarEvent) else None
            if not isinstance(key, str | int) or isinstance(key, bool):
                raise YamlProblem(line, "a key must be a word or a whole number. Put quotes around it")
            if key in found:
                raise YamlProblem(line, f"the key '{key}' stands here twice. Remove one of the two")
            self._lines[(*path, key)] = line
            found[key] = self._value(next(self._events), (*path, key))
        return found

    def _sequence(self, path: tuple[int | str, ...]) -> tuple[Any, ...]:
        found: list[Any] = []
        while not isinstance(event := next(self._events), SequenceEndEvent):
            found.append(self._value(event, (*path, len(found))))
        return tuple(found)

    def _scalar(self, event: ScalarEvent) -> Any:
        text, line = event.value, self._line(event)
        if unseen := UNSEEN.search(text):
            raise YamlProblem(line, f"the character U+{ord(unseen[0]):04X} cannot be shown. Remove it")
        if event.style:
            return text
        if text in ("", "~", "null"):
            return None
        if text in ("true", "false"):
            return text == "true"
        number = NUMBER.fullmatch(text)
        if number and len(text) > DIGITS_FIT:
            raise YamlProblem(line, f"the number {text[:20]}... is too long. Use quotes")
        if number:
            return float(text) if number[2] else int(text)
        return text
