"""The live sheet against the running program: two laptops of a group, a line that dies, a server that is killed."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from engine.access.cookies import SEAT, sealed
from engine.workshop import groups_of, join, place
from tests.browser.begun import Begun
from tests.browser.waiting import until, until_equal
from tests.browser.wire import Wire

SAVED = re.compile(r"^Saved \d\d:\d\d:\d\d")
KEPT = "Not saved yet, kept on this laptop."
THREATS = "indicators/threats/status"


@pytest.fixture
def wire(begun: Begun) -> Iterator[Wire]:
    found = Wire(begun.running.port)
    yield found
    found.close()


class Sheet:
    """A laptop at the sheet of its group."""

    def __init__(self, begun: Begun, name: str, port: int | None = None) -> None:
        seat = join(begun.server, begun.workshop.join_code, name)
        groups = {group.name: group.id for group in groups_of(begun.server, begun.workshop.id)}
        place(begun.server, seat.id, groups["Kariba"])
        self.person = begun.stranger()
        self.person.origin = f"http://localhost:{port or begun.running.port}"
        self.person.keep(SEAT, sealed(begun.server, SEAT, [seat.id, seat.seat_version]))
        self.page = self.person.page
        self.go()

    def go(self) -> None:
        self.page.goto(f"{self.person.origin}/sheet")

    def open_tab(self) -> Page:
        self.page = self.person.open_tab()
        self.go()
        return self.page

    @property
    def reasons(self) -> Locator:
        return self.page.get_by_role("textbox", name="Your reasons *")

    def radio(self, group: str, name: str) -> Locator:
        return self.page.get_by_role("group", name=f"{group} *").get_by_role("radio", name=name, exact=True)

    def threats(self, name: str) -> Locator:
        return self.radio("Threats: Is it there?", name)

    def note(self, path: str) -> Locator:
        return self.page.locator(f'[data-path="{path}"] .note span').first


def text_is_stored(begun: Begun, sheet: Sheet, text: str) -> None:
    until(sheet.page, lambda: begun.stored("reasons") == text, lambda: repr(begun.history("reasons")))


def start_anew(begun: Begun, sheet: Sheet) -> None:
    """Empty the box of reasons, whatever others wrote there before."""
    for text in ("Something", ""):
        sheet.reasons.fill(text)
        text_is_stored(begun, sheet, text)
    expect(sheet.note("reasons")).to_have_text(SAVED)


def test_what_one_laptop_saves_comes_to_the_other_while_it_types(begun: Begun):
    amina, bwalya = Sheet(begun, "Amina"), Sheet(begun, "Bwalya")
    amina.threats("Present").click()
    expect(bwalya.threats("Present")).to_be_checked(timeout=1500)
    expect(amina.note(THREATS)).to_have_text(SAVED)
    expect(bwalya.note(THREATS)).to_have_text(re.compile("Amina"))
    amina.reasons.press_sequentially("The agency kept papers")
    expect(bwalya.reasons).to_have_value("The agency kept papers")
    amina.reasons.press("End")
    bwalya.reasons.press("Home")
    bwalya.reasons.press_sequentially("Sentence 9: ", delay=60)
    amina.reasons.press_sequentially(" and money", delay=60)
    wanted = "Sentence 9: The agency kept papers and money"
    for each in (amina, bwalya):
        expect(each.reasons).to_have_value(wanted, timeout=3000)
    text_is_stored(begun, amina, wanted)
    amina.reasons.press("Control+z")
    amina.reasons.press("Control+z")
    expect(bwalya.reasons).to_have_value("Sentence 9: The agency kept papers")


@pytest.mark.parametrize(
    ("break_it", "choice", "stored"),
    [(Wire.cut, "Unclear", "unclear"), (Wire.go_silent, "Not present", "absent")],
    ids=["refused", "silent"],
)
def test_twenty_seconds_without_a_line_lose_nothing(begun: Begun, wire: Wire, break_it, choice: str, stored: str):
    amina = Sheet(begun, f"Chanda {break_it.__name__}", wire.port)
    daudi = Sheet(begun, f"Daudi {break_it.__name__}")
    start_anew(begun, amina)
    expect(amina.reasons).to_have_value("")
    break_it(wire)
    amina.threats(choice).click()
    amina.reasons.press_sequentially("Half a")
    expect(amina.note(THREATS)).to_have_text(KEPT, timeout=5000)
    expect(amina.note("reasons")).to_have_text(KEPT, timeout=5000)
    verdict = "Forced labour" if stored == "absent" else "Trafficking"
    daudi.radio("What is this case?", verdict).click()
    amina.page.wait_for_timeout(15_000)
    amina.reasons.press_sequentially(" word")
    wire.mend()
    text_is_stored(begun, amina, "Half a word")
    until_equal(amina.page, lambda: begun.stored(THREATS), stored)
    expect(daudi.reasons).to_have_value("Half a word")
    expect(amina.note("reasons")).to_have_text(SAVED)
    expect(amina.radio("What is this case?", verdict)).to_be_checked()


def test_a_server_that_is_killed_takes_nothing_along(begun: Begun):
    esther = Sheet(begun, "Esther")
    start_anew(begun, esther)
    esther.reasons.press_sequentially("Before")
    begun.running.kill()
    esther.reasons.press_sequentially(" and while it was gone")
    esther.threats("Unclear").click()
    expect(esther.note(THREATS)).to_have_text(KEPT, timeout=5000)
    begun.running.start()
    text_is_stored(begun, esther, "Before and while it was gone")
    until_equal(esther.page, lambda: begun.stored(THREATS), "unclear")
    other = Sheet(begun, "Fatima")
    other.threats("Present").click()
    expect(esther.threats("Present")).to_be_checked()


@pytest.mark.parametrize("leave", ["reload", "close", "elsewhere and back"])
def test_half_a_word_is_there_however_the_page_is_left(begun: Begun, leave: str):
    grace = Sheet(begun, f"Grace, who does {leave}")
    start_anew(begun, grace)
    grace.reasons.press_sequentially("They threatened her fam")
    if leave == "reload":
        grace.page.reload()
    elif leave == "close":
        grace.page.close()
        grace.open_tab()
    else:
        grace.page.goto(f"{grace.person.origin}/join")
        grace.page.go_back()
    expect(grace.reasons).to_have_value("They threatened her fam")
    text_is_stored(begun, grace, "They threatened her fam")
    grace.reasons.press("End")
    grace.reasons.press_sequentially("ily")
    text_is_stored(begun, grace, "They threatened her family")
    expect(grace.note("reasons")).to_have_text(SAVED)


def test_two_tabs_with_a_text_each_keep_both(begun: Begun, wire: Wire):
    hamid = Sheet(begun, "Hamid", wire.port)
    start_anew(begun, hamid)
    first = hamid.page
    second = hamid.open_tab()
    wire.cut()
    for page, text in ((first, "from the first tab"), (second, "from the second tab")):
        hamid.page = page
        hamid.reasons.press_sequentially(text)
        expect(hamid.note("reasons")).to_have_text(KEPT)
    for page in (first, second):
        page.close()
    wire.mend()
    hamid.open_tab()
    wanted = ["from the first tab", "from the second tab"]
    until(
        hamid.page,
        lambda: sorted(begun.stored("reasons").split("\n\n")) == wanted,
        lambda: repr(begun.history("reasons")),
    )
    expect(hamid.reasons).to_have_value(begun.stored("reasons"))


def test_six_tabs_of_a_browser_share_one_line(begun: Begun):
    ines = Sheet(begun, "Ines")
    first = ines.page
    for _ in range(6):
        ines.open_tab()
        expect(ines.reasons).to_be_visible()
    last = ines.page
    ines.page = first
    first.bring_to_front()
    ines.threats("Unclear").click()
    expect(ines.note(THREATS)).to_have_text(SAVED, timeout=2000)
    ines.page = last
    last.bring_to_front()
    expect(ines.threats("Unclear")).to_be_checked()


HIDE = """state => {
  Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
  document.dispatchEvent(new Event("visibilitychange"));
}"""


@pytest.mark.parametrize("has_worker", [True, False], ids=["shared worker", "own line"])
def test_a_hidden_page_rests_and_knows_everything_once_it_is_shown(begun: Begun, has_worker: bool):
    jonas = Sheet(begun, f"Jonas {has_worker}")
    if not has_worker:
        jonas.page.add_init_script("delete globalThis.SharedWorker")
        jonas.page.reload()
    karim = Sheet(begun, f"Karim {has_worker}")
    jonas.page.evaluate(HIDE, "hidden")
    jonas.page.wait_for_timeout(500)
    verdict = "Neither of the two" if has_worker else "We cannot say yet"
    karim.radio("What is this case?", verdict).click()
    jonas.page.wait_for_timeout(1000)
    expect(jonas.radio("What is this case?", verdict)).not_to_be_checked()
    jonas.page.evaluate(HIDE, "visible")
    expect(jonas.radio("What is this case?", verdict)).to_be_checked(timeout=2000)
    karim.reasons.fill(f"Seen by {has_worker}")
    expect(jonas.reasons).to_have_value(f"Seen by {has_worker}", timeout=2000)
