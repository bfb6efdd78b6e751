"""What a browser gets for the live sheet: its data, and the script and looks that it keeps."""

import pytest

from engine.sheet import scripts
from engine.workshop import rejoin
from tests.routes.conftest import House
from tests.sample_content import CAMPAIGN, CASES


def test_the_data_is_that_of_the_own_group(house: House) -> None:
    for seat, group in ((house.ana, "One"), (house.ben, "Two")):
        response = house.seated(seat).get("/sheet/data", activity=CASES)
        assert response.status_code == 200 and response.headers["cache-control"] == "no-store"
        assert (response.json()["group"], response.json()["place"]["activity"]) == (group, CASES)
    assert house.seated(house.ana).get("/sheet/data").json()["place"]["activity"] == CAMPAIGN


@pytest.mark.parametrize("activity", ["nowhere", "\ud800", "x" * 5000])
def test_what_is_not_there_is_said(house: House, activity: str) -> None:
    response = house.seated(house.ana).get("/sheet/data", activity=activity.encode("utf-8", "replace").decode())
    assert response.status_code == 409 and response.json()["problem"].endswith(".")


def test_without_a_seat_there_is_no_data(house: House) -> None:
    lost = house.seated(house.ana)
    rejoin(house.server, house.ana.participant.rejoin_code)
    for laptop in (house.laptop(), house.watcher(), house.facilitator(), lost):
        response = laptop.get("/sheet/data", activity=CASES)
        assert response.status_code == 409 and "no seat" in response.json()["problem"]


def test_a_browser_keeps_script_and_looks_for_ever(house: House) -> None:
    found = scripts.parts()
    for address, kind in ((found.script, "javascript"), (found.line, "javascript"), (found.styles, "css")):
        response = house.laptop().get(address)
        assert (response.status_code, response.text) == (200, found.texts[address.rpartition("/")[2]])
        assert kind in response.headers["content-type"] and "immutable" in response.headers["cache-control"]


@pytest.mark.parametrize("path", ["/parts/0/sheet.js", "/parts/{hash}/other.css", "/parts/{hash}/data.py"])
def test_no_other_file_is_a_part(house: House, path: str) -> None:
    assert house.laptop().get(path.format(hash=scripts.parts().hash)).status_code == 404
