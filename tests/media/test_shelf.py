"""The library's own files and links."""

import pytest

from engine.live import topics
from engine.media.attaching import attach, attached, titles_with, uses
from engine.media.folder import Incoming, media_folder
from engine.media.kinds import type_of
from engine.media.piece import piece, pieces
from engine.media.shelf import (
    About,
    add_link,
    all_items,
    clean_name,
    clear_left_overs,
    describe,
    item_by_id,
    kept,
    new_item,
    remove,
    size_text,
    total_bytes,
)
from engine.media.subtitles import put_subtitles, remove_subtitles, subtitle_text
from engine.server import Server
from engine.store import MediaItem
from engine.workshop import Playing, WorkshopProblem, show_instead
from tests.media.samples import CLIP, HEADS, SRT
from tests.sample_content import open_sample

ABOUT = About("A film", "Filmed by us", "CC BY 4.0")


def added(server: Server, name: str = "film.mp4", body: bytes = CLIP) -> MediaItem:
    """Add a file as the route does."""
    item = new_item(ABOUT, name, type_of(name, HEADS[name][2]))
    assert item.stored_name
    with Incoming(media_folder(server.database), item.stored_name) as incoming:
        incoming.write(body)
        incoming.settle()
        item.bytes = incoming.bytes
        kept(server, item)
        incoming.keep()
    return item


def files(server: Server) -> list[str]:
    return sorted(path.name for path in media_folder(server.database).glob("*"))


def test_files_and_links_stand_in_one_list_the_newest_first(workshop_server: Server) -> None:
    film = added(workshop_server)
    link = add_link(workshop_server, ABOUT, " https://example.org/film?x=1#t=5 ")
    assert [item.id for item in all_items(workshop_server)] == [link.id, film.id]
    assert link.address == "https://example.org/film?x=1#t=5" and link.stored_name is None
    assert files(workshop_server) == [f"{film.id}.mp4"]
    assert total_bytes(workshop_server) == len(CLIP)
    found = {each.ref: each for each in pieces(workshop_server)}
    assert found[f"media:{film.id}"].address == f"/uploads/{film.id}"
    assert found[f"media:{link.id}"].address == link.address


def test_a_piece_has_its_subtitles(workshop_server: Server) -> None:
    film = added(workshop_server)
    put_subtitles(workshop_server, film.id, "Français & Co", SRT.encode())
    found = piece(workshop_server, f"media:{film.id}")
    assert found and [track.language for track in found.tracks] == ["Français & Co"]
    assert found.tracks[0].address == f"/uploads/{film.id}/subtitles?language=Fran%C3%A7ais%20%26%20Co"
    assert not found.is_own
    assert piece(workshop_server, "media:none") is None and piece(workshop_server, "film") is None


@pytest.mark.parametrize(
    "address",
    ["", "example.org", "ftp://example.org/x", "javascript:alert(1)", "data:text/html,x", "http://", "http://[", "https:///x",
     "https://example.org/a b", 'https://example.org/"x', "https://example.org/<x>", "https://example.org:99999/",
     "https://example.org/\u202e", "https://example.org/" + "x" * 2000],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(workshop_server: Server, address: str) -> None:
    with pytest.raises(WorkshopProblem):
        add_link(workshop_server, ABOUT, address)
    assert all_items(workshop_server) == []


@pytest.mark.parametrize("title, source, licence, said", [
    ("", "Us", "CC0", "title"), ("Film", " ", "CC0", "where it comes from"), ("Film", "Us", "\u200b", "lets you show"),
    ("x" * 121, "Us", "CC0", "at most 120"), ("Film", "x" * 301, "CC0", "at most 300"),
])  # fmt: skip
def test_a_title_a_source_and_a_licence_are_wanted(title: str, source: str, licence: str, said: str) -> None:
    with pytest.raises(WorkshopProblem, match=said):
        About.typed(title, source, licence)


@pytest.mark.parametrize("typed, name", [
    ("../../etc/x.mp4", "x.mp4"), ("C:\\films\\x.mp4", "x.mp4"), ("a\x00b\n.mp4", "ab .mp4"),
    (" film  1.mp4 ", "film 1.mp4"),
    ("\u202egpj.mp4", "gpj.mp4"), ("فيلم.mp4", "فيلم.mp4"), ("\ud800.mp4", "?.mp4"),
])  # fmt: skip
def test_a_name_is_shown_without_folders_and_without_unseen_signs(typed: str, name: str) -> None:
    assert clean_name(typed) == name


@pytest.mark.parametrize(
    "typed, said", [("", "no name"), ("../", "no name"), ("x" * 201 + ".mp4", "name of the file is too long")]
)
def test_a_name_that_is_none_is_refused(typed: str, said: str) -> None:
    with pytest.raises(WorkshopProblem, match=said):
        clean_name(typed)


@pytest.mark.parametrize("none", ["", "\0", "a\0", "\ud800"])
def test_an_id_that_there_cannot_be_is_not_found(workshop_server: Server, none: str) -> None:
    workshop, film = open_sample(workshop_server), added(workshop_server)
    assert item_by_id(workshop_server, none) is None and piece(workshop_server, f"media:{none}") is None
    assert not uses(workshop_server, workshop.id, f"media:{none}")
    assert subtitle_text(workshop_server, film.id, none) is None


def test_title_source_and_licence_can_be_changed(workshop_server: Server) -> None:
    film = added(workshop_server)
    describe(workshop_server, film.id, About("Another", "Them", "With permission"))
    now = item_by_id(workshop_server, film.id)
    assert now and (now.title, now.source, now.licence) == ("Another", "Them", "With permission")
    with pytest.raises(WorkshopProblem, match="no longer in the library"):
        describe(workshop_server, "none", ABOUT)


def test_a_medium_is_attached_to_places_of_a_workshop(workshop_server: Server) -> None:
    one, two = open_sample(workshop_server, "One"), open_sample(workshop_server, "Two")
    film = f"media:{added(workshop_server).id}"
    attach(workshop_server, one.id, film, ["item:sample_cases", "activity:sample-cases"])
    attach(workshop_server, two.id, film, ["activity:sample-cases"])
    attach(workshop_server, one.id, "film:forced-labour", ["activity:sample-cases"])
    assert attached(workshop_server, one.id) == {
        "item:sample_cases": [film], "activity:sample-cases": [film, "film:forced-labour"],
    }  # fmt: skip
    attach(workshop_server, one.id, film, ["activity:sample-cases"])
    assert attached(workshop_server, one.id) == {"activity:sample-cases": [film, "film:forced-labour"]}
    assert titles_with(workshop_server, film) == ["One", "Two"]
    attach(workshop_server, two.id, film, [])
    assert titles_with(workshop_server, film) == ["One"] and attached(workshop_server, two.id) == {}
    with pytest.raises(WorkshopProblem, match="no longer there"):
        attach(workshop_server, "none", film, ["activity:sample-cases"])


def test_a_workshop_uses_what_is_attached_or_shown(workshop_server: Server) -> None:
    workshop, film = open_sample(workshop_server), f"media:{added(workshop_server).id}"
    assert not uses(workshop_server, workshop.id, film) and not uses(workshop_server, "none", film)
    attach(workshop_server, workshop.id, film, ["activity:sample-cases"])
    assert uses(workshop_server, workshop.id, film)
    attach(workshop_server, workshop.id, film, [])
    show_instead(workshop_server, workshop.id, Playing(film))
    assert uses(workshop_server, workshop.id, film) and not uses(workshop_server, workshop.id, "media:other")


def test_what_is_removed_leaves_no_file_and_no_attachment(workshop_server: Server) -> None:
    workshop, film, other = open_sample(workshop_server), added(workshop_server), added(workshop_server)
    attach(workshop_server, workshop.id, f"media:{film.id}", ["activity:sample-cases"])
    remove(workshop_server, film.id)
    assert [item.id for item in all_items(workshop_server)] == [other.id]
    assert files(workshop_server) == [f"{other.id}.mp4"] and attached(workshop_server, workshop.id) == {}
    remove(workshop_server, film.id)  # in another window
    remove(workshop_server, add_link(workshop_server, ABOUT, "https://example.org").id)


def test_at_the_start_what_was_half_done_is_finished_or_undone(workshop_server: Server) -> None:
    film = added(workshop_server)
    there = media_folder(workshop_server.database)
    (there / f"{film.id}.mp4").rename(there / f"{film.id}.mp4.part")
    (there / "0123.mp4.part").write_bytes(b"half")
    clear_left_overs(workshop_server)
    assert files(workshop_server) == [f"{film.id}.mp4"]


@pytest.mark.parametrize("size, said", [
    (0, "0 bytes"), (999, "999 bytes"), (1000, "1 kB"), (34_567, "34.6 kB"), (999_900, "1 MB"), (3_400_000, "3.4 MB"),
    (2_147_483_648, "2.1 GB"),
])  # fmt: skip
def test_a_size_is_said_as_people_read_it(size: int, said: str) -> None:
    assert size_text(size) == said


def test_every_change_is_told_to_who_looks_at_the_library_and_to_the_rooms_that_use_it(workshop_server: Server) -> None:
    workshop, other = open_sample(workshop_server), open_sample(workshop_server)
    room, listened = topics.room(workshop.id), [topics.media(), topics.room(workshop.id), topics.room(other.id)]
    film, bus = added(workshop_server), workshop_server.bus
    for act, expected in (
        (lambda: added(workshop_server), {topics.media()}),
        (lambda: add_link(workshop_server, ABOUT, "https://example.org"), {topics.media()}),
        (lambda: describe(workshop_server, film.id, ABOUT), {topics.media()}),
        (lambda: put_subtitles(workshop_server, film.id, "Français", SRT.encode()), {topics.media()}),
        (lambda: remove_subtitles(workshop_server, film.id, "Français"), {topics.media()}),
        (lambda: attach(workshop_server, workshop.id, f"media:{film.id}", ["item:farm"]), {topics.media(), room}),
        (lambda: remove(workshop_server, film.id), {topics.media(), room}),
    ):
        mark = bus.mark()
        act()
        assert bus.missed(listened, mark) == expected
