"""Guesses stand where they belong on the scale, the figure among them only once it is shown, and names are text."""

import re

import pytest

from engine.content import Library
from engine.predict import drawn, revealed

TEN, BETWEEN, UP_TO, REGION = (
    "children-of-ten", "missing-inspectors", "profits-from-trafficking-2005", "highest-rate-2022",
)  # fmt: skip


def places(html: str, kind: str) -> list[float]:
    return [float(n) for n in re.findall(rf'<i class="{kind}" style="inset-inline-start:([\d.]+)%', html)]


def widths(html: str, kind: str) -> list[float]:
    return [float(n) for n in re.findall(rf'<i class="{kind}" style="[^"]*inline-size:([\d.]+)%', html)]


def test_a_dot_stands_where_the_guess_is(library: Library):
    html = drawn(library, library.predictions[TEN], [("A", 3), ("B", 10), ("C", 0), ("D", None)], None)
    assert places(html, "dot") == [30, 100, 0]
    assert html.count("not yet") == 1


@pytest.mark.parametrize("name", [TEN, BETWEEN, UP_TO, REGION])
def test_nothing_of_the_figure_is_there_before_it_is_shown(library: Library, name: str):
    question = library.predictions[name]
    html = drawn(library, question, [("A", None)], None)
    assert "band" not in html and "exact" not in html and "right" not in html and "5.3" not in html
    answer = revealed(library, question)
    assert drawn(library, question, [("A", None)], answer) != html


@pytest.mark.parametrize(
    "name, kind, start, wide, exact",
    [(TEN, "band up", 40, 60, [40]), (UP_TO, "band down", 0, 16, [16]), (BETWEEN, "band", 20, 2.5, [])],
)
def test_the_figure_is_a_band_as_wide_as_it_is_uncertain(
    library: Library, name: str, kind: str, start: float, wide: float, exact: list[float]
):
    question = library.predictions[name]
    html = drawn(library, question, [("A", 1)], revealed(library, question))
    assert set(places(html, kind)) == {start} and set(widths(html, kind)) == {wide}
    assert sorted(set(places(html, "exact"))) == exact


def test_the_right_answer_is_marked_not_by_colour_alone(library: Library):
    question = library.predictions[REGION]
    html = drawn(library, question, [("A", "africa"), ("B", None)], revealed(library, question))
    right = re.search(r'<tr class="right">.*?</tr>', html)
    assert right and "✓ 5.3 for every 1,000 inhabitants" in right[0] and "Arab States" in right[0]


@pytest.mark.parametrize("name", [TEN, REGION])
def test_names_of_groups_are_text(library: Library, name: str):
    guess = 3 if name == TEN else "africa"
    html = drawn(library, library.predictions[name], [("<script>x</script>&", guess)], None)
    assert "<script>" not in html and "&lt;script&gt;x&lt;/script&gt;&amp;" in html
