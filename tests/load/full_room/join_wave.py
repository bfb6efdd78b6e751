"""Everybody opens the sheet at the same moment, as when the facilitator begins an activity."""

import asyncio
import random
import re
import time
from collections.abc import Sequence

from tests.load.full_room.laptop import Laptop
from tests.load.full_room.line import Line
from tests.load.full_room.room import Room, Seat
from tests.load.full_room.streamlit_page import StreamlitPage

WITHIN = 1.0
"""Seconds in which all of them open it."""
SCRIPT = re.compile(rb"/parts/[\w-]+/sheet\.js")


async def join_wave(
    port: int, room: Room, seats: Sequence[Seat]
) -> tuple[list[Laptop], list[StreamlitPage], list[float]]:
    """Open a sheet for each seat; give what is open then, and when each was ready, in seconds from the first."""
    began = time.perf_counter()
    opened = await asyncio.gather(*(_opened(port, room, seat, began) for seat in seats))
    laptops, pages, ready = zip(*opened, strict=True)
    return list(laptops), list(pages), list(ready)


async def _opened(port: int, room: Room, seat: Seat, began: float) -> tuple[Laptop, StreamlitPage, float]:
    """Load the page, let Streamlit draw it, and then what the sheet asks for: script, data and stream."""
    laptop, page = Laptop(port, room, seat), StreamlitPage(port, cookie=seat.cookie)
    await asyncio.sleep(random.random() * WITHIN)
    await laptop.line.get("/")
    await page.open()
    script = Line(port, seat.cookie)
    await asyncio.gather(_load_script(script, page), laptop.open())
    script.close()
    assert not page.problems, page.problems
    return laptop, page, time.perf_counter() - began


async def _load_script(line: Line, page: StreamlitPage) -> None:
    """Load the script whose address stands in the page's component."""
    named = {found for widget in page.widgets.values() for found in SCRIPT.findall(widget.proto.SerializeToString())}
    for address in named:
        reply = await line.get(address.decode())
        assert reply.status == 200, address
