"""The end of a quiz: the score, by topic, what to read again, and every reason."""

import streamlit as st

from engine.book import title_of
from engine.book.attempt import Attempt
from engine.book.quizzing import by_topic, is_right, score, to_read_again, topic_name
from engine.content import Quiz
from engine.language import _
from engine.screens.book.look_up import look_up
from engine.screens.frame.wording import plain
from engine.screens.quizzes.reasons import draw_reasons
from engine.server import running


def draw_result(quiz: Quiz, attempt: Attempt) -> None:
    reached = score(quiz.questions, attempt.given)
    st.header(_("{right} of {count} right").format(right=reached.right, count=reached.of), anchor=False)
    if reached.right == reached.of:
        st.markdown(_("Every answer was right."))
    _draw_topics(quiz, attempt)
    _draw_pages(quiz, attempt)
    _draw_answers(quiz, attempt)


def _draw_topics(quiz: Quiz, attempt: Attempt) -> None:
    topics = by_topic(quiz, attempt.given)
    if len(topics) == 1:
        return
    rows = [(_("Topic"), _("Right")), ("---", "---")]
    for topic, reached in topics.items():
        count = _("{right} of {count}").format(right=reached.right, count=reached.of)
        rows.append((plain(topic_name(topic)), plain(count)))
    st.markdown("\n".join(f"| {left} | {right} |" for left, right in rows))


def _draw_pages(quiz: Quiz, attempt: Attempt) -> None:
    """Draw links to the pages that explain what was not right."""
    refs = to_read_again(quiz, attempt.given)
    if not refs:
        return
    st.header(_("Read again"), anchor=False)
    with st.container(horizontal=True):
        for ref in refs:
            title = plain(title_of(running().library, ref))
            if st.button(title, key=f"again:{ref}", icon=":material/menu_book:"):
                look_up(ref)


def _draw_answers(quiz: Quiz, attempt: Attempt) -> None:
    """Draw every question, folded behind a line that says whether the answer was right."""
    st.header(_("Every question, with the reasons"), anchor=False)
    for n, question in enumerate(quiz.questions, start=1):
        if is_right(question, attempt.answer_to(question)):
            icon, word = ":material/check_circle:", _("Right")
        else:
            icon = ":material/cancel:"
            word = _("Not right") if attempt.is_answered(question) else _("Not answered")
        with st.expander(f"{n}\\. **{word}:** {plain(question.ask)}", icon=icon):
            draw_reasons(question, attempt, f"result:{quiz.id}:{question.id}")
