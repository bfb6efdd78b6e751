"""What may stand in a workshop's `screen`: of today, of other versions, and anything else that JSON can hold."""

from typing import Any

from hypothesis import strategies as st

ODD = (None, True, -1, 0.5, 2**70, "", "gone", [], ["gone"], {}, {"id": "gone"})
KEYS = {
    "": ("activity_id", "sheet", "view", "shown", "instead", "of another version"),
    "instead": ("kind", "ref", "is_playing", "at", "turn", "since", "asked", "chart", "deck_id", "of another version"),
}
_WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=8)
"""What a database takes."""


def some_screens(activity_id: str) -> list[Any]:
    """A screen with each odd value in each key, beside an activity that is there."""
    sound = {"activity_id": activity_id, "sheet": "gone", "view": 0, "shown": True}
    screens: list[Any] = [sound | {key: value} for key in KEYS[""] for value in ODD]
    for instead in ({"kind": "media"}, {"kind": "question", "asked": 1}, {"kind": "slides", "deck_id": "gone"}):
        screens += [sound | {"instead": instead}]
        screens += [sound | {"instead": instead | {key: value}} for key in KEYS["instead"] for value in ODD]
    return [*screens, *ODD]


def any_screen(*known: str) -> st.SearchStrategy[Any]:
    """Anything that JSON can hold, most of it nearly right: our keys, and some known values."""
    scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | _WORDS
    values = st.sampled_from([*known, "media", "question", "slides", 0, 1]) | scalars
    anything = st.recursive(scalars, lambda below: st.lists(below, max_size=3) | st.dictionaries(_WORDS, below))
    instead = st.dictionaries(st.sampled_from(KEYS["instead"]), values | anything)
    return st.dictionaries(st.sampled_from(KEYS[""]), values | instead | anything) | anything
