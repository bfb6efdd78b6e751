"""The format of a workshop's copy of the content, and what brings a copy of an earlier format up to date.

What is stored stays as it is: a copy is brought up to date each time it is read. CONTRIBUTING says what to do
when the shape of a copy changes.
"""

from collections.abc import Callable
from typing import Any

from engine.language import _
from engine.workshop.problem import WorkshopProblem

FORMAT = 2
"""Goes up with every change of the shape, even for a new key: an earlier program then refuses the copy."""

Data = dict[str, Any]
"""A copy as JSON has it."""


def _to_2(data: Data) -> Data:
    """Add sections and decks, which the first copies did not have, and rename `task` to `instruction`."""
    told = {name: _renamed(activity, "task", "instruction") for name, activity in data["activities"].items()}
    return {"handbook": {}, "decks": {}} | data | {"activities": told}


def _renamed(data: Data, before: str, now: str) -> Data:
    return {now if key == before else key: value for key, value in data.items()}


UPGRADERS: dict[int, Callable[[Data], Data]] = {1: _to_2}
"""Format -> what makes the next format: it returns new data and changes nothing; `dict` where nothing is to do."""


def upgraded(data: Data) -> Data:
    """A copy in today's format. A copy without a number has format 1.

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
