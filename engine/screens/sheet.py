"""One sheet of a group on the screen: what every widget on it needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from unicodedata import bidirectional
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st

from engine.content import Activity, CaseStudy
from engine.fields import AnswerProblem, Field, Json
from engine.language import _
from engine.server import running
from engine.store import Place, Saved
from engine.workshop import Seat, WorkshopProblem, answers_on, save_answer


@dataclass(frozen=True)
class Sheet:
    """A sheet, and who has it before them."""

    seat: Seat
    activity: Activity
    place: Place
    case: CaseStudy | None
    locked: bool

    def answers(self, under: str = "") -> dict[str, Saved]:
        """Give what is saved now, on the whole sheet or under a field path."""
        return answers_on(running(), self.place, under)

    def key(self, path: str) -> str:
        """Give the name of a widget: of this group, activity, sheet and field alone."""
        return f"{self.place.group_id}:{self.place.activity_id}:{self.place.sheet}:{path}"

    def save(self, path: str, value: Json) -> None:
        """Save a choice; what went wrong is kept for `problem`, and the widget goes back to what is saved."""
        key = self.key(path)
        try:
            outcome = save_answer(running(), self.seat, self.activity.id, self.place.sheet, path, value)
        except (WorkshopProblem, AnswerProblem) as problem:
            st.session_state[f"{key}!"] = str(problem)
            st.session_state.pop(f"{key}@", None)
        else:
            st.session_state[f"{key}@"] = outcome.saved.revision, value

    def problem(self, path: str) -> None:
        """Show once why the last change of a field was not saved."""
        if said := st.session_state.pop(f"{self.key(path)}!", None):
            st.error(said)

    def sync(self, path: str, saved: Saved, shown: Json) -> str:
        """Put what is saved into a widget that is about to be drawn, and give the widget's key.

        Only when the database has something that this widget neither showed nor saved itself: the
        browser may be some clicks ahead, and what is put here would undo them. A click that was not
        saved, since the page began anew just then, is saved now.
        """
        key = self.key(path)
        revision, value = st.session_state.get(f"{key}@", (None, None))
        if key not in st.session_state or revision != saved.revision or self.locked:
            st.session_state[key] = shown
            st.session_state[f"{key}@"] = saved.revision, shown
        elif st.session_state[key] != value:
            self.save(path, st.session_state[key])
        return key

    def say_saved(self, answers: Mapping[str, Saved]) -> None:
        """Say when the newest of these was saved, by the database's clock, and by whom."""
        last = max(answers.values(), key=lambda saved: saved.revision, default=Saved())
        if last.saved_at is None:
            return
        is_named = last.author not in ("", self.seat.participant.name)
        text = _("Saved {time} by {name}") if is_named else _("Saved {time}")
        st.caption(f":green[{text.format(time=clock(last.saved_at), name=plain(last.author))}]")


def clock(moment: datetime) -> str:
    """Give the time of a moment where this browser is, as 10:42:07."""
    try:
        zone = ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        zone = None
    return moment.astimezone(zone).strftime("%H:%M:%S")


def plain(text: str) -> str:
    """Give a text that people typed so that Markdown shows it as it is.

    A text in a script that runs from right to left is set apart, so that it does not turn the words
    of ours around it.
    """
    shown = "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-.!|~$:^=" else c for c in text.replace("\n", " "))
    is_right_to_left = any(bidirectional(c) in ("R", "AL") for c in text)
    return f"\u2068{shown}\u2069" if is_right_to_left else shown


def column_label(field: Field) -> str:
    """Give the label of a field, with a mark where an answer is wanted."""
    return field.label if not field.required else f"{field.label} *"
