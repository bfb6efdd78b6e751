"""Slides: what a deck file says, and every fault with the line in which it stands."""

from pathlib import Path

import pytest

from engine.content import Deck, Library
from tests.content.book_tree import BOOK, line_in, read_book_tree
from tests.content.tree import MODULE, SOUND

DECK = "media/slides/first-steps.md"
TEXT = """\
---
id: first-steps
title: First steps
minutes: 30
source: Made up for tests
handbook: [first-steps, safety]
---
## Look first {#look}

- Look at [debt](term:debt)
- Ask

Notes:

Let them look. See [safety](handbook:safety).

### More

Then go on.

## How many {#how-many}

About 40 per cent owe money [Paper, 2010](source:paper).

{chart: debts}

Notes:

Ask for 40 per cent of the hands.
"""


def read(root: Path, text: str = TEXT) -> Library:
    return read_book_tree(root, {DECK: text})


def test_a_sound_deck_is_read_slide_by_slide(tmp_path: Path):
    library = read(tmp_path)
    assert library.problems == []
    deck = library.decks["first-steps"]
    assert (deck.title, deck.minutes, deck.handbook) == ("First steps", 30, ("first-steps", "safety"))
    look, many = deck.slides
    assert (look.id, look.title, look.chart) == ("look", "Look first", None)
    assert look.body == "- Look at [debt](term:debt)\n- Ask"
    assert look.notes == "Let them look. See [safety](handbook:safety).\n\n### More\n\nThen go on."
    assert (many.id, many.chart, many.notes) == ("how-many", "debts", "Ask for 40 per cent of the hands.")
    assert many.body == "About 40 per cent owe money [Paper, 2010](source:paper)."
    assert [ref for _where, ref in deck.placed_links()] == ["term:debt", "handbook:safety", "source:paper"]


def test_it_is_counted(tmp_path: Path):
    counts = read(tmp_path).counts()
    assert (counts["decks"], counts["slides"]) == (1, 2)


LONG = " ".join(["word"] * 71)
BEGIN = "A slide begins with '## Title {#permanent-id}'"
WRONG = [
    # headings and ids
    ("## Look first {#look}", "## Look first", "## Look first", f"'Look first' has no heading or id. {BEGIN}"),
    ("## Look first {#look}", "Look first", "Look first", f"has no heading or id. {BEGIN}"),
    ("## Look first {#look}", "## {#look}", "## {#look}", "'{#look}' has no heading or id"),
    ("{#look}", "{#Look At}", "## Look first", "it must match"),
    ("{#how-many}", "{#look}", "## How many", "two slides have the id 'look'"),
    # the chart and the notes
    ("{chart: debts}", "{chart: some debts}", "{chart: some debts}", "is nothing that a slide has here"),
    ("{chart: debts}", "{chart: Debts}", "{chart: Debts}", "it must match"),
    ("{chart: debts}", "{chart: a}\n\n{chart: b}", "{chart: b}", "'{chart: b}' is nothing that a slide has here"),
    ("Notes:\n\nAsk for 40 per cent of the hands.\n", "", "## How many", "the slide has no notes"),
    ("Notes:\n\nAsk for 40 per cent of the hands.\n", "Notes:\n", "## How many", "the slide has no notes"),
    # what a slide does not have
    ("- Ask\n", "- Ask\n\n### Further\n", "### Further", "'### Further' is nothing that a slide has here"),
    ("- Ask\n", "- Ask\n\n# Further\n", "# Further", "'# Further' is nothing that a slide has here"),
    ("- Ask\n", "- Ask <b>now</b\n", "- Ask <b>", "'<b>' is HTML"),
    ("- Ask\n", "- Ask ![now](term:debt)\n", "- Ask !", "'![' is HTML or a picture"),
    ("Then go on.", "Then go <b>on.", "Then go", "'<b>' is HTML"),
    ("- Ask\n", f"- Ask\n\n{LONG}\n", "## Look first", "the slide has 75 words. Use at most 70"),
    ("[Paper, 2010](source:paper).", f"[Paper](source:paper). {LONG[:200]}", "## How many", "Use at most 40"),
    # figures and links
    (
        " [Paper, 2010](source:paper).\n\n{chart: debts}",
        ".\n\n{chart: debts}",
        "About 40",
        "'40 per cent' has no source",
    ),
    ("Then go on.", "Then go on to 5 million.", "Then go", "the figure '5 million' has no source"),
    ("(term:debt)", "(term:moon)", "- Look at", "the link 'term:moon' leads nowhere"),
    ("(handbook:safety)", "(handbook:moon)", "Let them", "the link 'handbook:moon' leads nowhere"),
    ("(source:paper)", "(source:moon)", "About 40", "the link 'source:moon' leads nowhere"),
    ("(term:debt)", "(https://example.org)", "- Look at", "'https://example.org' is no link of ours"),
    # the front matter
    ("[first-steps, safety]", "[first-steps, safty]", "handbook:", "no 'safty'. Did you mean 'safety'?"),
    ("minutes: 30", "minutes: 0", "minutes:", "'minutes' must be at least 1"),
    ("minutes: 30\n", "", "id: first-steps", "'minutes' is missing"),
    ("minutes: 30\n", "minutes: 30\nslides: []\n", "slides:", "unknown key 'slides'. Remove it, and write the slides"),
    ("id: first-steps\n", "id: steps\n", "id: steps", "the id is 'steps' and the name 'first-steps'"),
]


@pytest.mark.parametrize("old, new, at, words", WRONG, ids=[f"{w[1]!r}-{w[3][-20:]}"[:60] for w in WRONG])
def test_what_is_wrong_is_told_once_where_it_stands(tmp_path: Path, old: str, new: str, at: str, words: str):
    assert TEXT.count(old) == 1
    text = TEXT.replace(old, new)
    library = read(tmp_path, text)
    assert [(p.file, p.line) for p in library.problems] == [(DECK, line_in(text, at))], library.problems
    assert words in library.problems[0].message


def test_every_fault_of_a_deck_comes_at_once(tmp_path: Path):
    text = TEXT.replace("(term:debt)", "(term:moon)").replace("- Ask\n", "- Ask\n\n### Further\n")
    text = text.replace("{chart: debts}", "{chart: debts}\n\n{chart: more}").replace("Then go on.", "Then <b>go.")
    found = read(tmp_path, text).problems
    assert [p.line for p in found] == [line_in(text, at) for at in ("- Look", "### Fur", "Then <b>", "{chart: more}")]


def test_a_deck_without_slides_is_none(tmp_path: Path):
    head = TEXT[: TEXT.index("## Look")]
    found = read(tmp_path, head).problems
    assert [(p.line, p.message) for p in found] == [(7, "'slides' must have at least one entry; the file has none.")]


def test_an_item_of_the_agenda_names_a_deck_that_is_there(tmp_path: Path):
    module = SOUND[MODULE]
    item = next(line for line in module.splitlines() if "id:" in line and "minutes:" in line and "kind" not in line)
    good = module.replace(item, item.replace("minutes:", "slides: first-steps, minutes:"))
    assert read_book_tree(tmp_path, {DECK: TEXT, MODULE: good}).problems == []
    bad = good.replace("slides: first-steps", "slides: last-steps")
    found = read_book_tree(tmp_path, {DECK: TEXT, MODULE: bad}).problems
    assert [(p.file, p.line) for p in found] == [(MODULE, line_in(bad, "last-steps"))]
    assert "there is no deck 'last-steps' in media/slides" in found[0].message


def test_an_item_may_name_a_deck_that_has_a_problem_of_its_own(tmp_path: Path):
    """The deck's own problem is told, and not the item's as well."""
    module = SOUND[MODULE]
    item = next(line for line in module.splitlines() if "id:" in line and "minutes:" in line and "kind" not in line)
    changed = module.replace(item, item.replace("minutes:", "slides: first-steps, minutes:"))
    found = read_book_tree(tmp_path, {DECK: TEXT.replace("(term:debt)", "(term:moon)"), MODULE: changed}).problems
    assert [p.file for p in found] == [DECK]


def test_a_deck_comes_back_from_json_as_it_was(tmp_path: Path):
    deck = read(tmp_path).decks["first-steps"]
    assert Deck.model_validate_json(deck.model_dump_json()) == deck


def test_a_chart_stands_where_it_is_in_the_lines(tmp_path: Path):
    """A fault below the chart's line keeps its line."""
    text = TEXT.replace("{chart: debts}\n", "{chart: debts}\n\nAnd 3 million.\n")
    assert [p.line for p in read(tmp_path, text).problems] == [line_in(text, "And 3")]
    assert BOOK  # the tree under it is sound by itself
