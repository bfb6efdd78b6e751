"""What is wrong in a content file: where, what, and what to do."""

import difflib
import types
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from engine.content.strict_yaml import Lines


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `str()` gives `activities/x/activity.yaml:30: unknown key ...`."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def problems_of(error: ValidationError, file: str, lines: Lines, model: type[BaseModel]) -> list[Problem]:
    """Put every complaint of pydantic into the author's words, with the line it stands in."""
    names = sorted(set(_keys_of(model, set())))
    return [
        Problem(file, _line_of(detail["loc"], lines), _in_words(dict(detail), names))
        for detail in error.errors()
    ]


def _line_of(loc: tuple[int | str, ...], lines: Lines) -> int:
    """Give the line of the deepest part of `loc` that the file has; pydantic adds steps of its own."""
    path: tuple[int | str, ...] = ()
    for step in loc:
        if (*path, step) in lines:
            path = (*path, step)
    return lines.get(path, 1)


def _in_words(detail: dict[str, Any], names: list[str]) -> str:
    where = ".".join(str(step) for step in detail["loc"])
    key, kind = str(detail["loc"][-1]) if detail["loc"] else "", detail["type"]
    if kind == "extra_forbidden":
        close = difflib.get_close_matches(key, names, n=1)
        return f"unknown key '{key}'." + (f" Did you mean '{close[0]}'?" if close else " Remove it.")
    if kind == "missing":
        return f"'{key}' is missing. Add it."
    if kind == "union_tag_invalid":
        return f"there is no type '{detail['ctx']['tag']}'. Types: {detail['ctx']['expected_tags']}."
    if kind == "value_error":
        return f"{detail['ctx']['error']}."
    return f"'{where}': {detail['msg']}; the file has {detail['input']!r}."


def _keys_of(annotation: Any, seen: set[type]) -> Iterator[str]:
    """Give every key that a model or the models inside it know."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and annotation not in seen:
        seen.add(annotation)
        for name, field in annotation.model_fields.items():
            yield name
            yield from _keys_of(field.annotation, seen)
        yield from ("options_from", "rows_from")
    elif typing.get_origin(annotation) is not None or isinstance(annotation, types.UnionType):
        for part in typing.get_args(annotation):
            yield from _keys_of(part, seen)
