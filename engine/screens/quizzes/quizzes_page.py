"""Quizzes: for somebody alone, and for a room that answers aloud."""

import secrets
from collections.abc import Callable

import streamlit as st

from engine.access import Visitor
from engine.book.attempt import Attempt, QuizRecord, as_kept, from_kept
from engine.book.quizzing import grouped, reasons_wait, score
from engine.content import Quiz
from engine.language import _, plural
from engine.screens.frame.acts import act
from engine.screens.frame.components import component
from engine.screens.frame.look import html
from engine.screens.frame.wording import plain
from engine.screens.quizzes.question import draw_question
from engine.screens.quizzes.result import draw_result
from engine.server import running

PROGRESS = "quizzes"
MAX_WIDTH = 760
"""In pixels: a line of this length is easy to read."""
_kept = component("kept", "<span hidden></span>", has_css=False)


def draw() -> None:
    """Draw the quiz that is under way, or the list of all quizzes."""
    progress: QuizRecord = st.session_state.get(PROGRESS, QuizRecord())
    visitor: Visitor = st.session_state["visitor"]
    quiz = running().library.quizzes.get(progress.now)
    is_large = quiz is not None and visitor.is_facilitator and st.session_state.get("large quiz", False)
    with st.container(width="stretch" if is_large else MAX_WIDTH):
        if quiz is None:
            _draw_list(progress)
        else:
            _draw_quiz(progress, quiz, visitor)
    if is_large:
        html("", "projector")
    _keep(progress)


def _draw_list(progress: QuizRecord) -> None:
    st.title(_("Quizzes"), anchor=False)
    st.markdown(_("Choose a quiz. It tells you for every answer why it is right or wrong, and where to read about it."))
    for heading, quizzes in grouped(running().library).items():
        st.header(heading, anchor=False)
        for quiz in quizzes:
            _draw_choice(quiz, progress.attempts.get(quiz.id))
    _say_what_is_kept()


def _draw_choice(quiz: Quiz, attempt: Attempt | None) -> None:
    """Draw one quiz of the list: how long it is, or how far the learner is in it."""
    count = len(quiz.questions)
    if attempt is None:
        label, state = _("Begin"), plural("{count} question", "{count} questions", count)
    elif attempt.finished:
        reached = score(quiz.questions, attempt.given)
        label, state = _("See the result"), _("{right} of {count} right").format(right=reached.right, count=reached.of)
    else:
        place = min(attempt.at + 1, count)
        label, state = _("Go on"), _("At question {place} of {count}").format(place=place, count=count)
    with st.container(border=True, horizontal=True, vertical_alignment="center"):
        st.markdown(f"**{plain(quiz.title)}**  \n:gray[{state}]", width="stretch")
        is_begun = attempt is not None and not attempt.finished
        begin = act(_begin, quiz)
        st.button(label, key=f"choose:{quiz.id}", type="primary" if is_begun else "secondary", on_click=begin)


def _draw_quiz(progress: QuizRecord, quiz: Quiz, visitor: Visitor) -> None:
    attempt = progress.attempts[quiz.id]
    with st.container(horizontal=True, vertical_alignment="center"):
        st.button(_("All quizzes"), icon=":material/arrow_back:", type="tertiary", on_click=act(_leave))
        if visitor.is_facilitator:
            st.toggle(_("Large, for the room"), key="large quiz")
    st.title(plain(quiz.title), anchor=False)
    if attempt.finished:
        draw_result(quiz, attempt)
        _draw_end(quiz)
    elif attempt.at == len(quiz.questions):
        _draw_look_back(quiz, attempt)
    else:
        _draw_place(quiz, attempt)
        draw_question(quiz, attempt, lambda change: _change(quiz, change))


def _draw_place(quiz: Quiz, attempt: Attempt) -> None:
    """Draw how far the learner is; at the first question of a test, say that reasons come at the end."""
    count = len(quiz.questions)
    said = _("Question {place} of {count}").format(place=attempt.at + 1, count=count)
    st.progress((attempt.at + 1) / count, text=said)
    if reasons_wait(quiz) and attempt.at == 0:
        st.info(
            _("This test shows what you know. You can change every answer, and see all reasons at the end."),
            icon=":material/info:",
        )


def _draw_look_back(quiz: Quiz, attempt: Attempt) -> None:
    """Draw the last step before the end of a test: the questions without an answer."""
    waiting = [n for n, question in enumerate(quiz.questions) if not attempt.is_answered(question)]
    if waiting:
        st.header(
            plural("{count} question has no answer yet", "{count} questions have no answer yet", len(waiting)),
            anchor=False,
        )
        st.markdown(_("Go to a question, or finish. A question without an answer counts as not right."))
        with st.container(horizontal=True):
            for n in waiting:
                label = _("Question {place}").format(place=n + 1)
                st.button(label, key=f"open:{n}", on_click=act(_change, quiz, _to(quiz, n)))
    else:
        st.header(_("Every question has an answer"), anchor=False)
        st.markdown(_("Finish to see what was right, and why. After that the answers can no longer be changed."))
    with st.container(horizontal=True):
        st.button(
            _("Back"),
            icon=":material/arrow_back:",
            on_click=act(_change, quiz, _to(quiz, attempt.at - 1)),
        )
        finish = act(_change, quiz, Attempt.finish)
        st.button(_("Finish"), type="primary", icon=":material/check:", on_click=finish)


def _draw_end(quiz: Quiz) -> None:
    with st.container(horizontal=True):
        again = act(_change, quiz, lambda _now: _new())
        st.button(_("Start again"), icon=":material/replay:", on_click=again)
        st.button(_("Choose another quiz"), icon=":material/list:", type="tertiary", on_click=act(_leave))
    _say_what_is_kept()


def _say_what_is_kept() -> None:
    st.caption(
        _(
            "Nobody else sees your answers. They stay in this tab of the browser and are gone once you close it: "
            "write your score down if you want to keep it."
        )
    )


def _new() -> Attempt:
    return Attempt(seed=secrets.randbelow(1_000_000))


def _begin(quiz: Quiz) -> None:
    progress: QuizRecord = st.session_state.get(PROGRESS, QuizRecord())
    if quiz.id not in progress.attempts:
        progress = progress.having(quiz.id, _new())
    st.session_state[PROGRESS] = progress.at(quiz.id)


def _leave() -> None:
    st.session_state[PROGRESS] = st.session_state[PROGRESS].at("")


def _change(quiz: Quiz, change: Callable[[Attempt], Attempt]) -> None:
    progress: QuizRecord = st.session_state[PROGRESS]
    st.session_state[PROGRESS] = progress.having(quiz.id, change(progress.attempts[quiz.id]))


def _to(quiz: Quiz, n: int) -> Callable[[Attempt], Attempt]:
    return lambda now: now.move(quiz, n)


def _keep(progress: QuizRecord) -> None:
    """Let the browser's tab keep the answers, so that they outlive a reload and a laptop that was asleep."""
    attempt = progress.attempts.get(progress.now)
    step = attempt and f"{attempt.seed}:{attempt.at}:{len(attempt.checked)}:{attempt.finished}"
    text = as_kept(progress) if PROGRESS in st.session_state else ""
    data = {"name": PROGRESS, "text": text, "step": f"{progress.now}:{step}"}
    _kept(key="quizzes kept", data=data, height="content", on_found_change=act(_take_back))


def _take_back() -> None:
    found = st.session_state["quizzes kept"].found
    if PROGRESS not in st.session_state and isinstance(found, str):
        st.session_state[PROGRESS] = from_kept(found, running().library)


draw()
