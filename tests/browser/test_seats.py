"""A seat outlives tabs, reloads and the server; it moves only when somebody moves it, and then everybody is told."""

import re

import httpx
import pytest
from playwright.sync_api import Route, expect
from sqlalchemy import func, select

from engine.store import Participant as Seat
from tests.browser.begun import Begun
from tests.browser.people import Participant

NO_SEAT = "This browser has no seat"


def seats(begun: Begun) -> int:
    with begun.server.database.read() as db:
        return db.scalar(select(func.count()).select_from(Seat)) or 0


def sits(person: Participant, name: str, group: str) -> None:
    """Hold that somebody is at the sheet of their group."""
    person.is_at_sheet()
    expect(person.page.locator("main p", has_text=name).first).to_contain_text(group)


def test_a_seat_outlives_the_tab_a_reload_and_the_server(begun: Begun):
    amina = begun.stranger()
    amina.join(begun.workshop.join_code, "Amina", "Luangwa")
    sits(amina, "Amina", "Luangwa")
    taken = seats(begun)
    amina.page.close()
    amina.open_tab()
    amina.go("/")
    sits(amina, "Amina", "Luangwa")
    amina.page.reload()
    sits(amina, "Amina", "Luangwa")
    begun.running.restart()
    amina.go("/")
    sits(amina, "Amina", "Luangwa")
    assert seats(begun) == taken


def test_joining_again_after_a_lost_reply_is_one_seat(begun: Begun):
    farida = begun.stranger()
    page, taken, taken_by_server = farida.page, seats(begun), []

    def lose(route: Route) -> None:
        sent, headers = route.request.post_data, route.request.all_headers()
        taken_by_server.append(httpx.post(route.request.url, content=sent, headers=headers).status_code)
        route.abort()

    page.route("**/join", lose)
    for _click in range(2):
        farida.go(f"/join?code={begun.workshop.join_code}")
        page.get_by_label("Your name").fill("Farida")
        farida.press("Join")
        page.wait_for_url("chrome-error://chromewebdata/")
    assert taken_by_server == [303, 303] and seats(begun) == taken + 1
    page.unroute("**/join")
    farida.join(begun.workshop.join_code, "farida", "Kariba")
    sits(farida, "Farida", "Kariba")
    assert seats(begun) == taken + 1


def test_the_button_rests_while_the_form_is_on_its_way(begun: Begun):
    ghita = begun.stranger()
    page, taken = ghita.page, seats(begun)
    page.route("**/join", lambda route: route.fulfill(status=204))  # nothing comes, and the page stays
    ghita.go(f"/join?code={begun.workshop.join_code}")
    button = page.get_by_role("button", name="Join", exact=True)
    expect(button).to_be_enabled()
    page.get_by_label("Your name").fill("Ghita")
    button.click(no_wait_after=True)
    expect(button).to_be_disabled()
    page.evaluate("dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }))")  # as the way back does
    expect(button).to_be_enabled()
    button.click(no_wait_after=True)
    expect(button).to_be_disabled()
    expect(button).to_be_enabled()  # nothing has come for a while
    assert seats(begun) == taken


def test_two_clicks_without_a_script_are_one_seat(begun: Begun):
    hana = begun.stranger(java_script_enabled=False)
    page, taken = hana.page, seats(begun)
    hana.go(f"/join?code={begun.workshop.join_code}")
    page.get_by_label("Your name").fill("Hana")
    page.get_by_role("button", name="Join", exact=True).dblclick(no_wait_after=True)
    page.wait_for_url(f"{begun.running.origin}/")
    assert seats(begun) == taken + 1


def test_the_code_on_the_screen_moves_the_seat_and_the_old_laptop_is_told(begun: Begun):
    old, new = begun.laptop("Bwalya", "Kariba"), begun.stranger()
    taken, code = seats(begun), old.rejoin_code
    new.rejoin(code.lower())
    sits(new, "Bwalya", "Kariba")
    old.sees(NO_SEAT)  # by itself
    old.sees("The seat may have moved to another laptop.")
    old.page.get_by_role("link", name="I have a rejoin code").click()
    expect(old.page.get_by_label("Rejoin code")).to_be_visible()
    old.go("/join")
    expect(old.page.get_by_role("alert")).to_contain_text("This browser has no seat any more")
    assert seats(begun) == taken


def test_a_wrong_rejoin_code_is_refused_in_words(begun: Begun):
    chanda = begun.stranger()
    chanda.rejoin("AAAA-AAAA")
    expect(chanda.page.get_by_role("alert")).to_contain_text("There is no seat with this rejoin code.")


def test_a_cookie_that_somebody_changed_is_no_seat(begun: Begun):
    daudi = begun.laptop("Daudi", "Kariba")
    kept = next(cookie["value"] for cookie in daudi.context.cookies() if cookie["name"] == "seat")
    daudi.keep("seat", kept[:-4] + ("aaaa" if kept[-4:] != "aaaa" else "bbbb"))
    daudi.go("/")
    daudi.sees(NO_SEAT)
    daudi.page.get_by_role("link", name="Join", exact=True).click()
    alert = daudi.page.get_by_role("alert")
    expect(alert).to_have_text("This browser has no seat any more. Join again, or use your rejoin code.")
    expect(daudi.page.get_by_label("Join code")).to_be_visible()


def test_a_participant_whom_the_facilitator_moves_follows_by_itself(begun: Begun):
    esther, facilitator = begun.laptop("Esther", "Kariba"), begun.facilitator()
    facilitator.go("/groups")
    page = facilitator.page
    person = page.locator("p", has_text="Esther").locator(
        'xpath=ancestor::*[.//button[contains(normalize-space(.), "Move or rejoin")]][1]'
    )
    person.get_by_role("button", name=re.compile("Move or rejoin")).click()
    page.get_by_text(re.compile("^Rejoin code")).wait_for()
    page.get_by_role("combobox", name="Group", exact=True).click()
    page.get_by_role("option", name="Luangwa", exact=True).click()
    sits(esther, "Esther", "Luangwa")
    expect(page.get_by_text("Esther · here")).to_be_visible()


def test_a_browser_that_keeps_no_cookies_is_told_before_it_joins(begun: Begun):
    fela = begun.stranger()
    for path in ("/join", "/rejoin", "/sign-in"):
        fela.go(path)
        expect(fela.page.get_by_role("alert")).to_have_count(0)
    fela.page.add_init_script("Object.defineProperty(Navigator.prototype, 'cookieEnabled', { get: () => false })")
    for path in ("/join", "/rejoin", "/sign-in"):
        fela.go(path)
        expect(fela.page.get_by_role("alert")).to_contain_text("This browser keeps no cookies")


def test_who_leaves_a_laptop_leaves_nothing_unsent_there(begun: Begun):
    goma = begun.laptop("Goma", "Kariba")
    goma.page.evaluate("for (const name of ['outbox:a:b', 'draft:c', 'else']) localStorage.setItem(name, 'Words')")
    goma.go("/join")
    goma.press("Leave this seat")
    expect(goma.page.get_by_label("Join code")).to_be_visible()
    kept = goma.page.evaluate("Object.keys(localStorage)")
    assert "else" in kept and not {"outbox:a:b", "draft:c"} & {*kept}


@pytest.mark.parametrize("path", ["/seat", "/activities", "/plenary"])
def test_a_page_that_is_not_for_somebody_opens_no_dialog(begun: Begun, path: str):
    hawa = begun.stranger()
    hawa.keep("seat", "void")
    hawa.go(path)
    hawa.sees(NO_SEAT)
    expect(hawa.page.get_by_role("dialog")).to_have_count(0)
    expect(hawa.page.get_by_text("Page not found")).to_have_count(0)
