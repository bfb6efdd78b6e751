"""What there is to look up: every fault is told with the line in which it stands, and none in other words again."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.content import load_library
from tests.content.book_tree import (
    BOOK,
    GLOSSARY,
    INDICATORS,
    MAP,
    QUIZ,
    REFERENCES,
    SAFETY,
    SOURCES,
    STEPS,
    TREATY,
    changed_book,
    line_in,
    read_book_tree,
)
from tests.content.tree import FARM, PICKING, write_tree

LOOK = "Look at [debt](term:debt) first."
OWE = "- About 40 per cent owe money [Paper, 2010](source:paper)."
NORTH = "| North [Paper, 2010](source:paper) | 1,200 |"


def told(root: Path, changes: dict[str, str | None]) -> list[tuple[str, int, str]]:
    return [(p.file, p.line, p.message) for p in read_book_tree(root, changes).problems]


def test_a_sound_book_is_read_whole_and_pages_stand_in_the_handbooks_order(tmp_path: Path):
    library = read_book_tree(tmp_path)
    assert library.problems == []
    assert list(library.pages) == ["first-steps", "safety"]
    assert list(library.instruments) == ["treaty"]
    assert list(library.terms) == ["debt", "wage"]
    assert list(library.later_indicators) == ["bondage"]


def test_a_page_gives_every_link_once_with_those_in_its_notes(tmp_path: Path):
    assert read_book_tree(tmp_path).pages["first-steps"].links() == [
        "handbook:safety", "case:farm", "instrument:treaty", "term:debt", "source:paper", "activity:picking",
        "indicator:owing", "reference:guide",
    ]  # fmt: skip


NOWHERE = "leads nowhere. Mend it, or write what it points to."
WRONG = [
    # dead links, each in its own line
    (STEPS, "  - handbook:safety", "  - handbook:moon", "  - handbook:safety", NOWHERE),
    (STEPS, "Look at [debt](term:debt)", "Look at [debt](term:moon)", LOOK, "'term:moon' " + NOWHERE),
    (STEPS, "(term:debt)", "(term:det)", LOOK, "Did you mean 'debt'?"),
    (STEPS, "(activity:picking)", "(activity:moon)", "- Ask [", "'activity:moon' " + NOWHERE),
    (STEPS, "(indicator:owing)", "(indicator:moon)", "1. See", "'indicator:moon' " + NOWHERE),
    (STEPS, "(reference:guide)", "(reference:moon)", "2. Read", "'reference:moon' " + NOWHERE),
    (STEPS, "(instrument:treaty)", "(instrument:moon)", "    text: There", "'instrument:moon' " + NOWHERE),
    (STEPS, "Look and ask.", "Look at [it](case:moon).", "in_short:", "'case:moon' " + NOWHERE),
    (STEPS, "Where do you begin?", "See [it](case:moon)?", "  - Where", "'case:moon' " + NOWHERE),
    (STEPS, "    source: paper", "    source: moon", "    source: paper", "'source:moon' " + NOWHERE),
    (STEPS, "money [Paper, 2010](source:paper)", "money [Paper](source:moon)", OWE, "'source:moon' " + NOWHERE),
    (TREATY, "(handbook:safety)", "(handbook:moon)", "States agreed on", "'handbook:moon' " + NOWHERE),
    (GLOSSARY, "(handbook:first-steps)", "(handbook:moon)", "    meaning:", "'handbook:moon' " + NOWHERE),
    (GLOSSARY, "see: [handbook:first-steps]", "see: [handbook:moon]", "    see:", "'handbook:moon' " + NOWHERE),
    (MAP, "indicators: [owing]", "indicators: [moon]", "    indicators:", "'indicator:moon' " + NOWHERE),
    (MAP, "(term:debt)", "(term:moon)", "    explain:", "'term:moon' " + NOWHERE),
    (INDICATORS, "handbook:safety", "handbook:moon", "- {id: owing", "'handbook:moon' " + NOWHERE),
    # what is no link of ours
    (STEPS, "(term:debt)", "(https://example.org)", LOOK, "'https://example.org' is no link of ours"),
    (STEPS, "(term:debt)", "(book:debt)", LOOK, "'book:debt' is no link of ours"),
    (STEPS, "(term:debt)", "(term: debt)", LOOK, "'](term: debt)' is no link of ours"),
    (STEPS, "(term:debt)", "()", LOOK, "is no link of ours"),
    (STEPS, "[debt](term:debt)", "[debt][1]", LOOK, "is no link of ours"),
    (STEPS, "  - case:farm", "  - book:farm", "  - case:farm", "it must match"),
    # figures without a source
    (STEPS, " [Paper, 2010](source:paper).\n- Ask", ".\n- Ask", OWE, "the figure '40 per cent' has no source"),
    (STEPS, "North [Paper, 2010](source:paper)", "North", NORTH, "the figure '1,200' has no source"),
    (STEPS, "first.", "first.\nThey owe US dollars 5 each.", "They owe", "the figure 'US dollars 5' has no source"),
    (SAFETY, "---\nGo in twos.", "---\n\n\nGo in twos.\nOr 3 million.", "Or 3", "'3 million' has no source"),
    (STEPS, "first.", "first.\nThey owe USD 5 each.", "They owe", "the figure 'USD 5' has no source"),
    (STEPS, "first.", "first.\nThey are 5 thousand.", "They are", "the figure '5 thousand' has no source"),
    (STEPS, "first.", "first.\nThey are 12000.", "They are", "the figure '12000' has no source"),
    (STEPS, "Where do you begin?", "Why do 40 per cent begin?", "  - Why", "the figure '40 per cent' has no source"),
    # HTML and pictures
    (STEPS, "first.", "first.<br>", LOOK, "'<br>' is HTML"),
    (STEPS, "2. Read", "2. <b>Read", "2. Read", "'<b>' is HTML"),
    (STEPS, "2. Read", "2. <!-- Read", "2. Read", "'<!--' is HTML"),
    (STEPS, "[the sign](indicator:owing)", "![sign](indicator:owing)", "1. See", "'![' is HTML or a picture"),
    (STEPS, "Look and ask.", "Look <i>and ask.", "in_short:", "'<i>' is HTML"),
    (STEPS, "There is a", "<p>There is a", "    text: There", "'<p>' is HTML"),
    # the shape
    (STEPS, 'year: "2014"', "year: 2014", "- year:", "must be a text. Put quotes around it"),
    (STEPS, 'year: "2014"', 'year: "14"', "- year:", "it must match"),
    (STEPS, "in_short: Look and ask.\n", "", "id: first-steps", "'in_short' is missing"),
    (STEPS, "see:\n", "sees: []\nsee:\n", "sees:", "unknown key 'sees'. Did you mean 'see'?"),
    (STEPS, "id: first-steps", "id: steps", "id: first-steps", "the id is 'steps' and the name 'first-steps'"),
    (STEPS, "see:\n", "body: x\nsee:\n", "body:", "unknown key 'body'. Remove it, and write the text below"),
    (SAFETY, "---\nid", "id", "---\nid", "must begin with '---'"),
    (TREATY, "find: [paper passport]", "find: paper", "find:", "must be a list"),
    (GLOSSARY, "id: wage", "id: debt", "id: wage", "two entries have the id 'debt'"),
    (GLOSSARY, "    term: Debt\n", "", "  - id: debt", "'term' is missing"),
    (REFERENCES, "kind: ilo", "kind: book", "id: guide", "must be 'ilo', 'un', 'other' or 'agreement'"),
    (SOURCES, "https://example.org/money", "javascript:alert(1)", "address:", "it must match"),
    (SOURCES, "    seen: primary\n", "", "  - id: paper", "'seen' is missing"),
    (MAP, "    relation: The same.\n", "", "  - id: bondage", "'relation' is missing"),
]


@pytest.mark.parametrize("file, old, new, at, words", WRONG, ids=[f"{w[2]!r}-{w[4][-20:]}"[:60] for w in WRONG])
def test_what_is_wrong_is_told_once_where_it_stands(tmp_path: Path, file: str, old: str, new: str, at: str, words: str):
    text = changed_book(file, old, new)[file]
    found = told(tmp_path, {file: text})
    mine = [problem for problem in found if problem[0] == file]
    assert len(mine) == 1, found
    assert found == mine or "the id is" in words, found
    assert mine[0][1] == line_in(text if at in text else BOOK[file], at)
    assert words in mine[0][2]


def test_a_table_may_name_its_source_in_the_line_below(tmp_path: Path):
    bare = BOOK[STEPS].replace("North [Paper, 2010](source:paper)", "North")
    below = bare.replace("| North | 1,200 |\n", "| North | 1,200 |\n\nSource: [Paper, 2010](source:paper)\n")
    assert told(tmp_path, {STEPS: below}) == []
    a_text = bare.replace(
        "| North | 1,200 |\n", "| North | 1,200 |\n\nSome people in the north owe more [Paper, 2010](source:paper).\n"
    )
    assert len(told(tmp_path, {STEPS: a_text})) == 1


def test_every_fault_of_a_page_comes_at_once(tmp_path: Path):
    text = BOOK[STEPS].replace("(term:debt)", "(term:moon)").replace("first.", "<br>first.</br>")
    text = text.replace("North [Paper, 2010](source:paper)", "North").replace("- case:farm", "- case:moon")
    found = told(tmp_path, {STEPS: text})
    assert [(line, message[:20]) for _file, line, message in found] == [
        (line_in(BOOK[STEPS], "- case:farm"), "the link 'case:moon'"),
        (line_in(BOOK[STEPS], LOOK), "'</br>' is HTML or a"),
        (line_in(BOOK[STEPS], LOOK), "'<br>' is HTML or a "),
        (line_in(BOOK[STEPS], LOOK), "the link 'term:moon'"),
        (line_in(BOOK[STEPS], NORTH), "the figure '1,200' h"),
    ]


BROKEN = {
    STEPS: BOOK[STEPS].replace("first.", "<br>first."),
    SAFETY: BOOK[SAFETY].replace("title: Safety\n", ""),
    TREATY: "no front matter",
    GLOSSARY: BOOK[GLOSSARY].replace("    term: Debt\n", ""),
    REFERENCES: "items: [",
    SOURCES: BOOK[SOURCES].replace("    seen: primary\n", ""),
    INDICATORS: BOOK[INDICATORS].replace("label: Owing", "lable: Owing"),
    FARM: "---\nid: farm\n---\n",
    PICKING: "id: picking\n",
}


@pytest.mark.parametrize("file", BROKEN)
def test_what_points_to_a_broken_file_is_not_complained_of(tmp_path: Path, file: str):
    files = {problem[0] for problem in told(tmp_path, {file: BROKEN[file]})}
    assert file in files
    assert not files & {STEPS, SAFETY, TREATY, GLOSSARY, MAP, QUIZ} - {file}


@pytest.mark.parametrize("file", [SAFETY, TREATY, GLOSSARY, REFERENCES, SOURCES, INDICATORS])
def test_what_points_to_a_missing_file_is_told_everywhere(tmp_path: Path, file: str):
    found = told(tmp_path, {file: None})
    assert found
    assert all("leads nowhere" in message for _file, _line, message in found)


def test_links_cannot_reach_out_of_the_content(tmp_path: Path):
    found = told(tmp_path, changed_book(STEPS, "(term:debt)", "(case:../case_studies/farm)"))
    assert [line for _file, line, _message in found] == [line_in(BOOK[STEPS], LOOK)]


RAW = st.sampled_from(["[", "](", ")", "<", ">", "term:", "source:paper", "40%", "\n", "\n\n", "- ", "\0"])


@settings(max_examples=30)
@given(st.lists(RAW | st.text(st.characters(codec="utf-8"), max_size=4), max_size=30).map("".join))
def test_a_page_with_anything_on_it(text: str):
    with tempfile.TemporaryDirectory() as root:
        head = BOOK[SAFETY].removesuffix("Go in twos.\n")
        library = load_library(write_tree(Path(root), BOOK | {SAFETY: head + text}))
    last = (head + text).count("\n") + 1
    for problem in library.problems:
        assert problem.file == SAFETY and 1 <= problem.line <= last
