"""Predict, then see: the facilitator asks the groups; somebody alone guesses for themselves."""

from collections.abc import Callable

import streamlit as st

from engine.access import Visitor
from engine.content import Prediction
from engine.language import _
from engine.live import topics
from engine.predict.asking import ask, asked_before, asked_now, put_away, reveal, show_chart
from engine.screens.frame.acts import act, show_outcome
from engine.screens.frame.live import listen
from engine.screens.predict.asked import draw_asked
from engine.screens.predict.guess_alone import draw_alone
from engine.screens.workshop.chosen_workshop import chosen_workshop
from engine.server import running
from engine.store import AskedQuestion, Workshop
from engine.workshop import Asking, groups_of, instead_of

_ASKED = "the question on the screens"


def draw() -> None:
    visitor: Visitor = st.session_state["visitor"]
    st.title(_("Predict, then see"))
    if visitor.is_facilitator:
        _draw_for_room(chosen_workshop())
    else:
        st.markdown(_("Guess first, then look at the figure. What surprises you, you will remember."))
        draw_alone()


def _draw_for_room(workshop: Workshop) -> None:
    st.markdown(_("Ask the groups before you show a figure. Their guesses appear here and on the projector."))
    if not groups_of(running(), workshop.id):
        st.info(_("Make the groups first, so that they can guess together."), icon=":material/groups:")
        st.page_link("workshop/groups_page.py", label=_("Make the groups"), icon=":material/arrow_forward:")
    if not workshop.is_open:
        st.info(_("This workshop is closed. Open it again on the page Workshops to go on."))
    show_outcome(_ASKED)
    asked = asked_now(running(), workshop.id)
    heard: dict[str, list[str]] = {topics.room(workshop.id): [], topics.question(workshop.id): []}
    if asked is not None:
        with st.container(border=True):
            _draw_buttons(workshop, asked)
            heard |= draw_asked(workshop, asked, big=False)
    _draw_list(workshop, asked)
    listen(heard)


def _draw_buttons(workshop: Workshop, asked: AskedQuestion) -> None:
    shown = instead_of(workshop)
    is_chart = isinstance(shown, Asking) and shown.chart
    with st.container(horizontal=True):
        if asked.revealed_at is None:
            _button(_("Show the figure"), "visibility", lambda: reveal(running(), workshop.id), is_main=True)
        elif is_chart:
            _button(_("Back to the guesses"), "undo", lambda: show_chart(running(), workshop.id, False))
        else:
            _button(_("Show the chart"), "bar_chart", lambda: show_chart(running(), workshop.id, True), is_main=True)
        if asked.revealed_at is not None and (following := _next(asked.question_id)):
            _button(_("Ask the next question"), "arrow_forward", lambda: ask(running(), workshop.id, following.id))
        _button(_("Take it off the screens"), "close", lambda: put_away(running(), workshop.id))
    st.caption(_("The groups and the projector see this question."))


def _button(label: str, icon: str, do: Callable[[], object], *, is_main: bool = False) -> None:
    click = act(do, at=_ASKED)
    st.button(label, icon=f":material/{icon}:", on_click=click, type="primary" if is_main else "secondary")


def _next(question_id: str) -> Prediction | None:
    """The question after this one in the content; None after the last."""
    questions = list(running().library.predictions.values())
    place = [question.id for question in questions].index(question_id)
    return questions[place + 1] if place + 1 < len(questions) else None


def _draw_list(workshop: Workshop, now: AskedQuestion | None) -> None:
    questions = running().library.predictions
    if not questions:
        st.info(_("There are no questions. Write them in content/statistics/questions.yaml."))
        return
    st.subheader(_("Questions"))
    seen = asked_before(running(), workshop.id)
    for question in questions.values():
        with st.container(border=True, horizontal=True, vertical_alignment="center"):
            state = f"  \n:green[{_('The groups have seen the figure')}]" if question.id in seen else ""
            st.markdown(f"**{question.ask}**{state}", width="stretch")
            if now is not None and now.question_id == question.id:
                st.markdown(f":green[{_('On the screens')}]", width="content")
            else:
                _draw_ask(workshop, question, is_again=question.id in seen)
        show_outcome(question.id)


def _draw_ask(workshop: Workshop, question: Prediction, *, is_again: bool) -> None:
    st.button(
        _("Ask again") if is_again else _("Ask the groups"),
        key=f"ask:{question.id}",
        icon=":material/psychology:",
        disabled=not workshop.is_open,
        on_click=act(ask, running(), workshop.id, question.id, at=question.id),
    )


draw()
