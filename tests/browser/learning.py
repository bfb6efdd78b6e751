"""Somebody at a quiz: answers by what stands on the screen, in whatever order it stands there."""

import re

from playwright.sync_api import Locator, expect

from engine.book import title_of
from engine.book.quizzing import Given
from engine.content import Library, Matching, OneRight, Ordering, Question, Quiz, SeveralRight
from tests.browser.people import Person


class Learner(Person):
    """Somebody with a quiz before them; needs no seat."""

    def begin(self, quiz: Quiz) -> None:
        self.go("/quizzes")
        self.choose_quiz(quiz, "Begin")

    def choose_quiz(self, quiz: Quiz, label: str) -> None:
        row = self.page.locator('[data-testid="stLayoutWrapper"]', has_text=quiz.title).last
        row.get_by_role("button", name=label, exact=True).click()
        expect(self.page.get_by_role("heading", name=quiz.title, exact=True)).to_be_visible()

    def go_to(self, quiz: Quiz, number: int) -> None:
        """Skip the questions before one."""
        for place in range(1, number + 1):
            self.sees(f"Question {place} of {len(quiz.questions)}")
            if place < number:
                self.press("Skip")

    def answer(self, question: Question, given: Given) -> None:
        """Answer with the options, pairs or items at these places of the content."""
        expect(self.page.get_by_role("heading", name=question.ask, exact=True)).to_be_visible()
        match question:
            case OneRight():
                self._option("radio", question.options[given[0]].text).check(force=True)
            case SeveralRight():
                for place in given:
                    self._option("checkbox", question.options[place].text).check(force=True)
            case Matching():
                for left, right in enumerate(given):
                    letter = self._letter_of(question.pairs[right].right)
                    row = self.page.get_by_role("radiogroup", name=question.pairs[left].left, exact=True)
                    row.get_by_role("radio", name=letter, exact=True).click()
                    expect(row.get_by_role("radio", name=letter, exact=True)).to_be_checked()
            case Ordering():
                for n, place in enumerate(given, start=1):
                    text = question.items[place].text
                    self.page.get_by_role("radio", name=text, exact=True).check(force=True)
                    expect(self.page.get_by_text(f"{n}. {text}", exact=True)).to_be_visible()

    def check(self) -> None:
        self.press("Check")
        expect(self.page.get_by_role("button", name="Check", exact=True)).to_have_count(0)

    def reads(self, question: Question) -> None:
        """See a reason for every option, pair or item."""
        parts = getattr(question, "options", None) or getattr(question, "pairs", None) or question.items
        for part in parts:
            expect(self.page.get_by_text(part.why).first).to_be_visible()

    def follows_the_passage(self, question: Question, library: Library) -> None:
        """Open the passage beside the quiz, see it, and close it again: the quiz is as it was."""
        title = title_of(library, question.passage)
        self.press(f"Read: {title}")
        drawer = self.page.get_by_role("dialog")
        expect(drawer.get_by_role("heading", name=title, exact=True)).to_be_visible()
        drawer.get_by_role("button", name="Close").click()
        expect(drawer).to_have_count(0)
        self.reads(question)

    def _option(self, role: str, text: str) -> Locator:
        return self.page.get_by_role(role, name=re.compile(rf"^[A-F]\. {re.escape(text)}$"))  # type: ignore[arg-type]

    def _letter_of(self, text: str) -> str:
        shown = self.page.get_by_text(re.compile(rf"^[A-F]\. {re.escape(text)}$")).first.inner_text()
        return shown[0]
