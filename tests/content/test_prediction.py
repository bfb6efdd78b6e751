"""A question to guess is held against the figure and the chart that it names; every fault has its line."""

from pathlib import Path

import pytest

from engine.content.prediction_faults import FILE
from tests.content.book_tree import read_book_tree

DATA, ROWS = "content/statistics/data/people.yaml", "content/statistics/data/people.csv"
CHART = "content/statistics/charts/who.yaml"
SHARE = "    answer: {dataset: people, label: world, series: trafficked}\n"
STATISTICS = {
    DATA: """\
id: people
title: People
publisher: Us
source: paper
published: "2010"
covers: "2009"
definition: Who was counted.
unit: persons
later: true
labels: {north: North, south: South, east: East, world: World}
series: {all: All, trafficked: Trafficked}
""",
    ROWS: """\
label,series,value,qualifier,source,year,note
north,all,500,,paper,2010,
south,all,300,,paper,2010,
east,all,200,,paper,2010,
world,all,1000,,paper,2010,
world,trafficked,210,,paper,2010,
""",
    CHART: """\
id: who
topic: people
title: Who
headline: Some are trafficked
says_not: Where they are.
panels:
  - {kind: bars, data: people}
""",
    FILE: """\
id: questions
items:
  - id: share
    type: of_ten
    ask: How many of ten?
    answer: {dataset: people, label: world, series: trafficked}
    whole: {dataset: people, label: world, series: all}
    chart: who
    uncertain: It is an estimate.
    surprise: It is few.
  - id: many
    type: number
    ask: How many?
    answer: {dataset: people, label: world, series: all}
    unit: thousand people
    max: 5
    step: 0.5
    divide_by: 1000
    chart: who
    uncertain: It is an estimate.
    surprise: It is many.
  - id: most
    type: largest
    ask: Where?
    among: {dataset: people, series: all}
    unit: people
    labels: [north, south, east]
    chart: who
    uncertain: It is an estimate.
    surprise: It is the north.
""",
}


def told(root: Path, file: str, text: str) -> list[tuple[str, str]]:
    library = read_book_tree(root, STATISTICS | {file: text})
    lines = text.splitlines()
    return [(lines[p.line - 1].strip() if p.file == file else p.file, p.message) for p in library.problems]


def test_sound_questions_are_kept_in_their_order(tmp_path: Path):
    library = read_book_tree(tmp_path, STATISTICS)
    assert library.problems == []
    assert list(library.predictions) == ["share", "many", "most"]
    assert library.counts()["questions to guess"] == 3


@pytest.mark.parametrize(
    "old, new, at, said",
    [
        ("label: world, series: trafficked", "label: world, series: none", "series: none}", "no figure 'world/none'"),
        ("whole: {dataset: people", "whole: {dataset: peple", "whole: {dataset: peple", "Did you mean 'people'?"),
        ("max: 5", "max: 0.9", "label: world, series: all}", "is 1 to 1, and people can guess from 0 to 0.9. Widen"),
        ("step: 0.5", "step: 9", "- id: many", "no guess fits"),
        ("divide_by: 1000", "divide_by: 7", "divide_by: 7", "must be"),
        ("[north, south, east]", "[north, south]", "[north, south]", "at least 3 entries"),
        ("[north, south, east]", "[north, south, west]", "[north, south, west]", "no figure 'west/all'"),
        ("[north, south, east]", "[north, south, south]", "- id: most", "the label 'south' stands here twice"),
        ("    surprise: It is few.\n", "", "- id: share", "'surprise' is missing"),
        ("  - id: many", "  - id: share", "- id: share", "two entries have the id 'share'"),
        (SHARE, "", "- id: share", "the figure is missing"),
        ("    whole:", "    low:", "- id: share", "a range has two ends"),
    ],
)
def test_a_fault_is_told_with_its_line(tmp_path: Path, old: str, new: str, at: str, said: str):
    assert old in STATISTICS[FILE]
    found = told(tmp_path, FILE, STATISTICS[FILE].replace(old, new, 1))
    assert len(found) == 1 and at in found[0][0], found
    assert said in found[0][1]


def test_a_question_whose_figure_is_gone_is_not_asked(tmp_path: Path):
    text = STATISTICS[ROWS].replace("world,trafficked,210,,paper,2010,\n", "")
    library = read_book_tree(tmp_path, STATISTICS | {ROWS: text})
    assert list(library.predictions) == ["many", "most"]
    assert len(library.problems) == 1


def test_a_chart_that_is_not_there_is_told(tmp_path: Path):
    text = STATISTICS[FILE].replace("chart: who\n", "chart: whom\n", 1)
    assert told(tmp_path, FILE, text) == [("chart: whom", "there is no chart 'whom'. Did you mean 'who'?")]


def test_of_two_that_are_highest_none_is_right(tmp_path: Path):
    library = read_book_tree(tmp_path, STATISTICS | {ROWS: STATISTICS[ROWS].replace("300", "500")})
    assert [p.message for p in library.problems] == [
        "two of them have the highest figure, 500. Ask for something else."
    ]
