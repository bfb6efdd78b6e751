"""Two people wrote in one text box: nothing that anybody wrote is lost."""

import random
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from hypothesis import given
from hypothesis import strategies as st

from engine.fields.merging import edits, merged

WORD = st.sampled_from(["the", "victim", "was", "locked", "in", "a", "passport", "kept", "Zwang", "عمل", "👩‍👧", "\n"])
WORDS = st.lists(WORD, max_size=8)
ANYTHING = st.text(alphabet="ab \nz", max_size=12)


def line(*parts: list[str]) -> str:
    return " ".join(word for part in parts for word in part)


def ours(words: list[str], mark: str) -> list[str]:
    """Words that stand nowhere else."""
    return [f"{mark}{number}{word.strip()}{mark}" for number, word in enumerate(words)]


@given(WORDS, WORDS, WORDS, WORDS, WORDS)
def test_what_was_added_in_two_places_is_all_there(a, b, c, theirs, mine) -> None:
    b, theirs, mine = ["[the", "middle]", *b, "[ends]"], ours(theirs, "T"), ours(mine, "M")
    assert merged(line(a, b, c), line(a, theirs, b, c), line(a, b, mine, c)) == line(a, theirs, b, mine, c)
    assert merged(line(a, b, c), line(a, b, theirs, c), line(a, mine, b, c)) == line(a, mine, b, theirs, c)


@given(WORDS, WORDS, WORDS, WORDS)
def test_a_deletion_takes_nothing_along_that_was_added_elsewhere(a, b, gone, mine) -> None:
    b, gone, mine = ["[the", "middle]", *b, "[ends]"], ours(gone, "G"), ours(mine, "M")
    assert merged(line(a, b, gone), line(a, b), line(mine, a, b, gone)) == line(mine, a, b)
    assert merged(line(a, b, gone), line(mine, a, b, gone), line(a, b)) == line(mine, a, b)


@given(ANYTHING, ANYTHING, ANYTHING)
def test_everything_that_was_added_is_there_whatever_the_texts(base, theirs, mine) -> None:
    both = merged(base, theirs, mine)
    for edit in (*edits(base, theirs), *edits(base, mine)):
        assert edit.text in both


@given(ANYTHING, ANYTHING)
def test_who_changed_nothing_takes_nothing_away(base, text) -> None:
    assert merged(base, text, base) == merged(base, base, text) == merged(base, text, text) == text


@given(ANYTHING, ANYTHING)
def test_edits_lead_from_one_text_to_the_other(base, text) -> None:
    made, at = "", 0
    for edit in edits(base, text):
        made, at = made + base[at : edit.start] + edit.text, edit.end
    assert made + base[at:] == text


def test_who_goes_on_typing_stays_in_the_word() -> None:
    assert merged("vic", "vic\n\npass", "victims") == "victims\n\npass"
    assert merged("pass", "vic\n\npass", "passports") == "vic\n\npassports"
    assert merged("She was", "She was locked in", "She was not paid") == "She was not paid locked in"


def test_two_sentences_at_one_place_do_not_run_into_each_other() -> None:
    assert merged("A.", "A.Theirs.", "A.Mine.") == "A.Mine. Theirs."


def test_words_that_both_changed_are_both_kept() -> None:
    assert merged("a cat sat", "a cot sat", "a cut sat") == "a cot / cut sat"
    assert merged("the debt", "the detention", "the debts") == "the detention / debts"
    assert merged("劳工被打", "劳工被骗", "劳工被锁") == "劳工被骗 / 锁"


def test_two_versions_of_the_whole_text_stand_one_after_the_other() -> None:
    assert merged("old", "theirs is new", "mine") == "theirs is new\n\nmine"
    assert merged("old", "theirs is new", "mine", between=" / ") == "theirs is new / mine"


def test_a_word_that_somebody_deleted_and_somebody_changed_stays() -> None:
    assert merged("It was debt.", "", "It was bonded debt.") == "It was bonded debt."
    assert merged("It was debt.", "It.", "It was debts.") == "It was debts."


def test_two_who_begin_at_once_have_a_paragraph_each() -> None:
    assert merged("", "theirs", "mine") == "theirs\n\nmine"
    assert merged("", "theirs", "mine", between=" / ") == "theirs / mine"


def test_two_long_texts_that_have_nothing_in_common_are_merged_in_time() -> None:
    chance = random.Random(1)
    base, theirs, mine = ("".join(chance.choices("abcdefgh \n", k=20_000)) for _text in range(3))
    began = time.monotonic()
    both = merged(base, theirs, mine)
    assert time.monotonic() - began < 5
    assert all(edit.text in both for edit in (*edits(base, theirs), *edits(base, mine)))


ADDED = st.lists(st.integers(0, 4), min_size=3, max_size=3)
"""How many words somebody adds after each of three."""


@given(ADDED, ADDED)
def test_no_word_is_lost_and_none_doubled_wherever_two_write(theirs: list[int], mine: list[int]) -> None:
    def text(mark: str, added: list[int]) -> list[str]:
        return [f"{mark if n else ''}{place}x{n}" for place, count in enumerate(added) for n in range(count + 1)]

    both = merged("0x0 1x0 2x0", line(text("t", theirs)), line(text("m", mine)))
    assert Counter(both.split()) == Counter(text("t", theirs)) | Counter(text("m", mine))


def test_a_long_text_loses_and_doubles_no_word() -> None:
    chance = random.Random(5)
    base = [f"w{number}" for number in range(14_000)]
    theirs, mine = base[:], base[:]
    for number in range(200):
        theirs.insert(chance.randrange(7_000), f"t{number}")
        mine.insert(chance.randrange(7_100, len(mine)), f"m{number}")
    began = time.process_time()
    both = merged(" ".join(base), " ".join(theirs), " ".join(mine))
    assert time.process_time() - began < 3
    assert Counter(both.split()) == Counter(theirs) | Counter(mine)
    assert both == merged(" ".join(base), " ".join(theirs), " ".join(mine))


def test_a_busy_machine_changes_nothing() -> None:
    texts = "a b c " * 500, "b a c d " * 500, "c d b a " * 500
    with ThreadPoolExecutor(8) as crowd:
        assert set(crowd.map(lambda _turn: merged(*texts), range(16))) == {merged(*texts)}
