"""All pages, and who may see which."""

from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import streamlit as st

from engine.access import Visitor
from engine.language import _

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Entry:
    """A page, and how the menu shows it."""

    page: st.Page
    path: str
    """Its address on this server. It also tells pages apart, since titles are translated."""
    icon: str
    """Beside its name. Not `st.Page(icon=...)`: for that the browser's tab would fetch a picture from outside."""
    is_listed: bool = True
    """Whether it stands in the menu; other pages are reached by links."""


def entry(file: str, title: str, icon: str, path: str, *, default: bool = False, is_listed: bool = True) -> Entry:
    """A page of the menu; `file` is its path below this folder."""
    page = st.Page(HERE / file, title=title, url_path=path, default=default)
    return Entry(page, path, f":material/{icon}:", is_listed)


def seat_entry(*, default: bool = False) -> Entry:
    return entry("seat/seat_page.py", _("My group"), "edit_note", "seat", default=default)


def projector_entry(*, default: bool = False) -> Entry:
    return entry("plenary/projector_page.py", _("Projector"), "fullscreen", "projector", default=default)


def agenda_entry() -> Entry:
    return entry("workshop/agenda_page.py", _("Agenda"), "event_note", "agenda")


def slides_entry() -> Entry:
    return entry("slides/slides_page.py", _("Slides"), "slideshow", "slides")


def predict_entry() -> Entry:
    return entry("predict/predict_page.py", _("Predict, then see"), "psychology", "predict")


def country_entry() -> Entry:
    return entry("statistics/country_figures_page.py", _("Your country's figures"), "flag", "country-figures")


def medium_entry() -> Entry:
    return entry("media/medium_page.py", _("Medium"), "movie", "medium", is_listed=False)


def entries_to_read() -> list[Entry]:
    """For everybody, also without a seat."""
    return [
        entry("book/handbook_page.py", _("Handbook"), "menu_book", "handbook"),
        entry("statistics/statistics_page.py", _("Statistics"), "bar_chart", "statistics"),
        entry("quizzes/quizzes_page.py", _("Quizzes"), "quiz", "quizzes"),
    ]


def facilitator_entries() -> dict[str, list[Entry]]:
    return {
        _("Before"): [
            entry("workshop/workshops_page.py", _("Workshops"), "folder_open", "workshops"),
            agenda_entry(),
            entry("workshop/groups_page.py", _("People and groups"), "groups", "groups"),
            country_entry(),
            entry("media/media_library_page.py", _("Media"), "video_library", "media-library"),
            medium_entry(),
        ],
        _("In the room"): [
            entry("workshop/activities_page.py", _("Activities"), "play_circle", "activities", default=True),
            entry("plenary/plenary_page.py", _("Plenary"), "co_present", "plenary"),
            slides_entry(),
            predict_entry(),
            projector_entry(),
        ],
        _("To read"): entries_to_read(),
        _("Behind it"): [
            entry("workshop/content_check_page.py", _("Content check"), "fact_check", "content-check"),
        ],
    }


def participant_entries() -> list[Entry]:
    return [
        seat_entry(default=True),
        agenda_entry(),
        slides_entry(),
        *entries_to_read(),
        predict_entry(),
        country_entry(),
        medium_entry(),
    ]


def menu_of(visitor: Visitor) -> dict[str, list[Entry]]:
    """Heading -> pages. A facilitator who tries out a seat also gets the page of that seat."""
    if visitor.is_facilitator:
        return facilitator_entries() | ({_("My seat"): [seat_entry()]} if visitor.seat else {})
    if visitor.seat:
        return {"": participant_entries() + ([projector_entry()] if visitor.watches else [])}
    if visitor.watches:
        return {"": [projector_entry(default=True)]}
    start = entry("seat/stranger_page.py", _("Inspectors' Workshop"), "login", "start", default=True)
    return {"": [start, *entries_to_read(), predict_entry()]}


def chosen_entry(entries: dict[str, list[Entry]]) -> Entry:
    """The page that the address names; the default page when it names none."""
    by_page = {entry.page: entry for entry in chain.from_iterable(entries.values())}
    return by_page[st.navigation(list(by_page), position="hidden")]
