"""The small content tree with something to look up in it: two pages, a convention, lists, and quizzes."""

from pathlib import Path

from engine.content import Library, load_library
from tests.content.tree import HANDBOOK, write_tree

STEPS, SAFETY = "content/handbook/first-steps.md", "content/handbook/safety.md"
TREATY = "content/instruments/treaty.md"
GLOSSARY, REFERENCES = "content/glossary.yaml", "content/references.yaml"
SOURCES, MAP = "content/sources.yaml", "content/indicator_map.yaml"
INDICATORS = "content/lists/indicators.yaml"
QUIZ = "content/quizzes/steps.yaml"
BEFORE, AFTER = "content/quizzes/before.yaml", "content/quizzes/after.yaml"


def _test(name: str, kind: str) -> str:
    """A test of twenty questions of three lines of options each."""
    head = f"id: {name}\ntitle: A test\nkind: {kind}\nabout: []\nquestions:\n"
    return head + "".join(
        f"- id: q{n}\n  type: one\n  ask: Is it {n}?\n  topic: law\n  difficulty: 2\n  passage: instrument:treaty\n"
        "  options:\n"
        "  - {text: It is, right: true, why: It is so.}\n"
        "  - {text: It is not, right: false, why: It is.}\n"
        "  - {text: Perhaps, right: false, why: It is.}\n"
        for n in range(1, 21)
    )


BOOK: dict[str, str] = {
    HANDBOOK: """\
id: handbook
title: Handbook
source: Made up for tests
items:
  - {id: first-steps, label: First steps}
  - {id: safety, label: Safety}
""",
    STEPS: """\
---
id: first-steps
title: First steps
in_short: Look and ask.
source: Made up for tests
see:
  - handbook:safety
  - case:farm
discuss:
  - Where do you begin?
since:
  - year: "2014"
    text: There is a [treaty](instrument:treaty).
    source: paper
---

## Look

Look at [debt](term:debt) first.

- About 40 per cent owe money [Paper, 2010](source:paper).
- Ask [what follows](activity:picking).

| Region | People |
|---|---|
| North [Paper, 2010](source:paper) | 1,200 |

1. See [the sign](indicator:owing).
2. Read [more](reference:guide).
""",
    SAFETY: """\
---
id: safety
title: Safety
in_short: Go in twos.
source: Made up for tests
---
Go in twos.
""",
    TREATY: """\
---
id: treaty
title: The treaty
in_short: States agreed.
source: Made up for tests
find: [paper passport]
---
States agreed on [safety](handbook:safety).
""",
    GLOSSARY: """\
id: glossary
items:
  - id: debt
    term: Debt
    meaning: "What is owed. See [first steps](handbook:first-steps)."
    source: Made up for tests
    see: [handbook:first-steps]
  - {id: wage, term: Wage, meaning: What is paid., source: Made up for tests}
""",
    REFERENCES: """\
id: references
items:
  - {id: guide, kind: ilo, title: A guide, author: Nobody, year: "2001", good_for: Reading.}
""",
    SOURCES: """\
id: sources
items:
  - id: paper
    publisher: Paper
    title: On money
    year: "2010"
    address: https://example.org/money
    seen: primary
""",
    INDICATORS: """\
id: indicators
title: Indicators
source: Made up for tests
items:
  - {id: owing, label: Owing, see: ["handbook:safety"]}
""",
    MAP: """\
id: indicator_map
source: Made up for tests
items:
  - id: bondage
    label: Bondage
    indicators: [owing]
    relation: The same.
    explain: "See [debt](term:debt)."
""",
    QUIZ: """\
id: steps
title: First steps
kind: chapter
about:
- handbook:first-steps
questions:
- id: q1
  type: one
  ask: What comes first?
  topic: investigation
  difficulty: 1
  passage: handbook:first-steps
  options:
  - text: To look
    right: true
    why: Who looks, sees.
  - text: To run
    right: false
    why: There is time.
  - text: To shout
    right: false
    why: It helps nobody.
- id: q2
  type: several
  ask: Who goes in?
  topic: law
  difficulty: 2
  passage: handbook:safety
  options:
  - {text: You, right: true, why: It is your work.}
  - {text: A colleague, right: true, why: In twos.}
  - {text: A stranger, right: false, why: Nobody knows why.}
- id: q3
  type: match
  ask: What belongs together?
  topic: facts
  difficulty: 3
  passage: instrument:treaty
  pairs:
  - {left: Debt, right: Owed, why: By the word.}
  - {left: Wage, right: Paid, why: By the law.}
  - {left: Gift, right: Given, why: By heart.}
- id: q4
  type: order
  ask: In which order?
  topic: victims
  difficulty: 1
  passage: case:farm
  items:
  - {text: Look, why: First.}
  - {text: Ask, why: Then.}
  - {text: Write, why: Last.}
- {id: q5, type: one, ask: "Is it so?", topic: law, difficulty: 1, passage: "term:debt", options: [
    {text: It is, right: true, why: So.}, {text: It was, right: false, why: No.},
    {text: Never, right: false, why: No.}]}
- {id: q6, type: one, ask: "Is it not?", topic: law, difficulty: 1, passage: "activity:plan", options: [
    {text: It is, right: true, why: So.}, {text: It was, right: false, why: No.},
    {text: Never, right: false, why: No.}]}
""",
}
TESTS = {BEFORE: _test("before", "pre-test"), AFTER: _test("after", "post-test")}
"""A test before the seminar and one after it; not in every tree, because they are long to read."""


def read_book_tree(root: Path, changes: dict[str, str | None] | None = None) -> Library:
    """Read the tree with some files changed or added; None leaves a file out."""
    return load_library(write_tree(root, BOOK | (changes or {})))


def changed_book(file: str, old: str, new: str) -> dict[str, str | None]:
    """One file with one place changed."""
    assert BOOK[file].count(old) == 1, f"{old!r} does not stand just once in {file}"
    return {file: BOOK[file].replace(old, new)}


def line_in(text: str, words: str) -> int:
    """The line, from 1, in which some words stand."""
    return text[: text.index(words)].count("\n") + 1


__all__ = [
    "AFTER", "BEFORE", "BOOK", "GLOSSARY", "INDICATORS", "MAP", "QUIZ", "REFERENCES", "SAFETY", "SOURCES",
    "STEPS", "TESTS", "TREATY", "changed_book", "line_in", "read_book_tree",
]  # fmt: skip
