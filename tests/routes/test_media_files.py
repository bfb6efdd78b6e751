"""Of the folder `media` everybody gets pictures, films and subtitles, and nobody the notes and the answers."""

import pytest

from engine.content import ROOT
from tests.routes.conftest import House

FILES = sorted(path.relative_to(ROOT / "media").as_posix() for path in (ROOT / "media").rglob("*") if path.is_file())
SHOWN = [name for name in FILES if name.endswith((".svg", ".png", ".jpg", ".webp", ".mp4", ".vtt"))]


def test_pictures_films_and_subtitles_are_given(house: House) -> None:
    assert "logo.svg" in SHOWN and "films/forced-labour.mp4" in SHOWN
    for name in SHOWN:
        found = house.laptop().ask("HEAD", f"/media-files/{name}")
        assert found.status_code == 200 and int(found.headers["content-length"]) > 0, name


def test_notes_and_answers_are_given_to_nobody(house: House) -> None:
    kept = [name for name in FILES if name not in SHOWN]
    assert {"slides/ten-charts.md", "films/forced-labour.yaml"} <= set(kept)
    for laptop in (house.laptop(), house.seated(house.ana), house.facilitator()):
        for name in kept:
            assert laptop.get(f"/media-files/{name}").status_code == 404, name


@pytest.mark.parametrize("name", ["{}/", "{}/.", "{}.", "{}%20", "{}%2f.svg", "./{}", "x/../{}", "%2e/{}"])
def test_no_way_of_writing_a_name_leads_there(house: House, name: str) -> None:
    for kept in ("slides/ten-charts.md", "slides/ten-charts.MD"):
        assert house.laptop().get("/media-files/" + name.format(kept)).status_code == 404


def test_a_folder_is_no_file(house: House) -> None:
    for name in ("", "slides", "slides/", "films/", ".svg", "slides/.svg"):
        assert house.laptop().get(f"/media-files/{name}").status_code == 404
