"""Makes what comes from people and from the database ready for the screen: typed texts, and times."""

import re
from datetime import datetime
from unicodedata import bidirectional
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import streamlit as st


def clock(moment: datetime) -> str:
    """The time in the time zone of the browser, as 10:42:07; in the server's when the browser's is not known."""
    try:
        zone = ZoneInfo(st.context.timezone) if st.context.timezone else None
    except (ZoneInfoNotFoundError, ValueError):
        zone = None
    return moment.astimezone(zone).strftime("%H:%M:%S")


_CALLS = re.compile(r"(?<=:)(?=material|streamlit|//)|(?<=www)(?=\.)|(?=@)|(?<=[<>~-])(?=[>=-])", re.IGNORECASE)
"""Where Streamlit would see an icon, a link or an arrow, even escaped: `plain` breaks it by an invisible sign."""


def plain(text: str) -> str:
    """A text that people typed, escaped so that Markdown shows it as it is.

    A text in a right-to-left script is isolated, so that it does not change the order of our words around it.
    """
    quiet = _CALLS.sub("\u2060", text.replace("\n", " "))
    shown = "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-.!|~$:^=&" else c for c in quiet)
    is_right_to_left = any(bidirectional(c) in ("R", "AL") for c in text)
    return f"\u2068{shown}\u2069" if is_right_to_left else shown
