"""How a full room fares: `python -m tests.load.full_room [--short] [--browser]`.

Everything is measured in one run, on programs that are started for it, through the routes, cookies and streams that
browsers use, and from one address, as in a room. The last line is one JSON object. What was acknowledged is looked
up in the database at the end: `lost` is what is not there. `docs/performance.md` says what the figures mean.
"""

import argparse
import asyncio
import json
import math
import tempfile
from collections.abc import Awaitable, Callable, Iterator
from functools import partial
from pathlib import Path

from tests.load.full_room import parts
from tests.load.full_room.figures import HEAD, Figure, table
from tests.load.full_room.parts import Part
from tests.load.full_room.scale import FULL, SHORT, Scale

try:
    from uvloop import new_event_loop
except ImportError:  # there is none for Windows
    from asyncio import new_event_loop

SLOW_LIMITS = (250, 400)
"""What is to be reached on each of the slow disks, in ms."""
Measure = Callable[[Path, Scale], Awaitable[Part]]


def measures(scale: Scale) -> Iterator[Measure]:
    yield parts.room_at_work
    yield parts.reads
    for seconds, limit in zip(scale.disks, SLOW_LIMITS, strict=False):
        yield partial(parts.slow_disk, seconds=seconds, limit=limit)
    if scale.is_whole:
        yield from (parts.crowd, parts.without_uvloop, parts.beside)


def measured(measure: Measure, scale: Scale) -> Part:
    """Measure one part, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder, asyncio.Runner(loop_factory=new_event_loop) as runner:
        return runner.run(measure(Path(folder), scale))


def main(scale: Scale, in_browser: bool = False, say: Callable[[str], None] = print) -> None:
    """Measure, and say it in a table and as JSON."""
    figures: list[Figure] = []
    missing = 0
    say(HEAD)
    for measure in measures(scale):
        part = measured(measure, scale)
        figures += part.figures
        missing += part.lost
        say(table(part.figures))
    if in_browser:
        from tests.load.full_room.cold_load import loads  # needs a browser, and Playwright an event loop of its own

        with tempfile.TemporaryDirectory() as folder:
            figures += (found := loads(Path(folder)))
        say(table(found))
    figures.append(Figure("lost", "acknowledged, and not in the database", missing, 0, unit=""))
    say(table(figures[-1:]))
    say(json.dumps({f.key: round(f.value, 3) if math.isfinite(f.value) else None for f in figures}))


if __name__ == "__main__":
    asked = argparse.ArgumentParser(prog="python -m tests.load.full_room", description=__doc__)
    asked.add_argument("--short", action="store_true", help="a few people and seconds, to see that it works")
    asked.add_argument("--browser", action="store_true", help="also load the pages in Chromium")
    words = asked.parse_args()
    main(SHORT if words.short else FULL, words.browser)
