"""The template for translators has every text, and what they make of it is what the room reads."""

import ast
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from engine.content import ROOT, Library
from engine.fields import TextField
from engine.messages import content_messages, interface_messages, write_messages
from tests.command import a_copy, run
from tests.content.tree import NOTES, PICKING

SCREEN = "activities/indicators-and-investigation/activity.yaml"


def written(file: Path) -> Catalog:
    write_messages(file)
    with file.open("rb") as source:
        return read_po(source, abort_invalid=True)


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    return written(tmp_path_factory.mktemp("locale") / "new" / "folder" / "workshop.pot")


def test_the_template_is_sound_and_has_each_text_once(template: Catalog) -> None:
    assert [fault for _message, faults in template.check() for fault in faults] == []
    messages = dict.fromkeys([*interface_messages(), *content_messages()])
    assert len(template) == len(messages) > 1000
    assert [place for place, times in Counter((c, text) for c, text, _many in messages).items() if times > 1] == []


def test_it_has_the_texts_of_screens_plain_pages_and_plurals(template: Catalog) -> None:
    for text in ("Join the workshop", "Save and begin", "Hide from the room", "This is not the password. Try again."):
        assert template.get(text), text
    assert template.get("{count} group").id == ("{count} group", "{count} groups")


def test_it_has_the_texts_of_the_content_under_their_file(template: Catalog, library: Library) -> None:
    activity = library.activities["indicators-and-investigation"]
    for text in (activity.title, activity.steps[0].do, activity.plenary[0].ask, activity.debrief[0]):
        assert template.get(text, context=SCREEN), text
    case = next(iter(library.case_studies.values()))
    assert template.get(case.sentences[0].text, context=f"case_studies/{case.id}.md")
    reading = library.readings[activity.id]
    for field in activity.worksheet.fields:
        if isinstance(field, TextField):
            text = next(iter(reading.sheets.values())).answers[field.id]
            assert template.get(text, context="activities/indicators-and-investigation/reading.yaml")


def test_every_call_for_a_translation_can_be_collected() -> None:
    """A text that is put together before it is translated is in no template."""
    faults = []
    for path in sorted((ROOT / "engine").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "plural"):
                texts = node.args[: 1 if node.func.id == "_" else 2]
                if not texts or not all(isinstance(text, ast.Constant) for text in texts):
                    faults.append(f"{path.name}:{node.lineno}")
    assert faults == []


def test_texts_that_are_hard_to_write_down_come_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [
        'Say "yes"\\no',
        "Two\nlines\n",
        "100 % {name}",
        "عمل قسري 😀",
        "tab\there",
        "trailing \\",
        "#, fuzzy",
        "€",
    ]
    found = [("a/file.yaml", text, None) for text in texts] + [("", "one {count}", 'many "{count}"')]
    monkeypatch.setattr("engine.messages.interface_messages", lambda: [])
    monkeypatch.setattr("engine.messages.content_messages", lambda: found)
    catalogue = written(tmp_path / "workshop.pot")
    assert [message.id for message in catalogue if message.id] == [*texts, ("one {count}", 'many "{count}"')]
    assert {message.context for message in catalogue if message.id} == {"a/file.yaml", None}


def test_the_command_writes_the_template_and_says_how_many(tmp_path: Path) -> None:
    root = a_copy(tmp_path)
    done = run("messages", root=root)
    assert done.returncode == 0 and done.stderr == ""
    file = root / "content" / "locale" / "workshop.pot"
    with file.open("rb") as source:
        catalogue = read_po(source, abort_invalid=True)
    assert done.stdout == f"{len(catalogue)} texts in content/locale/workshop.pot\n"
    assert catalogue.get("Bring pens.", context=NOTES) and catalogue.get("Picking", context=PICKING)


SHOWN = """
from engine.content import load_library
from engine.routes.pages import page
activity = load_library().activities["picking"]
print(activity.title, activity.facilitator.splitlines()[-1], sep="|")
print(page("rejoin", code="", word="").body.decode())
"""


def test_a_translation_is_what_the_room_reads(tmp_path: Path) -> None:
    root = a_copy(tmp_path)
    run("messages", root=root)
    with (root / "content" / "locale" / "workshop.pot").open("rb") as source:
        catalogue = read_po(source, locale="pt")
    catalogue.get("Picking", context=PICKING).string = "A colheita"
    catalogue.get("Bring pens.", context=NOTES).string = "Traga canetas."
    catalogue.get("Rejoin code").string = "Código de regresso"
    file = root / "content" / "locale" / "pt" / "LC_MESSAGES" / "workshop.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as target:
        write_mo(target, catalogue)
    shown = said(root, WORKSHOP_LANGUAGE="pt")
    assert shown.startswith("A colheita|- Traga canetas.\n")
    assert "Código de regresso" in shown and '<html lang="pt" dir="ltr">' in shown and "Take my seat" in shown
    assert "Rejoin code" in said(root, WORKSHOP_LANGUAGE="en")
    assert "⟦Picking⟧" in said(root, WORKSHOP_LANGUAGE="en-XA")


def said(root: Path, **environment: str) -> str:
    words = [sys.executable, "-W", "error", "-c", SHOWN]
    settings = os.environ | {"PYTHONUTF8": "1"} | environment
    done = subprocess.run(words, cwd=root, env=settings, capture_output=True, text=True, timeout=300, check=True)
    return done.stdout
