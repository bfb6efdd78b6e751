"""A start imports what every start needs; what takes long and few need waits until it is asked for."""

import subprocess
import sys
from pathlib import Path

import pytest

from engine.content import ROOT
from engine.store import Database

FIGURES = {"pandas", "pyarrow"}  # tables of figures
PAPER = {"matplotlib", "pptx", "typst", "lxml"}  # charts and slides as files
POSTGRESQL = {"psycopg"}
TABLES = {"sqlalchemy", "alembic"}
SERVER = {"streamlit", "starlette"}
STARTS = {
    "import app": FIGURES | PAPER | POSTGRESQL | {"alembic"},
    "from engine.server import open_server; open_server()": FIGURES | PAPER | POSTGRESQL | SERVER | {"alembic"},
    "import sys; sys.argv[1:] = ['check']; from engine.__main__ import main; main()": (
        FIGURES | PAPER | POSTGRESQL | SERVER | TABLES
    ),
}


def imported(code: str, url: str) -> set[str]:
    """Run code in a program of its own; give the packages that it has imported."""
    code = f"{code}\nimport sys\nprint()\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    environment = {"DATABASE_URL": url, "PYTHONUTF8": "1"}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.splitlines()[-1].split())


@pytest.mark.parametrize("code, not_yet", STARTS.items(), ids=["server", "database that is up to date", "check"])
def test_a_start_does_not_wait_for_what_it_does_not_need(code: str, not_yet: set[str], tmp_path: Path):
    url = f"sqlite:///{tmp_path / 'workshop.db'}"
    Database(url).close()
    assert imported(code, url) & not_yet == set()
