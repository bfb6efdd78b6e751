"""Numbers as people write them: with a decimal point or a decimal comma, and with separators between thousands."""

import re
from collections.abc import Iterable
from enum import Enum

from engine.digits import plain

LARGEST = 1e15
MISSING = {"", "-", "–", "—", ".", "..", "...", "…", "n/a", "na", "n.a.", "n. a."}
"""How tables say that there is no figure."""


class Style(Enum):
    """The sign that stands before the decimals."""

    POINT = "."
    COMMA = ","


_SHAPES = {
    Style.POINT: re.compile(r"[1-9]\d{0,2}(?:,\d{2,3})*,\d{3}(?:\.\d+)?|\d+(?:\.\d+)?"),
    Style.COMMA: re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?"),
}
"""A number with or without separators between thousands; with a decimal point also lakhs and crores, as 12,50,000."""
_GROUPS = re.compile(r"\d{1,3}(?:[ '’]\d{3})+(?:[.,]\d+)?")


def tidy(text: str) -> str:
    """A number in plain digits, without a per cent sign and without spaces between thousands."""
    number = plain(text).replace("٬", "").removesuffix("%").removesuffix("٪").strip()
    return re.sub("[ '’]", "", number) if _GROUPS.fullmatch(number) else number


def is_missing(text: str) -> bool:
    return text.strip().casefold() in MISSING


def readings(text: str) -> dict[Style, float]:
    """What a cell can mean, by style; empty when it is no number that is zero or more."""
    number = tidy(text)
    if "٫" in number:  # the Arabic decimal sign, which has no second meaning
        whole = number.replace("٫", ".")
        return {style: float(whole) for style in Style} if re.fullmatch(r"\d+\.\d+", whole) else {}
    return {style: _value(number, style) for style, shape in _SHAPES.items() if shape.fullmatch(number)}


def _value(number: str, style: Style) -> float:
    between = "," if style is Style.POINT else "."
    return float(number.replace(between, "").replace(style.value, "."))


def is_clear(found: dict[Style, float]) -> bool:
    """Whether a cell means the same number in both styles."""
    return len(set(found.values())) == 1 and len(found) == len(Style)


def style_of(cells: Iterable[dict[Style, float]]) -> Style | None:
    """The style that the numbers of a file show; None when they show none, or both."""
    shown = {next(iter(found)) for found in cells if len(found) == 1}
    return shown.pop() if len(shown) == 1 else None


def is_negative(text: str) -> bool:
    """Whether a cell is a number below zero, also as accountants write it: (5)."""
    number = tidy(text)
    inside = number.removeprefix("-").strip() if number.startswith("-") else number[1:-1] if number[:1] == "(" else ""
    return bool(inside) and bool(readings(inside))
