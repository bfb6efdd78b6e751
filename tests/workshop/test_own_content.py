"""A workshop's own copy of the content."""

import dataclasses

import pytest

from engine.server import Server
from engine.workshop import WorkshopProblem, content_of
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


def test_an_activity_works_on_its_cases_in_their_order(workshop_server: Server) -> None:
    copy = content_of(workshop_server, open_sample(workshop_server).id)
    assert list(copy.cases_of(copy.activities[CASES])) == [FARM, HOTEL]
    assert copy.cases_of(copy.activities[CAMPAIGN]) == {}


def test_a_workshop_that_is_not_there_has_none(workshop_server: Server) -> None:
    with pytest.raises(WorkshopProblem, match="no longer there"):
        content_of(workshop_server, "none")
    assert workshop_server.copies == {}
