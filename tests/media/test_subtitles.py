"""Subtitles: two forms come in, one is kept, and a wrong line is named."""

import pytest

from engine.media.kinds import type_of
from engine.media.shelf import About, kept, new_item, remove
from engine.media.subtitles import as_vtt, put_subtitles, remove_subtitles, subtitle_text, subtitles_of
from engine.server import Server
from engine.store import MediaItem
from engine.workshop import WorkshopProblem
from tests.media.samples import HEADS, SRT

VTT = "WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nHello.\n\n00:00:02.000 --> 00:00:04.250\n<i>Two</i>\nlines.\n"


@pytest.mark.parametrize(
    "raw",
    [
        SRT.encode(),
        SRT.replace("\n", "\r\n").encode("utf-8-sig"),
        SRT.replace("\n", "\r").encode("utf-16"),
        SRT.replace("\n\n2\n", "\n2\n").encode(),  # somebody forgot the empty line
        SRT.replace("1\n", "", 1).replace("2\n00", "00").encode(),  # no numbers
        VTT.encode(),
        VTT.replace("WEBVTT", "WEBVTT - A film\nKind: captions").encode(),
        VTT.replace("WEBVTT\n", "WEBVTT\n\nNOTE ten --> of them\n\nSTYLE\n::cue { color: red }\n").encode(),
        VTT.replace("00:00:00.5", "00:00.5").replace(".000\nHello", ".000\nHello").encode(),
        SRT.replace("02,000\nHello.", "02,000 X1:1 X2:2\nHello.").encode(),
    ],
)  # fmt: skip
def test_both_forms_become_the_same(raw: bytes) -> None:
    assert as_vtt(raw) == VTT


def test_where_a_line_stands_is_kept_and_so_is_every_letter() -> None:
    raw = "WEBVTT\n\n00:01.000 --> 01:00:02.000 line:0 position:20% onload:x\nمرحبا & <b>bold</b>\n"
    said = "WEBVTT\n\n00:00:01.000 --> 01:00:02.000 line:0 position:20%\nمرحبا & <b>bold</b>\n"
    assert as_vtt(raw.encode()) == said
    assert as_vtt(said.encode()) == said


def test_an_empty_line_within_a_subtitle_loses_no_words() -> None:
    assert "first\nsecond" in as_vtt(b"1\n00:00:01,000 --> 00:00:02,000\nfirst\n\nsecond\n")
    assert "\n10:30 - we leave\n" in as_vtt(b"1\n00:00:01,000 --> 00:00:02,000\n10:30 - we leave\n")


@pytest.mark.parametrize(
    "raw, said",
    [
        (b"1\n00:00:01,000 -> 00:00:02,000\nHello\n", "Line 2 should be a timing"),
        (SRT.replace("00:00:02,000 --> 00:00:04,250", "00:00:02 --> later").encode(), "Line 6 should be a timing"),
        (SRT.replace("02,000 -->", "02,000 to").encode(), "Line 6 should be a timing"),
        (SRT.replace("00:00:04,250", "00:61:04,250").encode(), "Line 6 should be a timing"),
        (SRT.replace("00:00:04,250", "00:00:01,250").encode(), "Line 6: this subtitle ends before it begins"),
        (b"Some words\nand more\n", "Line 1 should be a timing"),
        (b"WEBVTT\n", "no subtitles"),
        (b"", "no subtitles"),
        ("1\n00:00:01,000 --> 00:00:02,000\ncaf\u00e9\n".encode("cp1252"), "UTF-8"),
        (b"\xff\xfe\x00", "UTF-8"),
        (b"x" * 2_000_001, "too long"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(raw: bytes, said: str) -> None:
    with pytest.raises(WorkshopProblem, match=said):
        as_vtt(raw)


def film(server: Server, name: str = "film.mp4") -> MediaItem:
    return kept(server, new_item(About("A film", "Us", "CC0"), name, type_of(name, HEADS[name][2])))


def test_a_film_has_subtitles_in_several_languages(workshop_server: Server) -> None:
    item = film(workshop_server)
    put_subtitles(workshop_server, item.id, "  English ", SRT.encode())
    put_subtitles(workshop_server, item.id, "العربية", SRT.replace("Hello", "مرحبا").encode())
    assert subtitles_of(workshop_server) == {item.id: ["English", "العربية"]}
    put_subtitles(workshop_server, item.id, "English", SRT.replace("Hello", "Good day").encode())
    assert subtitles_of(workshop_server) == {item.id: ["English", "العربية"]}
    assert "Good day." in (subtitle_text(workshop_server, item.id, "English") or "")
    remove_subtitles(workshop_server, item.id, "English")
    assert subtitles_of(workshop_server) == {item.id: ["العربية"]}
    remove(workshop_server, item.id)
    assert subtitles_of(workshop_server) == {}


def test_what_cannot_have_subtitles_is_told(workshop_server: Server) -> None:
    for media_id in ("none", film(workshop_server, "map.png").id):
        with pytest.raises(WorkshopProblem, match="no longer in the library"):
            put_subtitles(workshop_server, media_id, "English", SRT.encode())
    with pytest.raises(WorkshopProblem, match="in which language"):
        put_subtitles(workshop_server, film(workshop_server).id, " ", SRT.encode())
