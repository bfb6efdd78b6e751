"""The words and the order of a question's choices."""

import pytest
from markdown_it import MarkdownIt

from engine.content import Library, Matching, Ordering
from engine.screens.quizzes.choices import HARMLESS, as_label, lettered, raised


@pytest.mark.parametrize(
    "text",
    [
        "No",
        "Yes, a national border",
        "About 32 billion US dollars (ILO, 2005)",
        "“Servitude” is a form.",
        "2.45 million a year",
        "Well-known: he or she?",
        "Ja, überall – immer",
        "نعم",
    ],
)
def test_ordinary_words_are_read_aloud_as_they_stand(text: str):
    assert as_label(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "*No*",
        "a_b_c",
        "1. No",
        "2) No",
        "- No",
        "# No",
        "a -- b",
        "a `b`",
        "[a](b)",
        "![a](b)",
        "<b>",
        "a ~~b~~",
        "$a$",
        ":red[a]",
        ":smile:",
        "https://example.org",
        "www.example.org",
        "a | b",
        "&amp;",
        "a\\b",
        "a\nb",
    ],
)
def test_what_markdown_would_change_is_escaped(text: str):
    assert not HARMLESS.fullmatch(text)
    assert as_label(text) != text


def test_no_label_of_a_quiz_is_read_aloud_with_signs_in_it(library: Library):
    for quiz in library.quizzes.values():
        for question in quiz.questions:
            texts = [question.ask]
            if isinstance(question, Matching):
                texts += [text for pair in question.pairs for text in (pair.left, pair.right)]
            else:
                texts += [
                    part.text for part in (question.items if isinstance(question, Ordering) else question.options)
                ]
            assert [text for text in texts if as_label(text) != text] == []


def test_a_harmless_text_stays_itself_in_markdown(library: Library):
    parser = MarkdownIt("gfm-like", {"linkify": False})
    for quiz in library.quizzes.values():
        for question in quiz.questions:
            assert parser.renderInline(question.ask).replace("&quot;", '"').replace("&amp;", "&") == question.ask


def test_options_have_letters_that_a_room_can_call_out():
    assert [lettered(n, "No.") for n in range(3)] == ["A. No.", "B. No.", "C. No."]


@pytest.mark.parametrize(
    "order, item, up", [((2, 0, 1), 0, (0, 2, 1)), ((2, 0, 1), 1, (2, 1, 0)), ((2, 0), 2, (2, 0)), ((2, 0), 1, (2, 0))]
)
def test_an_item_goes_up_by_one_place(order: tuple[int, ...], item: int, up: tuple[int, ...]):
    assert raised(order, item) == up
