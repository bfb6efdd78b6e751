"""The plain page with the sheet: small, quick on a slow processor, and it follows the room by itself."""

from playwright.sync_api import Page, expect

from engine.access.cookies import SEAT, sealed
from engine.workshop import groups_of, join, place
from tests.browser.begun import Begun
from tests.browser.people import PHONE, Participant

BYTES, REQUESTS, SECONDS = 150_000, 10, 2.0


def on_a_phone(begun: Begun, name: str, group: str | None) -> Participant:
    """Open a phone whose seat is in a group, or in none."""
    seat = join(begun.server, begun.workshop.join_code, name)
    if group:
        place(begun.server, seat.id, next(g.id for g in groups_of(begun.server, begun.workshop.id) if g.name == group))
    found = begun.stranger(viewport=PHONE)
    found.keep(SEAT, sealed(begun.server, SEAT, [seat.id, seat.seat_version]))
    return found


def is_there(page: Page) -> None:
    expect(page.get_by_role("button", name="Hand in", exact=True)).to_be_visible()


def test_a_phone_gets_little_and_has_it_soon(begun: Begun):
    amina = on_a_phone(begun, "Amina", "Kariba")
    line, counted = amina.context.new_cdp_session(amina.page), []
    line.send("Network.enable")
    line.on("Network.loadingFinished", lambda told: counted.append(told["encodedDataLength"]))
    amina.go("/sheet")
    is_there(amina.page)
    assert sum(counted) < BYTES
    assert len([path for path in amina.asked if not path.startswith("data:")]) <= REQUESTS
    line.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    times = []
    for _load in range(3):
        amina.go("/sheet")
        is_there(amina.page)
        times.append(amina.page.evaluate("performance.now()") / 1000)
    assert min(times) < SECONDS


def test_who_has_no_group_goes_on_when_the_facilitator_gives_one(begun: Begun):
    bwalya = on_a_phone(begun, "Bwalya", None)
    bwalya.go("/sheet")
    bwalya.sees("Choose your group first.")
    facilitator = begun.facilitator()
    facilitator.go("/groups")
    facilitator.press("evenly", exact=False)
    is_there(bwalya.page)


def test_without_streamlit_there_is_nothing_of_it(begun: Begun):
    chanda = on_a_phone(begun, "Chanda", "Luangwa")
    chanda.go("/sheet")
    is_there(chanda.page)
    assert not [path for path in chanda.asked if "_stcore" in path or path.startswith("ws")]
