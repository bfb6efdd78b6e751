"""A workshop's own copy of the content."""

import dataclasses
import json
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256

import pytest
from sqlalchemy import select

from engine.server import Server
from engine.store import ContentCopy, Workshop
from engine.workshop import WorkshopProblem, content_of, own_content
from engine.workshop.copy_format import FORMAT
from engine.workshop.own_content import keep_copy
from tests.sample_content import CAMPAIGN, CASES, FARM, HOTEL, open_sample, sample_library


def restarted(server: Server) -> Server:
    """The same database behind a program whose content has changed since."""
    library = sample_library()
    del library.activities[CAMPAIGN], library.case_studies[HOTEL]
    return dataclasses.replace(server, library=library, copies={})


def test_a_workshop_runs_on_its_own_copy_of_the_content(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    later = restarted(workshop_server)
    copy = content_of(later, workshop.id)
    assert list(copy.activities) == [CASES, CAMPAIGN] and list(copy.case_studies) == [FARM, HOTEL]
    assert copy.activities == workshop_server.library.activities
    assert copy.case_studies == workshop_server.library.case_studies
    assert copy.module == workshop_server.library.modules["sample"]
    assert list(content_of(later, open_sample(later).id).activities) == [CASES]


def test_the_copy_is_read_once(workshop_server: Server) -> None:
    workshop = open_sample(workshop_server)
    assert content_of(workshop_server, workshop.id) is content_of(workshop_server, workshop.id)


def copies_in(server: Server) -> dict[str, str]:
    with server.database.read() as db:
        return {copy.id: copy.text for copy in db.scalars(select(ContentCopy))}


def test_equal_copies_are_one_in_the_database_and_in_memory(workshop_server: Server) -> None:
    first, second = open_sample(workshop_server), open_sample(workshop_server, "Another")
    assert content_of(workshop_server, first.id) is content_of(workshop_server, second.id)
    ((copy_id, text),) = copies_in(workshop_server).items()
    assert copy_id == sha256(text.encode()).hexdigest() and list(workshop_server.copies) == [copy_id]
    later = restarted(workshop_server)
    third = open_sample(later)
    assert content_of(later, third.id) != content_of(later, first.id) == content_of(workshop_server, first.id)
    assert len(copies_in(later)) == 2


def test_workshops_that_are_opened_at_once_share_their_copy(workshop_server: Server) -> None:
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(lambda _n: open_sample(workshop_server).copy_id, range(8)))
    assert set(opened) == set(copies_in(workshop_server)) and len(set(opened)) == 1


def test_memory_holds_the_copies_that_were_read_last(workshop_server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(own_content, "MOST_COPIES", 2)
    module, opened = workshop_server.library.modules["sample"], []
    for title in ("One", "Two", "Three"):
        workshop_server.library.modules["sample"] = module.model_copy(update={"title": title})
        opened.append(open_sample(workshop_server))
    for workshop, title in zip(opened * 2, ["One", "Two", "Three"] * 2, strict=True):
        assert content_of(workshop_server, workshop.id).module.title == title
        assert len(workshop_server.copies) <= 2
    assert list(workshop_server.copies) == [workshop.copy_id for workshop in opened[1:]]


@pytest.mark.parametrize(
    ("text", "said"), [(json.dumps({"format": FORMAT + 1}), "newer version"), ("{}", "damaged"), ("{", "damaged")]
)
def test_a_copy_that_cannot_be_read_says_what_to_do(workshop_server: Server, text: str, said: str) -> None:
    workshop, sound = open_sample(workshop_server), open_sample(workshop_server)
    with workshop_server.database.write() as db:
        db.get_one(Workshop, workshop.id).copy_id = keep_copy(db, text)
    for _again in range(2):
        with pytest.raises(WorkshopProblem, match=said):
            content_of(workshop_server, workshop.id)
    assert content_of(workshop_server, sound.id).module


def test_an_activity_works_on_its_cases_in_their_order(workshop_server: Server) -> None:
    copy = content_of(workshop_server, open_sample(workshop_server).id)
    assert list(copy.cases_of(copy.activities[CASES])) == [FARM, HOTEL]
    assert copy.cases_of(copy.activities[CAMPAIGN]) == {}


def test_a_workshop_that_is_not_there_has_none(workshop_server: Server) -> None:
    with pytest.raises(WorkshopProblem, match="no longer there"):
        content_of(workshop_server, "none")
    assert workshop_server.copies == {}
