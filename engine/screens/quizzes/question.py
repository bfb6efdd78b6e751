"""One question of a quiz: its choices or all reasons, and the buttons to go on."""

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
"""Called after a click, with a function that makes the new attempt out of the attempt at that moment.

The page may show an older attempt: a quick hand clicks before it is drawn again.
"""


def draw_question(quiz: Quiz, attempt: Attempt, change: Change) -> None:
    """Draw the question at which the learner is; once it was checked, with its reasons instead of its choices."""
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
    """Draw the buttons that check the answer, go on or go back."""
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
