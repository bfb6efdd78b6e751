"""`python -m engine ...` as people type it, in the project or in a copy of it with other content."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from engine.content import ROOT
from tests.content.tree import write_tree


def run(*words: str, root: Path = ROOT, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    known = {name: value for name, value in os.environ.items() if name not in ("DATABASE_URL", "WORKSHOP_LANGUAGE")}
    return subprocess.run(
        [sys.executable, "-W", "error", "-m", "engine", *words],
        cwd=root,
        env=known | {"PYTHONUTF8": "1"} | environment,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def a_copy(root: Path, changes: dict[str, str | bytes | None] | None = None) -> Path:
    """Copy the program without its content, and give it the small content tree of the tests."""
    shutil.copytree(ROOT / "engine", root / "engine", ignore=shutil.ignore_patterns("__pycache__"))
    return write_tree(root, changes)
