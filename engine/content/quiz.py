"""A quiz: questions with a reason for every answer."""

import re
from collections.abc import Iterator
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, model_validator
from pydantic import Field as PydanticField

from engine.content.base import Content, FileId
from engine.content.page import FIGURE, Ref
from engine.fields import Fault, Id, Model, Where, Words, twice

Topic = Literal[
    "definitions", "facts", "law", "mandate", "indicators", "investigation", "victims", "cooperation", "prevention",
    "informal-economy",
]  # fmt: skip
LENGTHS = {"chapter": (6, 10), "day": (6, 10), "pre-test": (20, 20), "post-test": (20, 20)}
"""The fewest and the most questions of each kind of quiz."""
TYPES = {"one", "several", "match", "order"}


class Option(Model):
    """One answer to choose, and why it is right or wrong."""

    text: Words
    right: bool
    why: Words


class Pair(Model):
    """Two things that belong together."""

    left: Words
    right: Words
    why: Words


class OrderItem(Model):
    """One thing in an order."""

    text: Words
    why: Words


def _texts_differ(entries: tuple[Any, ...]) -> tuple[Any, ...]:
    texts = [entry.text for entry in entries]
    if again := next(iter(twice(texts).values()), None):
        raise ValueError(f"'{again}' stands here twice. Change one of the two")
    return entries


class QuizQuestion(Model):
    """What every question has."""

    id: Id
    ask: Words
    topic: Topic
    difficulty: Annotated[int, PydanticField(ge=1, le=3)]
    passage: Ref


class OneRight(QuizQuestion):
    """Choose the one right answer."""

    type: Literal["one"]
    options: Annotated[tuple[Option, ...], PydanticField(min_length=3, max_length=5), AfterValidator(_texts_differ)]

    @model_validator(mode="after")
    def _has_one_right(self) -> "OneRight":
        if sum(option.right for option in self.options) != 1:
            raise ValueError("exactly one option must be right. For several, use 'type: several'")
        return self


class SeveralRight(QuizQuestion):
    """Choose every right answer."""

    type: Literal["several"]
    options: Annotated[tuple[Option, ...], PydanticField(min_length=3, max_length=6), AfterValidator(_texts_differ)]

    @model_validator(mode="after")
    def _has_both(self) -> "SeveralRight":
        if len({option.right for option in self.options}) != 2:
            raise ValueError("at least one option must be right and at least one wrong")
        return self


class Matching(QuizQuestion):
    """Put together what belongs together."""

    type: Literal["match"]
    pairs: Annotated[tuple[Pair, ...], PydanticField(min_length=3, max_length=6)]

    @model_validator(mode="after")
    def _sides_differ(self) -> "Matching":
        for side in ({pair.left for pair in self.pairs}, {pair.right for pair in self.pairs}):
            if len(side) < len(self.pairs):
                raise ValueError("two pairs have the same text on one side, so there is no one right answer")
        return self


class Ordering(QuizQuestion):
    """Put things into order; the content file has them in the right one."""

    type: Literal["order"]
    items: Annotated[tuple[OrderItem, ...], PydanticField(min_length=3, max_length=6), AfterValidator(_texts_differ)]


Question = Annotated[OneRight | SeveralRight | Matching | Ordering, PydanticField(discriminator="type")]


class Quiz(Content):
    """Questions on a chapter or on a day, or a test before or after a seminar."""

    id: FileId
    title: Words
    kind: Literal["chapter", "day", "pre-test", "post-test"]
    about: tuple[Ref, ...]
    questions: tuple[Question, ...]

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        """Everything that the quiz points to, as refs, each with its place in the file."""
        yield from ((("about", n), ref) for n, ref in enumerate(self.about))
        yield from ((("questions", n, "passage"), asked.passage) for n, asked in enumerate(self.questions))

    def faults(self) -> list[Fault]:
        """Find repeated ids, too few or too many questions, missing types, and figures without a source."""
        low, high = LENGTHS[self.kind]
        found: list[Fault] = [
            (("questions", place, "id"), f"two questions have the id '{name}'. Give one of them another")
            for place, name in twice([question.id for question in self.questions]).items()
        ]
        if not low <= len(self.questions) <= high:
            found.append(
                (("questions",), f"a {self.kind} quiz has {low} to {high} questions, this {len(self.questions)}")
            )
        if self.kind in ("chapter", "day") and (lacking := TYPES - {question.type for question in self.questions}):
            found.append(
                (("questions",), f"a {self.kind} quiz has every type of question; add: {', '.join(sorted(lacking))}")
            )
        return [*found, *self._figures_without_source()]

    def _figures_without_source(self) -> Iterator[Fault]:
        for n, question in enumerate(self.questions):
            said = " ".join(_texts(question.model_dump()))
            if (figure := FIGURE.search(said)) and not SAYS_SOURCE.search(said):
                what = f"the figure '{figure[0]}' has no source. Name it, such as (ILO, 2005, in the handbook)"
                yield ("questions", n), what


SAYS_SOURCE = re.compile(r"\([^()]*\b(?:19|20)\d\d\b[^()]*\)|\bhandbook\b")
"""How a question says where a figure is from: (publisher, year), or that it is the handbook's."""


def _texts(value: Any) -> Iterator[str]:
    """Every text in the entries of a question."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | tuple | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _texts(part)


def unlike(before: Quiz, after: Quiz) -> Iterator[Fault]:
    """Find where a test after a seminar does not measure the same as the one before it, question by question."""
    for n, (first, second) in enumerate(zip(before.questions, after.questions, strict=False)):
        for key in ("topic", "difficulty"):
            here, there = getattr(second, key), getattr(first, key)
            if here != there:
                what = f"question {n + 1} has the {key} '{here}', and '{there}' in '{before.id}'. Make them agree"
                yield ("questions", n, key), what
