"""What stands beside the program's figures: how fast a page of Streamlit's is that does nothing."""

import asyncio
import time
from collections.abc import Sequence
from itertools import cycle

from tests.load.full_room.streamlit_page import StreamlitPage, Value


async def clicks_on_a_bare_page(port: int, people: int, seconds: float) -> tuple[float, list[float]]:
    """Let everybody click without pause on a page that saves nothing; give clicks a second, and how long each took."""
    pages = [StreamlitPage(port) for _person in range(people)]
    await asyncio.gather(*(page.open() for page in pages))
    end = time.perf_counter() + seconds
    took = [each for times in await asyncio.gather(*(_clicks(page, end) for page in pages)) for each in times]
    await asyncio.gather(*(page.close() for page in pages))
    return len(took) / seconds, took


async def _clicks(page: StreamlitPage, end: float) -> Sequence[float]:
    took: list[float] = []
    fields = cycle(widget for widget in page.widgets.values() if widget.kind == "button_group")
    for field, option in zip(fields, cycle(("Present", "Unclear")), strict=False):
        began, ended = await page.run(field.fragment, [(field.id, Value("string_array_value", [option]))])
        took.append(ended - began)
        if ended > end:
            break
    return took
