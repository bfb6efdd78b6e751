"""What a file is, by its bytes and its name."""

import pytest

from engine.media.kinds import TYPES, type_of
from engine.workshop import WorkshopProblem
from tests.media.samples import HEADS, PDF, PNG


@pytest.mark.parametrize("name", HEADS)
def test_a_file_is_what_its_first_bytes_say(name: str) -> None:
    kind, mime_type, head = HEADS[name]
    found = type_of(name, head)
    assert (found.kind, found.mime_type) == (kind, mime_type)


def test_every_type_has_a_sample() -> None:
    assert {mime_type for _kind, mime_type, _head in HEADS.values()} == {found.mime_type for found in TYPES}


@pytest.mark.parametrize("name", HEADS)
def test_a_page_with_scripts_passes_under_no_name(name: str) -> None:
    for body in (
        b"<!doctype html><script>alert(1)</script>",
        b"<svg xmlns='x'><script/></svg>",
        b"MZ\x90\x00",
        b"PK\x03\x04",
    ):
        with pytest.raises(WorkshopProblem, match="damaged or is something else"):
            type_of(name, body)


@pytest.mark.parametrize(
    "name, head, said",
    [
        ("page.html", b"<!doctype html>", "takes video, audio, pictures and PDF"),
        ("notes", b"some words", "takes video, audio, pictures and PDF"),
        ("drawing.svg", b"<svg/>", "Save it as PNG"),
        ("drawing.svgz", b"\x1f\x8b", "Save it as PNG"),
        ("film.mp4", PNG, "PNG inside"),
        ("law.html", PDF, "does not end in .pdf"),
        ("photo.heic", b"\x00\x00\x00\x20ftypheic" + bytes(12), "takes video"),
        ("film.mp4", b"", "damaged"),
        ("song.mp3", b"\xff\xfe<\x00h\x00t\x00m\x00l\x00", "damaged"),
    ],
)
def test_what_is_refused_is_told_what_to_do(name: str, head: bytes, said: str) -> None:
    with pytest.raises(WorkshopProblem, match=said):
        type_of(name, head)
