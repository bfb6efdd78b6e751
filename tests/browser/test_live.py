"""A change of one group is on the other screens by push, and only the part that it touches is drawn again."""

import time
from collections.abc import Callable
from statistics import median

import pytest
from playwright.sync_api import Page, WebSocket, expect
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.browser.begun import Begun
from tests.browser.people import PROJECTOR, SAVED, Facilitator, Person
from tests.browser.turning import Gate, Writer
from tests.browser.waiting import until

MARKS = ("Present", "Unclear", "Not present")
SENTENCES = 40
CLICKED = "document.addEventListener('click', () => { window.clickedAt = Date.now(); }, true)"
CHANGED = """([row, column, wanted]) => {
  window.changedAt = new Promise((tell) => {
    const cells = () => [...document.querySelectorAll("*")].map((node) => node.shadowRoot)
      .filter((root) => root && root.querySelector(".grid")).flatMap((root) => [...root.querySelectorAll("tbody tr")])
      .filter((line) => line.querySelector("th").textContent === row).map((line) => line.children[column]);
    const isThere = () => cells().some((cell) => cell.textContent === wanted);
    const look = () => isThere() ? tell(Date.now()) : requestAnimationFrame(look);
    look();
  });
}"""


class Runs:
    """What the server drew on a page, read from its own line: the whole page, or parts of it."""

    def __init__(self, page: Page) -> None:
        self.whole = self.parts = 0
        page.on("websocket", self._listen)

    def _listen(self, line: WebSocket) -> None:
        line.on("framereceived", self._read)

    def _read(self, frame: bytes | str) -> None:
        message = ForwardMsg()
        message.ParseFromString(frame if isinstance(frame, bytes) else frame.encode())
        if message.WhichOneof("type") == "new_session":
            self.parts += bool(message.metadata.run.fragment_ids)
            self.whole += not message.metadata.run.fragment_ids

    def since(self, act: Callable[[], None]) -> tuple[int, int]:
        """Do something, and give how often the whole page and how often parts of it were drawn meanwhile."""
        before = self.whole, self.parts
        act()
        return self.whole - before[0], self.parts - before[1]


def open_projector(begun: Begun, watcher: Person) -> Runs:
    runs = Runs(watcher.page)
    watcher.page.set_viewport_size(PROJECTOR)
    watcher.go(begun.watch_path)
    expect(watcher.page.get_by_role("heading", level=1)).to_be_visible()
    return runs


def show_plenary(facilitator: Facilitator) -> None:
    facilitator.go("/plenary")
    facilitator.press("Show to the room")
    facilitator.sees("The room sees this")


def test_a_mark_reaches_the_plenary_and_the_projector_by_push(begun: Begun, capsys: pytest.CaptureFixture[str]):
    """Each step is measured from the click to the changed cell, by one clock: that of this computer."""
    facilitator, watcher, amina = begun.facilitator(), begun.stranger(), begun.laptop("Amina", "Luangwa")
    runs = Runs(facilitator.page)
    show_plenary(facilitator)
    projected = open_projector(begun, watcher)
    row, field, column = "Threats", "indicators/threats/status", 2
    screens = facilitator.page, watcher.page
    amina.page.get_by_text("Back to our sheet").click()
    amina.is_at_sheet()
    amina.option(field, MARKS[-1]).click()
    for page in screens:
        expect(page.get_by_role("row", name=row).get_by_role("cell")).to_have_count(2)
        page.locator("main").evaluate("(main) => main.setAttribute('data-marked', 'yes')")
    facilitator.page.get_by_role("radiogroup", name="View").evaluate("(pills) => pills.dataset.marked = 'yes'")
    amina.page.evaluate(CLICKED)
    asked = [len(p.asked) for p in (facilitator, watcher)]
    took: list[list[int]] = [[], []]

    def change_it_twelve_times() -> None:
        for turn in range(12):
            wanted = MARKS[turn % len(MARKS)]
            for page in screens:
                page.evaluate(CHANGED, [row, column, wanted])
            amina.option(field, wanted).click()
            clicked = amina.page.evaluate("window.clickedAt")
            for page, times in zip(screens, took, strict=True):
                times.append(page.evaluate("window.changedAt") - clicked)

    whole, parts = runs.since(change_it_twelve_times)
    with capsys.disabled():
        for name, times in zip(("plenary", "projector"), took, strict=True):
            print(
                f"\nfrom a click to the {name}: median {median(times):.0f} ms, longest {max(times)} ms ({len(times)})"
            )

    assert whole == 0 and parts >= 12
    assert projected.whole == 1  # when it was opened
    assert [len(p.asked) for p in (facilitator, watcher)] == asked, "they asked for something meanwhile"
    for page in screens:
        expect(page.locator("main")).to_have_attribute("data-marked", "yes")
    expect(facilitator.page.get_by_role("radiogroup", name="View")).to_have_attribute("data-marked", "yes")


def test_a_second_laptop_follows_and_text_that_is_being_typed_there_stays(begun: Begun):
    row, words = "indicators/movement", "The door was locked from"
    bwalya, chanda = begun.laptop("Bwalya", "Kariba"), begun.laptop("Chanda", "Kariba")
    chanda.page.route("**/answers", lambda route: route.abort())  # nothing of this text is saved while the others click
    note = chanda.box(f"{row}/note")
    note.press_sequentially(words)
    bwalya.option(f"{row}/status", "Present").click()
    expect(chanda.option(f"{row}/status", "Present")).to_be_checked()
    expect(chanda.status(f"{row}/status")).to_contain_text("by Bwalya")
    bwalya.sentence(6, f"{row}/evidence").check()
    expect(chanda.sentence(6, f"{row}/evidence")).to_be_checked()
    expect(note).to_have_value(words)
    expect(note).to_be_focused()
    note.press_sequentially(" outside.")  # goes on where the words ended
    expect(note).to_have_value(f"{words} outside.")
    assert begun.stored(f"{row}/note") is None
    chanda.page.unroute("**/answers")
    expect(chanda.status(f"{row}/note")).to_have_text(SAVED)
    assert begun.stored(f"{row}/note") == f"{words} outside."
    expect(bwalya.box(f"{row}/note")).to_have_value(f"{words} outside.")


def test_two_who_type_in_one_box_both_keep_their_text(begun: Begun):
    note, first, second = "indicators/debt/note", "The fee was too high.", "She could not pay it back."
    daudi, esther = begun.laptop("Daudi", "Kariba"), begun.laptop("Esther", "Kariba")
    for one, other in zip(first.ljust(len(second), "."), second, strict=True):
        daudi.box(note).press_sequentially(one)
        esther.box(note).press_sequentially(other)
    for person in (daudi, esther):
        expect(person.status(note)).to_have_text(SAVED)

    def has_both() -> bool:
        kept = begun.stored(note) or ""
        return first in kept and second in kept

    until(daudi.page, has_both, lambda: repr(begun.history(note)))
    for person in (daudi, esther):
        person.page.locator("h1").first.click()  # leaves the box
    for person in (daudi, esther):
        expect(person.box(note)).to_have_value(begun.stored(note))


def test_clicks_in_quick_succession_all_count(begun: Begun):
    """Somebody picks sentences faster than the server answers, while a colleague works on the same row."""
    row, mine = "indicators/wages", range(1, 13)
    fatima, george = begun.laptop("Fatima", "Kariba"), begun.laptop("George", "Kariba")
    george.box(f"{row}/note").press_sequentially("We")
    for number in mine:
        fatima.sentence(number, f"{row}/evidence").evaluate("(box) => box.click()")
        if number % 4 == 0:
            george.box(f"{row}/note").press_sequentially(" wait")
            george.option(f"{row}/status", MARKS[number // 4 - 1]).click()
    field = f"{row}/evidence"
    until(fatima.page, lambda: begun.stored(field) == list(mine), lambda: repr(begun.history(field)))
    for person in (fatima, george):
        for number in mine:
            expect(person.sentence(number, field)).to_be_checked()
    expect(george.box(f"{row}/note")).to_have_value("We wait wait wait")
    until(fatima.page, lambda: begun.stored(f"{row}/status") == "absent", lambda: "the last mark is lost")


def test_the_plenary_is_drawn_at_most_twice_a_second_and_shows_the_last_answer(begun: Begun):
    facilitator, writer = begun.facilitator(), Writer(begun, "Hana")
    gate = Gate(facilitator.page)
    show_plenary(facilitator)
    facilitator.choose("Your reasons", exact=False)
    facilitator.sees("Which reason rests on the definition")
    gate.until_quiet()
    before, began = len(gate.asked), time.monotonic()
    for _ in range(SENTENCES):
        writer.save()
    facilitator.sees(f"Reason {SENTENCES}")
    gate.until_quiet()
    assert len(gate.asked) - before <= 2 * (time.monotonic() - began) + 1
    writer.leave()
