"""How far somebody is in a quiz, also as a text that a browser can keep."""

from typing import Self

from pydantic import Field as PydanticField
from pydantic import ValidationError

from engine.book.quizzing import Given, fits, is_complete, reasons_wait
from engine.content import Library, Question, Quiz
from engine.fields import Model


class Attempt(Model):
    """One attempt at one quiz. It is never changed: each act makes a new one."""

    seed: int
    """Decides in which order things are shown."""
    at: int = 0
    """The place of the question on the screen, from 0; one past the last is the look back before a test ends."""
    given: dict[str, Given] = PydanticField(default_factory=dict)
    """Question id -> answer."""
    checked: frozenset[str] = frozenset()
    """The ids of the questions whose reasons were shown: their answers no longer change."""
    finished: bool = False

    def answer_to(self, question: Question) -> Given:
        """Empty where there is none yet."""
        return self.given.get(question.id, ())

    def is_answered(self, question: Question) -> bool:
        """Whether there is an answer, and it is complete."""
        return is_complete(question, self.answer_to(question))

    def answered(self, question: Question, given: Given) -> Self:
        """Put in an answer. Nothing changes where it does not fit, after its reasons were shown, and after the end."""
        if self.finished or question.id in self.checked or not fits(question, given):
            return self
        return self.model_copy(update={"given": {**self.given, question.id: given}})

    def check(self, question: Question) -> Self:
        """Show the reasons of a question; its answer no longer changes."""
        return self.model_copy(update={"checked": self.checked | {question.id}})

    def move(self, quiz: Quiz, to: int) -> Self:
        """Go to a question by its place; past the last one the quiz ends, or a test looks back first."""
        last = len(quiz.questions)
        ends = to >= last and not reasons_wait(quiz)
        return self.model_copy(update={"at": min(max(to, 0), last), "finished": self.finished or ends})

    def finish(self) -> Self:
        return self.model_copy(update={"finished": True})

    def fitted(self, quiz: Quiz) -> Self:
        """Leave out what the quiz does not have, or no longer has."""
        asked = {question.id: question for question in quiz.questions}
        given = {name: each for name, each in self.given.items() if name in asked and fits(asked[name], each)}
        fitting = self.model_copy(update={"given": given, "checked": self.checked & set(asked)})
        return fitting if self.finished else fitting.move(quiz, self.at)


class QuizRecord(Model):
    """All quizzes that somebody began."""

    now: str = ""
    """The id of the quiz on the screen; empty for the list of quizzes."""
    attempts: dict[str, Attempt] = PydanticField(default_factory=dict)

    def at(self, name: str) -> Self:
        """Open another quiz; with an empty name, the list."""
        return self.model_copy(update={"now": name})

    def having(self, name: str, attempt: Attempt) -> Self:
        """Put in an attempt, in place of the one before."""
        return self.model_copy(update={"attempts": {**self.attempts, name: attempt}})


def as_kept(progress: QuizRecord) -> str:
    return progress.model_dump_json()


def from_kept(text: str, library: Library) -> QuizRecord:
    """Read what a browser kept, without what does not fit: it may be of other content, and anybody can change it."""
    try:
        kept = QuizRecord.model_validate_json(text)
    except ValidationError:
        return QuizRecord()
    known = {name: quiz for name, quiz in library.quizzes.items() if name in kept.attempts}
    attempts = {name: kept.attempts[name].fitted(quiz) for name, quiz in known.items()}
    return QuizRecord(now=kept.now if kept.now in attempts else "", attempts=attempts)
