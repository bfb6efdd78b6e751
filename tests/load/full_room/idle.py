"""What a room costs that is connected and does nothing."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import psutil

from tests.load.full_room.laptop import Laptop
from tests.load.full_room.scale import SETTLING
from tests.load.full_room.streamlit_page import StreamlitPage


@dataclass(frozen=True)
class Idle:
    """A room at rest."""

    of_a_core: float
    """The processor time of the program, in percent of one core."""
    stream_kb: float
    """Memory that one more laptop with a live stream takes."""
    page_mb: float
    """Memory that one more laptop takes that has a page of Streamlit's open besides."""


async def idle(process: int, laptops: Sequence[Laptop], pages: Sequence[StreamlitPage], seconds: float) -> Idle:
    """Connect everybody, the pages first, and look at the program while nothing happens."""
    program = psutil.Process(process)
    memory = [_memory(program)]
    for each in (pages, laptops):
        await _open(each)
        memory.append(_memory(program))
    before = sum(program.cpu_times()[:2])
    await asyncio.sleep(seconds)
    used = sum(program.cpu_times()[:2]) - before
    pages_took, streams_took = (after - then for then, after in pairwise(memory))
    stream = streams_took / len(laptops)
    return Idle(100 * used / seconds, stream / 1e3, (pages_took / len(pages) + stream) / 1e6)


async def _open(each: Sequence[Laptop | StreamlitPage]) -> None:
    """Open one after another: a crowd at the door takes memory of its own, which is not what a session takes."""
    for one in each:
        await one.open()
    await asyncio.sleep(SETTLING)


def _memory(program: psutil.Process) -> float:
    return float(program.memory_info().rss)
