"""What happens when the server starts and stops."""

import asyncio
import gc
import logging
import signal
import threading
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from importlib import import_module
from typing import Any

from starlette.concurrency import run_in_threadpool

from engine.access.keys import cookie_key, password_is_set, setup_word
from engine.media.shelf import clear_left_overs
from engine.routes.addresses import local_address, room_addresses
from engine.routes.nagle import send_at_once
from engine.routes.open_files import allow_many_open_files
from engine.routes.stream import lines
from engine.server import Server, open_server, running
from engine.sheet.scripts import parts
from engine.workshop import note_presence

EVERY = 20.0
"""Seconds between two records of who is present; less than `people.PRESENT_FOR`."""
LATER = ("pandas", "engine.charts.on_paper", "engine.slides.paper", "engine.slides.powerpoint")
"""What tables, charts and slides need, and what takes long to import: no start waits for it, and no room."""
FIRST_PAGES = 15.0
"""Seconds after the start that belong to the first pages."""
RARELY = (50_000, 20, 10)
"""How often Python looks for what nobody uses any more, see `gc.set_threshold`. As often as it does by itself, it walks
again and again over everything that the open pages of a room hold."""
log = logging.getLogger(__name__)


def lifespan(port: Callable[[], int]) -> Callable[[Any], Any]:
    """What runs around the life of the server; `port` is asked after the start, when it is known."""

    @asynccontextmanager
    async def run(_app: Any) -> AsyncIterator[dict[str, Any]]:
        send_at_once()  # first: whoever connects before it waits as long as the connection lasts
        allow_many_open_files()
        await run_in_threadpool(parts)  # a module that cannot be joined is told before anybody comes
        server = await run_in_threadpool(open_server)
        await run_in_threadpool(clear_left_overs, server)
        server.start()
        print(await run_in_threadpool(greeting, server, port()), flush=True)  # noqa: T201 - it is for the terminal
        _hang_up_on_signal(server)
        gc.freeze()
        gc.set_threshold(*RARELY)
        tasks = [asyncio.create_task(_note_presence()), asyncio.create_task(_import_the_rest())]
        try:
            yield {}
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.wait(tasks)
            server.stop()

    return run


async def _import_the_rest() -> None:
    await asyncio.sleep(FIRST_PAGES)
    for name in LATER:
        await run_in_threadpool(import_module, name)
    gc.freeze()


def _hang_up_on_signal(server: Server) -> None:
    """End the connections for news when the program is told to stop: the server would wait for them for ever."""
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        before = signal.getsignal(number)

        def hang_up(sent: int, frame: Any, before: Any = before) -> None:
            loop.call_soon_threadsafe(server.bus.hang_up)
            if callable(before):
                before(sent, frame)

        if threading.current_thread() is threading.main_thread():
            signal.signal(number, hang_up)


async def _note_presence() -> None:
    """Record who is present, again and again. When the database fails, it is logged once, until it works again."""
    is_told = False
    while True:
        await asyncio.sleep(EVERY)
        if not (here := list(lines)):
            continue  # nothing to write, so it would not show that the database works
        try:
            await run_in_threadpool(note_presence, running(), here)
            is_told = False
        except Exception:
            if not is_told:
                log.exception("could not note who is present")
            is_told = True


def greeting(server: Server, port: int) -> str:
    """What the terminal says at the start: where everything is, and what is wrong with the content."""
    cookie_key(server)
    said = ["", "  Inspectors' Workshop", f"  On this computer:     {local_address(port)}"]
    said += [f"  For the others:       {address}" for address in room_addresses(port)] or [
        "  For the others:       no network found. Connect to one and start again."
    ]
    if not password_is_set(server):
        said.append(f"  Set the password:     {local_address(port)}/setup?word={setup_word(server)}")
    if server.library.problems:
        said += ["", f"  {len(server.library.problems)} problems in the content; the rest runs:"]
        said += [f"    {problem}" for problem in server.library.problems]
    return "\n".join([*said, ""])
