"""A quiz at a screen: in which order things stand, what was right, and how much of it.

An answer is places: numbers of options, pairs or items as the content file has them. So the right answer
to a match or an order is 0, 1, 2 ..., and what is shown in another order is still the same answer.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from random import Random

from engine.content import Library, Matching, OneRight, Ordering, Question, Quiz, SeveralRight
from engine.language import _

Given = tuple[int, ...]
"""What somebody answered: of options those chosen, ascending; of a match the right side for each left
one; of an order the items as they were put."""
OPEN = -1
"""In a match: a left side that has no right one yet."""


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
    """One option, pair or item after the answer."""

    place: int
    verdict: Verdict
    why: str
    given: int = OPEN
    """The right side that was chosen instead, or the place at which an item was put; `OPEN` for none."""


@dataclass(frozen=True)
class Score:
    """How many of the questions were answered right."""

    right: int
    of: int


def size(question: Question) -> int:
    """Give how many options, pairs or items a question has."""
    match question:
        case Matching():
            return len(question.pairs)
        case Ordering():
            return len(question.items)
        case _:
            return len(question.options)


def shuffled(question: Question, seed: int) -> Given:
    """Give the places of the options, right sides or items in the order to show them, the same for the same seed.

    Things to be put in order never stand in it already.
    """
    places = list(range(size(question)))
    Random(f"{seed} {question.id}").shuffle(places)
    if isinstance(question, Ordering) and places == sorted(places):
        places.reverse()
    return tuple(places)


def right_answer(question: Question) -> Given:
    """Give the one answer that is right."""
    if isinstance(question, OneRight | SeveralRight):
        return tuple(place for place, option in enumerate(question.options) if option.right)
    return tuple(range(size(question)))


def is_right(question: Question, given: Given) -> bool:
    """Tell whether an answer is right as a whole; half of it is not."""
    return given == right_answer(question)


def is_complete(question: Question, given: Given) -> bool:
    """Tell whether there is an answer to judge."""
    if isinstance(question, OneRight | SeveralRight):
        return bool(given)
    return len(given) == size(question) and OPEN not in given


def fits(question: Question, given: Given) -> bool:
    """Tell whether this can be an answer to the question at all: one that a browser kept may be to an older text."""
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
    """Give the verdict on every option, pair or item, in the content's order."""
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
    """Count the right answers; a question without an answer is not right.

    Args:
        questions: the questions to count.
        given: the answers by the question's id.
    """
    judged = [is_right(question, given.get(question.id, ())) for question in questions]
    return Score(sum(judged), len(judged))


def by_topic(quiz: Quiz, given: Mapping[str, Given]) -> dict[str, Score]:
    """Count the right answers of each topic, in the order in which the topics come."""
    topics = dict.fromkeys(question.topic for question in quiz.questions)
    return {topic: score([q for q in quiz.questions if q.topic == topic], given) for topic in topics}


def to_read_again(quiz: Quiz, given: Mapping[str, Given]) -> list[str]:
    """Give the pages behind the questions that were not right, as refs, each once."""
    wrong = [question for question in quiz.questions if not is_right(question, given.get(question.id, ()))]
    return list(dict.fromkeys(question.passage for question in wrong))


def topic_name(topic: str) -> str:
    """Give what people call a topic."""
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
    """Give all quizzes under headings, those of the chapters in the handbook's order."""
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
    """Tell whether reasons come only at the end, because the quiz measures what somebody knows."""
    return quiz.kind in ("pre-test", "post-test")
