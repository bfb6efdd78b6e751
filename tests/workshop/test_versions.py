"""What becomes of a text whose author had not seen all that is stored."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.workshop import WorkshopProblem
from engine.workshop.versions import Decision, SentText, Version, decided, missing

LONG = 20_000


class Log:
    """A field in which one author saves again and again without a reply, beside others."""

    def __init__(self) -> None:
        self.held = ""
        self.sent: list[Version] = []

    def save(self, text: str) -> None:
        sent = SentText(text, "", self.sent[::-1])
        decision = decided(sent, self.held, between="\n\n", limit=LONG) if self.held else Decision(text)
        self.held = decision.holds
        if not decision.known_as:
            self.sent.append(Version(len(self.sent) + 1, text))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=8), st.randoms(use_true_random=False), st.booleans())
def test_versions_of_one_text_make_one_text_in_whatever_order_they_arrive(places, chance, with_another) -> None:
    words: list[str] = []
    versions = []
    for number, place in enumerate(places):
        words.insert(round(place * len(words)), f"{number}word{number}")
        versions.append(" ".join(words))
    chance.shuffle(versions)
    log = Log()
    for number, text in enumerate(versions):
        log.save(text)
        if with_another and number == 0:
            log.held += "\n\nSomebody else."
    assert log.held == " ".join(words) + ("\n\nSomebody else." if with_another else "")


@pytest.mark.parametrize(
    ("earlier", "sent", "holds"),
    [
        ("The passpr", "The passport", "The passport"),
        ("The passports were kept.", "Their passports were kept.", "Their passports were kept."),
        ("He recieved wages", "He received wages and food", "He received wages and food"),
        ("He received wages and food", "He recieved wa", "He received wages and food"),
        ("He kept all of the passports", "He kept the passports in a drawer", "He kept the passports in a drawer"),
        ("He kept the passports in a drawer", "He hid the passports", "He hid kept the passports in a drawer"),
        ("cab", "A crab was there.", "cab\n\nA crab was there."),
        ("劳工被锁在", "劳工被锁在房间里", "劳工被锁在房间里"),
        ("🌍", "✈", "🌍\n\n✈"),
    ],
)
def test_a_text_goes_on_from_the_one_before_unless_it_is_another(earlier: str, sent: str, holds: str) -> None:
    log = Log()
    log.save(earlier)
    log.save(sent)
    assert log.held == holds


def test_a_text_that_was_sent_before_is_known_by_its_revision() -> None:
    sent = SentText("Mine.", "", [Version(9, "Mine. And more."), Version(7, "Mine.")])
    assert decided(sent, "Theirs.\n\nMine. And more.", between="\n\n", limit=LONG).known_as == 9


def test_who_had_every_reply_is_merged_with_the_others() -> None:
    assert decided(SentText("a b mine", "a b"), "theirs a b", between="\n\n", limit=LONG) == Decision("theirs a b mine")


def test_a_field_outgrows_its_limit_once_and_then_only_shrinks() -> None:
    both = decided(SentText("m" * 10, ""), "t" * 10, between=" / ", limit=10)
    assert both.holds == f"{'t' * 10} / {'m' * 10}"
    with pytest.raises(WorkshopProblem, match="together it would be 27 characters, and the box takes 10"):
        decided(SentText("n", ""), both.holds + "xx", between="", limit=10)
    assert decided(SentText("a c", "a b c"), "a b c d", between=" / ", limit=3).holds == "a c d"


def test_a_word_that_was_finished_or_corrected_is_not_missing() -> None:
    assert missing("The passpr was recieved", "The passport was received.") == 0
    assert missing("cab", "A crab.") == 3
    assert missing("He was here", "She was here") == 2
