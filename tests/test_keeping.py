"""A run leaves nothing behind: when its tests forget to clear up, and when it is killed."""

import subprocess
import sys
import time
from pathlib import Path

import psutil
import pytest
from sqlalchemy import make_url

from tests.keeping import ROOT

FORGETFUL = """
import subprocess, sys, tempfile

def test_that_leaves_a_program_and_a_file():
    subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)", "a forgotten program"])
    tempfile.mkdtemp(prefix="forgotten")
"""
KILLED = """
import subprocess, sys, time

def test_that_is_killed(postgres_address):
    program = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    print(program.pid, postgres_address, flush=True)
    time.sleep(600)
"""


def run_of(folder: Path, test: str) -> subprocess.Popen[str]:
    """Begin a run of its own on one test."""
    (folder / "pytest.ini").write_text("[pytest]")
    (folder / "test_it.py").write_text(test)
    command = [sys.executable, "-m", "pytest", "-p", "tests.keeping", "-q", "-s", str(folder)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def test_a_run_that_leaves_something_fails_and_says_what(tmp_path: Path):
    with run_of(tmp_path, FORGETFUL) as run:
        said = run.stdout.read()
    assert run.returncode == pytest.ExitCode.TESTS_FAILED and "1 passed" in said
    assert "a forgotten program" in said and "the file forgotten" in said


def test_a_run_that_is_killed_leaves_nothing(tmp_path: Path):
    with run_of(tmp_path, KILLED) as run:
        number, address = run.stdout.readline().split()
        data = Path(make_url(address).query["host"])
        postgres = psutil.Process(int((data / "postmaster.pid").read_text().split()[0]))
        program = psutil.Process(int(number))
        run.kill()
    _ended, alive = psutil.wait_procs([program, postgres], timeout=60)
    assert alive == []
    ends = time.monotonic() + 60
    while data.parent.parent.exists() and time.monotonic() < ends:
        time.sleep(0.1)
    assert not data.parent.parent.exists()
