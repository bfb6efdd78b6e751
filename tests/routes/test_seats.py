"""Coming in as a participant: join, rejoin, leave."""

import html
import re

import httpx
import pytest
from sqlalchemy import text

from engine.access.cookies import SEAT
from engine.access.keys import setup_word
from engine.routes.seats import FORM_LIMIT
from engine.routes.sign_in import watch_path
from engine.server import Server
from engine.workshop import participants_of, set_open
from tests.routes.asking import FORM, Laptop
from tests.routes.conftest import House

NASTY = "<script>alert('\"&amp;')</script>"


NO_FORMS = [
    (b"", FORM["content-type"]),
    (b"name=Cleo", FORM["content-type"]),
    (b"code", FORM["content-type"]),
    (b"&&&=&=;", FORM["content-type"]),
    (b"a=1&" * 5_000, FORM["content-type"]),
    (b"code=" + b"A" * (FORM_LIMIT + 1), FORM["content-type"]),
    (b"x" * 3_000_000, "application/octet-stream"),
    (b'{"code": "A", "name": "B"}', "application/json"),
    (b'--x\r\nContent-Disposition: form-data; name="code"\r\n\r\nA\r\n--x--', "multipart/form-data; boundary=x"),
    (b"code=%ff%00%&name=\xff\xfe\x00", FORM["content-type"]),
    (b"code=%ED%A0%80&name=%ED%A0%80", ""),
]


def names(house: House) -> list[str]:
    return [person.name for person in participants_of(house.server, house.workshop.id)]


def everything(server: Server) -> dict[str, list[tuple[object, ...]]]:
    tables = ("setting", "workshop", "workshop_group", "participant", "begun_activity", "answer", "hand_in")
    with server.database.read() as db:
        return {name: [tuple(row) for row in db.execute(text(f"SELECT * FROM {name}"))] for name in tables}


def came_in(response: httpx.Response) -> bool:
    return response.status_code == 303 and response.headers["location"] == "/"


def test_somebody_joins_with_the_code_of_the_board(house: House) -> None:
    laptop = house.laptop()
    page = laptop.get("/join", code=house.workshop.join_code)
    assert page.status_code == 200 and f'value="{house.workshop.join_code}"' in page.text
    joined = laptop.post("/join", code=house.workshop.join_code.lower(), name="  Zoë   Šídlo ")
    assert came_in(joined) and names(house) == ["Ana", "Ben", "Zoë Šídlo"]
    cookie = joined.headers["set-cookie"]
    assert "HttpOnly" in cookie and "SameSite=lax" in cookie and "Path=/;" in cookie and "Max-Age" in cookie
    again = laptop.get("/join").text
    assert "Zoë Šídlo" in again and "Go to my seat" in again and "<input" not in again


def test_a_seat_moves_with_its_rejoin_code_and_leaves_the_old_laptop(house: House) -> None:
    old, new = house.seated(house.ana), house.laptop()
    code = house.ana.participant.rejoin_code
    assert came_in(new.post("/rejoin", code=f" {code[:4].lower()}-{code[4:]} "))
    assert "Ana" in new.get("/join").text
    assert "has no seat any more" in old.get("/join").text
    assert names(house) == ["Ana", "Ben"]


def test_leaving_takes_the_cookie_and_not_the_seat(house: House) -> None:
    laptop = house.seated(house.ana)
    left = laptop.post("/leave")
    assert left.status_code == 303 and left.headers["location"] == "/join"
    assert re.search(rf'{SEAT}="";.*Max-Age=0', left.headers["set-cookie"])
    assert not laptop.cookies and names(house) == ["Ana", "Ben"]
    assert came_in(laptop.post("/rejoin", code=house.ana.participant.rejoin_code))


def test_what_is_wrong_is_said_and_what_was_typed_stays(house: House) -> None:
    code = house.workshop.join_code
    for form, said in (
        ({"code": "ABC", "name": "Cleo"}, "no workshop with this code"),
        ({"code": code, "name": "  "}, "Type your name"),
        ({"code": code, "name": "ANA"}, "has already joined"),
        ({"code": code, "name": "n" * 61}, "61 characters"),
    ):
        page = house.laptop().post("/join", **form)
        assert page.status_code == 400 and said in page.text and 'role="alert"' in page.text
        assert SEAT not in page.headers["set-cookie"]
        assert f'value="{form["name"]}"' in page.text and f'value="{form["code"]}"' in page.text
    assert "no seat with this rejoin code" in house.laptop().post("/rejoin", code="ABCDEFGH").text
    assert names(house) == ["Ana", "Ben"]


def test_nobody_joins_a_closed_workshop(house: House) -> None:
    set_open(house.server, house.workshop.id, False)
    page = house.laptop().post("/join", code=house.workshop.join_code, name="Cleo")
    assert page.status_code == 400 and "closed" in page.text


def test_what_is_no_form_is_answered_like_an_empty_one(house: House) -> None:
    laptop = house.laptop()
    for body, kind in NO_FORMS:
        for path in ("/join", "/rejoin"):
            page = laptop.ask("POST", path, content=body, headers=FORM | {"content-type": kind})
            assert page.status_code == 400 and 'role="alert"' in page.text, body[:50]
            assert len(page.text) < 20_000
    assert names(house) == ["Ana", "Ben"]


def test_a_body_far_too_long_is_not_read_to_its_end(house: House) -> None:
    read = 0

    async def endless():
        nonlocal read
        for read in range(1_000):  # noqa: B007
            yield b"x" * 10_000

    assert house.laptop().ask("POST", "/join", content=endless(), headers=FORM).status_code == 400
    assert read < 10


def test_nothing_that_is_echoed_is_html(house: House) -> None:
    laptop = house.laptop()
    pages = [
        laptop.get("/join", code=NASTY),
        laptop.get("/rejoin", code=NASTY),
        laptop.get("/setup", word=NASTY),
        laptop.get("/watch", key=NASTY),
        laptop.get(f"/media-files/{NASTY}"),
        laptop.post("/join", code=NASTY, name=NASTY, word=NASTY),
        laptop.post("/join", code=house.workshop.join_code, name=NASTY * 10),
        laptop.post("/rejoin", code=NASTY),
        laptop.post("/setup", word=NASTY, password=NASTY),
        laptop.post("/sign-out", password=NASTY),
    ]
    assert came_in(laptop.post("/join", code=house.workshop.join_code, name=NASTY[:60]))
    pages += [laptop.get("/join"), house.laptop().post("/join", code=house.workshop.join_code, name=NASTY[:60])]
    assert "<script>alert" not in "".join(page.text for page in pages)
    assert html.escape("<script>", quote=True) in pages[-1].text and "alert" in pages[-2].text
    assert all(page.headers["cache-control"] == "no-store" for page in pages if page.text)


def test_no_get_changes_anything(house: House) -> None:
    word = setup_word(house.server)
    code, rejoin_code = house.workshop.join_code, house.ana.participant.rejoin_code
    before = everything(house.server)
    for laptop in (house.laptop(), house.seated(house.ana), house.watcher()):
        for method in ("GET", "HEAD"):
            for path in (
                "/", f"/join?code={code}&name=Eve", f"/rejoin?code={rejoin_code}", "/leave", "/sign-in?password=x",
                f"/setup?word={word}&password=long-enough", "/sign-out", watch_path(house.server, house.workshop.id),
                "/answers?group=x", "/live", "/media-files/logo.svg", "/nowhere",
            ):  # fmt: skip
                assert laptop.ask(method, path).status_code < 500
    assert everything(house.server) == before


def word_in(page: httpx.Response) -> str:
    found = re.search(r'name="word" value="([^"]+)"', page.text)
    assert found
    return found[1]


def seat_cookie(laptop: Laptop) -> str:
    return laptop.cookies[SEAT]


def test_joining_again_after_a_lost_reply_finds_the_seat(house: House) -> None:
    """The server took the form, and the browser never heard of it."""
    code, laptop = house.workshop.join_code, house.laptop()
    form = {"code": code, "name": "Maria", "word": word_in(laptop.get("/join"))}
    before = laptop.cookies
    assert came_in(laptop.post("/join", **form))
    first, laptop.cookies = seat_cookie(laptop), before  # the reply is lost
    assert came_in(laptop.post("/join", **form)) and seat_cookie(laptop) == first
    laptop.cookies = before
    form["word"] = word_in(laptop.get("/join", code=code))  # or the address is opened anew
    assert came_in(laptop.post("/join", **form)) and seat_cookie(laptop) == first
    assert names(house) == ["Ana", "Ben", "Maria"]


def test_joining_again_with_the_seat_in_the_browser_changes_nothing(house: House) -> None:
    laptop = house.seated(house.ana)
    before = everything(house.server)
    assert came_in(laptop.post("/join", code=house.workshop.join_code, name=" ANA "))
    assert everything(house.server) == before and "Ana" in laptop.get("/join").text
    set_open(house.server, house.workshop.id, False)
    assert came_in(laptop.post("/join", code=house.workshop.join_code, name="Ana"))


@pytest.mark.parametrize("path", ["/join", "/rejoin"])
def test_a_browser_without_cookies_takes_no_seat(house: House, path: str) -> None:
    laptop, before = house.laptop(), everything(house.server)
    codes = {"/join": house.workshop.join_code, "/rejoin": house.ana.participant.rejoin_code}
    form = {"code": codes[path], "name": "Maria", "word": word_in(laptop.get(path))}
    for _try in range(2):
        laptop.cookies = httpx.Cookies()
        page = laptop.post(path, **form)
        assert page.status_code == 400 and "keeps no cookies" in page.text.partition("<form")[0]
        assert f'value="{codes[path]}"' in page.text and word_in(page) == form["word"]
    assert everything(house.server) == before
    assert came_in(laptop.post(path, **form)), "this time the cookie of the form comes back"


@pytest.mark.parametrize("path", ["/join", "/rejoin", "/sign-in"])
def test_a_form_says_at_once_that_it_wants_cookies(house: House, path: str) -> None:
    house.facilitator()
    page = house.laptop().get(path).text
    assert "navigator.cookieEnabled" in page and '<p role="alert" id="no_cookies" hidden>' in page


def test_every_form_has_a_word_of_its_own_until_somebody_came_in(house: House) -> None:
    laptop, code = house.laptop(), house.workshop.join_code
    word = word_in(laptop.get("/join"))
    assert len(word) >= 22 and word_in(laptop.get("/join")) == word
    assert word_in(laptop.post("/join", code=code, name="Ana", word=word)) == word
    assert came_in(laptop.post("/join", code=code, name="Cleo", word=word))
    laptop.post("/leave")
    assert word_in(laptop.get("/join")) != word
    assert len({word_in(house.laptop().get("/join")) for _laptop in range(20)}) == 20


def test_nobody_takes_a_seat_with_a_word_that_can_be_guessed(house: House) -> None:
    code = house.workshop.join_code
    for word in ("", "a", "x" * 21, "x" * 65, "é" * 22, "x" * 21 + "\0", "x" * 21 + "\n"):
        name = f"Cleo {len(word)} {word[-1:]!r}"
        assert came_in(house.laptop().post("/join", code=code, name=name, word=word))
        page = house.laptop().post("/join", code=code, name=name, word=word)
        assert page.status_code == 400 and "has already joined" in page.text and word_in(page) != word


def test_a_word_finds_no_other_name_and_no_seat_that_moved(house: House) -> None:
    code, laptop = house.workshop.join_code, house.laptop()
    word = word_in(laptop.get("/join"))
    assert came_in(laptop.post("/join", code=code, name="Maria", word=word))
    stranger = house.laptop()
    stranger.get("/join")
    assert "has already joined" in stranger.post("/join", code=code, name="Ana", word=word).text
    (maria,) = [person for person in participants_of(house.server, house.workshop.id) if person.name == "Maria"]
    assert came_in(house.laptop().post("/rejoin", code=maria.rejoin_code))
    assert "has already joined" in laptop.post("/join", code=code, name="Maria", word=word).text


def test_a_browser_that_joins_twice_takes_the_newer_seat(house: House) -> None:
    laptop = house.laptop()
    for name in ("Cleo", "Dan"):
        assert came_in(laptop.post("/join", code=house.workshop.join_code, name=name))
    assert "Dan" in laptop.get("/join").text and names(house) == ["Ana", "Ben", "Cleo", "Dan"]


def test_a_whole_room_behind_one_address_joins(house: House) -> None:
    crowd = [Laptop(house.app) for _seat in range(40)]
    for number, laptop in enumerate(crowd):
        assert came_in(laptop.post("/join", code=house.workshop.join_code, name=f"Person {number}"))
    assert len(names(house)) == 42
    assert len({laptop.cookies[SEAT] for laptop in crowd}) == 40
