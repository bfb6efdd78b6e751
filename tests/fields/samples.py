"""One field of each type, made the way a content file makes it, and the values to try on all of them."""

from typing import Any

from hypothesis import strategies as st
from pydantic import TypeAdapter

from engine.fields import AnyField, CheckContext, Field

SENTENCES = 12
"""How many sentences the case of the tests has."""
CASE = CheckContext(tuple(f"Sentence {number} is true." for number in range(1, SENTENCES + 1)))
"""What fields know of that case."""


def make(**keys: Any) -> Field:
    """Make a field from the keys of a content file."""
    return TypeAdapter(AnyField).validate_python({"id": "sample", "label": "A sample", **keys})


OPTIONS = {"present": "Present", "unclear": "Unclear", "absent": "Not present"}
COLUMNS = (
    {"id": "status", "type": "select_one", "label": "Status", "required": True, "options": OPTIONS},
    {"id": "why", "type": "evidence", "label": "Evidence", "required_if": {"status": "present"}},
)
FIELDS: dict[str, Field] = {
    "text": make(type="text"),
    "long_text": make(type="long_text"),
    "note": make(type="note"),
    "integer": make(type="integer", min=-5, max=50_000, unit="workers"),
    "date": make(type="date", earliest="2030-01-01", latest="2031-12-31"),
    "range": make(type="range", start=0, end=100, step=25, low="Never", high="Always"),
    "select_one": make(type="select_one", options=OPTIONS),
    "select_multiple": make(type="select_multiple", options=OPTIONS),
    "rank": make(type="rank", options=OPTIONS),
    "evidence": make(type="evidence"),
    "table": make(type="table", rows={"violence": "Violence", "debt": "Debt"}, columns=COLUMNS),
    "open_table": make(type="open_table", row_label="Step", columns=COLUMNS),
}

any_text = st.text(st.characters(exclude_categories=()) | st.sampled_from("\r\n\t\x00\x0b\x0c\ud800\udfff\ufffe😀ع"))
near_misses = st.one_of(
    st.sampled_from([*OPTIONS, "Present", "", "sample", True, False, 0, 1, 25, 26, 100, -6, 50_001, 1.0]),
    st.sampled_from(["2030-05-06", "2030-5-6", "20300506", "2029-12-31", "2030-02-30"]),
    st.lists(st.sampled_from([*OPTIONS, "no_such"])),
    st.lists(st.integers(-1, SENTENCES + 1) | st.booleans()),
)
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | any_text | near_misses,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(any_text, inner, max_size=4),
    max_leaves=8,
)
"""What a browser can send: anything at all, and things that nearly fit."""

PASTE = "The workers' passports are in the manager's safe. عُمّال 😀\r\n" * 4_000
"""More than 200 kB, as pasted from a word processor."""
HOSTILE = [
    None,
    True,
    False,
    0,
    -1,
    1,
    10**30,
    1.5,
    float("nan"),
    float("inf"),
    "",
    " \t\n",
    "👩🏽‍🌾",
    "عُمّال",
    "\ud800",
    "\x00",
    PASTE,
    [],
    [[]],
    [None],
    [True],
    [{}],
    ["present", "present"],
    [1, 1],
    {},
    {"present": True},
    {"id": []},
]
"""Values that once broke some program."""
