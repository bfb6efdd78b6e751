"""The Markdown of a slide, taken apart."""

import pytest

from engine.content import Library
from engine.slides import Block, Run, blocks_of, plain_text


def runs(text: str, library: Library) -> tuple[Run, ...]:
    (block,) = blocks_of(text, library)
    return block.runs


def test_words_keep_their_style_and_their_way_out(library: Library):
    source = next(s for s in library.sources.values() if s.address.startswith("https://"))
    text = f"A **bold *both*** word [cited](source:{source.id}), [ours](handbook:policies)."
    assert runs(text, library) == (
        Run("A "),
        Run("bold ", bold=True),
        Run("both", bold=True, italic=True),
        Run(" word "),
        Run("cited", link=source.address),
        Run(", "),
        Run("ours"),
        Run("."),
    )


def test_lists_have_levels_and_numbers(library: Library):
    found = blocks_of("- a\n  1. b\n  2. c\n- d\n\n3. e\n4. f", library)
    assert [(b.text, b.level, b.number) for b in found] == [
        ("a", 0, 0), ("b", 1, 1), ("c", 1, 2), ("d", 0, 0), ("e", 0, 3), ("f", 0, 4),
    ]  # fmt: skip


def test_a_table_has_rows_of_cells(library: Library):
    (table,) = blocks_of("| a | **b** |\n|---|---|\n| 1 | 2 |", library)
    assert table.kind == "table"
    assert table.rows == (((Run("a"),), (Run("b", bold=True),)), ((Run("1"),), (Run("2"),)))


@pytest.mark.parametrize(
    "text, kind, words",
    [
        ("> quoted", "quote", "quoted"),
        ("### Head", "heading", "Head"),
        ("```\na < b\n```", "text", "a < b"),
        ("<b>x</b>", "text", "<b>x</b>"),
        ("![alt](x.png)", "text", "!alt"),
        ("one\ntwo", "text", "one two"),
        ("one  \ntwo", "text", "one\ntwo"),
    ],
)
def test_other_marks(library: Library, text: str, kind: str, words: str):
    (block,) = blocks_of(text, library)
    assert (block.kind, block.text) == (kind, words)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "/handbook", "file:///etc/passwd", "data:text/html,x"])
def test_only_addresses_on_the_web_lead_out(library: Library, address: str):
    assert all(not run.link for block in blocks_of(f"[x]({address})", library) for run in block.runs)


def test_notes_are_plain_paragraphs(library: Library):
    assert plain_text("Say **this**.\n\n- a\n- b\n\n1. c", library) == "Say this.\n– a\n– b\n1. c"


def test_an_empty_slide_has_no_blocks(library: Library):
    assert blocks_of("", library) == [] and blocks_of("\n \n", library) == []


def test_a_block_gives_its_words():
    assert Block("text", (Run("a"), Run("b", bold=True))).text == "ab"
