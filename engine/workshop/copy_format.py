"""The format of a workshop's copy of the content, and what brings a copy of an earlier format up to date.

What is stored stays as it is: a copy is brought up to date each time that it is read. CONTRIBUTING says
what to do when the shape of a copy changes.
"""

from collections.abc import Callable
from typing import Any

from engine.language import _
from engine.workshop.problem import WorkshopProblem

FORMAT = 2
"""Goes up with every change of the shape, also where a key is only added: an earlier program refuses such a copy."""

Data = dict[str, Any]
"""A copy as JSON has it."""


def _to_2(data: Data) -> Data:
    """Give the first workshops what there was not yet, sections and decks; what groups are told was their `task`."""
    told = {name: _renamed(activity, "task", "instruction") for name, activity in data["activities"].items()}
    return {"handbook": {}, "decks": {}} | data | {"activities": told}


def _renamed(data: Data, before: str, now: str) -> Data:
    return {now if key == before else key: value for key, value in data.items()}


UPGRADERS: dict[int, Callable[[Data], Data]] = {1: _to_2}
"""Format -> what makes the next one of it: new data, while the old stays; `dict` where nothing has to change."""


def upgraded(data: Data) -> Data:
    """Give a copy in today's format. One without a number is of format 1.

    Raises:
        WorkshopProblem: a newer program stored it.
    """
    found = data.get("format", 1)
    if found > FORMAT:
        raise WorkshopProblem(
            _("A newer version of the program opened this workshop. Start that version, or choose another workshop.")
        )
    for number in range(found, FORMAT):
        data = UPGRADERS[number](data)
    return data | {"format": FORMAT}
