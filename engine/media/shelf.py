"""The acts on the library's own files and links: add, describe, remove."""

import secrets
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from sqlalchemy import delete, func, select

from engine.language import _
from engine.live import topics
from engine.media.folder import clear, free_bytes, media_folder, put_in, take_out, throw_away
from engine.media.kinds import FileType
from engine.server import Server
from engine.store import MediaAttachment, MediaItem
from engine.store.news import tell
from engine.store.texts import can_be_kept
from engine.workshop import WorkshopProblem
from engine.workshop.typed import clean_line

NAME_LIMIT, TITLE_LIMIT, SOURCE_LIMIT, ADDRESS_LIMIT = 200, 120, 300, 2000
"""In characters."""


@dataclass(frozen=True)
class About:
    """What people must know about a medium."""

    title: str
    source: str
    licence: str

    @staticmethod
    def typed(title: str, source: str, licence: str) -> "About":
        """Check what somebody typed.

        Raises:
            WorkshopProblem: something is missing or too long.
        """
        return About(
            clean_line(title, _("Give it a title: people choose it by that."), TITLE_LIMIT),
            clean_line(source, _("Say where it comes from: who made it, and where you got it."), SOURCE_LIMIT),
            clean_line(licence, _("Say what lets you show it: a licence, or the owner's permission."), SOURCE_LIMIT),
        )


def gone_from_library() -> WorkshopProblem:
    return WorkshopProblem(_("This is no longer in the library. Reload the page."))


def all_items(server: Server) -> list[MediaItem]:
    """The newest first."""
    with server.database.read() as db:
        return list(db.scalars(select(MediaItem).order_by(MediaItem.added_at.desc(), MediaItem.id)))


def item_by_id(server: Server, media_id: str) -> MediaItem | None:
    """As the database has it now; None also for an id that cannot be stored."""
    if not can_be_kept(media_id):
        return None
    with server.database.read() as db:
        return db.get(MediaItem, media_id)


def total_bytes(server: Server) -> int:
    with server.database.read() as db:
        return db.scalar(select(func.coalesce(func.sum(MediaItem.bytes), 0))) or 0


def folder_of(server: Server) -> Path:
    return media_folder(server.database)


def clean_name(name: str) -> str:
    """A file's name as it is shown and downloaded: without folders, and without invisible characters.

    Raises:
        WorkshopProblem: nothing is left, or it is too long.
    """
    last = name.replace("\\", "/").rpartition("/")[2]
    try:
        return clean_line(last, _("This file has no name. Give it one on your computer."), NAME_LIMIT)
    except WorkshopProblem as problem:
        if len(last) > NAME_LIMIT:
            said = _("The name of the file is too long. Use at most {limit} characters.")
            raise WorkshopProblem(said.format(limit=NAME_LIMIT)) from None
        raise problem


def check_size(server: Server, size: int) -> None:
    """Check whether there is room for a file of `size` bytes.

    Raises:
        WorkshopProblem: it is empty, or the disk has no room for it.
    """
    if size == 0:
        raise WorkshopProblem(_("This file is empty. Choose another one."))
    if size > free_bytes(folder_of(server)):
        raise disk_is_full(server)


def disk_is_full(server: Server) -> WorkshopProblem:
    said = _("The server's disk has room for {free} more. Remove something from the library, or make the file smaller.")
    return WorkshopProblem(said.format(free=size_text(free_bytes(folder_of(server)))))


def size_text(size: float) -> str:
    """A number of bytes as people read it: 3.4 MB, where 1 kB is 1000 bytes."""
    for unit in (_("bytes"), _("kB"), _("MB")):
        if size < 999.5:
            return f"{size:.3g} {unit}"
        size /= 1000
    return f"{size:.1f} {_('GB')}"


def new_item(about: About, name: str, found: FileType) -> MediaItem:
    """The row of a file that is being uploaded; `kept` writes it."""
    media_id = secrets.token_hex(8)
    return MediaItem(
        id=media_id,
        kind=found.kind,
        title=about.title,
        file_name=name,
        stored_name=media_id + found.endings[0],
        mime_type=found.mime_type,
        address="",
        source=about.source,
        licence=about.licence,
    )


def kept(server: Server, item: MediaItem) -> MediaItem:
    """Write the row of an item to the database."""
    with server.database.write() as db:
        db.add(item)
        tell(db, topics.media())
    return item


def add_link(server: Server, about: About, address: str) -> MediaItem:
    """Add a page of the web; a room without internet cannot show it.

    Raises:
        WorkshopProblem: this is no address of the web.
    """
    item = MediaItem(
        id=secrets.token_hex(8),
        kind="link",
        title=about.title,
        address=clean_address(address),
        source=about.source,
        licence=about.licence,
    )
    return kept(server, item)


def clean_address(typed: str) -> str:
    """Check an address of the web, and remove the blanks around it.

    Raises:
        WorkshopProblem: it is none, or is too long.
    """
    wrong = WorkshopProblem(_("Give a whole address that begins with https:// or http://"))
    address = typed.strip()
    if len(address) > ADDRESS_LIMIT:
        raise WorkshopProblem(
            _("This address is too long. Use at most {limit} characters.").format(limit=ADDRESS_LIMIT)
        )
    try:
        parts = urlsplit(address)
        is_good = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        raise wrong from None
    if not is_good or not address.isprintable() or any(c in ' <>"\\^`{|}' for c in address):
        raise wrong
    return address


def describe(server: Server, media_id: str, about: About) -> None:
    """Change title, source and licence.

    Raises:
        WorkshopProblem: it is no longer there.
    """
    with server.database.write() as db:
        item = db.get(MediaItem, media_id)
        if item is None:
            raise gone_from_library()
        item.title, item.source, item.licence = about.title, about.source, about.licence
        tell(db, topics.media())


def remove(server: Server, media_id: str) -> None:
    """Remove a file or link, with its subtitles, from the library and from wherever it is attached.

    Raises:
        WorkshopProblem: the file is being played and the system holds it.
    """
    item = item_by_id(server, media_id)
    if item is None:
        return
    folder, name = folder_of(server), item.stored_name
    try:
        if name:
            take_out(folder, name)
    except OSError:
        raise WorkshopProblem(_("Somebody is playing this file now. Try again in a minute.")) from None
    try:
        with server.database.write() as db:
            here = MediaAttachment.ref == f"media:{media_id}"
            used_in = set(db.scalars(select(MediaAttachment.workshop_id).where(here)))
            db.execute(delete(MediaAttachment).where(here))
            db.execute(delete(MediaItem).where(MediaItem.id == media_id))
            tell(db, topics.media(), *map(topics.room, used_in))
    except BaseException:
        if name:
            put_in(folder, name)
        raise
    if name:
        throw_away(folder, name)


def clear_left_overs(server: Server) -> None:
    """Finish or undo what a killed program left half done; call once, at the start."""
    with server.database.read() as db:
        names = set(db.scalars(select(MediaItem.stored_name).where(MediaItem.stored_name.is_not(None))))
    clear(folder_of(server), {name for name in names if name})
