"""A quiz on a screen: the order in which things are shown, what was right, and how much of it.

An answer is a tuple of places: from 0, as options, pairs or items stand in the content file. So the right answer
to a match or an order is always 0, 1, 2 ..., in whatever order the screen shows them.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from engine.content import Library, Matching, OneRight, Ordering, Question, Quiz, SeveralRight
from engine.language import _

Given = tuple[int, ...]
"""The places that somebody answered with. Of options: those chosen, ascending. Of a match: the right side of each
left side. Of an order: the items as they were put."""
OPEN = -1
"""In a match: this left side has no right side yet."""


class Verdict(StrEnum):
    """Whether somebody was right about one option, pair or item."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    """An option that is right and was not chosen."""
    LEFT_OUT = "left out"
    """An option that is wrong and was not chosen."""


@dataclass(frozen=True)
class Judged:
    """What is said about one option, pair or item after the answer."""

    place: int
    verdict: Verdict
    why: str
    given: int = OPEN
    """Of a match: the right side that was chosen. Of an order: the item's place. `OPEN` for none, and for options."""


@dataclass(frozen=True)
class Score:
    """How many of the questions were answered right."""

    right: int
    of: int


def size(question: Question) -> int:
    """The number of its options, pairs or items."""
    match question:
        case Matching():
            return len(question.pairs)
        case Ordering():
            return len(question.items)
        case _:
            return len(question.options)


def shuffled(question: Question, seed: int) -> Given:
    """The places of options, right sides or items in the order to show them; one seed always gives the same order.

    Things to put in order are never shown in the right order.
    """
    places = list(range(size(question)))
    Random(f"{seed} {question.id}").shuffle(places)
    if isinstance(question, Ordering) and places == sorted(places):
        places.reverse()
    return tuple(places)


def right_answer(question: Question) -> Given:
    if isinstance(question, OneRight | SeveralRight):
        return tuple(place for place, option in enumerate(question.options) if option.right)
    return tuple(range(size(question)))


def is_right(question: Question, given: Given) -> bool:
    """Half right is not right."""
    return given == right_answer(question)


def is_complete(question: Question, given: Given) -> bool:
    """Whether the answer can be judged: something is chosen, or everything has its place."""
    if isinstance(question, OneRight | SeveralRight):
        return bool(given)
    return len(given) == size(question) and OPEN not in given


def fits(question: Question, given: Given) -> bool:
    """Whether this can be an answer to the question at all: a browser may have kept one to an older text."""
    known = set(range(size(question)))
    match question:
        case OneRight():
            return len(given) <= 1 and known.issuperset(given)
        case SeveralRight():
            return known.issuperset(given) and list(given) == sorted(set(given))
        case Matching():
            return len(given) in (0, len(known)) and {*known, OPEN}.issuperset(given)
        case Ordering():
            return known.issuperset(given) and len(set(given)) == len(given)


def judge(question: Question, given: Given) -> list[Judged]:
    """The verdict on every option, pair or item, in the order of the content file."""
    match question:
        case Matching():
            chosen = given or (OPEN,) * len(question.pairs)
            return [
                Judged(place, _right_or_wrong(chosen[place] == place), pair.why, chosen[place])
                for place, pair in enumerate(question.pairs)
            ]
        case Ordering():
            put = {item: place for place, item in enumerate(given)}
            return [
                Judged(place, _right_or_wrong(put.get(place) == place), item.why, put.get(place, OPEN))
                for place, item in enumerate(question.items)
            ]
        case _:
            return [
                Judged(place, _of_option(option.right, place in given), option.why)
                for place, option in enumerate(question.options)
            ]


def _right_or_wrong(is_so: bool) -> Verdict:
    return Verdict.RIGHT if is_so else Verdict.WRONG


def _of_option(is_right: bool, is_chosen: bool) -> Verdict:
    if is_chosen:
        return _right_or_wrong(is_right)
    return Verdict.MISSED if is_right else Verdict.LEFT_OUT


def score(questions: Iterable[Question], given: Mapping[str, Given]) -> Score:
    """Count the right answers. `given` is by question id; a question without an answer is not right."""
    judged = [is_right(question, given.get(question.id, ())) for question in questions]
    return Score(sum(judged), len(judged))


def by_topic(quiz: Quiz, given: Mapping[str, Given]) -> dict[str, Score]:
    """Count the right answers of each topic, in the order in which the topics come."""
    topics = dict.fromkeys(question.topic for question in quiz.questions)
    return {topic: score([q for q in quiz.questions if q.topic == topic], given) for topic in topics}


def to_read_again(quiz: Quiz, given: Mapping[str, Given]) -> list[str]:
    """The refs of the pages behind the questions that were not right, each once."""
    wrong = [question for question in quiz.questions if not is_right(question, given.get(question.id, ()))]
    return list(dict.fromkeys(question.passage for question in wrong))


def topic_name(topic: str) -> str:
    return {
        "definitions": _("Definitions"),
        "facts": _("Facts and figures"),
        "law": _("Law and policy"),
        "mandate": _("Mandate of labour inspection"),
        "indicators": _("Indicators"),
        "investigation": _("Investigation"),
        "victims": _("Treating victims"),
        "cooperation": _("Cooperation"),
        "prevention": _("Prevention"),
        "informal-economy": _("Informal economy"),
    }[topic]


def grouped(library: Library) -> dict[str, list[Quiz]]:
    """All quizzes under headings; those on chapters stand in the handbook's order."""
    pages = list(library.pages)

    def first_page(quiz: Quiz) -> int:
        kind, _colon, name = next(iter(quiz.about), "").partition(":")
        return pages.index(name) if kind == "handbook" and name in pages else len(pages)

    def of(*kinds: str) -> list[Quiz]:
        return [quiz for kind in kinds for quiz in library.quizzes.values() if quiz.kind == kind]

    groups = {
        _("Chapters of the handbook"): sorted(of("chapter"), key=first_page),
        _("Days of the seminar"): of("day"),
        _("Before and after the seminar"): of("pre-test", "post-test"),
    }
    return {heading: quizzes for heading, quizzes in groups.items() if quizzes}


def reasons_wait(quiz: Quiz) -> bool:
    """Whether reasons come only at the end, because the quiz measures what somebody knows."""
    return quiz.kind in ("pre-test", "post-test")
