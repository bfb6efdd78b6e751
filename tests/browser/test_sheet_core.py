"""What is typed and clicked on the live sheet in a browser: merged, taken back, kept, sent once."""

import random
import re
from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.sheet_page import Answers, Laptop, others_save
from tests.browser.waiting import until_equal

SCRIPTS = {
    "latin": [
        "the",
        "agency",
        "kept",
        "her",
        "papers",
        "and",
        "asked",
        "for",
        "a",
        "fee",
        "of",
        "200,000",
        "before",
        "work",
    ],
    "arabic": ["احتفظت", "الوكالة", "بجوازات", "السفر", "وطلبت", "منهم", "رسوما", "قبل", "بدء", "العمل"],
    "emoji": ["👩‍👩‍👧", "🇿🇲", "e\u0301", "🙂", "ok"],
}
NO_SPACES = {"chinese": "工人的护照被雇主扣留了。", "thai": "คนงานถูกยึดหนังสือเดินทาง"}
APPLY = """const apply = (text, edits) => edits.reduceRight((now, { start, end, text }) =>
  now.slice(0, start) + text + now.slice(end), text);"""


@pytest.fixture
def answers() -> Answers:
    return Answers()


@pytest.fixture
def amina(browser: Browser, answers: Answers) -> Iterator[Laptop]:
    context = browser.new_context()
    yield Laptop(context, answers, "Amina")
    context.close()


@pytest.fixture(scope="module")
def blank(browser: Browser) -> Iterator[Page]:
    context = browser.new_context()
    yield Laptop(context, Answers(), "Amina").page
    context.close()


def in_browser(page: Page, cases: list[Any]) -> list[Any]:
    """Merge many texts in the browser: (base, theirs, mine) -> the text, and mine with the edits that it says."""
    return page.evaluate(
        f"""async (cases) => {{
          {APPLY}
          const {{ merged }} = await import("/parts/merging.js");
          return cases.map(([base, theirs, mine]) => {{
            const made = merged(base, theirs, mine);
            return [made.text, apply(mine, made.edits)];
          }});
        }}""",
        cases,
    )


def changed(chance: random.Random, words: list[str], mark: str, join: str) -> list[str]:
    """Words with some added, taken out and replaced; each new one is like no other."""
    numbers, found = count(), list(words)
    for _ in range(chance.randint(1, 3)):
        start = chance.randint(0, len(found))
        found[start : start + chance.choice((0, 0, 1, 3))] = [
            f"{mark}{next(numbers)}" if join else chr(ord(mark) + next(numbers)) for _ in range(chance.randint(0, 3))
        ]
    return found


@pytest.mark.parametrize("script", [*SCRIPTS, *NO_SPACES])
def test_no_word_is_lost_and_none_is_doubled_when_two_texts_become_one(blank: Page, script: str):
    chance = random.Random(script)
    join = "" if script in NO_SPACES else " "
    words = list(NO_SPACES[script]) if script in NO_SPACES else SCRIPTS[script]
    cases = []
    for _ in range(400):
        base = words[: chance.randint(0, len(words))]
        marks = ("mine", "their") if join else ("\u3400", "\u3500")
        mine, theirs = (changed(chance, base, mark, join) for mark in marks)
        cases.append((base, theirs, mine))
    made = in_browser(blank, [[join.join(text) for text in case] for case in cases])
    for (base, theirs, mine), (text, edited) in zip(cases, made, strict=True):
        assert edited == text
        found = list(text) if not join else text.replace("/", " ").split()
        new = [word for word in (*mine, *theirs) if word not in base]
        assert [found.count(word) for word in new] == [1] * len(new), (base, theirs, mine, text)
        kept = [word for word in base if base.count(word) == 1 and word in mine and word in theirs]
        assert all(word in found for word in kept), (base, theirs, mine, text)


def test_texts_without_anything_in_common_are_compared_in_bounded_time(blank: Page):
    took = blank.evaluate("""async () => {
      const { merged } = await import("/parts/merging.js");
      const text = (first, step) => Array.from({ length: 20000 }, (_, i) =>
        String.fromCharCode(first + ((i * step) % 997))).join("");
      const began = performance.now();
      merged(text(0x4e00, 7919), text(0x4f00, 104729), text(0x5000, 1299709));
      return performance.now() - began;
    }""")
    assert took < 5000


def test_the_caret_stays_with_its_letters_when_a_colleague_adds_words_before_it(amina: Laptop, answers: Answers):
    others_save(answers, "note", "Passports are kept by the owner")
    amina.hear("note")
    note = amina.box("note")
    note.press("End")
    others_save(answers, "note", "Sentence 6: Passports are kept by the owner")
    amina.hear("note")
    note.press_sequentially(" and locked away")
    expect(note).to_have_value("Sentence 6: Passports are kept by the owner and locked away")
    until_equal(
        amina.page, lambda: answers.value("note"), "Sentence 6: Passports are kept by the owner and locked away"
    )


def test_what_is_selected_stays_selected_and_keeps_its_direction(amina: Laptop, answers: Answers):
    others_save(answers, "line", "one two three")
    amina.hear("line")
    amina.page.evaluate("box('line').focus(); box('line').setSelectionRange(4, 7, 'backward')")
    others_save(answers, "line", "zero one two and three")
    amina.hear("line")
    place = "[box('line').selectionStart, box('line').selectionEnd, box('line').selectionDirection]"
    assert amina.page.evaluate(place) == [9, 12, "backward"]


def test_nothing_touches_what_an_input_method_composes_and_nothing_half_composed_is_sent(
    amina: Laptop, answers: Answers
):
    others_save(answers, "note", "工人")
    amina.hear("note")
    note = amina.box("note")
    note.press("End")
    keys = amina.page.context.new_cdp_session(amina.page)
    keys.send("Input.imeSetComposition", {"text": "ni", "selectionStart": 2, "selectionEnd": 2})
    amina.page.wait_for_timeout(1500)
    others_save(answers, "note", "工人 OK")
    amina.hear("note")
    expect(note).to_have_value("工人ni")
    assert amina.posted == []
    keys.send("Input.insertText", {"text": "你好"})
    expect(note).to_have_value("工人你好 OK")
    until_equal(amina.page, lambda: answers.value("note"), "工人你好 OK")


@pytest.mark.parametrize("keys", [("Control+z", "Control+y"), ("Control+z", "Control+Shift+z")])
def test_undo_takes_back_ones_own_words_and_leaves_those_of_others(
    amina: Laptop, answers: Answers, keys: tuple[str, str]
):
    undo, redo = keys
    note = amina.box("note")
    note.press_sequentially("one two")
    until_equal(amina.page, lambda: answers.value("note"), "one two")
    others_save(answers, "note", "zero one and two")
    amina.hear("note")
    expect(note).to_have_value("zero one and two")
    note.press(undo)
    expect(note).to_have_value("zero one and ")
    note.press(undo)
    expect(note).to_have_value("zero  and")
    note.press(redo)
    note.press(redo)
    expect(note).to_have_value("zero one and two")
    until_equal(amina.page, lambda: answers.value("note"), "zero one and two")


def test_what_was_removed_comes_back_where_it_stood(amina: Laptop, answers: Answers):
    others_save(answers, "note", "one two three")
    amina.hear("note")
    note = amina.box("note")
    note.press("ControlOrMeta+a")
    note.press("Delete")
    note.press_sequentially("x")
    others_save(answers, "note", "one two three four", base=1)
    amina.hear("note")
    note.press("Control+z")
    note.press("Control+z")
    until_equal(amina.page, lambda: note.input_value().count("one two three"), 1)
    assert "x" not in note.input_value()


def test_random_steps_are_taken_back_to_the_text_of_the_others(blank: Page):
    """Whatever is typed and removed while others write: all of it taken back leaves their words and nothing else."""
    found = blank.evaluate("""async () => {
      const { History } = await import("/parts/undo.js");
      let seed = 7;
      const chance = (below) => (seed = (seed * 48271) % 2147483647) % below;
      const wrong = [];
      for (let round = 0; round < 300; round += 1) {
        const history = new History("base text here");
        let theirs = 0;
        for (let step = 0; step < 12; step += 1) {
          const length = history.text.length;
          const start = chance(length + 1);
          if (chance(3) === 0) {
            history.changed([{ start, end: start, text: "T" }]);
            theirs += 1;
          } else {
            const end = Math.min(length, start + chance(3));
            const isMine = !history.text.slice(start, end).includes("T");
            history.typed({ start, end: isMine ? end : start, text: ["a", "b ", ""][chance(3)] }, step * 600);
          }
        }
        const typed = history.text;
        while (history.undo() !== null) {}
        const back = history.text;
        while (history.redo() !== null) {}
        const isBack = back.replaceAll("T", "") === "base text here" && back.split("T").length === theirs + 1;
        if (!isBack || history.text !== typed) wrong.push([typed, back, history.text]);
      }
      return wrong;
    }""")
    assert found == []


def test_the_line_that_somebody_types_stays_at_its_place_in_the_window(amina: Laptop, answers: Answers):
    others_save(answers, "note", "last line")
    amina.hear("note")
    note = amina.box("note")
    note.press("End")
    amina.page.evaluate("scrollTo(0, 10)")
    top, bottom = note.bounding_box()["y"], lambda: note.bounding_box()["y"] + note.bounding_box()["height"]
    before = bottom()
    others_save(answers, "note", "first\nsecond\nthird\nfourth\nlast line")
    amina.hear("note")
    assert note.bounding_box()["y"] < top
    assert abs(bottom() - before) < 2


def test_a_choice_is_sent_at_once_and_says_when_it_was_saved(amina: Laptop, answers: Answers):
    amina.page.evaluate("doc.put('sheet', 'verdict', 'trafficking')")
    until_equal(amina.page, lambda: answers.value("verdict"), "trafficking")
    until_equal(amina.page, lambda: amina.kind("verdict"), "saved")
    others_save(answers, "verdict", "forced_labour")
    amina.hear("verdict")
    note = amina.page.evaluate("doc.note('sheet', 'verdict')")
    assert note["text"].startswith("Saved ") and note["text"].endswith(":42:07 by Bwalya")
    assert amina.page.evaluate("doc.writing('sheet', 'verdict')") == "Bwalya"
    until_equal(amina.page, lambda: amina.page.evaluate("doc.writing('sheet', 'verdict')"), "")


def test_a_change_whose_reply_was_lost_counts_once(amina: Laptop, answers: Answers):
    """The server has the words, and later ones of others; the browser sends them again, and more of them."""
    note = amina.box("note")
    amina.line = "lost"
    note.press_sequentially("Papers kept")
    until_equal(amina.page, lambda: answers.value("note"), "Papers kept")
    others_save(answers, "note", "Papers kept and money owed")
    amina.hear("note")
    note.press_sequentially(" by him")
    amina.line = "up"
    wanted = "Papers kept by him and money owed"
    until_equal(amina.page, lambda: answers.value("note"), wanted)
    expect(note).to_have_value(wanted)


@pytest.mark.parametrize("line", ["down", "silent"])
def test_with_a_dead_line_everything_is_called_kept_within_five_seconds_and_sent_later(
    amina: Laptop, answers: Answers, line: str
):
    amina.line = line
    amina.page.evaluate("doc.put('sheet', 'verdict', 'trafficking')")
    amina.box("note").press_sequentially("Half a wo")
    amina.page.wait_for_timeout(4300)
    assert (amina.kind("verdict"), amina.kind("note")) == ("kept", "kept")
    amina.box("note").press_sequentially("rd")
    amina.line = "up"
    until_equal(amina.page, lambda: (answers.value("verdict"), answers.value("note")), ("trafficking", "Half a word"))
    until_equal(amina.page, lambda: (amina.kind("verdict"), amina.kind("note")), ("saved", "saved"))
    until_equal(amina.page, lambda: amina.page.evaluate("localStorage.length"), 0)


def test_two_windows_with_a_text_each_both_come_back(amina: Laptop, answers: Answers):
    other = amina.open()
    amina.line = "down"
    amina.box("note").press_sequentially("first window")
    amina.box("note", other).press_sequentially("second window")
    for page in (amina.page, other):
        page.wait_for_timeout(600)
        page.close()
    amina.page = amina.open()
    until_equal(amina.page, lambda: amina.kind("note"), "kept")
    amina.line = "up"
    until_equal(amina.page, lambda: (answers.value("note") or "").count("window"), 2)
    until_equal(amina.page, lambda: amina.kind("note"), "saved")
    text = amina.box("note").input_value()
    assert text == answers.value("note")
    assert "first window" in text and "second window" in text


def test_words_typed_onto_what_was_left_over_are_kept_together_with_it(amina: Laptop, answers: Answers):
    amina.line = "down"
    amina.box("note").press_sequentially("Papers kept")
    amina.page.close()
    amina.page = amina.open()
    expect(amina.box("note")).to_have_value("Papers kept")
    amina.box("note").press("End")
    amina.box("note").press_sequentially(" by him")
    amina.page.close()
    others_save(answers, "note", "Money owed")
    amina.page = amina.open()
    expect(amina.box("note")).to_have_value("Papers kept by him")
    amina.line = "up"
    until_equal(amina.page, lambda: answers.value("note").split("\n\n"), ["Money owed", "Papers kept by him"])
    until_equal(amina.page, lambda: amina.box("note").input_value(), answers.value("note"))
    until_equal(amina.page, lambda: amina.page.evaluate("localStorage.length"), 0)


def test_a_window_that_is_opened_while_another_types_doubles_nothing(amina: Laptop, answers: Answers):
    note = amina.box("note")
    note.press_sequentially("Papers kept")
    other = amina.open()
    until_equal(other, lambda: answers.value("note"), "Papers kept")
    amina.hear("note")
    note.press_sequentially(" by him")
    until_equal(amina.page, lambda: answers.value("note"), "Papers kept by him")
    expect(note).to_have_value("Papers kept by him")


def test_what_is_refused_stays_with_its_writer_and_is_tried_again_when_the_sheet_is_open(
    amina: Laptop, answers: Answers
):
    answers.problem = "Your group has handed in."
    amina.box("note").press_sequentially("Too late")
    until_equal(amina.page, lambda: amina.kind("note"), "refused")
    assert amina.page.evaluate("doc.note('sheet', 'note').text") == "Not saved: Your group has handed in."
    expect(amina.box("note")).to_have_value("Too late")
    answers.problem = ""
    amina.page.evaluate("doc.setState({ ...doc.state, is: 'handed_in' })")
    assert answers.value("note") is None
    amina.page.evaluate("doc.setState({ ...doc.state, is: 'open' })")
    until_equal(amina.page, lambda: answers.value("note"), "Too late")


def test_a_number_is_saved_while_it_is_typed(amina: Laptop, answers: Answers):
    amina.box("fee").press_sequentially("52")
    until_equal(amina.page, lambda: answers.value("fee"), 52)
    others_save(answers, "fee", 60)
    amina.hear("fee")
    expect(amina.box("fee")).to_have_value("52")
    amina.box("note").focus()
    expect(amina.box("fee")).to_have_value("60")


@pytest.mark.parametrize("seed", range(2))
def test_three_people_write_in_one_box_and_every_word_is_there_once(browser: Browser, answers: Answers, seed: int):
    chance = random.Random(seed)
    laptops = [Laptop(browser.new_context(), answers, name) for name in ("Amina", "Bwalya", "Chanda")]
    words = [f"{'abc'[chance.randrange(3)]}{number}" for number in range(40)]
    for word in words:
        laptop = laptops["abc".index(word[0])]
        laptop.line = chance.choice(["up", "up", "up", "down", "lost"])
        laptop.box("note").press(chance.choice(["Home", "End", "Control+ArrowLeft"]))
        laptop.box("note").press_sequentially(f" {word} ")
        if answers.now("note"):
            for each in laptops:
                each.hear("note")
        laptop.page.wait_for_timeout(chance.choice([0, 0, 100, 500]))
    settle(laptops)
    text = answers.value("note")
    assert [laptop.box("note").input_value() for laptop in laptops] == [text] * 3
    assert sorted(re.findall(r"[abc]\d+", text)) == sorted(words)
    for laptop in laptops:
        laptop.context.close()


def settle(laptops: list[Laptop]) -> None:
    """Bring all lines back, and let everybody save and hear everything."""
    for each in laptops:
        each.line = "up"
        each.page.evaluate("doc.hurry()")
        until_equal(each.page, lambda each=each: each.kind("note"), "saved")
    for each in laptops:
        each.hear("note")
