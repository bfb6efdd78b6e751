"""Takes files into the media library, and sends them to the browsers that play them."""

import errno
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response

from engine.access import visitor_of
from engine.language import _
from engine.media.folder import Incoming
from engine.media.kinds import HEAD, type_of
from engine.media.piece import may_see
from engine.media.shelf import About, check_size, clean_name, disk_is_full, folder_of, item_by_id, kept, new_item
from engine.media.subtitles import LIMIT, put_subtitles, subtitle_text
from engine.routes.body import pieces_of
from engine.server import running
from engine.store import MediaItem
from engine.workshop import WorkshopProblem

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Announced:
    """What the page says about a file before it sends the bytes."""

    name: str
    about: About

    @staticmethod
    def of(request: Request) -> "Announced":
        """From the query of the address."""
        said = request.query_params
        name = clean_name(said.get("name", ""))
        return Announced(name, About.typed(said.get("title", ""), said.get("source", ""), said.get("licence", "")))


async def ask(request: Request) -> Response:
    """Say before the upload whether a file would be taken; the body is its first bytes."""
    return await _answered(request, _ask)


async def add(request: Request) -> Response:
    """Take a file. The body is the file; it goes to the disk piece by piece."""
    return await _answered(request, _add)


async def add_subtitles(request: Request) -> Response:
    return await _answered(request, _add_subtitles)


async def _answered(request: Request, act: object) -> Response:
    """Do what the facilitator asks for; say what to do when it cannot be done. Everybody else is refused."""
    try:
        visitor = await run_in_threadpool(visitor_of, running(), request.cookies)
        if not visitor.is_facilitator:
            raise WorkshopProblem(_("Only the facilitator adds to the library. Sign in again."))
        return JSONResponse(await act(request))  # type: ignore[operator]
    except WorkshopProblem as problem:
        return JSONResponse({"problem": str(problem)}, status_code=409)
    except ClientDisconnect:
        return Response(status_code=400)  # nothing of it is kept; its page says so
    except OSError:
        return _failed(_("The disk did not take this file. Look whether the media folder can be reached; try again."))
    except Exception:
        return _failed(_("The server could not keep this file. Nothing of it was saved. Try again."))


def _failed(problem: str) -> Response:
    """Log the exception that is being handled, and tell the facilitator what to do."""
    log.exception("a file could not be kept")
    return JSONResponse({"problem": problem}, status_code=503)


async def _ask(request: Request) -> dict[str, str]:
    size = request.query_params.get("bytes", "")
    head = b"".join([piece async for piece in pieces_of(request, limit=HEAD)])
    try:
        announced = Announced.of(request)
        await run_in_threadpool(check_size, running(), int(size) if size.isdecimal() else len(head))
        type_of(announced.name, head)
    except WorkshopProblem as problem:
        return {"problem": str(problem)}
    return {}


async def _add(request: Request) -> dict[str, str]:
    server, announced = running(), Announced.of(request)
    length = request.headers.get("content-length", "")
    await run_in_threadpool(check_size, server, int(length) if length.isdecimal() else 1)
    pieces = pieces_of(request)
    first = await anext(pieces, b"")
    check_size(server, len(first))
    item = new_item(announced.about, announced.name, type_of(announced.name, first[:HEAD]))
    await _take(item, first, pieces)
    return {"id": item.id}


async def _take(item: MediaItem, first: bytes, pieces: AsyncIterator[bytes]) -> None:
    """Write a file to the disk and its row to the database: both or neither."""
    server = running()
    assert item.stored_name
    try:
        with Incoming(folder_of(server), item.stored_name) as incoming:
            await run_in_threadpool(incoming.write, first)
            async for piece in pieces:
                await run_in_threadpool(incoming.write, piece)
            await run_in_threadpool(incoming.settle)
            item.bytes = incoming.bytes
            await run_in_threadpool(kept, server, item)
            await run_in_threadpool(incoming.keep)
    except OSError as fault:
        if fault.errno not in (errno.ENOSPC, errno.EDQUOT):
            raise
        raise disk_is_full(server) from None


async def _add_subtitles(request: Request) -> dict[str, str]:
    raw = b"".join([piece async for piece in pieces_of(request, limit=LIMIT)])
    media_id, language = request.path_params["media_id"], request.query_params.get("title", "")
    await run_in_threadpool(put_subtitles, running(), media_id, language, raw)
    return {"id": media_id}


async def give(request: Request) -> Response:
    """Send a file to those who may see it: the whole, or the part that a player asks for."""
    item = await _item_to_see(request)
    if item.stored_name is None:
        raise HTTPException(404)
    path = folder_of(running()) / item.stored_name
    if not await run_in_threadpool(path.is_file):
        log.warning("the file of '%s' is not in the media folder: %s", item.title, path)
        raise HTTPException(404)
    kind = "attachment" if "download" in request.query_params else "inline"
    headers = {"Cache-Control": "private, max-age=3600"}  # an id always stands for the same bytes
    return FileResponse(
        path, headers=headers, media_type=item.mime_type, filename=item.file_name, content_disposition_type=kind
    )


async def give_subtitles(request: Request) -> Response:
    """In the language that the query names."""
    item = await _item_to_see(request)
    text = await run_in_threadpool(subtitle_text, running(), item.id, request.query_params.get("language", ""))
    if text is None:
        raise HTTPException(404)
    return PlainTextResponse(text, media_type="text/vtt", headers={"Cache-Control": "private, no-cache"})


async def _item_to_see(request: Request) -> MediaItem:
    """The item that an address names; for somebody who may not see it, it does not exist."""
    return await run_in_threadpool(_seen, request.path_params["media_id"], dict(request.cookies))


def _seen(media_id: str, cookies: dict[str, str]) -> MediaItem:
    server = running()
    item = item_by_id(server, media_id)
    if item is None or not may_see(server, visitor_of(server, cookies), f"media:{media_id}"):
        raise HTTPException(404)
    return item
