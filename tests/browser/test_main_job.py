"""The whole job through the screens: a facilitator, two groups and a projector; a reload and a `kill -9` amid it."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, expect

from engine.server import Server
from engine.store import Database
from engine.store.answers import newest_of_all
from engine.workshop import all_workshops, groups_of, participants_of
from tests.browser.begun import ACTIVITY, CASE
from tests.browser.group import DEBT, Group
from tests.browser.people import PROJECTOR, Facilitator, Person
from tests.browser.running import Running
from tests.real_content import LIBRARY

TITLE = "Indicators and investigation of cases"
DISAGREE = f"The groups differ most on: {DEBT}"


@contextmanager
def database(folder: Path) -> Iterator[Server]:
    """Read the database of the running program."""
    server = Server(Database(f"sqlite:///{folder / 'workshop.db'}"), LIBRARY)
    yield server
    server.stop()


def stored(folder: Path) -> dict[str, dict[str, Any]]:
    """What the database has: group name -> field path -> value, without the ids of added rows."""
    with database(folder) as server:
        workshop = all_workshops(server)[0]
        names = {group.id: group.name for group in groups_of(server, workshop.id)}
        with server.database.read() as db:
            found = newest_of_all(db, workshop.id, ACTIVITY, CASE)
    return {
        names[group]: {_without_row(path): saved.value for path, saved in answers.items() if saved.value is not True}
        for (group, _sheet), answers in found.items()
    }


def _without_row(path: str) -> str:
    return re.sub("^investigation/[^/]+/", "investigation/", path)


def names_of_all(folder: Path) -> list[str]:
    with database(folder) as server:
        return [person.name for person in participants_of(server, all_workshops(server)[0].id)]


def test_the_whole_job(browser: Browser, running: Running, tmp_path: Path):
    facilitator, amina, jose = Facilitator(browser, running.origin), *(Group(browser, running.origin) for _ in "12")
    facilitator.set_password(running.setup_link)
    code = facilitator.open_workshop("Inspectors of the north")
    facilitator.make_groups()
    amina.sit_down(code, "Amina", "Group 1")
    jose.sit_down(code, "José", "Group 2")
    facilitator.begin(TITLE)
    for group in (amina, jose):
        group.is_at_sheet()  # by itself

    _fill_in(amina, jose)
    amina.page.reload()
    amina.sees_what_was_saved()
    _lose_the_power(running, facilitator, amina, jose)
    assert stored(tmp_path) == {"Group 1": amina.saved, "Group 2": jose.saved}
    assert names_of_all(tmp_path) == ["Amina", "José"]  # nobody had to join again

    _hand_in(facilitator, amina, jose)
    projector = Person(browser, running.origin, PROJECTOR)
    _look_at_the_plenary(facilitator, projector, amina, jose)
    _look_at_the_other_views(facilitator, projector)
    assert stored(tmp_path) == {"Group 1": amina.saved, "Group 2": jose.saved}
    for person in (facilitator, amina, jose, projector):
        assert person.outside() == []
        person.leave()


def _fill_in(amina: Group, jose: Group) -> None:
    """Fill in the first case, the two in turns."""
    amina.mark("debt", "present")
    jose.mark("debt", "unclear")
    amina.pick("debt", 6, 22)
    jose.pick("documents", 9)
    amina.note("debt", "She pays to work.")
    jose.note("debt", "Is a fee a debt?")
    jose.mark("documents", "present")
    amina.decide("forced_labour", "Her papers were kept until she had paid.")


def _lose_the_power(running: Running, facilitator: Facilitator, amina: Group, jose: Group) -> None:
    """Kill the server while both type; the pages come back by themselves, and so does what was not saved yet."""
    amina.begin_to_note("violence", "Nobody was hit, as far as we kn")
    jose.begin_to_note("wages", "Half of the deposit is kep")
    running.restart()
    amina.note_was_kept("violence", "Nobody was hit, as far as we kn")
    jose.note_was_kept("wages", "Half of the deposit is kep")
    jose.mark("threats", "absent")  # on a page that nobody has reloaded
    amina.mark("threats", "absent")
    amina.add_step("Hear her alone, outside the factory.", "We do not name her to the overseer.")
    jose.decide("cannot_say", "The contract is missing.")
    for group in (amina, jose):
        group.page.reload()
        group.sees_what_was_saved()
    facilitator.page.reload()


def _hand_in(facilitator: Facilitator, amina: Group, jose: Group) -> None:
    facilitator.sees("0 of 4 groups have handed in")
    facilitator.sees("2 people are here now.")
    facilitator.sees(re.compile(r"Group 1 · 1 of 1 here · 1 of 7 cases begun · last saved \d\d:\d\d:\d\d"))
    facilitator.sees(re.compile(r"^\d+ of \d+ answers$"))
    amina.hand_in()
    facilitator.sees("1 of 4 groups have handed in")
    jose.hand_in()
    facilitator.sees("2 of 4 groups have handed in")
    facilitator.sees(re.compile(r"Group 2 · 1 of 1 here · handed in \d\d:\d\d:\d\d"))
    jose.press("Take it back")
    jose.is_at_sheet()
    facilitator.sees("1 of 4 groups have handed in")


def _look_at_the_plenary(facilitator: Facilitator, projector: Person, amina: Group, jose: Group) -> None:
    facilitator.turn_to("Plenary")
    facilitator.sees(DISAGREE)
    facilitator.page.get_by_text("Show it on the projector").click()
    link = urlsplit(facilitator.page.get_by_test_id("stCode").inner_text().strip())
    projector.go(f"{link.path}?{link.query}")
    projector.sees("To join, open")
    for person in (amina, jose, projector):
        expect(person.page.get_by_text(DISAGREE)).to_have_count(0)
    facilitator.press("Show to the room")
    for person in (amina, jose, projector):
        person.sees(DISAGREE)

    cells = projector.page.get_by_role("row", name=DEBT).get_by_role("cell")
    expect(cells).to_have_text(["Present", "Unclear", "–", "–"])
    expect(projector.page.get_by_text("She pays to work.")).to_have_count(0)
    cells.nth(0).get_by_role("button").click()
    dialog = projector.page.get_by_role("dialog")
    expect(dialog).to_contain_text("She pays to work.")
    expect(dialog).to_contain_text("6, 22")
    dialog.get_by_role("button", name="Close").click()

    jose.page.get_by_text("Back to our sheet").click()
    jose.mark("debt", "present")
    expect(cells).to_have_text(["Present", "Present", "–", "–"])  # nobody touched the projector
    facilitator.sees("The groups agree on every row that two of them marked")


def _look_at_the_other_views(facilitator: Facilitator, projector: Person) -> None:
    """The facilitator turns to the next view; the projector follows."""
    facilitator.choose("What is this case?", exact=False)
    projector.sees("The groups are split between 2 answers")
    bars = projector.page.locator(".js-plotly-plot .bartext")
    expect(bars).to_have_text(["1 · Group 1", "1 · Group 2"])
    facilitator.choose("Sentences that show it", exact=False)
    projector.sees("3 sentences were picked by the most groups: 1 of 2")
    for number in ("6", "9", "22"):
        sentence = projector.page.locator(".shaded span", has=projector.page.locator(f'sup:text-is("{number}")'))
        expect(sentence).to_contain_text("1 group")
        expect(sentence).not_to_have_class("level0")
    expect(projector.page.locator(".shaded b")).to_have_count(3)
