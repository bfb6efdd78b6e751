"""How far somebody is in a quiz, and the same as a text that a browser can keep."""

from typing import Self

from pydantic import Field as PydanticField
from pydantic import ValidationError

from engine.book.quizzing import Given, fits, is_complete, reasons_wait
from engine.content import Library, Question, Quiz
from engine.fields import Model


class Attempt(Model):
    """One go at one quiz."""

    seed: int
    """What its orders are shuffled by."""
    at: int = 0
    """The question before the learner, from 0; one past the last is the look back before the end of a test."""
    given: dict[str, Given] = PydanticField(default_factory=dict)
    """Question id -> answer."""
    checked: frozenset[str] = frozenset()
    """The questions whose reasons were shown: their answers no longer change."""
    finished: bool = False

    def answer_to(self, question: Question) -> Given:
        """Give the answer to a question, empty without one."""
        return self.given.get(question.id, ())

    def is_answered(self, question: Question) -> bool:
        """Tell whether a question has a whole answer."""
        return is_complete(question, self.answer_to(question))

    def answered(self, question: Question, given: Given) -> Self:
        """Give the attempt with one more answer; a judged one stays as it is."""
        if self.finished or question.id in self.checked or not fits(question, given):
            return self
        return self.model_copy(update={"given": {**self.given, question.id: given}})

    def check(self, question: Question) -> Self:
        """Give the attempt with the reasons of a question shown."""
        return self.model_copy(update={"checked": self.checked | {question.id}})

    def move(self, quiz: Quiz, to: int) -> Self:
        """Give the attempt at another question; past the last one it ends, or a test looks back first."""
        last = len(quiz.questions)
        ends = to >= last and not reasons_wait(quiz)
        return self.model_copy(update={"at": min(max(to, 0), last), "finished": self.finished or ends})

    def finish(self) -> Self:
        """Give the attempt at its end."""
        return self.model_copy(update={"finished": True})

    def fitted(self, quiz: Quiz) -> Self:
        """Give the attempt without what the quiz does not have, or no longer."""
        asked = {question.id: question for question in quiz.questions}
        given = {name: each for name, each in self.given.items() if name in asked and fits(asked[name], each)}
        fitting = self.model_copy(update={"given": given, "checked": self.checked & set(asked)})
        return fitting if self.finished else fitting.move(quiz, self.at)


class QuizRecord(Model):
    """All quizzes that somebody began."""

    now: str = ""
    """The quiz before the learner; empty for the list of them."""
    attempts: dict[str, Attempt] = PydanticField(default_factory=dict)

    def at(self, name: str) -> Self:
        """Give the progress with another quiz before the learner, or with the list."""
        return self.model_copy(update={"now": name})

    def having(self, name: str, attempt: Attempt) -> Self:
        """Give the progress with a new state of an attempt."""
        return self.model_copy(update={"attempts": {**self.attempts, name: attempt}})


def as_kept(progress: QuizRecord) -> str:
    """Give the progress as a text for the browser to keep."""
    return progress.model_dump_json()


def from_kept(text: str, library: Library) -> QuizRecord:
    """Read what a browser kept; it may be of other content or of another version, and anybody can change it."""
    try:
        kept = QuizRecord.model_validate_json(text)
    except ValidationError:
        return QuizRecord()
    known = {name: quiz for name, quiz in library.quizzes.items() if name in kept.attempts}
    attempts = {name: kept.attempts[name].fitted(quiz) for name, quiz in known.items()}
    return QuizRecord(now=kept.now if kept.now in attempts else "", attempts=attempts)
