"""Whatever stands in a workshop's `screen`, and whatever a choice sends, the pages show something sensible."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from engine.content import Library
from engine.server import running
from engine.store import Workshop
from engine.workshop import Screen, screen_of, show
from engine.workshop.opening import hold_workshop
from tests.screens.pages import CASE, FIRST, SECOND, at, said, workshop_at_work

PAGES = ("activities", "plenary", "projector", "seat", "slides", "predict")
SHOWN = {"activity_id": SECOND, "sheet": CASE, "view": 0, "shown": True}
SCREENS: tuple[Any, ...] = (
    SHOWN | {"view": None},
    SHOWN | {"view": 99, "sheet": None},
    SHOWN | {"activity_id": "gone"},
    SHOWN | {"activity_id": None, "shown": "yes"},
    SHOWN | {"instead": {"kind": "slides", "deck_id": "gone"}},
    SHOWN | {"instead": {"kind": "media", "ref": "media:gone"}},
    SHOWN | {"instead": {"kind": "question", "asked": 99}},
    SHOWN | {"instead": {"kind": "of another version", "what": 1}},
    [],
)


@pytest.fixture(scope="module")
def workshop(tmp_path_factory: pytest.TempPathFactory, library: Library) -> Iterator[Workshop]:
    with workshop_at_work(tmp_path_factory.mktemp("screens"), library) as found:
        yield found


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("screen", SCREENS, ids=repr)
def test_a_page_shows_something_whatever_is_stored(workshop: Workshop, tmp_path: Path, page: str, screen: Any) -> None:
    with running().database.write() as db:
        hold_workshop(db, workshop.id).screen = screen
    assert said(at(page, tmp_path))


def now(workshop: Workshop) -> Screen | None:
    with running().database.read() as db:
        return screen_of(running(), db.get_one(Workshop, workshop.id))


@pytest.mark.parametrize("label", ["Case", "View"])
def test_a_choice_that_comes_empty_changes_nothing(workshop: Workshop, tmp_path: Path, label: str) -> None:
    chosen = Screen(SECOND, CASE, view=1, shown=True)
    show(running(), workshop.id, chosen)
    page = at("plenary", tmp_path)
    (choice,) = [group for group in page.button_group if group.label == label]
    choice.set_value(None).run(timeout=30)
    assert said(page)
    assert now(workshop) == chosen


def test_an_activity_that_is_chosen_in_the_list_stays_chosen(workshop: Workshop, tmp_path: Path) -> None:
    page = at("plenary", tmp_path)
    (activities,) = page.selectbox
    activities.set_value(FIRST).run(timeout=30)
    assert said(page)
    assert now(workshop) == Screen(FIRST, "sheet")
