"""The facilitator asks, two groups guess from two browsers, the projector follows, and then the figure is seen."""

import re

from playwright.sync_api import expect

from tests.browser.begun import Begun
from tests.browser.people import PROJECTOR, SAVED, Person
from tests.browser.seen import nothing_wrong

CHILDREN = "Of every ten people in forced labour, how many are children?"
PEOPLE = "How many people were in forced labour in the whole world, in the ILO estimate of 2005?"
NOTE = "indicators/threats/note"


def ask(facilitator: Person, question: str) -> None:
    facilitator.page.locator('[data-testid="stLayoutWrapper"]', has_text=question).last.get_by_role(
        "button", name=re.compile("^Ask ")
    ).click()
    facilitator.sees("The groups and the projector see this question.")


def row(person: Person, group: str) -> str:
    return person.page.get_by_role("row", name=re.compile(rf"^{group}")).first.inner_text()


def test_a_room_guesses_and_then_sees_the_figure(begun: Begun):
    facilitator, watcher = begun.facilitator(), begun.stranger()
    amina, bwalya = begun.laptop("Amina", "Kariba"), begun.laptop("Bwalya", "Luangwa")
    watcher.page.set_viewport_size(PROJECTOR)
    watcher.go(begun.watch_path)
    amina.page.route("**/answers", lambda route: route.abort())  # nothing of this text is saved meanwhile
    note = amina.box(NOTE)
    note.press_sequentially("He said that")

    facilitator.go("/predict")
    ask(facilitator, CHILDREN)
    for person in (amina, bwalya, watcher):
        person.sees(CHILDREN)
    amina.press("2")
    amina.sees("Your group's guess: 2 · Amina")
    amina.press("3")
    bwalya.press("8")
    for person in (facilitator, watcher):
        person.sees("2 of 2 groups have guessed.")
        expect(person.page.get_by_role("row", name=re.compile("^Kariba.*3$"))).to_be_visible()
        expect(person.page.get_by_role("row", name=re.compile("^Luangwa.*8$"))).to_be_visible()
        expect(person.page.get_by_text("At least 4 of every ten")).to_have_count(0)

    facilitator.press("Show the figure")
    for person in (facilitator, watcher, amina, bwalya):
        person.sees("At least 4 of every ten (40 per cent)")
        person.sees("Source: ILO, 2005, in the handbook (2008)")
        person.sees("Closest to the figure: Kariba")
        nothing_wrong(person.page)
    expect(note).to_have_value("He said that")
    amina.page.unroute("**/answers")
    note.press_sequentially(" he would call the police.")
    expect(amina.status(NOTE)).to_have_text(SAVED)

    facilitator.press("Show the chart")
    expect(watcher.page.locator(".js-plotly-plot").first).to_be_visible()
    facilitator.press("Back to the guesses")
    watcher.sees("Closest to the figure: Kariba")
    facilitator.press("Ask the next question")
    for person in (watcher, amina):
        person.sees(PEOPLE)
    amina.page.get_by_label("Your guess, in million people").fill("20.5")
    amina.press("Guess")
    amina.sees("Your group's guess: 20.5")
    expect(watcher.page.get_by_role("row", name=re.compile("^Kariba.*20.5$"))).to_be_visible()
    begun.running.restart()
    for person in (watcher, amina):
        person.page.reload()
        person.sees(PEOPLE)
    amina.sees("Your group's guess: 20.5")
    facilitator.page.reload()
    facilitator.press("Take it off the screens")
    for person in (watcher, amina):
        expect(person.page.get_by_text(PEOPLE)).to_have_count(0)


def test_somebody_alone_guesses_and_then_sees(begun: Begun):
    reader = begun.stranger()
    reader.go("/predict")
    reader.sees(CHILDREN)
    reader.press("1")
    reader.sees("At least 4 of every ten (40 per cent)")
    expect(reader.page.get_by_role("row", name=re.compile("^You.*1$"))).to_be_visible()
    reader.press("Next question", exact=False)
    reader.page.get_by_label("Your guess, in million people").fill("5")
    reader.press("Guess")
    reader.sees("About 12.3 million people")
    nothing_wrong(reader.page)
    assert reader.outside() == []
