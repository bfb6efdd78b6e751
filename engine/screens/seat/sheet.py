"""One sheet of a group on the screen: what every widget on it needs to know."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from engine.content import Activity, CaseStudy
from engine.fields import AnswerProblem, Field, Json
from engine.language import _
from engine.screens.frame.live import draw_again
from engine.screens.frame.wording import clock, plain
from engine.server import running
from engine.store import Place, Saved
from engine.workshop import Seat, WorkshopProblem, answers_on, part_of, save_answer

REFUSED = -1


@dataclass(frozen=True)
class _Drawn:
    """What a widget shows as far as the server knows: what it was drawn with, or what was clicked since."""

    revision: int
    """The answer's; `REFUSED` when the click could not be saved."""
    value: Json
    name: str


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

    def save(self, path: str, value: Json, base: int = 0) -> None:
        """Save a choice; what went wrong is kept for `problem`, and the widget goes back to what is saved.

        Args:
            path: the field path.
            value: what was chosen.
            base: the revision that was before the reader, where no widget of the sheet's knows it.
        """
        key = self.key(path)
        drawn: _Drawn | None = st.session_state.get(f"{key}@")
        base = drawn.revision if drawn else base
        try:
            # what was put together with somebody else's has a newer revision: the widget then shows that
            revision = save_answer(running(), self.seat, self.activity.id, self.place.sheet, path, value, base).mine
        except (WorkshopProblem, AnswerProblem) as problem:
            st.session_state[f"{key}!"], revision = str(problem), REFUSED
        if drawn:
            st.session_state[f"{key}@"] = replace(drawn, revision=revision, value=value)

    def take(self, path: str, value: Json, base: int = 0) -> None:
        """Save what a button stands for, and draw its part of the sheet again."""
        self.save(path, value, base)
        self._draw_again(path)

    def _draw_again(self, path: str) -> None:
        draw_again(self.key(part_of(self.activity, path)))

    def problem(self, path: str) -> None:
        """Show once why the last change of a field was not saved."""
        if said := st.session_state.pop(f"{self.key(path)}!", None):
            st.error(said)

    def widget(self, path: str, saved: Saved, shown: Json) -> dict[str, Any]:
        """Give the name of a choice's widget, whether it takes clicks, and what a click does.

        A widget keeps its name while the database has nothing that it neither showed nor saved itself:
        the browser may be some clicks ahead, and a value put into the widget would undo them. Otherwise
        it gets a new name, and begins with what is saved: the browser may also be behind, and what it
        still sends for the old name counts for nothing.
        """
        drawn: _Drawn | None = st.session_state.get(f"{self.key(path)}@")
        clicked = st.session_state.get(drawn.name, drawn.value) if drawn else None
        is_unsaved = drawn is not None and clicked != drawn.value
        if drawn is None or drawn.revision != saved.revision or (is_unsaved and self.locked):
            drawn = _Drawn(saved.revision, shown, self._new_name(path, saved, drawn))
            st.session_state[f"{self.key(path)}@"] = drawn
        elif is_unsaved:  # the page began anew before the click was saved
            self.save(path, clicked)
        name = drawn.name
        return {
            "key": name,
            "disabled": self.locked,
            "on_change": lambda: self._clicked(path, name),
        }

    def _clicked(self, path: str, name: str) -> None:
        """Save what was clicked; a widget also calls a change what it was drawn with, when a page began anew."""
        drawn: _Drawn | None = st.session_state.get(f"{self.key(path)}@")
        value = st.session_state[name]
        if drawn and drawn.name == name and drawn.value != value:
            self.save(path, value)
        self._draw_again(path)

    def _new_name(self, path: str, saved: Saved, before: "_Drawn | None") -> str:
        name = f"{self.key(path)}:{saved.revision}"
        return f"{name}'" if before and before.name == name else name

    def say_saved(self, answers: Mapping[str, Saved]) -> None:
        """Say when the newest of these was saved, by the database's clock, and by whom."""
        last = max(answers.values(), key=lambda saved: saved.revision, default=Saved())
        if last.saved_at is None:
            return
        is_named = last.author not in ("", self.seat.participant.name)
        text = _("Saved {time} by {name}") if is_named else _("Saved {time}")
        st.caption(f":green[{text.format(time=clock(last.saved_at), name=plain(last.author))}]")


def column_label(field: Field) -> str:
    """Give the label of a field, with a mark where an answer is wanted."""
    return field.label if not field.required else f"{field.label} *"
