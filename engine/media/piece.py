"""A medium as a screen plays it: one of the library's files and links, or a film of the project."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from urllib.parse import quote

from engine.access import Visitor
from engine.content import ROOT, Film
from engine.language import _
from engine.media.attaching import uses
from engine.media.kinds import Kind
from engine.media.shelf import all_items, item_by_id
from engine.media.subtitles import subtitles_of
from engine.server import Server
from engine.store import MediaItem


@dataclass(frozen=True)
class Track:
    """Subtitles in one language."""

    language: str
    address: str


@dataclass(frozen=True)
class Piece:
    """What a screen needs to show a medium."""

    ref: str
    """`media:<id>` or `film:<id>`."""
    kind: Kind
    title: str
    address: str
    """Its address for the browser: a path on this server, or the whole address of a link."""
    source: str
    licence: str
    bytes: int = 0
    mime_type: str = ""
    tracks: Sequence[Track] = ()
    poster: str = ""
    """The path of a still picture that is seen before it plays; empty for none."""

    @property
    def is_own(self) -> bool:
        """Whether it is a film of the project, which nobody can remove."""
        return self.ref.startswith("film:")


def pieces(server: Server) -> list[Piece]:
    """Everything in the library, the newest first, and the project's films after it."""
    languages = subtitles_of(server)
    added = [_of_item(item, languages.get(item.id, [])) for item in all_items(server)]
    return added + [_of_film(film) for film in server.library.films.values()]


def piece(server: Server, ref: str) -> Piece | None:
    """What a ref points to; None when it is not there."""
    kind, _colon, name = ref.partition(":")
    if kind == "media" and (item := item_by_id(server, name)):
        return _of_item(item, subtitles_of(server).get(name, []))
    if kind == "film" and name in server.library.films:
        return _of_film(server.library.films[name])
    return None


def _of_film(film: Film) -> Piece:
    there = f"/media-files/films/{film.id}"
    file = ROOT / "media" / "films" / f"{film.id}.mp4"
    return Piece(
        f"film:{film.id}", "video", film.title, f"{there}.mp4", _("Made by this project"), "Apache-2.0",
        file.stat().st_size if file.exists() else 0, "video/mp4", [Track("English", f"{there}.vtt")],
        f"{there}.jpg",
    )  # fmt: skip


def _of_item(item: MediaItem, languages: Sequence[str]) -> Piece:
    there = f"/uploads/{item.id}"
    return Piece(
        f"media:{item.id}",
        cast(Kind, item.kind),  # the column holds nothing else
        item.title,
        item.address or there,
        item.source,
        item.licence,
        item.bytes,
        item.mime_type,
        [Track(language, f"{there}/subtitles?language={quote(language, safe='')}") for language in languages],
    )


def may_see(server: Server, visitor: Visitor, ref: str) -> bool:
    """The facilitator may see everything; a workshop's people what it uses, and the project's films."""
    if visitor.is_facilitator:
        return True
    own = [found for found in (visitor.seat and visitor.seat.workshop.id, visitor.watches) if found]
    return any(ref.startswith("film:") or uses(server, workshop_id, ref) for workshop_id in own)
