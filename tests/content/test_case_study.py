"""A case study: numbered sentences below a front matter."""

from pathlib import Path

import pytest

from engine.content import load_library
from tests.content.tree import FARM, SOUND, changed, write_tree

FRONT, BODY = SOUND[FARM].split("1. Ana", 1)[0], SOUND[FARM].split("---\n", 2)[2]


def test_sentences_stand_in_paragraphs_and_in_one_row(tmp_path: Path):
    case = load_library(write_tree(tmp_path)).case_studies["farm"]
    assert [[s.number for s in paragraph] for paragraph in case.paragraphs] == [[1, 2], [3]]
    assert [s.text for s in case.sentences][2] == "She owed money for the journey."


def test_blank_lines_anywhere_and_blanks_in_them_do_no_harm(tmp_path: Path):
    body = "\n \n" + BODY.replace("\n\n", "\n\t\n\n \n") + "\n\n"
    library = load_library(write_tree(tmp_path, {FARM: FRONT + body}))
    assert library.problems == []
    assert library.case_studies == load_library(write_tree(tmp_path / "sound")).case_studies


@pytest.mark.parametrize(
    "old, new, line, words",
    [
        ("2. The", "3. The", 9, "sentence 3 stands where 2 is due"),
        ("2. The", "1. The", 9, "sentence 1 stands where 2 is due"),
        ("1. Ana", "0. Ana", 8, "sentence 0 stands where 1 is due"),
        ("3. She", "5. She", 11, "sentence 5 stands where 3 is due"),
        ("2. The", "The", 9, "'The manager kept her passport.' is not a numbered sentence"),
        ("2. The", "2.The", 9, "is not a numbered sentence"),
        ("2. The", "2) The", 9, "is not a numbered sentence"),
        ("2. The manager kept her passport.", "2. ", 9, "is not a numbered sentence"),
        ("2. The", "9" * 5_000 + ". The", 9, "is not a numbered sentence"),
        (BODY, "", 2, "no sentences"),
        ("number: 1\n", "", 2, "'number' is missing. Add it."),
        ("number: 1", "number: one", 3, "must be a whole number"),
        ("title: Fruit", "title: 5", 4, "must be a text"),
        ("title: Fruit", "title: Fruit\ntitel: A", 5, "unknown key 'titel'. Did you mean 'title'?"),
        ("title: Fruit", "title: Fruit\ntitle: Fruit", 5, "twice"),
        ("country:", "paragraphs: []\ncountry:", 5, "unknown key 'paragraphs'"),
        ("id: farm", "id: Farm", 2, "does not look right"),
        ("id: farm", "id: barn", 2, "the id is 'barn' and the name 'farm'"),
        ("---\nid", "id", 1, "must begin with '---'"),
        ("---\n1. Ana", "1. Ana", 1, "must begin with '---'"),
        ("---\nid", "\n---\nid", 1, "must begin with '---'"),
    ],
    ids=lambda value: repr(value)[:24],
)
def test_what_is_wrong_is_told_with_its_line(tmp_path: Path, old: str, new: str, line: int, words: str):
    library = load_library(write_tree(tmp_path, {FARM: changed(FARM, old, new)}))
    assert [(p.file, p.line) for p in library.problems] == [(FARM, line)]
    assert words in library.problems[0].message
    assert list(library.case_studies) == ["hotel"]


def test_every_sentence_that_has_no_number_is_told(tmp_path: Path):
    text = changed(FARM, "2. The", "The").replace("3. She", "She").replace("title: Fruit\n", "")
    problems = load_library(write_tree(tmp_path, {FARM: text})).problems
    assert [problem.line for problem in problems] == [2, 8, 10]


def test_two_cases_cannot_have_one_number(tmp_path: Path):
    library = load_library(write_tree(tmp_path, {FARM: changed(FARM, "number: 1", "number: 2")}))
    assert [str(problem) for problem in library.problems] == [
        "case_studies/hotel.md:3: 'farm' has the number 2 too. Give one of the two another."
    ]
    assert list(library.case_studies) == ["farm"]


def test_cases_come_in_the_order_of_their_numbers_and_not_of_their_names(tmp_path: Path):
    library = load_library(write_tree(tmp_path, {FARM: changed(FARM, "number: 1", "number: 3")}))
    assert list(library.case_studies) == ["hotel", "farm"]


def test_a_case_under_another_suffix_is_not_passed_over_in_silence(tmp_path: Path):
    write_tree(tmp_path)
    (tmp_path / FARM).rename(tmp_path / "case_studies" / "farm.txt")
    told = [str(problem) for problem in load_library(tmp_path).problems]
    assert "case_studies/farm.txt:1: this file is not read. Name it 'farm.md', or remove it." in told
    assert any("there is no case study 'farm'" in problem for problem in told)


def test_what_is_written_is_kept_beside_its_translation_but_not_copied(tmp_path: Path):
    case = load_library(write_tree(tmp_path)).case_studies["farm"]
    assert case.sentences[0].as_written == "Ana picked fruit on a farm."
    assert "as_written" not in case.model_dump_json()
