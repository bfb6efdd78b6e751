"""A case study: numbered sentences of facts."""

import re
from typing import Any

from pydantic import model_validator

from engine.content.base import FileId
from engine.fields import Model, Words

_SENTENCE = re.compile(r"(\d+)\. +(\S.*)")


class Sentence(Model):
    """One sentence; its number is permanent, because evidence points to it."""

    number: int
    text: Words


class CaseStudy(Model):
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

    @model_validator(mode="after")
    def _numbered_through(self) -> "CaseStudy":
        for place, sentence in enumerate(self.sentences, start=1):
            if sentence.number != place:
                raise ValueError(
                    f"sentence {sentence.number} stands in place {place}. Number them 1, 2, 3 ..."
                )
        if not self.sentences:
            raise ValueError("the case has no sentences. Write one a line: '1. ...'")
        return self


def read_paragraphs(body: str) -> tuple[Any, ...]:
    """Read `1. A sentence.` lines; a blank line begins a new paragraph.

    Raises:
        ValueError: a line is not a numbered sentence.
    """
    blocks = [block.splitlines() for block in re.split(r"\n\s*\n", body.strip()) if block.strip()]
    return tuple(tuple(_read_sentence(line) for line in block) for block in blocks)


def _read_sentence(line: str) -> dict[str, Any]:
    match = _SENTENCE.fullmatch(line.strip())
    if not match:
        raise ValueError(f"'{line.strip()[:40]}' is not a numbered sentence. Write '1. ...', one a line")
    return {"number": int(match[1]), "text": match[2]}
