"""Decks as files have them: those of the content, and one that a facilitator filled with the worst that people type."""

from typing import Any

from engine.content import Deck, Library
from engine.slides import PrintedDeck, printed_deck
from engine.slides.own_slides import FIELDS, ShownSlide, text_of

UNDER = "A workshop · A country · 2030-05-06 – 2030-05-10"
WORST: dict[str, dict[str, str]] = {
    "script": {"title": "<script>alert(1)</script>", "body": "<script>alert(1)</script> and **<b>bold</b>**"},
    "code": {"title": "#panic(1) \\ $x$", "body": "- #import \"x.typ\"\n- $ sum $ `a` @ref <label>\n- _ * ~ = /"},
    "arabic": {"title": "العمل الجبري", "body": "- تفتيش العمل\n- **الاتجار** بالأشخاص", "notes": "ملاحظات"},
    "cyrillic": {"title": "Принудительный труд", "body": "1. Инспекция\n2. Қазақстан", "notes": "Заметки"},
    "chinese": {"title": "强迫劳动", "body": "劳动监察"},
    "control": {"title": "a\x00b\x0bc\x1fd", "body": "a\x00b\x0cc \ufffe \uffff", "notes": "\x07\x1b"},
    "spaces": {"title": "20\u202f900\xa0000", "body": "a\xa0b\u3000c\u200bd\u2060e\u202ef\u202c \U0001fae8 \uf0b7"},
    "empty": {"title": "", "body": "", "notes": ""},
    "long": {"title": "word " * 24, "body": "word " * 400},
    "merged": {"title": "the first " * 12 + "/ " + "the last " * 13, "body": "both " * 800, "notes": "said " * 2400},
    "unbroken": {"title": "w" * 120, "body": "w" * 2000},
    "lines": {"title": "Lines", "body": "\n\n".join("line" for _n in range(300))},
    "points": {"title": "Points", "body": "\n".join(f"{'  ' * (n % 5)}- point {n}" for n in range(90))},
    "table": {"title": "Table", "body": "| a | b |\n|---|---|\n" + "| 1 | 2 |\n" * 100},
    "ragged": {"body": "before\n\n| a | b |\n|---|---|\n| 1 |\n| 1 | 2 | 3 |\n\nafter\n\n| c |\n|-|\n"},
    "strange": {"body": "# Head\n\n> quote\n> - in it\n\n```\ncode\n```\n\n![x](y) [l](javascript:x)\n\n---"},
    "gone": {"title": "A chart that is gone", "body": "Text", "chart": "no-such-chart"},
}  # fmt: skip
"""Slide id -> what somebody typed on it."""


def as_is(library: Library, deck: Deck) -> PrintedDeck:
    """A deck as a workshop has it that changed nothing."""
    slides = [ShownSlide(s.id, base=s, **{name: text_of(s, name) for name in FIELDS}) for s in deck.slides]
    return printed_deck(library, deck, slides, UNDER)


def worst(library: Library) -> PrintedDeck:
    """A deck of slides that a facilitator added, each worse than the other."""
    deck = next(iter(library.decks.values()))
    typed: list[Any] = [ShownSlide(name, **fields) for name, fields in WORST.items()]
    return printed_deck(library, deck, typed, "<i>#panic()</i>\x00 العمل")
