"""Numbers as people write them: with a decimal point or a decimal comma, and with separators between thousands."""

import re
import unicodedata
from collections.abc import Iterable
from enum import Enum

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
    plain = "".join(_digit(c) for c in unicodedata.normalize("NFKC", text)).strip()
    plain = plain.replace("٬", "").removesuffix("%").removesuffix("٪").strip()
    return re.sub("[ '’]", "", plain) if _GROUPS.fullmatch(plain) else plain


def _digit(character: str) -> str:
    if character in "−﹣－":
        return "-"
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def is_missing(text: str) -> bool:
    return text.strip().casefold() in MISSING


def readings(text: str) -> dict[Style, float]:
    """What a cell can mean, by style; empty when it is no number that is zero or more."""
    plain = tidy(text)
    if "٫" in plain:  # the Arabic decimal sign, which has no second meaning
        whole = plain.replace("٫", ".")
        return {style: float(whole) for style in Style} if re.fullmatch(r"\d+\.\d+", whole) else {}
    return {style: _value(plain, style) for style, shape in _SHAPES.items() if shape.fullmatch(plain)}


def _value(plain: str, style: Style) -> float:
    between = "," if style is Style.POINT else "."
    return float(plain.replace(between, "").replace(style.value, "."))


def is_clear(found: dict[Style, float]) -> bool:
    """Whether a cell means the same number in both styles."""
    return len(set(found.values())) == 1 and len(found) == len(Style)


def style_of(cells: Iterable[dict[Style, float]]) -> Style | None:
    """The style that the numbers of a file show; None when they show none, or both."""
    shown = {next(iter(found)) for found in cells if len(found) == 1}
    return shown.pop() if len(shown) == 1 else None


def is_negative(text: str) -> bool:
    """Whether a cell is a number below zero, also as accountants write it: (5)."""
    plain = tidy(text)
    inside = plain.removeprefix("-").strip() if plain.startswith("-") else plain[1:-1] if plain[:1] == "(" else ""
    return bool(inside) and bool(readings(inside))
