"""An address that no database can look up is not there: no failure, and nothing in the terminal."""

import pytest

from engine.routes.same_origin import ADDED
from tests.routes.conftest import House

ADDRESSES = (
    "/uploads/%00", "/uploads/a%00b", "/uploads/x/subtitles?language=%00", "/uploads/%00/subtitles", "/uploads/x?%00",
    "/slides/file?form=pdf&deck=steps&workshop=%00", "/slides/file?form=pdf&workshop=x&deck=%00",
    "/media-files/%00.svg", "/media-files/logo.svg%00", "/print?page=%00", "/join?code=%00", "/live?topic=%00", "/%00",
    "/watch?key=%00", "/medium?ref=media:%00",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_nul_in_an_address_is_no_page(house: House, address: str) -> None:
    for laptop in (house.laptop(), house.seated(house.ana), house.facilitator()):
        found = laptop.get(address)
        assert found.status_code == 404 and "There is no such page" in found.text
        assert {name: found.headers.get(name) for name in ADDED} == ADDED
    posted = house.laptop().post(address)
    assert posted.status_code == 404


def test_a_program_gets_a_bare_word(house: House) -> None:
    found = house.laptop().ask("GET", "/uploads/%00")
    assert (found.status_code, found.text) == (404, "Not Found")


@pytest.mark.parametrize("address", ["/join?code=%2500", "/join?code=%0000", "/join?code=00%", "/join?code=%C3%A9"])
def test_what_only_looks_like_it_passes(house: House, address: str) -> None:
    assert house.laptop().get(address).status_code == (404 if "%0000" in address else 200)


def test_half_a_letter_in_an_address_is_not_found(house: House) -> None:
    boss = house.facilitator()
    assert boss.get("/uploads/%ED%A0%80").status_code == 404
    assert boss.get("/slides/file?form=pdf&deck=steps&workshop=%ED%A0%80").status_code == 404
