"""Reads what a browser sends piece by piece, however long it is."""

import asyncio
from collections.abc import AsyncIterator

from starlette.requests import ClientDisconnect, Request

PIECE = 1_000_000
"""Bytes that are held in memory before they go to the disk."""
SILENCE = 60.0
"""Seconds after which a browser that sends nothing more is given up."""


async def pieces_of(request: Request, limit: int | None = None) -> AsyncIterator[bytes]:
    """Yield the body in pieces of about `PIECE` bytes, and no more than `limit` bytes of it.

    Raises:
        ClientDisconnect: the connection broke, or nothing comes any more.
    """
    held, count = bytearray(), 0
    stream = request.stream()
    while True:
        piece = await _next(stream)
        held += piece or b""
        count += len(piece or b"")
        if piece is None or len(held) >= PIECE or (limit is not None and count > limit):
            if held:
                yield bytes(held)
            held.clear()
        if piece is None or (limit is not None and count > limit):
            return


async def _next(stream: AsyncIterator[bytes]) -> bytes | None:
    """Wait for the next piece; None at the end."""
    try:
        return await asyncio.wait_for(anext(stream, None), SILENCE)
    except TimeoutError:  # caught here, since a network disk to which the file is written raises it too
        raise ClientDisconnect from None
