"""What somebody types is safe: while it is being typed, when the tab closes, the line breaks or the seat moves."""

import re

from playwright.sync_api import expect

from tests.browser.begun import Begun
from tests.browser.people import SAVED, Participant
from tests.browser.waiting import until

REASONS = "reasons"
LONG = " ".join(f"Fact {number}: the agency kept her papers and asked for a fee." for number in range(1, 60))
KEPT = re.compile("^Not saved yet")
NO_SEAT = re.compile("This browser has no seat")


def is_kept(begun: Begun, person: Participant, field: str, text: str) -> None:
    until(person.page, lambda: begun.stored(field) == text, lambda: repr(begun.history(field)))


def test_a_long_text_is_saved_while_it_is_being_typed(begun: Begun):
    amina = begun.laptop("Amina", "Kariba")
    box, status = amina.box(REASONS), amina.status(REASONS)
    box.fill(LONG)
    expect(status).to_have_text("Typing …")
    expect(status).to_have_text(SAVED)  # nobody left the box or pressed a key for it
    expect(box).to_be_focused()
    assert begun.stored("reasons") == LONG
    box.press("End")
    box.press_sequentially(" And more.")
    expect(status).to_have_text(re.compile("Typing|Saving"))
    expect(status).to_have_text(SAVED)
    assert begun.history("reasons") == [LONG, f"{LONG} And more."]
    amina.page.reload()
    expect(amina.box(REASONS)).to_have_value(f"{LONG} And more.")
    expect(amina.status(REASONS)).to_have_text(SAVED)


def test_a_tab_that_is_closed_in_the_middle_of_a_word_still_delivers_it(begun: Begun):
    bwalya, note = begun.laptop("Bwalya", "Kariba"), "indicators/threats/note"
    bwalya.box(note).press_sequentially("They threatened her fam")
    bwalya.page.close()
    again = bwalya.open_tab()
    until(again, lambda: begun.stored(note) == "They threatened her fam", lambda: "it is lost")
    bwalya.go("/")
    expect(bwalya.box(note)).to_have_value("They threatened her fam")


def test_a_broken_line_is_said_clearly_and_the_text_is_saved_when_it_is_back(begun: Begun):
    chanda, note, text = begun.laptop("Chanda", "Kariba"), "indicators/debt/note", "A fee of 200,000 Dong."
    chanda.context.set_offline(True)
    chanda.box(note).press_sequentially(text)
    expect(chanda.status(note)).to_have_text(KEPT)
    expect(chanda.box(note)).to_have_value(text)
    assert begun.stored(note) is None
    chanda.context.set_offline(False)
    expect(chanda.status(note)).to_have_text(SAVED)
    assert begun.stored(note) == text


def test_a_text_that_was_never_sent_is_there_again_after_a_reload(begun: Begun):
    daudi, note, text = begun.laptop("Daudi", "Kariba"), "indicators/documents/note", "The papers were kept."
    daudi.context.set_offline(True)
    daudi.box(note).press_sequentially(text)
    expect(daudi.status(note)).to_have_text(KEPT)
    daudi.page.goto("about:blank")  # gone, and what the page sent on leaving is lost too
    daudi.context.set_offline(False)
    assert begun.stored(note) in (None, text)  # a browser may send its last word later
    daudi.go("/")
    expect(daudi.box(note)).to_have_value(text)
    expect(daudi.status(note)).to_have_text(SAVED)
    assert begun.stored(note) == text


def test_a_seat_that_moves_away_takes_no_text_along(begun: Begun):
    esther, note, text = begun.laptop("Esther", "Kariba"), "indicators/movement/note", "Nobody could lea"
    code = begun.rejoin_code("Esther")
    esther.page.route("**/answers", lambda route: route.abort())  # the text is under way when the seat moves
    esther.box(note).press_sequentially(text)
    expect(esther.status(note)).to_have_text(KEPT)
    begun.stranger().rejoin(code)
    esther.sees(NO_SEAT)
    expect(esther.box(note)).to_have_value(text)  # it can still be copied
    esther.press("Go on")
    esther.sees("moved to another laptop")
    esther.sees("is kept in this browser until you are back")
    esther.page.unroute("**/answers")
    assert begun.stored(note) is None
    esther.rejoin(code)
    expect(esther.box(note)).to_have_value(text)
    expect(esther.status(note)).to_have_text(SAVED)
    assert begun.stored(note) == text


def test_who_lost_the_seat_and_has_no_news_is_told_below_the_box(begun: Begun):
    """The line of news is cut, so only saving can tell that the seat has moved."""
    fatima, note, text = begun.laptop("Fatima", "Kariba"), "indicators/violence/note", "No bruises."
    fatima.page.add_init_script("delete globalThis.SharedWorker")  # the tests cannot cut the line of a worker
    fatima.page.route("**/live?*", lambda route: route.abort())
    fatima.page.reload()
    fatima.is_at_sheet()
    begun.stranger().rejoin(begun.rejoin_code("Fatima"))
    fatima.box(note).press_sequentially(text)
    expect(fatima.status(note)).to_contain_text("This browser has no seat any more. Your text is kept here")
    expect(fatima.box(note)).to_have_value(text)
    fatima.rejoin(begun.rejoin_code("Fatima"))
    expect(fatima.box(note)).to_have_value(text)
    is_kept(begun, fatima, note, text)
