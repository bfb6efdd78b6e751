"""A wire between a browser and the program that can be cut, or go silent as a sleeping laptop's does."""

import asyncio
import threading
from contextlib import suppress
from queue import SimpleQueue


class Wire:
    """Passes bytes on between a port of its own and another one of this computer."""

    port: int

    def __init__(self, to: int) -> None:
        self._to = to
        self._writers: set[asyncio.StreamWriter] = set()
        self._is_cut = False
        ports: SimpleQueue[int] = SimpleQueue()
        self._thread = threading.Thread(target=lambda: asyncio.run(self._work(ports)))
        self._thread.start()
        self.port = ports.get()

    async def _work(self, ports: SimpleQueue[int]) -> None:
        self._loop = asyncio.get_running_loop()
        self._flows, self._ends = asyncio.Event(), asyncio.Event()
        self._flows.set()
        server = await asyncio.start_server(self._meet, "127.0.0.1", 0)
        ports.put(server.sockets[0].getsockname()[1])
        await self._ends.wait()
        server.close()
        self._flows.set()
        self._end_all()
        await asyncio.gather(*(task for task in asyncio.all_tasks() if task is not asyncio.current_task()))

    async def _meet(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there = None if self._is_cut else await self._reach()
        if there is None:
            writer.transport.abort()
            return
        self._writers |= {writer, there[1]}
        await asyncio.gather(self._pass_on(reader, there[1]), self._pass_on(there[0], writer))

    async def _reach(self) -> tuple[asyncio.StreamReader, asyncio.StreamWriter] | None:
        try:
            return await asyncio.open_connection("127.0.0.1", self._to)
        except OSError:
            return None

    async def _pass_on(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with suppress(OSError):
            while data := await reader.read(65536):
                await self._flows.wait()
                writer.write(data)
        writer.close()
        with suppress(OSError):
            await writer.wait_closed()
        self._writers.discard(writer)

    def _end_all(self) -> None:
        for writer in self._writers:
            writer.transport.abort()

    def go_silent(self) -> None:
        """Hold back every byte; nobody is told."""
        self._loop.call_soon_threadsafe(self._flows.clear)

    def cut(self) -> None:
        """End all connections, and refuse new ones."""
        self._is_cut = True
        self._loop.call_soon_threadsafe(self._end_all)

    def mend(self) -> None:
        """Pass everything on again."""
        self._is_cut = False
        self._loop.call_soon_threadsafe(self._flows.set)

    def close(self) -> None:
        self._loop.call_soon_threadsafe(self._ends.set)
        self._thread.join()
