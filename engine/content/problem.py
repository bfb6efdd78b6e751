"""What is wrong in a content file: where, what, and what to do."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from engine.content.known_keys import keys_at
from engine.content.strict_yaml import Lines
from engine.fields import suggestion


@dataclass(frozen=True, order=True)
class Problem:
    """One thing to mend. `str()` gives `activities/x/activity.yaml:30: unknown key ...`."""

    file: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: {self.message}"


def problems_of(error: ValidationError, file: str, lines: Lines, model: type[BaseModel]) -> list[Problem]:
    """Put every complaint of pydantic into words for authors, with the line on which it stands."""
    found = []
    for detail in error.errors():
        if detail["type"] == "too_short" and len(detail["input"]) >= detail["ctx"]["min_length"]:
            continue  # there are enough entries; an error of its own says what is wrong with them
        key = detail.get("ctx", {}).get("key", "type" if detail["type"] == "union_tag_invalid" else "")
        place = place_of((*detail["loc"], key), lines)
        found.append(Problem(file, lines.get(place, 1), _in_words(dict(detail), place, model)))
    return found


def place_of(loc: Iterable[int | str], lines: Lines) -> tuple[int | str, ...]:
    """The deepest part of `loc` that the file has; pydantic adds steps of its own."""
    place: tuple[int | str, ...] = ()
    for step in loc:
        if (*place, step) in lines:
            place = (*place, step)
    return place


def sentence(text: str) -> str:
    """Add a full stop to a message that has no end yet."""
    return text if text.endswith((".", "?", "!")) else f"{text}."


def _in_words(detail: dict[str, Any], place: tuple[int | str, ...], model: type[BaseModel]) -> str:
    kind, loc, limits = detail["type"], detail["loc"], detail.get("ctx", {})
    key = str(loc[-1]) if loc else ""
    if kind == "value_error":
        return sentence(str(limits["error"]))
    if kind == "extra_forbidden":
        return sentence(f"unknown key '{key}'{suggestion(key, sorted(keys_at(model, loc))) or '. Remove it'}")
    if kind == "missing":
        other = f"{key}_from"
        return f"'{key}' is missing. Add it{f', or {other!r}' if other in keys_at(model, loc) else ''}."
    if kind == "union_tag_not_found":
        return "'type' is missing. Add it."
    if kind == "union_tag_invalid":
        tag, types = str(limits["tag"]), limits["expected_tags"].replace("'", "")
        return f"there is no type '{tag}'{suggestion(tag, types.split(', ')) or '.'} Types: {types}."
    if not loc:
        is_empty = detail["input"] is None
        return "the file is empty." if is_empty else "the file must have keys, such as 'id: ...'."
    where, wanted = ".".join(map(str, place)) or key, _WANTED.get(kind, detail["msg"])
    if kind in ("too_short", "too_long"):
        least_or_most = limits["min_length"] if kind == "too_short" else limits["max_length"]
        return f"'{where}' {wanted} {_entries(least_or_most)}; the file has {len(detail['input']) or 'none'}."
    return f"'{where}' {wanted.format(**limits)}; the file has {_shown(detail['input'])}."


_WANTED = {
    "string_type": "must be a text. Put quotes around it",
    "string_too_short": "must have a text",
    "int_type": "must be a whole number, without quotes",
    "bool_type": "must be true or false, without quotes",
    "tuple_type": "must be a list",
    "invalid_key": "is no key that stands here. Remove it",
    "string_unicode": "has characters that cannot be shown. Remove them",
    "dict_type": "must have keys of its own",
    "model_type": "must have keys of its own",
    "too_short": "must have at least",
    "too_long": "must have at most",
    "greater_than_equal": "must be at least {ge}",
    "less_than_equal": "must be at most {le}",
    "literal_error": "must be {expected}",
    "string_pattern_mismatch": "does not look right: it must match {pattern}",
}
"""Type of a pydantic error -> what it asks for, in words for authors."""


def _entries(count: int) -> str:
    return "one entry" if count == 1 else f"{count} entries"


def _shown(value: Any) -> str:
    if value is None or value == "":
        return "nothing there"
    if isinstance(value, tuple | dict):
        return "a list" if isinstance(value, tuple) else "keys of its own"
    text = str(value).lower() if isinstance(value, bool) else repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."
