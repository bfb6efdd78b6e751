"""Turns the bytes of a file into text, in whatever encoding an office program saved it."""

import codecs
import unicodedata

from engine.language import _
from engine.statistics_file.problem import refused

_BOMS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""The first bytes of the files of Excel and LibreOffice Calc, new and old."""
_EVEN_TO_ODD = 10
"""In UTF-16, every second byte of a table is nearly always zero: so many times as often as the others."""


def decoded(data: bytes) -> str:
    """The text of a file in UTF-8, UTF-16 or the Latin-1 of Windows, with or without a byte order mark.

    Raises:
        FileProblem: it is a workbook, or no text at all.
    """
    if data.startswith(_WORKBOOKS):
        raise refused(
            _("This is a workbook and not a CSV file. Open it, choose Save as, and take “CSV” as the file type.")
        )
    encoding = next((name for bom, name in _BOMS.items() if data.startswith(bom)), None) or _without_mark(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        text = data.decode("latin-1")  # has a letter for every byte
    if any(unicodedata.category(c) == "Cc" and c not in "\r\n\t" for c in text):
        raise refused(_("This file is not a text table. Save the table as CSV, and choose that file."))
    return text


def _without_mark(data: bytes) -> str:
    even, odd = data[::2].count(0), data[1::2].count(0)
    if odd > _EVEN_TO_ODD * even and odd * 4 > len(data):
        return "utf-16-le"
    if even > _EVEN_TO_ODD * odd and even * 4 > len(data):
        return "utf-16-be"
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
