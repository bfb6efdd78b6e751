"""The whole job: a facilitator, two groups and a projector, a reload and a `kill -9` in the middle."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Locator, expect

from engine.content import load_library
from engine.server import Server
from engine.store import Database
from engine.store.answers import newest_of_all
from engine.workshop import all_workshops, groups_of
from tests.browser.people import PROJECTOR, Facilitator, Participant, Person
from tests.browser.running import Running

ACTIVITY = "indicators-and-investigation"
TITLE = "Indicators and investigation of cases"
CASE = "garment-factory-viet-nam"
VIOLENCE, DEBT = "Physical violence, including sexual violence", "Debt and other forms of bondage"
SAVED = re.compile(r"Saved \d\d:\d\d:\d\d")


def row(person: Person, title: str) -> Locator:
    """The box of one indicator."""
    return person.page.locator('[data-testid="stLayoutWrapper"]', has=person.page.get_by_text(title, exact=True)).last


def mark(person: Person, title: str, status: str) -> None:
    box = row(person, title)
    box.get_by_role("radio", name=status, exact=True).click()
    expect(box.get_by_role("radio", name=status, exact=True)).to_be_checked()
    expect(box.get_by_text(SAVED).first).to_be_visible()


def write(box: Locator, label: str, text: str) -> None:
    field = box.get_by_label(label, exact=True)
    field.fill(text)
    field.blur()
    expect(box.get_by_text(SAVED).last).to_be_visible()
    expect(box.get_by_text("Typing …")).to_have_count(0)
    expect(box.get_by_text("Saving …")).to_have_count(0)


def stored(database: Path) -> dict[str, dict[str, object]]:
    """What the database has: group name -> field path -> value."""
    server = Server(Database(f"sqlite:///{database}"), load_library())
    try:
        workshop = all_workshops(server)[0]
        names = {group.id: group.name for group in groups_of(server, workshop.id)}
        with server.database.reading() as db:
            found = newest_of_all(db, workshop.id, ACTIVITY, CASE)
        return {names[g]: {path: saved.value for path, saved in answers.items()} for (g, _s), answers in found.items()}
    finally:
        server.stop()


def test_the_whole_job(browser: Browser, running: Running, tmp_path: Path):
    facilitator = Facilitator(browser, running.origin)
    facilitator.set_password(running.setup_link)
    code = facilitator.open_workshop("Inspectors of the north")
    facilitator.make_groups()
    amina, jose = Participant(browser, running.origin), Participant(browser, running.origin)
    amina.join(code, "Amina", "Group 1")
    jose.join(code, "José", "Group 2")
    facilitator.begin(TITLE)
    for person in (amina, jose):
        person.sees("How to work (90 minutes)")

    mark(amina, DEBT, "Present")
    row(amina, DEBT).get_by_role("button", name="6", exact=True).click()
    expect(row(amina, DEBT).get_by_text("recruitment fee of 200,000 Dong")).to_be_visible()
    write(row(amina, DEBT), "Note for the plenary", "She pays to work.")
    mark(jose, DEBT, "Unclear")
    mark(jose, VIOLENCE, "Not present")

    amina.page.reload()
    expect(row(amina, DEBT).get_by_role("radio", name="Present", exact=True)).to_be_checked()
    expect(row(amina, DEBT).get_by_label("Note for the plenary", exact=True)).to_have_value("She pays to work.")

    running.kill()
    running.start()
    for person in (amina, jose, facilitator):
        person.page.reload()
    expect(row(amina, DEBT).get_by_label("Note for the plenary", exact=True)).to_have_value("She pays to work.")
    expect(row(jose, DEBT).get_by_role("radio", name="Unclear", exact=True)).to_be_checked()
    found = stored(tmp_path / "workshop.db")
    assert found["Group 1"]["indicators/debt/status"] == "present"
    assert found["Group 1"]["indicators/debt/evidence"] == [6]
    assert found["Group 1"]["indicators/debt/note"] == "She pays to work."
    assert found["Group 2"] == {"indicators/debt/status": "unclear", "indicators/violence/status": "absent"}

    amina.choose("Forced labour")
    write(amina.page.locator(".stMain"), "Your reasons *", "Her papers were kept.")
    amina.press("Add: Step")
    write(amina.page.locator(".stMain"), "What we do *", "Hear her alone.")
    amina.press("Hand in", exact=False)
    amina.sees(re.compile("Handed in"))
    facilitator.sees("1 of 4 groups have handed in")
    facilitator.sees("2 people are here now.")
    _look_at_the_plenary(browser, facilitator, amina, jose)
    for person in (facilitator, amina, jose):
        assert person.outside() == []


def _look_at_the_plenary(browser: Browser, facilitator: Facilitator, amina: Participant, jose: Participant) -> None:
    facilitator.go("/plenary")
    facilitator.sees("The groups differ most on: Debt and other forms of bondage")
    facilitator.page.get_by_text("Show it on the projector").click()
    link = urlsplit(facilitator.page.get_by_test_id("stCode").inner_text().strip())
    projector = Person(browser, facilitator.origin, PROJECTOR)
    projector.go(f"{link.path}?{link.query}")
    projector.sees("To join, open")
    facilitator.press("Show to the room", exact=False)
    cells = projector.page.locator("tr", has_text=DEBT).locator("td")
    expect(cells.nth(0)).to_have_text("Present")
    expect(cells.nth(1)).to_have_text("Unclear")
    amina.sees("The groups differ most on: Debt and other forms of bondage")
    jose.page.get_by_text("Back to our sheet").click()
    mark(jose, DEBT, "Present")
    expect(cells.nth(1)).to_have_text("Present")
    cells.nth(0).get_by_role("button").click()
    projector.sees("She pays to work.")
    facilitator.page.get_by_role("radiogroup", name="View", exact=True).get_by_role("radio").nth(1).click()
    projector.sees("Most often: Forced labour (1 of 1)")
    assert projector.outside() == []
