"""The figure behind a question is that of its dataset, said with how sure it is and where it comes from."""

import pytest

from engine.content import Counted, Largest, Library, Measured, OfTen, load_library
from engine.predict import closest, revealed, said

LIBRARY = load_library()
questions = pytest.mark.parametrize("question", LIBRARY.predictions.values(), ids=lambda q: q.id)


@pytest.mark.parametrize(
    "name, text",
    [
        ("children-of-ten", "At least 4 of every ten (40 per cent)"),
        ("people-in-forced-labour-2005", "About 12.3 million people"),
        ("share-trafficked-2005", "About 2 of every ten (20 per cent)"),
        ("trafficked-for-commercial-sex", "About 4 of every ten (43 per cent)"),
        ("profits-from-trafficking-2005", "Up to 32 billion US dollars"),
        ("convictions-2006", "3,160 convictions, as reported"),
        ("missing-inspectors", "Between 40,000 and 45,000 labour inspectors"),
    ],
)
def test_the_figures_of_the_handbook(library: Library, name: str, text: str):
    answer = revealed(library, library.predictions[name])
    assert answer.text == text
    assert not answer.later
    assert answer.sources and all("in the handbook (2008)" in source for source in answer.sources)
    assert answer.is_ours is (name == "share-trafficked-2005")


@questions
def test_every_question_has_its_figure_its_source_and_its_chart(question):
    answer = revealed(LIBRARY, question)
    assert answer.sources and all(any(c.isdigit() for c in source) for source in answer.sources)
    assert question.chart in LIBRARY.charts
    assert question.ask.endswith("?") and question.uncertain.endswith(".") and question.surprise.endswith(".")


@questions
def test_the_figure_itself_could_be_guessed(question):
    answer = revealed(LIBRARY, question)
    if isinstance(question, Largest):
        assert question.check(answer.right) == answer.right
        assert said(LIBRARY, question, answer.right) in answer.text
        return
    assert isinstance(question, Measured) and answer.amount
    low, high = answer.amount.ends()
    whole = isinstance(question, OfTen)
    for end in (low, high):
        assert question.check(round(end) if whole else end) is not None


@pytest.mark.parametrize(
    "name, text",
    [
        ("highest-rate-2022", "Arab States: 5.3 for every 1,000 inhabitants"),
        ("state-imposed-2022", "About 1 of every ten (14 per cent)"),
        ("children-2022", "At least 1 of every ten (12 per cent)"),
    ],
)
def test_figures_since_the_handbook_say_so(library: Library, name: str, text: str):
    answer = revealed(library, library.predictions[name])
    assert (answer.text, answer.later) == (text, True)


def test_who_is_closest(library: Library):
    ten = library.predictions["children-of-ten"]
    assert closest(ten, revealed(library, ten), {"A": 3, "B": 5, "C": 8}) == ["A", "B"]
    assert closest(ten, revealed(library, ten), {}) == []
    between = library.predictions["missing-inspectors"]
    assert isinstance(between, Counted)
    assert closest(between, revealed(library, between), {"A": 41000, "B": 45000, "C": 46000}) == ["A", "B"]
    region = library.predictions["highest-rate-2022"]
    assert closest(region, revealed(library, region), {"A": "arab-states", "B": "africa"}) == ["A"]
