"""The media library through the screens: a film comes in, is attached, watched at a seat and on the projector."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from engine.access.cookies import WATCH, sealed
from engine.content import Film, Library
from engine.media.attaching import attach, place_of_activity
from engine.media.shelf import all_items, folder_of
from engine.workshop import begin
from tests.browser.people import PROJECTOR, Person
from tests.browser.rooms import Room, give_cookie
from tests.browser.waiting import until
from tests.media.samples import AVI, CLIP, SRT, picture, sound
from tests.real_content import LIBRARY

TITLE = "Interview in the field"
ACTIVITY = "prevention-campaign"


@pytest.fixture(scope="module")
def room(browser: Browser, library: Library, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Room]:
    room = Room(browser, library, tmp_path_factory.mktemp("media"), groups=("Kariba",))
    yield room
    room.close()


def choose(page: Page, name: str, body: bytes) -> None:
    page.locator(".upload #file").set_input_files({"name": name, "mimeType": "", "buffer": body})


def add(page: Page, name: str, body: bytes, title: str) -> None:
    """Add a file in the form, as a person does, with the keyboard."""
    choose(page, name, body)
    page.locator(".upload #title").fill(title)
    page.locator(".upload #source").fill("Filmed by us")
    page.locator(".upload #licence").fill("CC BY 4.0")
    page.locator(".upload #licence").press("Enter")


def plays_and_seeks(video: Locator, size: tuple[int, int] = (192, 12)) -> None:
    """Play it, and jump to its ninth second; `size` is its width, and its length in seconds."""
    page = video.page
    until(page, lambda: video.evaluate("v => v.readyState > 0"), lambda: "the film never came")
    assert video.evaluate("v => [v.videoWidth, Math.round(v.duration)]") == [*size]
    video.evaluate("v => { v.muted = true; return v.play(); }")
    until(page, lambda: video.evaluate("v => v.currentTime > 0.1"), lambda: "it does not play")
    video.evaluate("v => { v.currentTime = 9; }")
    until(page, lambda: video.evaluate("v => !v.seeking && v.currentTime >= 9"), lambda: "it does not jump")
    video.evaluate("v => v.pause()")


def test_a_film_from_the_upload_to_the_room(room: Room, browser: Browser) -> None:
    boss, laptop = room.facilitator, room.laptops[0]
    page = boss.page
    boss.go("/media-library")
    boss.sees("You have added nothing yet.")
    choose(page, "interview_in-the field.mp4", CLIP)
    expect(page.locator(".upload #title")).to_have_value("interview in the field")
    page.get_by_role("button", name="Add the file").click()
    boss.sees("Say where it comes from")
    add(page, "interview.mp4", CLIP, TITLE)
    boss.sees("Added.")
    boss.sees("Video · 36.4 kB · Source: Filmed by us · Licence: CC BY 4.0")
    page.get_by_role("link", name="Open", exact=True).first.click()
    _add_subtitles(room)
    plays_and_seeks(page.locator("video"))
    _attach(room)
    _watch_at_the_seat(room)
    projector = _watch_on_the_projector(room, browser)
    assert [person.outside() for person in (boss, laptop, projector)] == [[], [], []]
    projector.leave()


def _add_subtitles(room: Room) -> None:
    page = room.facilitator.page
    room.facilitator.sees("None yet. Add a file that ends in .srt or .vtt")
    choose(page, "wrong.srt", SRT.replace("02,000 -->", "02,000 to").encode())
    page.locator(".upload #title").fill("English")
    page.get_by_role("button", name="Add the subtitles").click()
    room.facilitator.sees("Line 6 should be a timing")
    choose(page, "right.srt", SRT.encode())
    page.get_by_role("button", name="Add the subtitles").click()
    room.facilitator.sees("Added.")
    shown = "v => [...v.textTracks].map(t => [t.label, t.mode, t.cues && t.cues.length])"
    until(
        page,
        lambda: page.locator("video").evaluate(shown) == [["English", "showing", 2]],
        lambda: f"subtitles: {page.locator('video').evaluate(shown)}",
    )


def _attach(room: Room) -> None:
    page = room.facilitator.page
    activity = room.server.library.activities[ACTIVITY]
    page.get_by_role("combobox", name="Items of the agenda, and activities").click()
    page.get_by_role("option", name="Day 1: Welcome remarks").click()
    page.keyboard.type(activity.title)
    page.get_by_role("option", name=f"Activity: {activity.title}").click()
    page.keyboard.press("Escape")
    boss = room.facilitator
    boss.go("/agenda")
    page.get_by_role("link", name=f"Open: {TITLE}").click()
    boss.sees("Where it is used")


def _watch_at_the_seat(room: Room) -> None:
    begin(room.server, room.workshop.id, ACTIVITY)
    laptop = room.laptops[0]
    laptop.page.reload()
    laptop.is_at_sheet()
    laptop.page.get_by_text(TITLE).click()
    video = laptop.page.locator("video")
    plays_and_seeks(video)
    assert video.evaluate("v => v.textTracks[0].mode") == "showing"
    laptop.go("/agenda")
    laptop.page.get_by_role("link", name=f"Open: {TITLE}").click()
    laptop.sees("Licence: CC BY 4.0")
    expect(laptop.page.get_by_role("button", name="Show to the room")).to_have_count(0)


def _watch_on_the_projector(room: Room, browser: Browser) -> Person:
    projector = Person(browser, room.running.origin, PROJECTOR)
    give_cookie(projector, WATCH, sealed(room.server, WATCH, room.workshop.id))
    projector.go("/")
    projector.sees("To join, open")
    boss = room.facilitator
    boss.press("Show to the room")
    boss.sees("The room sees this")
    big = projector.page.locator("video")
    expect(big).to_be_visible()
    projector.page.mouse.click(5, 5)  # so that the browser may play its sound
    here = boss.page.locator("video")
    until(boss.page, lambda: here.evaluate("v => v.readyState > 0 && v.muted"), lambda: "the remote is not ready")
    here.evaluate("v => { v.currentTime = 6; }")
    until(
        projector.page,
        lambda: big.evaluate("v => v.currentTime") == 6,
        lambda: f"at {big.evaluate('v => v.currentTime')}",
    )
    assert big.evaluate("v => v.paused")
    here.evaluate("v => v.play()")
    until(projector.page, lambda: not big.evaluate("v => v.paused"), lambda: "the projector does not follow")
    here.evaluate("v => v.pause()")
    until(projector.page, lambda: big.evaluate("v => v.paused"), lambda: "the projector does not stop")
    _both_go_on_after_a_reload(room, projector)
    boss.press("Hide from the room")
    projector.sees("To join, open")
    return projector


def _both_go_on_after_a_reload(room: Room, projector: Person) -> None:
    """Stop at six seconds; whoever loads the page anew is there too, and the facilitator still leads."""
    room.facilitator.page.locator("video").evaluate("v => { v.currentTime = 6; }")
    for page in (projector.page, room.facilitator.page):
        until(page, lambda page=page: _second(page) == 6, lambda page=page: f"at {_second(page)}")
        page.reload()
        until(page, lambda page=page: _second(page) == 6, lambda page=page: f"at {_second(page)} after a reload")
    room.facilitator.page.wait_for_timeout(1200)  # until then it obeys, and what happens to it is nobody's hand
    room.facilitator.page.locator("video").evaluate("v => { v.currentTime = 8; }")
    until(projector.page, lambda: _second(projector.page) == 8, lambda: f"at {_second(projector.page)}")


def _second(page: Page) -> float:
    video = page.locator("video")
    return video.evaluate("v => v.currentTime") if video.count() else -1


@pytest.mark.parametrize("film", LIBRARY.films.values(), ids=lambda film: film.id)
def test_a_film_of_ours_plays_from_the_agenda_with_its_subtitles(room: Room, film: Film) -> None:
    page = room.facilitator.page
    room.facilitator.go("/agenda")
    if film.id != "forced-labour":
        page.get_by_role("tab", name="Day 4").click()
    page.get_by_role("link", name=f"Open: {film.title}").click()
    room.facilitator.sees("This film belongs to the project.")
    video = page.locator("video")
    plays_and_seeks(video, (1280, film.seconds))
    cues = "v => v.textTracks[0].cues.length"
    until(page, lambda: video.evaluate(cues) == len(list(film.cues())), lambda: f"{video.evaluate(cues)} subtitles")
    room.facilitator.sees(film.questions[0].listen_for)
    page.get_by_text("Transcript").click()
    room.facilitator.sees(film.scenes[0].subtitles[0])
    assert room.facilitator.outside() == []


def test_a_film_that_no_browser_plays_says_what_to_do(room: Room) -> None:
    page = room.facilitator.page
    room.facilitator.go("/media-library")
    choose(page, "old.avi", AVI)
    expect(page.locator(".upload .warning")).to_contain_text("This browser cannot play this file")
    add(page, "old.avi", AVI, "An old film")
    room.facilitator.sees("Added.")
    page.get_by_role("link", name="Open", exact=True).first.click()
    room.facilitator.sees("Search for: convert video to MP4 H.264.")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download the file").click()
    assert download.value.suggested_filename == "old.avi" and download.value.path().read_bytes() == AVI


def test_what_is_removed_is_gone_after_a_question(room: Room) -> None:
    boss, page = room.facilitator, room.facilitator.page
    boss.go("/media-library")
    add(page, "soon-gone.mp4", CLIP, "Soon gone")
    boss.sees("Added.")
    item = next(item for item in all_items(room.server) if item.title == "Soon gone")
    file = folder_of(room.server) / item.stored_name
    attach(room.server, room.workshop.id, f"media:{item.id}", [place_of_activity(ACTIVITY)])
    boss.go(f"/medium?ref=media:{item.id}")
    boss.press("Remove from the library")
    boss.sees("It is attached in:")
    boss.press("Keep it")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert file.exists()
    boss.press("Remove from the library")
    boss.press("Remove it")
    boss.sees("Add a file")
    expect(page.get_by_text("Soon gone")).to_have_count(0)
    assert item.id not in [kept.id for kept in all_items(room.server)] and not file.exists()


def test_sound_a_picture_and_a_link_come_in_and_what_was_cancelled_does_not(room: Room) -> None:
    boss, page = room.facilitator, room.facilitator.page
    boss.go("/media-library")
    _cancel(room, "speech.wav", sound(400))  # more than a line holds while it is being cancelled
    page.get_by_role("button", name="Add the file").click()  # the form is as it was
    boss.sees("Audio · 6.4 MB · Source: Filmed by us")
    add(page, "map.png", picture(40, 30), "A map of the district")
    boss.sees("A map of the district")
    _add_link(room, "https://example.org/law?a=1&b=2", "The law")
    _open(room, "A speech")
    until(page, lambda: _of(page, "audio", "a => a.duration") == 400, lambda: "the sound does not come")
    _open(room, "A map of the district")
    until(page, lambda: _of(page, "main .player img", "i => i.naturalWidth") == 40, lambda: "the picture does not come")
    _open(room, "The law")
    link = page.get_by_role("link", name="Open the page in a new tab")
    expect(link).to_have_attribute("href", "https://example.org/law?a=1&b=2")
    expect(link).to_have_attribute("target", "_blank")
    assert boss.outside() == []


def _cancel(room: Room, name: str, body: bytes) -> None:
    """Begin to send a file over a slow line, and cancel it."""
    boss, page = room.facilitator, room.facilitator.page
    before = [item.id for item in all_items(room.server)]
    line = page.context.new_cdp_session(page)
    slow = {"offline": False, "latency": 0, "downloadThroughput": -1, "uploadThroughput": 100_000}
    line.send("Network.emulateNetworkConditions", slow)
    add(page, name, body, "A speech")
    boss.sees(re.compile(r"Sending: [1-9]\d? %"))
    expect(page.locator(".upload .send")).to_be_disabled()
    boss.press("Cancel")
    boss.sees("Cancelled. Nothing of it was saved.")
    line.send("Network.emulateNetworkConditions", slow | {"uploadThroughput": -1})
    expect(page.locator(".upload .cancel")).to_be_hidden()
    expect(page.locator(".upload .send")).to_be_enabled()
    assert [item.id for item in all_items(room.server)] == before
    until(page, lambda: not _parts(room), lambda: f"left on the disk: {_parts(room)}")


def _parts(room: Room) -> list[str]:
    return [file.name for file in folder_of(room.server).glob("*.part")]


def _add_link(room: Room, address: str, title: str) -> None:
    """Add a link, at the second try: what was typed stays where the address is none."""
    page = room.facilitator.page
    page.get_by_text("Add a link instead").click()
    form = page.get_by_test_id("stForm")
    boxes = {
        name: form.get_by_role("textbox", name=name, exact=True) for name in ("Address", "Title", "Source", "Licence")
    }
    for box, text in zip(boxes.values(), ("example.org", title, "The ministry", "Public"), strict=True):
        box.fill(text)
    room.facilitator.press("Add the link")
    room.facilitator.sees(re.compile("Give a whole address that begins with https:\u2060?//"))  # no link
    boxes["Address"].fill(address)
    room.facilitator.press("Add the link")
    room.facilitator.sees("Link (needs the internet) · Source: The ministry · Licence: Public")
    for box in boxes.values():
        expect(box).to_have_value("")


def _open(room: Room, title: str) -> None:
    item = next(item for item in all_items(room.server) if item.title == title)
    room.facilitator.go(f"/medium?ref=media:{item.id}")
    room.facilitator.sees(title)


def _of(page: Page, what: str, asked: str) -> float:
    found = page.locator(what)
    return found.evaluate(asked) if found.count() else -1
