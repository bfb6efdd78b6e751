"""A deck of slides for an input session, with notes for the facilitator."""

import re
from collections.abc import Iterator
from itertools import count
from typing import Any

from pydantic import Field as PydanticField
from pydantic import model_validator

from engine.content.base import Content, FileId, Markdown
from engine.content.page import LINK, links_in, raw_markup, without_source
from engine.content.strict_yaml import Lines
from engine.fields import Fault, Model, Where, Words, twice

WORDS_ALONE, WORDS_BESIDE = 70, 40
"""The most words of a slide, and of one with a chart: more cannot be read from the back of a room."""
HOW_TO_BEGIN = "A slide begins with '## Title {#permanent-id}'"
_HEADING = re.compile(r"##[ \t]+(.*?)(?:[ \t]+\{#([^}]*)\})?[ \t]*")
_CHART = re.compile(r"[ \t]*\{chart:[ \t]*([^}\s]*)[ \t]*\}[ \t]*")
_NOT_ON_A_SLIDE = re.compile(r"[ \t]*(\{.*|#+ .*|Notes:.*|```.*)")


class Slide(Model):
    """What the room sees at once, and what the facilitator says about it."""

    id: FileId
    title: Words
    body: Markdown = ""
    chart: FileId | None = None
    """A chart of `content/statistics/charts`, below the text."""
    notes: Markdown = ""

    @model_validator(mode="before")
    @classmethod
    def _has_a_heading(cls, data: Any) -> Any:
        if isinstance(data, dict) and "id" not in data:
            raise ValueError(f"'{data.get('title') or data['body'].strip()[:40]}' has no heading or id. {HOW_TO_BEGIN}")
        return data

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        for name in ("body", "notes"):
            for n, line in enumerate(getattr(self, name).split("\n")):
                yield from links_in(line, (name, n))

    def faults(self) -> Iterator[Fault]:
        """Find what a slide cannot show, figures without a source, too much text, and missing notes."""
        for name in ("body", "notes"):
            for n, line in enumerate(getattr(self, name).split("\n")):
                yield from raw_markup(line, (name, n))
                if name == "body" and (found := _NOT_ON_A_SLIDE.fullmatch(line)):
                    yield (name, n), f"'{found[1][:40]}' is nothing that a slide has here. {_WHAT_IT_HAS}"
        yield from without_source(self.body)
        has_source = self.chart is not None or "](source:" in self.body
        yield from () if has_source else ((("notes", *where[1:]), what) for where, what in without_source(self.notes))
        most = WORDS_BESIDE if self.chart else WORDS_ALONE
        words = sum(any(map(str.isalnum, word)) for word in LINK.sub(r"\1", self.body).split())
        if words > most:
            yield (), f"the slide has {words} words. Use at most {most}, or make two slides of it"
        if not self.notes:
            yield (), "the slide has no notes. Write 'Notes:' below its text, and what the facilitator says"


_WHAT_IT_HAS = "Write plain Markdown, then at most one '{chart: id}', then 'Notes:', each alone on its line"


class Deck(Content):
    """The slides of one input session."""

    id: FileId
    title: Words
    minutes: int = PydanticField(ge=1, le=480)
    source: Words
    handbook: tuple[FileId, ...] = ()
    slides: tuple[Slide, ...] = PydanticField(min_length=1)

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        for n, slide in enumerate(self.slides):
            yield from ((("slides", n, *where), ref) for where, ref in slide.placed_links())

    def faults(self) -> list[Fault]:
        """Find repeated ids, and what is wrong on the slides."""
        found: list[Fault] = [
            (("slides", place, "id"), f"two slides have the id '{name}'. Give one of them another")
            for place, name in twice([slide.id for slide in self.slides]).items()
        ]
        for n, slide in enumerate(self.slides):
            found += [(("slides", n, *where), what) for where, what in slide.faults()]
        return found


def read_slides(body: str, first_line: int = 1) -> tuple[tuple[dict[str, str], ...], Lines]:
    """Split what stands below the front matter into slides, as data for `Slide`.

    Args:
        body: the text.
        first_line: the line of the file on which the text begins.

    Returns:
        The slides; and the line of each, of its parts, and of each line of its texts.
    """
    slides: list[list[tuple[int, str]]] = []
    for number, line in zip(count(first_line), body.split("\n"), strict=False):
        if _HEADING.fullmatch(line) or (not slides and line.strip()):
            slides.append([])
        if slides:
            slides[-1].append((number, line))
    data, lines = [], Lines()
    for n, written in enumerate(slides):
        lines["slides", n] = lines["slides", n, "id"] = lines["slides", n, "title"] = written[0][0]
        slide, places = _slide(written)
        data.append(slide)
        lines |= {("slides", n, *where): line for where, line in places.items()}
    return tuple(data), lines


def _slide(written: list[tuple[int, str]]) -> tuple[dict[str, str], Lines]:
    """Take one slide apart; what does not fit stays in its body, where `Slide.faults` finds it."""
    slide, lines = {}, Lines()
    if heading := _HEADING.fullmatch(written[0][1]):
        slide = {"title": heading[1]} | ({"id": heading[2]} if heading[2] is not None else {})
        written = written[1:]
    texts: dict[str, list[tuple[int, str]]] = {"body": []}
    for number, line in written:
        if line.strip() == "Notes:" and "notes" not in texts:
            texts["notes"] = []
        elif "notes" not in texts and "chart" not in slide and (chart := _CHART.fullmatch(line)):
            slide["chart"], lines["chart",] = chart[1], number
            texts["body"].append((number, ""))
        else:
            list(texts.values())[-1].append((number, line))
    for name, rows in texts.items():
        while rows and not rows[0][1].strip():
            del rows[0]
        slide[name] = "\n".join(line for _number, line in rows).rstrip()
        lines |= {(name,): rows[0][0]} if rows else {}
        lines |= {(name, n): number for n, (number, _line) in enumerate(rows)}
    return slide, lines
