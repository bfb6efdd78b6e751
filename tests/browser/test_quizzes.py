"""Quizzes on the screens of somebody who learns alone, of a seat and of the facilitator."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.book import title_of
from engine.book.quizzing import Given, right_answer, size, to_read_again, topic_name
from engine.content import Library, Matching, OneRight, Ordering, Question, Quiz, SeveralRight
from tests.browser.learning import Learner
from tests.browser.people import LAPTOP, PHONE, Facilitator, Participant
from tests.browser.running import Running

KINDS = {"one": OneRight, "several": SeveralRight, "match": Matching, "order": Ordering}
SIZES = pytest.mark.parametrize("viewport", [PHONE, LAPTOP], ids=["phone", "laptop"])
WIDER = """() => [document.scrollingElement, ...document.querySelectorAll('[data-testid="stMain"] *')]
    .filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 1 && !e.closest('[data-testid="stProgress"]'))
    .filter((e) => e === document.scrollingElement || getComputedStyle(e).overflowX !== 'visible')
    .map((e) => e.outerHTML.slice(0, 200))"""
"""Elements that are wider inside than outside: a text is cut off there, or the page scrolls to the side."""


@pytest.fixture
def running(open_house: Running) -> Running:
    """One program for all: quizzes leave nothing behind in it."""
    return open_house


def nothing_is_cut_off(page: Page) -> None:
    assert page.evaluate(WIDER) == []


def find(library: Library, kind: type) -> tuple[Quiz, int]:
    """Find a short way to a question of a kind: the quiz, and the question's number in it."""
    quizzes = [quiz for quiz in library.quizzes.values() if quiz.kind in ("chapter", "day")]
    ways = [(n, quiz) for quiz in quizzes for n, q in enumerate(quiz.questions, start=1) if isinstance(q, kind)]
    number, quiz = min(ways, key=lambda way: way[0])
    return quiz, number


def a_wrong_answer(question: Question) -> Given:
    right = right_answer(question)
    if isinstance(question, OneRight | SeveralRight):
        return (next(place for place in range(size(question)) if place not in right),)
    return (*right[1:], right[0])


@SIZES
@pytest.mark.parametrize("kind", KINDS)
def test_a_question_is_answered_right_and_wrong_and_every_reason_is_read(
    browser: Browser, running: Running, library: Library, kind: str, viewport: dict[str, int]
):
    quiz, number = find(library, KINDS[kind])
    question = quiz.questions[number - 1]
    for given, said in ((right_answer(question), "Right."), (a_wrong_answer(question), "Not right, or not all of it.")):
        learner = Learner(browser, running.origin, viewport)
        learner.begin(quiz)
        learner.go_to(quiz, number)
        expect(learner.page.get_by_role("button", name="Check", exact=True)).to_be_disabled()
        nothing_is_cut_off(learner.page)
        learner.answer(question, given)
        nothing_is_cut_off(learner.page)
        learner.check()
        learner.sees(said)
        learner.reads(question)
        nothing_is_cut_off(learner.page)
        learner.follows_the_passage(question, library)
        learner.press("Next" if number < len(quiz.questions) else "See the result")
        assert learner.outside() == []
        learner.context.close()


def test_a_quiz_is_finished_and_says_what_to_read_again(browser: Browser, running: Running, library: Library):
    quiz = min((q for q in library.quizzes.values() if q.kind == "chapter"), key=lambda quiz: len(quiz.questions))
    learner = Learner(browser, running.origin, PHONE)
    learner.begin(quiz)
    count, wrong = len(quiz.questions), quiz.questions[1]
    given = {q.id: a_wrong_answer(q) if q is wrong else right_answer(q) for q in quiz.questions}
    for number, question in enumerate(quiz.questions, start=1):
        learner.sees(f"Question {number} of {count}")
        learner.answer(question, given[question.id])
        learner.check()
        learner.press("Next" if number < count else "See the result")
    learner.sees(f"{count - 1} of {count} right")
    learner.sees("Nobody else sees your answers.")
    for ref in to_read_again(quiz, given):
        expect(learner.page.get_by_role("button", name=title_of(library, ref), exact=True).first).to_be_visible()
    learner.page.get_by_text(re.compile(r"^2\. Not right: ")).click()
    learner.reads(wrong)
    nothing_is_cut_off(learner.page)
    learner.press("Start again")
    learner.sees(f"Question 1 of {count}")
    expect(learner.page.get_by_role("button", name="Check", exact=True)).to_be_disabled()


def test_a_test_gives_its_reasons_only_at_the_end(browser: Browser, running: Running, library: Library):
    quiz = library.quizzes["pre-test"]
    learner = Learner(browser, running.origin)
    learner.begin(quiz)
    learner.sees("You can change every answer, and see all reasons at the end.")
    for number, question in enumerate(quiz.questions, start=1):
        learner.sees(f"Question {number} of 20")
        assert learner.page.get_by_role("button", name="Check", exact=True).count() == 0
        if number == 2:
            learner.answer(question, a_wrong_answer(question))
        elif number not in (3, 20):
            learner.answer(question, right_answer(question))
        learner.press("Next" if number < 20 else "Look back")
    learner.sees("2 questions have no answer yet")
    learner.press("Question 3")
    learner.answer(quiz.questions[2], right_answer(quiz.questions[2]))
    learner.press("Back")
    learner.sees("Question 2 of 20")
    learner.answer(quiz.questions[1], right_answer(quiz.questions[1]))
    for number in range(2, 21):
        learner.sees(f"Question {number} of 20")
        learner.press("Next" if number < 20 else "Look back")
    learner.sees("1 question has no answer yet")
    learner.press("Finish")
    learner.sees("19 of 20 right")
    row = learner.page.get_by_role("row", name=topic_name("definitions"))
    expect(row).to_contain_text(re.compile(r"(\d) of \1"))
    learner.page.get_by_text(re.compile(r"^20\. Not answered: ")).click()
    learner.reads(quiz.questions[19])


def test_answers_outlive_another_page_and_a_page_loaded_anew(browser: Browser, running: Running, library: Library):
    quiz, number = find(library, SeveralRight)
    question = quiz.questions[number - 1]
    learner = Learner(browser, running.origin)
    learner.begin(quiz)
    learner.go_to(quiz, number)
    learner.answer(question, right_answer(question))
    expect(learner.page.get_by_role("button", name="Check", exact=True)).to_be_enabled()
    learner.page.get_by_role("link", name="Handbook").click()
    learner.sees("In short")
    learner.page.get_by_role("link", name="Quizzes").click()
    learner.sees(f"Question {number} of {len(quiz.questions)}")
    learner.page.reload()
    learner.sees(f"Question {number} of {len(quiz.questions)}")
    learner.check()
    learner.sees("Right.")
    learner.press("All quizzes")
    learner.sees(f"At question {number} of {len(quiz.questions)}")
    stranger = Learner(browser, running.origin)
    stranger.go("/quizzes")
    stranger.sees("Choose a quiz.")
    expect(stranger.page.get_by_role("button", name="Go on", exact=True)).to_have_count(0)


def test_everybody_finds_the_quizzes_and_the_facilitator_makes_them_large(
    browser: Browser, running: Running, library: Library
):
    quiz = library.quizzes["day-1"]
    facilitator = Facilitator(browser, running.origin)
    facilitator.set_password(running.setup_link)
    code = facilitator.open_workshop("North")
    facilitator.make_groups()
    amina = Participant(browser, running.origin)
    amina.join(code, "Amina", "Group 1")
    for person in (facilitator, amina):
        if person is amina:
            person.page.get_by_test_id("stExpandSidebarButton").click()  # the worksheet has all the width
        person.page.get_by_role("link", name="Quizzes").click()
        row = person.page.locator('[data-testid="stLayoutWrapper"]', has_text=quiz.title).last
        row.get_by_role("button", name="Begin", exact=True).click()
        person.sees(f"Question 1 of {len(quiz.questions)}")
    expect(amina.page.get_by_text("Large, for the room")).to_have_count(0)
    heading = facilitator.page.get_by_role("heading", name=quiz.questions[0].ask, exact=True)
    small = heading.bounding_box()
    facilitator.page.get_by_text("Large, for the room").click()
    expect(facilitator.page.get_by_test_id("stSidebar")).to_be_hidden()
    large = heading.bounding_box()
    assert small and large and large["height"] > 1.3 * small["height"]
    nothing_is_cut_off(facilitator.page)
    assert facilitator.outside() == [] and amina.outside() == []


@SIZES
def test_the_list_of_quizzes_fits_the_screen(
    browser: Browser, running: Running, library: Library, viewport: dict[str, int]
):
    learner = Learner(browser, running.origin, viewport)
    learner.go("/quizzes")
    for quiz in library.quizzes.values():
        expect(learner.page.get_by_text(quiz.title, exact=True)).to_be_visible()
    nothing_is_cut_off(learner.page)
