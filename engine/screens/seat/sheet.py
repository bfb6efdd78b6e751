"""One sheet of a group on the screen: what every widget on it needs to know."""

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import streamlit as st

from engine.content import Activity, CaseStudy
from engine.fields import Field, Json, OpenTable
from engine.language import _
from engine.screens.frame.acts import act, show_outcome, tried
from engine.screens.frame.wording import clock, plain
from engine.server import running
from engine.store import Place, Saved
from engine.workshop import Seat, answers_on, save_answer

REFUSED = -1


@dataclass(frozen=True)
class _Drawn:
    """What the server knows of a widget: what it was last drawn with, or what was clicked since then."""

    revision: int
    """The revision of the answer; `REFUSED` when the click could not be saved."""
    value: Json
    name: str


@dataclass(frozen=True)
class Sheet:
    """A sheet, and the participant who has it on the screen."""

    seat: Seat
    activity: Activity
    place: Place
    case: CaseStudy | None
    locked: bool

    def answers(self, under: str = "") -> dict[str, Saved]:
        """What is saved now, on the whole sheet or under a field path: field path -> answer."""
        return answers_on(running(), self.place, under)

    def key(self, path: str) -> str:
        """The name of a widget; no other group, activity, sheet or field has the same."""
        return f"{self.place.group_id}:{self.place.activity_id}:{self.place.sheet}:{path}"

    def save(self, path: str, value: Json, base: int = 0) -> None:
        """Save a choice. When it is refused, its widget goes back to what is saved.

        Args:
            path: the field path.
            value: what was chosen.
            base: the revision that the reader saw; used only where no widget of this sheet keeps it.

        Raises:
            WorkshopProblem: the sheet cannot be written now.
            AnswerProblem: the value does not fit the field.
        """
        key = self.key(path)
        drawn: _Drawn | None = st.session_state.get(f"{key}@")
        base = drawn.revision if drawn else base
        revision = REFUSED
        try:
            # what was merged with somebody else's answer has a newer revision, so the widget is made anew
            revision = save_answer(running(), self.seat, self.place, path, _as_stored(value), base).mine
        finally:
            if drawn:
                st.session_state[f"{key}@"] = replace(drawn, revision=revision, value=value)

    def saving(self, path: str, value: Callable[[], Json], base: int = 0) -> Callable[[], None]:
        """A callback that saves `value()`, called at that moment, and draws its part of the sheet again."""
        return self._act(path, lambda: self.save(path, value(), base))

    def adding(self, table: OpenTable) -> Callable[[], None]:
        """A callback that adds a row. Each click adds one, also before the page shows the first."""
        return self._act(table.id, lambda: self.save(f"{table.id}/{secrets.token_hex(4)}", True))

    def _act(self, path: str, do: Callable[[], None]) -> Callable[[], None]:
        return act(do, at=self.key(path), parts=[self.key(self.activity.worksheet.part_of(path))])

    def show_outcome(self, path: str) -> None:
        """Say once why the last change of a field was not saved."""
        show_outcome(self.key(path))

    def widget(self, path: str, saved: Saved, shown: Json) -> dict[str, Any]:
        """The key of the widget of a choice, whether it is locked, and its callback.

        The key stays the same while the database holds only what this widget showed or saved itself. The
        browser may have clicks that have not arrived yet, and setting the widget's value would undo them.
        When somebody else has saved another value, the widget gets a new key and begins with that value.
        Clicks that still arrive for the old key are ignored.
        """
        drawn: _Drawn | None = st.session_state.get(f"{self.key(path)}@")
        clicked = st.session_state.get(drawn.name, drawn.value) if drawn else None
        is_unsaved = drawn is not None and clicked != drawn.value
        if drawn is None or drawn.revision != saved.revision or (is_unsaved and self.locked):
            drawn = _Drawn(saved.revision, shown, self._new_name(path, saved, drawn))
            st.session_state[f"{self.key(path)}@"] = drawn
        name = drawn.name
        return {
            "key": name,
            "disabled": self.locked,
            "on_change": self._act(path, lambda: self._clicked(path, name)),
        }

    def settle(self, path: str, value: Any) -> None:
        """Save what a widget shows where no callback came with the click.

        The page was drawn again before the click was saved, or the click was made while the server began anew
        and knew nothing of this page.

        Args:
            path: the field path.
            value: what the widget gave when it was drawn.
        """
        drawn: _Drawn = st.session_state[f"{self.key(path)}@"]
        if value != drawn.value and not self.locked:
            tried(lambda: self.save(path, value), at=self.key(path))

    def _clicked(self, path: str, name: str) -> None:
        """Save what was clicked; nothing when it is no change.

        Streamlit also calls this when the page was drawn again and nobody clicked.
        """
        drawn: _Drawn | None = st.session_state.get(f"{self.key(path)}@")
        value = st.session_state[name]
        if drawn and drawn.name == name and drawn.value != value:
            self.save(path, value)

    def _new_name(self, path: str, saved: Saved, before: "_Drawn | None") -> str:
        name = f"{self.key(path)}:{saved.revision}"
        return f"{name}'" if before and before.name == name else name

    def say_saved(self, answers: Mapping[str, Saved]) -> None:
        """Say when the newest of these was saved, by the database's clock, and by whom if it was somebody else."""
        last = max(answers.values(), key=lambda saved: saved.revision, default=Saved())
        if last.saved_at is None:
            return
        is_named = last.author not in ("", self.seat.participant.name)
        text = _("Saved {time} by {name}") if is_named else _("Saved {time}")
        st.caption(f":green[{text.format(time=clock(last.saved_at), name=plain(last.author))}]")


def _as_stored(value: Any) -> Json:
    """The value of a widget as it is stored: a calendar has days."""
    return value.isoformat() if isinstance(value, date) else value


def column_label(field: Field) -> str:
    """The label of a field, with a star where an answer is wanted."""
    return field.label if not field.required else f"{field.label} *"
