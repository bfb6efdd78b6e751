"""What was measured, beside what is to be reached."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """One number of the table."""

    key: str
    """Its name in the JSON."""
    what: str
    value: float
    limit: float | None = None
    """What is to be reached; None for what only stands beside the others."""
    at_least: bool = False
    """Whether more is better."""
    unit: str = "ms"

    @property
    def is_reached(self) -> bool:
        return self.limit is None or (self.value >= self.limit if self.at_least else self.value <= self.limit)


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share of all values does not exceed; not a number when there are none."""
    return sorted(values)[min(int(len(values) * share), len(values) - 1)] if values else float("nan")


HEAD = f"| {'what':<68} | {'reached':>12} | {'to reach':>14} | {'':<11} |\n|---|--:|--:|---|"


def table(figures: Iterable[Figure]) -> str:
    """One line for each number, below `HEAD` in a table of Markdown."""
    return "\n".join(map(_line, figures))


def _line(figure: Figure) -> str:
    reached = f"{_short(figure.value)} {figure.unit}".strip()
    aim = "" if figure.limit is None else f"{'at least' if figure.at_least else 'at most'} {figure.limit:,g}"
    missed = "" if figure.is_reached else "not reached"
    return f"| {figure.what:<68} | {reached:>12} | {aim:>14} | {missed:<11} |"


def _short(value: float) -> str:
    if not math.isfinite(value):
        return "never"
    places = 0 if value >= 100 or float(value).is_integer() else 1 if value >= 10 else 2
    return f"{value:,.{places}f}"
