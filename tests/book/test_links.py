"""Links of the real content: each leads somewhere, and each is seen from both ends."""

import pytest

from engine.book import leads_to, title_of
from engine.book.links import kind_of
from engine.content import Library
from engine.content.page import KINDS
from tests.real_content import LIBRARY

PAGES = {f"handbook:{name}": page for name, page in LIBRARY.pages.items()}
PAGES |= {f"instrument:{name}": page for name, page in LIBRARY.instruments.items()}
every_page = pytest.mark.parametrize("ref", PAGES)


@every_page
def test_every_link_leads_somewhere(ref: str):
    assert [link for link in PAGES[ref].links() if LIBRARY.target(link) is None] == []


@every_page
def test_what_a_page_points_to_knows_of_it(ref: str):
    for link in PAGES[ref].links():
        if link != ref:
            assert ref in leads_to(LIBRARY, link), f"{link} does not lead back"


@every_page
def test_nothing_is_said_to_lead_here_that_does_not(ref: str):
    for other in leads_to(LIBRARY, ref):
        if other in PAGES:
            assert ref in PAGES[other].links()
        else:
            assert other.startswith("activity:") and LIBRARY.target(other)
    assert ref not in leads_to(LIBRARY, ref)


@every_page
def test_a_page_does_not_send_readers_in_a_circle_or_twice_to_one_place(ref: str):
    assert ref not in PAGES[ref].see
    assert len(set(PAGES[ref].see)) == len(PAGES[ref].see)


def test_every_term_that_is_explained_is_used_on_a_page(library: Library):
    assert [name for name in library.terms if not leads_to(library, f"term:{name}")] == []


def test_every_case_activity_and_indicator_can_be_reached_from_a_page(library: Library):
    refs = [
        f"{kind}:{name}" for kind in ("case", "activity", "indicator", "instrument") for name in library.shelf(kind)
    ]
    assert len(refs) == 7 + 11 + 6 + 5
    assert [ref for ref in refs if not any(other in PAGES for other in leads_to(library, ref))] == []


def test_a_case_and_a_handbook_page_name_the_activities_that_use_them(library: Library):
    assert "activity:indicators-and-investigation" in leads_to(library, "case:household-pakistan")
    assert "activity:referral-mechanism" in leads_to(library, "handbook:referral-mechanism")


def test_the_pages_that_lead_here_come_in_the_order_of_the_handbook(library: Library):
    order = list(PAGES)
    found = [order.index(ref) for ref in leads_to(library, "term:forced-labour") if ref in PAGES]
    assert len(found) > 5 and found == sorted(found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_has_a_name_and_all_its_things_have_titles(kind: str, library: Library):
    assert kind_of(f"{kind}:x") and library.shelf(kind)
    assert all(title_of(library, f"{kind}:{name}") for name in library.shelf(kind))


@pytest.mark.parametrize("ref", ["handbook:gone", "gone:policies", "", ":", "policies"])
def test_what_leads_nowhere_has_no_title(ref: str, library: Library):
    assert title_of(library, ref) == "" and library.target(ref) is None
