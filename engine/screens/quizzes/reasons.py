"""Every reason of a question, and where to read more."""

from collections.abc import Callable

import streamlit as st

from engine.book import title_of
from engine.book.attempt import Attempt
from engine.book.quizzing import OPEN, Given, Verdict, is_right, judge, shuffled
from engine.content import Matching, OneRight, Ordering, Question, SeveralRight
from engine.language import _
from engine.screens.book.look_up import look_up
from engine.screens.frame.wording import plain
from engine.screens.quizzes.choices import lettered
from engine.server import running


def draw_reasons(question: Question, attempt: Attempt, key: str) -> None:
    """Draw whether the answer was right, a verdict and a reason for every part of it, and where to read more."""
    given = attempt.answer_to(question)
    if is_right(question, given):
        st.success(_("Right."), icon=":material/check_circle:")
    elif attempt.is_answered(question):
        st.warning(_("Not right, or not all of it."), icon=":material/cancel:")
    else:
        st.warning(_("Not answered."), icon=":material/cancel:")
    _LINES[type(question)](question, given, attempt.seed)
    title = plain(title_of(running().library, question.passage))
    if st.button(_("Read: {title}").format(title=title), key=f"{key}:read", icon=":material/menu_book:"):
        look_up(question.passage)


def _draw_option_lines(question: OneRight | SeveralRight, given: Given, seed: int) -> None:
    judged = judge(question, given)
    for n, place in enumerate(shuffled(question, seed)):
        text = lettered(n, question.options[place].text)
        _draw_line(judged[place].verdict, text, judged[place].why)


def _draw_pair_lines(question: Matching, given: Given, seed: int) -> None:
    for judged, pair in zip(judge(question, given), question.pairs, strict=True):
        text = f"{plain(pair.left)} → {plain(pair.right)}"
        instead = plain(question.pairs[judged.given].right) if judged.given not in (OPEN, judged.place) else ""
        note = _("You chose: {text}").format(text=instead) if instead else ""
        _draw_line(judged.verdict, text, judged.why, note)


def _draw_item_lines(question: Ordering, given: Given, seed: int) -> None:
    for judged, item in zip(judge(question, given), question.items, strict=True):
        is_elsewhere = judged.given not in (OPEN, judged.place)
        note = _("You put it at place {place}.").format(place=judged.given + 1) if is_elsewhere else ""
        _draw_line(judged.verdict, f"{judged.place + 1}\\. {plain(item.text)}", judged.why, note)


_LINES: dict[type, Callable[..., None]] = {
    OneRight: _draw_option_lines,
    SeveralRight: _draw_option_lines,
    Matching: _draw_pair_lines,
    Ordering: _draw_item_lines,
}


def _draw_line(verdict: Verdict, text: str, why: str, note: str = "") -> None:
    """Draw one option, pair or item: the verdict as icon and word, the text, and the reason."""
    colour, icon, word = {
        Verdict.RIGHT: ("green", "check_circle", _("Right")),
        Verdict.WRONG: ("red", "cancel", _("Wrong")),
        Verdict.MISSED: ("orange", "error", _("This is right, and you did not choose it")),
        Verdict.LEFT_OUT: ("gray", "do_not_disturb_on", _("Rightly not chosen")),
    }[verdict]
    lines = [f":{colour}[:material/{icon}: **{word}**]", f"**{text}**", *([note] if note else []), plain(why)]
    with st.container(border=True):
        st.markdown("  \n".join(lines))
