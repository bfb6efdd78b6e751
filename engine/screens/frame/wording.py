"""Words on a screen that are not ours: what people typed, and moments of the database."""

import re
from datetime import datetime
from unicodedata import bidirectional
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def clock(moment: datetime) -> str:
    """Give the time of a moment where this browser is, as 10:42:07."""
    try:
        zone = ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        zone = None
    return moment.astimezone(zone).strftime("%H:%M:%S")


_CALLS = re.compile(r"(?<=:)(?=material|streamlit|//)|(?<=www)(?=\.)|(?=@)|(?<=[<>~-])(?=[>=-])", re.IGNORECASE)
"""Where Streamlit finds a picture, a link or an arrow, escaped or not; a sign that nobody sees parts it there."""


def plain(text: str) -> str:
    """Give a text that people typed so that Markdown shows it as it is.

    A text in a script that runs from right to left is set apart, so that it does not turn the words
    of ours around it.
    """
    quiet = _CALLS.sub("\u2060", text.replace("\n", " "))
    shown = "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-.!|~$:^=&" else c for c in quiet)
    is_right_to_left = any(bidirectional(c) in ("R", "AL") for c in text)
    return f"\u2068{shown}\u2069" if is_right_to_left else shown
