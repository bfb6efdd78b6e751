"""A browser's connections to the program, in plain HTTP/1.1: faster than a library, and every byte is counted."""

import asyncio
import json
import zlib
from collections.abc import AsyncIterator
from dataclasses import dataclass
from typing import Any

HOST = "127.0.0.1"
HEADERS = (
    "Host: {host}:{port}\r\nConnection: keep-alive\r\n"
    "User-Agent: Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Chrome/140.0.0.0 Safari/537.36\r\n"
    "Accept: */*\r\nReferer: http://{host}:{port}/\r\nAccept-Encoding: gzip, deflate\r\n"
    "Accept-Language: en-GB,en;q=0.9\r\nCookie: {cookie}\r\n"
)
"""What Chromium sends to a server in the room, where there is no HTTPS."""


@dataclass(frozen=True)
class Reply:
    """What the program answered."""

    status: int
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


class Line:
    """One connection that stays open, for one request at a time."""

    def __init__(self, port: int, cookie: str) -> None:
        self._port, self._headers = port, HEADERS.format(host=HOST, port=port, cookie=cookie)
        self._turn = asyncio.Lock()
        self._writer: asyncio.StreamWriter | None = None
        self.bytes = 0
        """What went over it so far, both ways, with headers."""

    async def get(self, path: str) -> Reply:
        return await self._replied(f"GET {path} HTTP/1.1\r\n{self._headers}\r\n".encode())

    async def post(self, path: str, body: bytes) -> Reply:
        """Send JSON, as a script of the page does."""
        about = f"Origin: http://{HOST}:{self._port}\r\nContent-Type: application/json\r\nContent-Length: {len(body)}"
        return await self._replied(f"POST {path} HTTP/1.1\r\n{self._headers}{about}\r\n\r\n".encode() + body)

    async def chunks(self, path: str) -> AsyncIterator[bytes]:
        """Each piece of a reply that does not end, as it comes.

        Raises:
            ConnectionError: the program refuses it.
        """
        await self._send(f"GET {path} HTTP/1.1\r\n{self._headers}\r\n".encode())
        status, _headers = await self._head()
        if status != 200:
            raise ConnectionError(f"{path}: {status}")
        while piece := await self._chunk():
            yield piece

    def close(self) -> None:
        if self._writer:
            self._writer.close()
            self._writer = None

    async def _replied(self, sent: bytes) -> Reply:
        """Send a request; over a new connection when the program has closed the old one, which it does after 5 s."""
        async with self._turn:
            is_used = self._writer is not None
            try:
                await self._send(sent)
                return await self._reply()
            except (ConnectionError, asyncio.IncompleteReadError):
                if not is_used:
                    raise
            self.close()
            await self._send(sent)
            return await self._reply()

    async def _send(self, sent: bytes) -> None:
        if self._writer is None:
            self._reader, self._writer = await asyncio.open_connection(HOST, self._port)
        self.bytes += len(sent)
        self._writer.write(sent)

    async def _reply(self) -> Reply:
        status, headers = await self._head()
        if "content-length" in headers:
            body = await self._reader.readexactly(int(headers["content-length"]))
            self.bytes += len(body)
        else:
            body = b""
            while piece := await self._chunk():
                body += piece
        if headers.get("content-encoding") == "gzip":
            body = zlib.decompress(body, 31)
        return Reply(status, body)

    async def _head(self) -> tuple[int, dict[str, str]]:
        head = await self._reader.readuntil(b"\r\n\r\n")
        self.bytes += len(head)
        first, *lines = head.decode("latin-1").split("\r\n")[:-2]
        headers = {name.lower(): value.strip() for name, _colon, value in (line.partition(":") for line in lines)}
        return int(first.split(" ")[1]), headers

    async def _chunk(self) -> bytes:
        """The next piece of a reply of unknown length; empty at its end."""
        size = await self._reader.readuntil(b"\r\n")
        piece = await self._reader.readexactly(int(size, 16) + 2)
        self.bytes += len(size) + len(piece)
        return piece[:-2]


async def events(line: Line, topics: list[str], since: str) -> AsyncIterator[tuple[str, Any]]:
    """What a browser hears over the live stream, as (kind, data)."""
    asked = "".join(f"&topic={topic}" for topic in topics)
    text = ""
    async for piece in line.chunks(f"/live?since={since}{asked}"):
        text += piece.decode()
        *whole, text = text.split("\n\n")
        for event in whole:
            said = dict(part.split(": ", 1) for part in event.split("\n") if ": " in part)
            yield said.get("event", "message"), json.loads(said.get("data", "null"))
