"""Storyboards: what a film file says, and every fault with the line in which it stands."""

from itertools import pairwise
from pathlib import Path

import pytest

from engine.content import Library
from tests.content.book_tree import line_in, read_book_tree
from tests.content.tree import MODULE, SOUND

FILM = "media/films/first-film.yaml"
TEXT = """\
id: first-film
title: First film
about: What a film is.
sound: It has none.
scenes:
  - id: opening
    seconds: 8
    kind: title
    heading: First film
    subtitles:
      - This is how it begins.
      - And this is how it goes on, for a while.
  - id: dark
    seconds: 6
    kind: picture
    picture: gate
    heading: A gate
    source: paper
    subtitles: [The gate is shut.]
questions:
  - {ask: "Who shut it?", listen_for: Names.}
"""


def read(root: Path, text: str = TEXT) -> Library:
    return read_book_tree(root, {FILM: text})


def test_a_sound_film_is_read_and_counted(tmp_path: Path):
    library = read(tmp_path)
    assert library.problems == []
    film = library.films["first-film"]
    assert film.seconds == 14
    assert library.counts()["films"] == 1
    assert film.transcript()[1] == ("A gate", "The gate is shut.")


def test_subtitles_have_time_by_their_length_and_never_overlap(tmp_path: Path):
    cues = list(read(tmp_path).films["first-film"].cues())
    assert [text for _b, _e, text in cues] == [
        "This is how it begins.", "And this is how it goes on, for a while.", "The gate is shut.",
    ]  # fmt: skip
    assert cues[0][0] == 0
    assert cues[2][0] == 8
    assert cues[0][1] - cues[0][0] < cues[1][1] - cues[1][0]
    assert all(ends < begins for (_b, ends, _t), (begins, _e, _x) in pairwise(cues))


@pytest.mark.parametrize(
    "before, after, said",
    [
        ("    picture: gate\n", "", "names a picture"),
        ("picture: gate", "picture: moon", "moon"),
        ("source: paper", "source: papers", "leads nowhere. Did you mean 'paper'"),
        ("seconds: 6", "seconds: 6\n    chart: nothing", "leads nowhere"),
        ("seconds: 6", "seconds: 6\n    cases: [nobody]", "leads nowhere"),
        ("id: dark", "id: opening", "two scenes have the id 'opening'"),
        ("The gate is shut.", f"{'Far too long ' * 7}", "more than 2 lines of 42"),
        ("seconds: 8", "seconds: 4", "its subtitles need 5 seconds"),
    ],
)  # fmt: skip
def test_a_fault_is_named_with_its_line(tmp_path: Path, before: str, after: str, said: str):
    text = TEXT.replace(before, after, 1)
    problems = [str(problem) for problem in read(tmp_path, text).problems]
    assert any(problem.startswith(f"{FILM}:") and said in problem for problem in problems), problems


def test_an_agenda_item_names_a_film_that_is_there(tmp_path: Path):
    good = SOUND[MODULE].replace("title: Welcome,", "title: Welcome, film: first-film,", 1)
    assert read_book_tree(tmp_path, {FILM: TEXT, MODULE: good}).problems == []
    bad = good.replace("first-film", "last-film")
    found = read_book_tree(tmp_path, {FILM: TEXT, MODULE: bad}).problems
    assert [(p.file, p.line) for p in found] == [(MODULE, line_in(bad, "last-film"))]
    assert "there is no film 'last-film' in media/films" in found[0].message
