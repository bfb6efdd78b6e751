"""An activity: what can be wrong in it, told with its line and with what to do."""

from pathlib import Path

import pytest

from engine.content import load_library
from tests.content.tree import PICKING, changed, line_of, write_tree

WRONG = [
    ("id: picking", "id: plan", "the id is 'plan' and the name 'picking'. Make them agree."),
    ("id: picking", "id: Picking", "does not look right"),
    ("id: picking\n", "", "'id' is missing. Add it."),
    ("aim: See what is there.\n", "", "'aim' is missing. Add it."),
    ("aim: See what is there.", "aim:", "'aim' must be a text. Put quotes around it; the file has nothing"),
    ("aim: See what is there.", "aim: '  '", "'aim' must have a text"),
    (
        "aim: See what is there.",
        "aim: true",
        "'aim' must be a text. Put quotes around it; the file has true.",
    ),
    ("title: Picking", "title: 2008", "'title' must be a text. Put quotes around it; the file has 2008."),
    (
        "instruction: Read the cases.",
        "instruction: [Read]",
        "'instruction' must be a text. Put quotes around it; the file has a list.",
    ),
    ("minutes: 30", "minutes: 31", "the steps take 30 minutes and the activity 31. Make them agree."),
    ("minutes: 30", "minutes: half an hour", "'minutes' must be a whole number, without quotes"),
    ("minutes: 30", "minutes: 30\naims: x", "unknown key 'aims'. Did you mean 'aim'?"),
    ("minutes: 30", "minutes: 30\nfacilitator: x", "Remove it, and write it in facilitator.md"),
    ("minutes: 10}", "minutes: 0}", "'steps.0.minutes' must be at least 1; the file has 0."),
    ("minutes: 10}", "minute: 10, minutes: 10}", "unknown key 'minute'. Did you mean 'minutes'?"),
    ("{do: Read., minutes: 10}", "Read.", "'steps.0' must have keys of its own; the file has 'Read.'."),
    ("case_studies: [farm, hotel]", "case_studies: al", "'worksheet.case_studies' must be 'all'"),
    ("case_studies: [farm, hotel]", "case_studies: {farm: 1}", "'worksheet.case_studies' must be a list"),
    ("case_studies: [farm, hotel]", "case_studies: [farm, barn]", "there is no case study 'barn'"),
    ("rows_from: signs", "row_from: signs\n      rows: {a: A}", "Did you mean 'rows_from'?"),
    (
        "rows_from: signs",
        "rows_from: sings",
        "there is no sound list 'sings' in content/lists. Sound lists: signs.",
    ),
    ("rows_from: signs", "rows: {}", "'worksheet.fields.0.rows' must have at least one entry"),
    ("rows_from: signs", "rows: [{id: a, label: A}, {id: a, label: B}]", "the id 'a' stands here twice"),
    ("type: table", "type: tabel", "there is no type 'tabel'. Did you mean 'table'? Types: text,"),
    ("      type: table\n", "", "'type' is missing. Add it."),
    (
        "{id: note, type: text",
        "{id: note, type: rank",
        "there is no type 'rank'. Did you mean 'range'? Types: text,",
    ),
    ("{id: note, type: text", "{id: status, type: text", "two fields have the id 'status'"),
    ("{id: proof, type: evidence", "{id: verdict, type: evidence", "two fields have the id 'verdict'"),
    ("{id: proof, type", "{id: my-proof, type", "'worksheet.fields.2.id' does not look right"),
    (
        "required_if: {status: yes}",
        "required_if: {state: yes}",
        "'state' is no field of type select_one beside",
    ),
    (
        "required_if: {status: yes}",
        "required_if: {note: yes}",
        "'note' is no field of type select_one beside",
    ),
    (
        "required_if: {status: yes}",
        "required_if: {status: si}",
        "'status' has no option 'si'. Its options: yes, no",
    ),
    ("required_if: {status: yes}", "required_if: {status: true}", "must be a text"),
    (
        "label: Verdict, required: true",
        "label: Verdict, required: yes",
        "must be true or false, without quotes",
    ),
    ("options: {us: We, police: Police}", "option: {us: We}, options_from: signs", "Did you mean 'options'?"),
    ("options: {us: We, police: Police}", "options: [us]", "must have keys of its own"),
    (
        "row_label: Step",
        "row_lable: Step\n      row_label: Step",
        "unknown key 'row_lable'. Did you mean 'row_label'?",
    ),
    (
        "show: signs.status",
        "show: signs.stats",
        "has no 'signs.stats'. Show a column: signs.status, signs.words",
    ),
    (
        "show: signs.status",
        "show: signs",
        "'signs' cannot be shown as heatmap. Leave it out. Show a column: signs.",
    ),
    ("show: signs.status", "show: steps.who", "'steps.who' cannot be shown as heatmap. It can be: bars."),
    ("show: signs.status", "show: verdict", "'verdict' cannot be shown as heatmap. It can be: bars."),
    ("show: verdict", "show: verdicts", "the worksheet has no 'verdicts'."),
    ("show: verdict", "show: steps.what", "'steps.what' cannot be shown as bars."),
    ("as: heatmap", "as: heat", "'plenary.0.as' must be 'heatmap', 'bars', 'evidence'"),
    ("as: heatmap", "kind: heatmap, as: heatmap", "unknown key 'kind'. Remove it."),
    ('debrief: ["What was hard?"]', "debrief: []", "'debrief' must have at least one entry"),
    ('debrief: ["What was hard?"]', "debrief: What was hard", "'debrief' must be a list"),
]


@pytest.mark.parametrize("old, new, words", WRONG, ids=[f"{new!r}"[:40] for _old, new, _words in WRONG])
def test_what_is_wrong_is_told_once_with_its_line(tmp_path: Path, old: str, new: str, words: str):
    text = changed(PICKING, old, new)
    library = load_library(write_tree(tmp_path, {PICKING: text}))
    mine = [problem for problem in library.problems if problem.file == PICKING]
    assert [words for problem in mine if words in problem.message] == [words]
    assert len(mine) == 1
    first = line_of(PICKING, old)
    assert first <= mine[0].line <= first + new.count("\n") or (not new and mine[0].line <= first)
    assert list(library.activities) == list(library.readings) == ["plan"]
