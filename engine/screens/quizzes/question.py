"""One question of a quiz: the ways to answer it, then every reason, and the way on."""

from collections.abc import Callable
from typing import Literal

import streamlit as st

from engine.book.attempt import Attempt
from engine.book.quizzing import Given, reasons_wait
from engine.content import Question, Quiz
from engine.language import _
from engine.screens.frame.acts import act
from engine.screens.frame.wording import plain
from engine.screens.quizzes.choices import draw_choices
from engine.screens.quizzes.reasons import draw_reasons

Change = Callable[[Callable[[Attempt], Attempt]], None]
"""Takes what a click does to the attempt as it is then: a quick hand clicks on a page that is not yet drawn anew."""


def draw_question(quiz: Quiz, attempt: Attempt, change: Change) -> None:
    """Draw the question before the learner; once it was checked, with its reasons instead of its choices."""
    question = quiz.questions[attempt.at]
    key = f"quiz:{quiz.id}:{attempt.seed}:{question.id}"
    st.header(plain(question.ask), anchor=False)
    if question.id in attempt.checked:
        draw_reasons(question, attempt, key)
    else:

        def answer(say: Callable[[Given], Given]) -> None:
            change(lambda now: now.answered(question, say(now.answer_to(question))))

        draw_choices(question, attempt, key, answer)
    _draw_steps(quiz, attempt, question, key, change)


def _draw_steps(quiz: Quiz, attempt: Attempt, question: Question, key: str, change: Change) -> None:
    """Draw the way on, and the way back."""
    is_last = attempt.at + 1 == len(quiz.questions)
    is_open = question.id not in attempt.checked and not reasons_wait(quiz)

    def go(label: str, by: int, icon: str, kind: Literal["primary", "tertiary"]) -> None:
        def move() -> None:
            change(lambda now: now.move(quiz, attempt.at + by))

        st.button(label, key=f"{key}:go:{by}", icon=icon, type=kind, on_click=act(move))

    with st.container(horizontal=True, vertical_alignment="center"):
        if is_open:
            st.button(
                _("Check"),
                key=f"{key}:check",
                type="primary",
                icon=":material/check:",
                disabled=not attempt.is_answered(question),
                on_click=act(change, lambda now: now.check(question)),
            )
            go(_("Skip"), 1, ":material/skip_next:", "tertiary")
        elif is_last:
            label = _("Look back") if reasons_wait(quiz) else _("See the result")
            go(label, 1, ":material/arrow_forward:", "primary")
        else:
            go(_("Next"), 1, ":material/arrow_forward:", "primary")
        if attempt.at:
            go(_("Back"), -1, ":material/arrow_back:", "tertiary")
