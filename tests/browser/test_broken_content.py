"""Broken content files: every problem is told at once, with file and line, and the sound rest runs."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.people import Facilitator, Participant
from tests.browser.running import ROOT, Running
from tests.browser.seen import shows

PARTS = ("app.py", "engine", "modules", "activities", "case_studies", "content", "media", ".streamlit")
CAMPAIGN = Path("activities/prevention-campaign/activity.yaml")
CASE = Path("case_studies/farm-portugal.md")
READING = Path("activities/action-plan/reading.yaml")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / part, root / part)
    return root


def _break(file: Path, old: str, new: str) -> int:
    """Change the first place that reads so; give its line."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_all_problems_are_told_and_the_rest_runs(browser: Browser, copy: Path, tmp_path: Path):
    wanted = [
        (CAMPAIGN, _break(copy / CAMPAIGN, "options:", "optoins:"), "unknown key 'optoins'. Did you mean 'options'?"),
        (CASE, _break(copy / CASE, "3. ", "5. "), "sentence 5 stands where 3 is due."),
        (READING, _break(copy / READING, "confidence: 3", "confidence: 9"), "'confidence': "),
    ]
    program = Running(f"sqlite:///{tmp_path / 'workshop.db'}", tmp_path / "server.log", root=copy)
    try:
        log = program.log.read_text(encoding="utf-8")
        assert "problems in the content; the rest runs:" in log
        for file, line, said in wanted:
            assert f"{file}:{line}: {said}" in log, log
        facilitator = Facilitator(browser, program.origin)
        facilitator.set_password(program.setup_link)
        code = facilitator.open_workshop("With gaps")
        facilitator.go("/content-check")
        facilitator.sees("The rest of the content runs.")
        for file, line, said in wanted:
            facilitator.sees(f"{file}:{line}")
            shows(facilitator.page, said)
        _the_rest_runs(facilitator, Participant(browser, program.origin), code)
    finally:
        program.stop()
    assert "Traceback" not in program.log.read_text(encoding="utf-8")


def _the_rest_runs(facilitator: Facilitator, amina: Participant, code: str) -> None:
    """Play a sound activity; the broken one and the broken case are not offered."""
    facilitator.make_groups()
    amina.join(code, "Amina", "Group 2")
    facilitator.begin("Indicators and investigation of cases")
    amina.sees("How to work (90 minutes)")
    expect(amina.page.get_by_role("radio", name="1 · Viet Nam")).to_be_visible()
    expect(amina.page.get_by_role("radio", name="4 · Portugal")).to_have_count(0)
    facilitator.go("/")
    facilitator.sees("Action planning")
    expect(facilitator.page.get_by_text("Preventing forced labour and looking for partners")).to_have_count(0)
    for person in (facilitator, amina):
        person.context.close()
