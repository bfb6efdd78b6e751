"""Digits as keyboards type them: those of every script, and of full width. Every box that takes a number reads here."""

import re
import unicodedata

_UNSEEN = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
"""Marks of direction and the like, which keyboards and clipboards put beside digits."""
_WHOLE = re.compile("[+-]?[0-9]{1,30}")


def with_plain_digits(text: str) -> str:
    """The same text with 0 to 9 for all digits; it keeps its length, and all its other characters."""
    return text if text.isascii() else "".join(map(_digit, text))


def plain(text: str) -> str:
    """A typed number, code or day in plain digits, signs, letters and spaces, without what nobody sees.

    A raised digit stays what it is: in a table it is the mark of a footnote.
    """
    return "".join(map(_sign, with_plain_digits(_UNSEEN.sub("", text)))).strip()


def whole_number(text: str) -> int | None:
    """The whole number that was typed; None for anything that could mean another, such as `1,9`, `12.000` or `1e1`."""
    typed = plain(text)
    return int(typed) if _WHOLE.fullmatch(typed) else None


def _digit(character: str) -> str:
    value = unicodedata.decimal(character, None)
    return character if value is None else str(value)


def _sign(character: str) -> str:
    if character.isascii():
        return character
    if character in "−﹣－":
        return "-"
    kind, _space, code = unicodedata.decomposition(character).partition(" ")
    return chr(int(code, 16)) if kind == "<wide>" else " " if character.isspace() else character
