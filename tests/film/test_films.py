"""The films of the project: what lies in the repository is what the storyboards say."""

import re
import struct
from collections.abc import Iterator
from typing import get_args

import pytest

from engine.content import ROOT, Film
from engine.content.film import PictureName, SceneKind
from engine.film.making import as_vtt
from engine.film.scenes import PICTURES, SCENES, draw
from tests.real_content import LIBRARY

FOLDER = ROOT / "media" / "films"
films = pytest.mark.parametrize("film", LIBRARY.films.values(), ids=lambda film: film.id)
LENGTH = {"forced-labour": (180, 300), "unions-and-ngos": (120, 180)}


def boxes(data: bytes, begins: int = 0, ends: int | None = None) -> Iterator[tuple[str, int, int]]:
    """The boxes of an MP4 file: name, first byte of what is in it, and where it ends."""
    while begins + 8 <= (ends or len(data)):
        size, name = struct.unpack_from(">I4s", data, begins)
        assert size >= 8, "a box of more than 4 GiB, or one that is broken"
        yield name.decode("latin-1"), begins + 8, begins + size
        begins += size


def inside(data: bytes, *path: str) -> tuple[int, int]:
    """Find a box in boxes."""
    begins, ends = 0, len(data)
    for wanted in path:
        begins, ends = next((b, e) for name, b, e in boxes(data, begins, ends) if name == wanted)
    return begins, ends


def test_the_agenda_has_both():
    items = [item for module in LIBRARY.modules.values() for item in module.items()]
    assert {item.film for item in items if item.kind == "video"} == set(LIBRARY.films) == set(LENGTH)


@films
def test_a_film_is_as_long_as_a_room_can_watch(film: Film):
    low, high = LENGTH[film.id]
    assert low <= film.seconds <= high
    assert 5 <= len(film.questions) <= 6


@films
def test_the_file_has_the_length_of_its_storyboard_and_can_be_played_at_once(film: Film):
    data = (FOLDER / f"{film.id}.mp4").read_bytes()
    assert len(data) < 25_000_000
    names = [name for name, _b, _e in boxes(data)]
    assert names.index("moov") < names.index("mdat"), "it would only play when it has come whole"
    begins, _ends = inside(data, "moov", "mvhd")
    scale, length = struct.unpack_from(">II", data, begins + 12)
    assert abs(length / scale - film.seconds) < 0.1
    begins, ends = inside(data, "moov", "trak", "mdia", "minf", "stbl", "stsd")
    assert b"avc1" in data[begins:ends], "not every browser plays anything but H.264"


@films
def test_the_subtitles_beside_it_are_those_of_the_storyboard(film: Film):
    assert (FOLDER / f"{film.id}.vtt").read_text(encoding="utf-8") == as_vtt(film)
    assert (FOLDER / f"{film.id}.jpg").read_bytes()[:2] == b"\xff\xd8"


@films
def test_subtitles_are_read_in_their_time(film: Film):
    cues = list(film.cues())
    assert cues[-1][1] <= film.seconds
    for (begins, ends, text), following in zip(cues, [*cues[1:], (film.seconds, 0, "")], strict=True):
        assert 1.2 <= ends - begins <= 9, text
        assert len(text) / (ends - begins) <= 17, text
        assert ends <= following[0]


@films
def test_every_number_that_is_told_is_a_fact_of_ours(film: Film):
    facts = [figure.value for dataset in LIBRARY.datasets.values() for figure in dataset.rows]
    known = {f"{value:,}" for value in facts} | {f"{value / 1_000_000:g} million" for value in facts}
    texts = [s.text for case in LIBRARY.case_studies.values() for s in case.sentences]
    texts += [page.body for page in LIBRARY.pages.values()]
    for scene in film.scenes:
        for told in (scene.heading, *scene.lines, *scene.subtitles):
            for number in re.findall(r"\d[\d,.]*\d(?: million)?", told):
                plain = number.rstrip(".,")
                assert plain in known or any(plain in text for text in texts) or plain in AGAINST, f"{scene.id}: {told}"


AGAINST = {"5,000"}
"""Not a figure but a limit: each year of the source lies below it."""


def test_each_year_lies_below_the_limit_that_is_told():
    dataset = LIBRARY.datasets["law-enforcement-2003-2006"]
    assert all(figure.value < 5_000 for figure in dataset.rows if figure.series == "convictions")


def test_every_kind_of_scene_and_every_picture_is_drawn():
    assert set(get_args(SceneKind)) == set(SCENES)
    assert set(get_args(PictureName)) == set(PICTURES)


@films
def test_something_moves_in_every_scene(film: Film):
    for scene in film.scenes:
        first, later = (draw(LIBRARY, scene, t).finished() for t in (0.0, scene.seconds - 0.1))
        assert first.size == (1280, 720)
        assert first.tobytes() != later.tobytes(), scene.id


@films
def test_nothing_is_drawn_where_subtitles_lie(film: Film):
    for scene in film.scenes:
        low = draw(LIBRARY, scene, scene.seconds - 0.1).finished().crop((0, 600, 1280, 720))
        assert len(low.getcolors() or []) == 1, scene.id
