"""Reads one content file: its data, and the line of everything in it."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from engine.content.activity import Activity
from engine.content.case_study import CaseStudy, read_paragraphs
from engine.content.dataset import DatasetFile, read_figures
from engine.content.deck import Deck, read_slides
from engine.content.page import Page
from engine.content.reading import Reading
from engine.content.strict_yaml import Lines, YamlProblem, load


class UnreadableError(Exception):
    """A file cannot be read; has the file, the line (from 1) and what to do."""

    def __init__(self, path: Path, line: int, message: str) -> None:
        super().__init__(message)
        self.path = path
        self.line = line


def read_file(path: Path, model: type[BaseModel]) -> tuple[Any, Lines]:
    """Read a file as data for `model`, with the line of everything in it.

    Raises:
        UnreadableError: the file, or one that belongs to it, is missing or not what it should be.
    """
    try:
        return _SHAPES.get(model, _read_yaml)(path)
    except YamlProblem as problem:
        raise UnreadableError(path, problem.line, str(problem)) from None


def _read_text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise UnreadableError(path, 1, "the file is missing. Write it") from None
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise UnreadableError(path, line, "this line is not UTF-8. Save the file as UTF-8") from None
    except OSError as error:
        raise UnreadableError(path, 1, f"the file cannot be read: {error.strerror}") from None


def _read_yaml(path: Path) -> tuple[Any, Lines]:
    return load(_read_text(path))


def _read_activity(path: Path) -> tuple[Any, Lines]:
    data, lines = _read_yaml(path)
    _refuse_key("facilitator", data, lines, "write it in facilitator.md")
    notes = path.with_name("facilitator.md")
    if isinstance(data, dict) and notes.exists():
        data["facilitator"] = _read_text(notes)
    return data, lines


def _read_reading(path: Path) -> tuple[Any, Lines]:
    data, lines = _read_yaml(path)
    return {"activity": path.parent.name, **data} if isinstance(data, dict) else data, lines


def _read_case_study(path: Path) -> tuple[Any, Lines]:
    data, lines, body, first = _front_matter(path, "Give id, number, title, country and source")
    _refuse_key("paragraphs", data, lines, "write the sentences below the front matter")
    paragraphs, more = read_paragraphs(body, first_line=first)
    return data | {"paragraphs": paragraphs}, {("paragraphs",): first - 1} | lines | more


def _read_page(path: Path) -> tuple[Any, Lines]:
    data, lines, body, first = _front_matter(path, "Give id, title, in_short and source")
    _refuse_key("body", data, lines, "write the text below the front matter")
    text = body.strip()
    first += body[: body.index(text)].count("\n")
    below = {("body", n): first + n for n in range(text.count("\n") + 1)}
    return data | {"body": text}, {("body",): first} | below | lines


def _read_deck(path: Path) -> tuple[Any, Lines]:
    data, lines, body, first = _front_matter(path, "Give id, title, minutes and source")
    _refuse_key("slides", data, lines, "write the slides below the front matter")
    slides, more = read_slides(body, first_line=first)
    return data | {"slides": slides}, {("slides",): first - 1} | lines | more


def _read_figures(path: Path) -> tuple[Any, Lines]:
    return read_figures(_read_text(path), path.stem)


def _front_matter(path: Path, wanted: str) -> tuple[dict[str, Any], Lines, str, int]:
    """The keys between the two lines of dashes, with their lines; the text below, and the line on which it begins."""
    parts = re.match(r"---[ \t]*\n(.*?\n)---[ \t]*(?:\n(.*))?$", _read_text(path), re.DOTALL)
    if not parts:
        raise YamlProblem(1, "the file must begin with '---', its front matter, and '---'")
    data, lines = load(parts[1], first_line=2)
    if not isinstance(data, dict):
        raise YamlProblem(2, f"the front matter has no keys. {wanted}")
    return data, lines, parts[2] or "", parts[1].count("\n") + 3


def _refuse_key(key: str, data: Any, lines: Lines, instead: str) -> None:
    """Refuse a key that the model has, and that must not stand in this file."""
    if isinstance(data, dict) and key in data:
        raise YamlProblem(lines[key,], f"unknown key '{key}'. Remove it, and {instead}")


_SHAPES: dict[type[BaseModel], Callable[[Path], tuple[Any, Lines]]] = {
    Activity: _read_activity,
    CaseStudy: _read_case_study,
    Deck: _read_deck,
    DatasetFile: _read_figures,
    Page: _read_page,
    Reading: _read_reading,
}
