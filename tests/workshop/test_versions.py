"""What becomes of a text whose author had not seen all that is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.fields.merging import merged
from engine.workshop import WorkshopProblem
from engine.workshop.versions import SentText, decided

TEXT = st.text(alphabet="ab \n", max_size=12)


def test_who_had_every_reply_is_merged_with_the_others() -> None:
    assert decided(SentText("a b mine", "a b"), "theirs a b", between="\n\n", limit=99) == "theirs a b mine"


def test_two_who_had_seen_nothing_stand_one_after_the_other() -> None:
    assert decided(SentText("mine", ""), "theirs", between=" / ", limit=99) == "theirs / mine"


@given(TEXT, TEXT, TEXT, st.integers(0, 30))
def test_a_field_never_holds_more_than_its_limit(seen: str, held: str, text: str, limit: int) -> None:
    together = merged(seen, held, text, "\n\n")
    if len(together) <= limit:
        assert decided(SentText(text, seen), held, between="\n\n", limit=limit) == together
    else:
        with pytest.raises(WorkshopProblem, match=f"would be {len(together)} characters, and the box takes {limit}"):
            decided(SentText(text, seen), held, between="\n\n", limit=limit)
