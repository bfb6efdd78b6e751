"""Every activity, played by three groups through the screens, and looked at in the plenary."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from engine.content import SHEET, Activity, Library, View, flattened
from tests.browser.filling import fill_side_by_side
from tests.browser.rooms import Room, filled_by
from tests.browser.seen import ids_of, nothing_wrong
from tests.browser.smaller import in_turn, smaller
from tests.browser.views import Filled, expected, in_headline, on_screen
from tests.browser.waiting import until_equal
from tests.real_content import LIBRARY

ACTIVITIES = list(LIBRARY.activities)
IN_SHORT = ("indicators-and-investigation", "prevention-campaign", "operational-guidelines", "action-plan")
"""They have every type of field, at the top and in tables, and every view of the plenary."""
PLAYED = [
    *(("short", name) for name in IN_SHORT),
    *(pytest.param("whole", name, marks=pytest.mark.long) for name in ACTIVITIES),
]


def pieces(activity: Activity) -> set[str]:
    """What an activity is made of: types of fields, types of columns, views."""
    columns = {f"{f.type}.{c.type}" for f in activity.worksheet.fields for c in getattr(f, "columns", ())}
    return columns | {f.type for f in activity.worksheet.fields} | {view.kind for view in activity.plenary}


def test_those_that_every_run_plays_have_all_that_activities_are_made_of():
    in_all = set().union(*map(pieces, LIBRARY.activities.values()))
    assert set().union(*(pieces(LIBRARY.activities[name]) for name in IN_SHORT)) == in_all


@pytest.fixture(scope="module")
def rooms(
    browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str], Room]]:
    """One room for each size, made when it is first wanted."""
    made: dict[str, Room] = {}

    def room(size: str) -> Room:
        if size not in made:
            made[size] = Room(browser, library, tmp_path_factory.mktemp(size))
        return made[size]

    yield room
    for each in made.values():
        each.close()


@pytest.mark.parametrize("size, activity_id", PLAYED)
def test_three_groups_play_it_and_the_plenary_shows_what_they_wrote(
    rooms: Callable[[str], Room], library: Library, size: str, activity_id: str
):
    """Fill in all of it: in short each field by one group in turn, whole by all, and the first with our reading."""
    room = rooms(size)
    activity = library.activities[activity_id]
    sheet, ours = next(iter(library.readings[activity_id].sheets.items()))
    sentences = len(library.case_studies[sheet].sentences) if sheet != SHEET else 0
    whole = flattened(activity, ours)
    first = whole if size == "whole" else smaller(activity, whole, 4, sentences)
    answers = [first, *(smaller(activity, whole, n, sentences) for n in (2, 3))]
    filled = filled_by(room, answers if size == "whole" else in_turn(answers))
    types = {activity.worksheet.field_at(path).type for path in whole}
    assert {activity.worksheet.field_at(path).type for _name, a in filled for path in a} == types

    room.begin(activity)
    fillings = [room.filling(group, activity, sheet) for group in range(3)]
    room.turn_to("Agenda")
    fill_side_by_side((f, answers) for f, (_name, answers) in zip(fillings, filled, strict=True))
    room.turn_to("Activities")
    for laptop in room.laptops:
        laptop.hand_in()
        nothing_wrong(laptop.page, ids_of(activity))
    room.facilitator.sees("3 of 3 groups have handed in")
    _look_at_views(room, activity, filled, sentences)
    assert room.complaints == []


def _look_at_views(room: Room, activity: Activity, filled: Filled, sentences: int) -> None:
    page = room.facilitator.page
    room.turn_to("Plenary")
    pills = page.get_by_role("radiogroup", name="View", exact=True).get_by_role("radio")
    expect(pills).to_have_count(len(activity.plenary))
    for place, view in enumerate(activity.plenary):
        pills.nth(place).click()
        expect(page.get_by_text(view.ask)).to_be_visible()
        wanted = expected(activity, view, filled, sentences)
        until_equal(page, partial(on_screen, page, view), wanted)
        nothing_wrong(page, ids_of(activity))
        _look_closer(page, view, wanted)


def _look_closer(page: Page, view: View, wanted: Any) -> None:
    """Look at what stands beside the numbers: the headline and the drawn bars."""
    assert in_headline(view, wanted) in page.get_by_role("heading", level=1).inner_text()
    if view.kind == "bars":
        some = [(number, names) for _label, number, names in wanted if number != "0"]
        texts = [number if "." in view.show else f"{number} · {names}" for number, names in some]
        until_equal(page, page.locator(".js-plotly-plot .bartext").all_text_contents, texts)
