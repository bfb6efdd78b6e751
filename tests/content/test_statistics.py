"""What is wrong in the statistics' files is told with file, line and what to do."""

from pathlib import Path

import pytest

from tests.content.book_tree import SOURCES, read_book_tree

DATA, FIGURES = "content/statistics/data/work.yaml", "content/statistics/data/work.csv"
CHART, REGIONS = "content/statistics/charts/work.yaml", "content/statistics/regions/old.yaml"
STATISTICS: dict[str, str | None] = {
    SOURCES: """\
id: sources
items:
- {id: report, publisher: A publisher, title: A report, year: "2012", address: (no address), seen: primary}
""",
    DATA: """\
id: work
title: People at work
publisher: A publisher
source: report
published: "2012"
covers: "2011"
definition: People who were counted.
unit: persons
later: true
labels:
  north: North
  south: South
series:
  people: People
""",
    FIGURES: """\
label,series,value,qualifier,source,year,note
north,people,12,,report,2012,
south,people,3.5,about,report,2012,
""",
    CHART: """\
id: work
topic: people
title: Work
headline: Most people are in the north
panels:
- kind: bars
  data: work
says_not: It says nothing about the east.
""",
}


def problems(tmp_path: Path, file: str = "", old: str = "", new: str = "") -> list[str]:
    """Read the tree with one text changed; give what is wrong, as it is told."""
    files = dict(STATISTICS)
    if file:
        text = files[file]
        assert text is not None and old in text
        files[file] = text.replace(old, new)
    library = read_book_tree(tmp_path, files)
    return [str(problem) for problem in library.problems if "statistics" in problem.file]


def test_a_sound_chart_stands_in_the_library(tmp_path: Path):
    library = read_book_tree(tmp_path, STATISTICS)
    assert [problem for problem in library.problems if "statistics" in problem.file] == []
    assert [row.value for row in library.datasets["work"].rows] == [12, 3.5]
    assert library.charts["work"].headline == "Most people are in the north"
    assert library.counts()["datasets"] == 1 and library.counts()["charts"] == 1


@pytest.mark.parametrize(
    "file, old, new, place, said",
    [
        (FIGURES, "people,12", "people,twelve", f"{FIGURES}:2:", "the value 'twelve' is no number"),
        (FIGURES, "12,,report", "12,,", f"{FIGURES}:2:", "'source' is missing"),
        (FIGURES, "about,report", "about,raport", f"{FIGURES}:3:", "Did you mean 'report'?"),
        (FIGURES, "south,people", "soth,people", f"{FIGURES}:3:", "Did you mean 'south'?"),
        (FIGURES, "south,people", "north,people", f"{FIGURES}:3:", "'north' and 'people' already"),
        (FIGURES, "label,series", "name,series", f"{FIGURES}:1:", "the first line must be 'label,series"),
        (FIGURES, "2012,\nsouth", "2012,a,b\nsouth", f"{FIGURES}:2:", "Put quotes around a text with a comma"),
        (DATA, "source: report", "source: nobody", f"{DATA}:4:", "has no source 'nobody'"),
        (DATA, "unit: persons\n", "", f"{DATA}:1:", "'unit' is missing"),
        (CHART, "data: work", "data: wrok", f"{CHART}:7:", "there is no dataset 'wrok'"),
        (CHART, "kind: bars", "kind: map", f"{CHART}:6:", "a map needs 'regions'"),
        (CHART, "data: work", "data: work\n  series: [cows]", f"{CHART}:8:", "has no 'cows' among its series"),
        (CHART, "says_not: It says nothing about the east.\n", "", f"{CHART}:1:", "'says_not' is missing"),
    ],
)
def test_a_problem_names_its_file_its_line_and_what_to_do(
    tmp_path: Path, file: str, old: str, new: str, place: str, said: str
):
    found = problems(tmp_path, file, old, new)
    assert any(each.startswith(place) and said in each for each in found), found


def test_what_has_a_problem_is_not_drawn(tmp_path: Path):
    files = STATISTICS | {FIGURES: str(STATISTICS[FIGURES]).replace("people,12", "people,twelve")}
    assert read_book_tree(tmp_path, files).datasets == {}
