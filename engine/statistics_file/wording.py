"""The messages about one cell that does not fit."""

from engine.language import _
from engine.statistics_file.numbers import Style, is_negative
from engine.statistics_file.table import as_written

_SHOWN = 40


def short(text: str) -> str:
    """A text as a message shows it: only its beginning, when it is long."""
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def too_long(text: str, limit: int) -> str:
    what = _("“{text}” has {count} characters. Use at most {limit}.")
    return what.format(text=short(text), count=len(text), limit=limit)


def mixed(found: Style) -> str:
    """For a number that is written in another way than the rest."""
    if found is Style.COMMA:
        return _("this number has a decimal comma, and others have a decimal point. Write all in one way.")
    return _("this number has a decimal point, and others have a decimal comma. Write all in one way.")


def no_number(cell: str) -> str:
    if is_negative(cell):
        what = _("“{text}” is below zero. People, cases and money are counted from zero; correct it.")
    else:
        what = _("“{text}” is no number. Write digits, such as 1250, or leave the cell empty.")
    return what.format(text=short(cell))


def two_meanings(cell: str, found: dict[Style, float]) -> str:
    large, small = sorted(map(as_written, found.values()), key=float, reverse=True)
    what = _("“{text}” can mean {large} or {small}. Write it as {large}, or as {small}.")
    return what.format(text=short(cell), large=large, small=small)
