"""A case study: numbered sentences of facts."""

import re
from typing import Any

from pydantic import Field as PydanticField
from pydantic import model_validator

from engine.content.base import Content, FileId
from engine.content.strict_yaml import Lines
from engine.fields import CheckContext, Fault, Model, Words

_SENTENCE = re.compile(r"(\d{1,4})\.[ \t]+(\S.*)")


class Sentence(Model):
    """One sentence; its number is permanent, because evidence points to it."""

    number: int
    text: Words
    as_written: str = PydanticField(default="", exclude=True)
    """The words of the file, before any translation: quotations are compared with these."""

    @model_validator(mode="before")
    @classmethod
    def _from_a_line(cls, data: Any) -> Any:
        if not isinstance(data, str):
            return data
        match = _SENTENCE.fullmatch(data.strip())
        if not match:
            raise ValueError(f"'{data.strip()[:40]}' is not a numbered sentence. Write '1. ...', one a line")
        return {"number": int(match[1]), "text": match[2], "as_written": match[2]}


class CaseStudy(Content):
    """The facts that a group works on; never an answer."""

    id: FileId
    number: int
    title: Words
    country: Words
    source: Words
    paragraphs: tuple[tuple[Sentence, ...], ...]

    @property
    def sentences(self) -> tuple[Sentence, ...]:
        """All sentences in order; sentence `n` stands at `n - 1`."""
        return tuple(sentence for paragraph in self.paragraphs for sentence in paragraph)

    def faults(self) -> list[Fault]:
        """Find gaps in the numbers; each is reported once, and not again for all that follows."""
        if not self.sentences:
            return [((), "the case has no sentences. Write one a line: '1. ...'")]
        found: list[Fault] = []
        place, last = 0, 0
        for p, paragraph in enumerate(self.paragraphs):
            for s, sentence in enumerate(paragraph):
                place += 1
                if sentence.number not in (place, last + 1):
                    what = f"sentence {sentence.number} stands where {last + 1} is due. Number them 1, 2, 3 ..."
                    found.append((("paragraphs", p, s), what))
                last = sentence.number
        return found


def context_of(case: CaseStudy | None) -> CheckContext:
    """What the fields of a sheet must know of its case study, if it has one."""
    return CheckContext(tuple(sentence.as_written for sentence in case.sentences) if case else ())


def read_paragraphs(body: str, first_line: int = 1) -> tuple[tuple[tuple[str, ...], ...], Lines]:
    """Split a text into paragraphs of lines, with the line number of each; a blank line begins a new paragraph.

    Args:
        body: the text.
        first_line: the line of the file on which the text begins.
    """
    paragraphs: list[list[str]] = []
    lines: Lines = {}
    is_new = True
    for number, line in enumerate(body.split("\n"), first_line):
        if line.strip():
            if is_new:
                paragraphs.append([])
                lines["paragraphs", len(paragraphs) - 1] = number
            lines["paragraphs", len(paragraphs) - 1, len(paragraphs[-1])] = number
            paragraphs[-1].append(line)
        is_new = not line.strip()
    return tuple(map(tuple, paragraphs)), lines
