"""The cookies that keep a person's place: signed, HttpOnly, never sent to another site."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from itsdangerous import BadData, URLSafeSerializer

from engine.access.keys import cookie_key
from engine.server import Server

SEAT = "seat"
FACILITATOR = "facilitator"
WATCH = "watch"
NAMES = (SEAT, FACILITATOR, WATCH)

SETTINGS: dict[str, Any] = {"httponly": True, "samesite": "lax", "path": "/", "max_age": 60 * 60 * 24 * 120}
"""120 days, to look something up after the seminar. Not `secure`: a room without internet has no certificate."""


def sealed(server: Server, name: str, value: Any) -> str:
    """The signed text that goes into a cookie."""
    return URLSafeSerializer(cookie_key(server), salt=name).dumps(value)


def opened(server: Server, name: str, cookies: Mapping[str, str]) -> Any | None:
    """What a cookie holds; None when it is missing or somebody changed it."""
    text = cookies.get(name)
    return _opened(cookie_key(server), name, text) if text else None


def seat_in(server: Server, cookies: Mapping[str, str]) -> tuple[str, int] | None:
    """The participant's id and the version of their seat that a cookie holds; None without a sound one."""
    match opened(server, SEAT, cookies):
        case [str(participant_id), int(version)]:
            return participant_id, version
    return None


@lru_cache(maxsize=2_000)
def _opened(key: str, name: str, text: str) -> Any | None:
    """Check a signature. A browser sends the same cookie with every change, so it is checked once."""
    try:
        return URLSafeSerializer(key, salt=name).loads(text)
    except (BadData, UnicodeError):
        return None
