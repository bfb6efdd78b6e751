"""Slides beside the pages: who may turn, write and take along, and what is said to the others."""

import io
import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest
from pptx import Presentation
from pypdf import PdfReader

from engine.slides.own_slides import add_slide, hide_slide, slides_of
from engine.slides.presenting import stand_of
from engine.workshop import set_open
from tests.routes.asking import ORIGIN, Laptop
from tests.routes.conftest import House
from tests.sample_content import STEPS

NO_TURNS: list[Any] = [
    b"", b"null", b"[]", b"{", b"\xff", b'{"step": 1}', {"step": "1"}, {"step": True}, {"step": 1.5}, {"step": None},
    {"workshop": 5}, {"deck": None}, {"more": 1}, {"step": 2**60},
    {"workshop": "\0"}, {"workshop": "\ud800"}, {"deck": "\0"}, {"deck": "steps\udfff"},
]  # fmt: skip


def turned(house: House, laptop: Laptop, sent: Any = None) -> httpx.Response:
    body = {"workshop": house.workshop.id, "deck": STEPS, "step": 1} | (sent if isinstance(sent, dict) else {})
    content = sent if isinstance(sent, bytes) else json.dumps(body).encode()
    return laptop.ask("POST", "/slides/turn", content=content, headers={"origin": ORIGIN})


def written(house: House, laptop: Laptop, **changes: Any) -> httpx.Response:
    sent = {"workshop": house.workshop.id, "deck": STEPS, "slide": "two", "field": "body", "value": "Ours", "base": 0}
    content = json.dumps(sent | changes).encode()
    return laptop.ask("POST", "/slides/text", content=content, headers={"origin": ORIGIN})


def place(house: House) -> int:
    return stand_of(house.server, house.workshop.id, STEPS).place


def body_of_two(house: House) -> str:
    return slides_of(house.server, house.workshop.id, STEPS)[1].body


def test_the_facilitators_key_turns_the_slide(house: House):
    facilitator = house.facilitator()
    for step, then in ((1, 1), (1, 2), (1, 2), (-1, 1), (-1000, 0)):
        response = turned(house, facilitator, {"step": step})
        assert (response.status_code, response.json()) == (200, {"place": then})
        assert place(house) == then


@pytest.mark.parametrize("sent", NO_TURNS, ids=repr)
def test_what_no_page_of_ours_sends_is_refused(house: House, sent: Any):
    response = turned(house, house.facilitator(), sent)
    assert response.status_code == 409 and response.json()["problem"]
    assert place(house) == 0


@pytest.mark.parametrize("who", [House.laptop, House.watcher, lambda house: house.seated(house.ana)])
def test_nobody_else_turns_or_writes_or_takes_along(house: House, who: Callable[[House], Laptop]):
    laptop = who(house)
    for response in (turned(house, laptop), written(house, laptop)):
        assert response.status_code == 409 and "Only the facilitator" in response.json()["problem"]
    address = f"/slides/file?workshop={house.workshop.id}&deck={STEPS}&format=powerpoint"
    assert laptop.get(address).status_code == 403
    assert (place(house), body_of_two(house)) == (0, "The two.")


def test_another_site_can_do_nothing(house: House):
    facilitator = house.facilitator()
    body = json.dumps({"workshop": house.workshop.id, "deck": STEPS, "step": 1}).encode()
    response = facilitator.ask("POST", "/slides/turn", content=body, headers={"origin": "http://elsewhere.test"})
    assert response.status_code == 403 and place(house) == 0


def test_a_text_is_saved_with_its_revision(house: House):
    first = written(house, house.facilitator()).json()
    assert first["value"] == "Ours" and first["revision"] == first["mine"] > 0 and first["saved_at"]
    assert body_of_two(house) == "Ours"


def test_a_text_that_comes_again_with_its_number_counts_once(house: House):
    facilitator = house.facilitator()
    first = written(house, facilitator, tab="window01", number=2**52).json()
    written(house, facilitator, value="Ours. Theirs.", base=first["revision"], tab="window02", number=1)
    again = written(house, facilitator, tab="window01", number=2**52).json()
    assert again["mine"] == first["mine"] and again["value"] == body_of_two(house) == "Ours. Theirs."


def test_a_text_with_what_nobody_can_store_is_cleaned_and_not_refused(house: House):
    response = written(house, house.facilitator(), value="Ours\0 \ud83d")
    assert response.status_code == 200 and response.json()["value"] == body_of_two(house) == "Ours ?"


@pytest.mark.parametrize(
    "changes",
    [
        {"deck": "nothing"}, {"slide": "nobody"}, {"field": "id"}, {"value": None}, {"value": 5}, {"value": "x" * 2001},
        {"base": "0"}, {"workshop": "nowhere"}, {"workshop": "\0"}, {"deck": "\ud800"}, {"slide": "\0"},
        {"field": "\0"}, {"tab": 5}, {"tab": "\0"}, {"number": "1"}, {"number": 2**60},
    ],
)  # fmt: skip
def test_a_text_that_belongs_nowhere_is_refused_with_what_to_do(house: House, changes: dict[str, Any]):
    response = written(house, house.facilitator(), **changes)
    assert response.status_code == 409 and response.json()["problem"].endswith(".")
    assert body_of_two(house) == "The two."


def test_a_closed_workshop_keeps_its_slides(house: House):
    set_open(house.server, house.workshop.id, False)
    facilitator = house.facilitator()
    assert "closed" in written(house, facilitator).json()["problem"]
    assert "closed" in turned(house, facilitator).json()["problem"]


@pytest.mark.parametrize("path", ["/slides/turn", "/slides/text"])
def test_nobody_opens_what_pages_post_to(house: House, path: str):
    assert house.facilitator().get(path).status_code == 405


def test_the_file_is_the_workshops_version(house: House):
    facilitator = house.facilitator()
    written(house, facilitator, slide="two", field="title", value="Zwei")
    hide_slide(house.server, house.workshop.id, STEPS, "one", True)
    own = add_slide(house.server, house.workshop.id, STEPS, "two")
    written(house, facilitator, slide=own, field="title", value="<script>alert(1)</script>")
    response = facilitator.get(f"/slides/file?workshop={house.workshop.id}&deck={STEPS}&format=powerpoint")
    assert response.status_code == 200
    assert f"{STEPS}.pptx" in response.headers["content-disposition"]
    slides = Presentation(io.BytesIO(response.content)).slides
    titles = [slide.shapes.title.text_frame.text for slide in slides]
    assert titles == ["Steps", "Zwei", "<script>alert(1)</script>", "Three"]


@pytest.mark.parametrize("form, name", [("pdf", f"{STEPS}.pdf"), ("notes", f"{STEPS}-with-notes.pdf")])
def test_the_pdf_is_the_workshops_version_too(house: House, form: str, name: str):
    facilitator = house.facilitator()
    hide_slide(house.server, house.workshop.id, STEPS, "one", True)
    written(house, facilitator, slide="two", field="title", value="العمل #panic()")
    response = facilitator.get(f"/slides/file?workshop={house.workshop.id}&deck={STEPS}&format={form}")
    assert response.status_code == 200 and name in response.headers["content-disposition"]
    found = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(response.content)).pages)
    assert "panic()" in found and "العمل" in found and "The three." in found and "The one." not in found
    assert ("Say three." in found) == (form == "notes")


@pytest.mark.parametrize("changed", [{"format": "exe"}, {"format": ""}, {"deck": "nothing"}, {"workshop": "nowhere"}])
def test_a_file_that_is_not_there(house: House, changed: dict[str, str]):
    asked = {"workshop": house.workshop.id, "deck": STEPS, "format": "powerpoint"} | changed
    assert house.facilitator().get("/slides/file", **asked).status_code == 404
