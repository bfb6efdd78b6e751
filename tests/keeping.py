"""A run of the tests keeps its files in one folder, shares one PostgreSQL, and leaves nothing behind.

The process that a run begins with has a keeper, which clears up even when that process is killed. A run that leaves a
program or a file fails, and says which.
"""

import os
import secrets
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.keeper import RUN

ROOT = Path(__file__).parent.parent
MEMORY = Path("/dev/shm")
ROOM = 2 * 10**9
"""Bytes that the files of a run may take."""
KEEPER = "keeper"
ADDRESS = "postgres_address"


def pytest_configure(config: pytest.Config) -> None:
    """Begin the run; the processes that share its tests belong to it already."""
    if not _is_worker(config):
        config.pluginmanager.register(Keeper(), KEEPER)


def _is_worker(config: pytest.Config) -> bool:
    return hasattr(config, "workerinput")


@pytest.fixture(scope="session", name=ADDRESS)
def postgres_address(pytestconfig: pytest.Config) -> str:
    """The address of the run's PostgreSQL."""
    if _is_worker(pytestconfig):
        return pytestconfig.workerinput[ADDRESS]
    return pytestconfig.pluginmanager.get_plugin(KEEPER).postgres()


class Keeper:
    """One run, and the program that clears up after it (`tests.keeper`)."""

    def __init__(self) -> None:
        place, run = _quick_place(), secrets.token_hex(8)
        folder = tempfile.mkdtemp(prefix="inspectors-tests-", dir=place)
        self._program = subprocess.Popen(
            [sys.executable, "-m", "tests.keeper", run, folder],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, **_out_of_reach_of_ctrl_c(),
        )  # fmt: skip
        self._postgres = ""
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", place)  # pytest keeps there what a failed test wrote
        os.environ.update({RUN: run, "TMPDIR": folder, "TEMP": folder, "TMP": folder})
        tempfile.tempdir = folder

    def postgres(self) -> str:
        """The address of the run's PostgreSQL, which the first call starts."""
        if not self._postgres:
            print(file=self._program.stdin, flush=True)
            self._postgres = self._program.stdout.readline().strip()
            assert self._postgres, "PostgreSQL did not start"
        return self._postgres

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell a process that shares the tests where PostgreSQL is."""
        node.workerinput[ADDRESS] = self.postgres()

    @pytest.hookimpl(wrapper=True, trylast=True)
    def pytest_sessionfinish(self, session: pytest.Session) -> Iterator[None]:
        """End the run once its processes have ended; it fails when something is left."""
        yield
        if left := self.end():
            session.shouldfail = f"The run left behind {'; '.join(left)}."
            session.exitstatus = session.exitstatus or pytest.ExitCode.TESTS_FAILED

    def end(self) -> list[str]:
        """End the run, and give what it left behind."""
        if page_tester := sys.modules.get("streamlit.testing.v1.app_test"):
            page_tester.TMP_DIR.cleanup()  # it would stay until this process has ended
        said, _nothing = self._program.communicate()
        return [*said.splitlines(), *(["a keeper that failed"] if self._program.returncode else [])]


def _quick_place() -> str:
    """A folder in memory, where SQLite waits for no disk, if there is room."""
    has_room = MEMORY.is_dir() and os.access(MEMORY, os.W_OK) and shutil.disk_usage(MEMORY).free > ROOM
    return str(MEMORY) if has_room else tempfile.gettempdir()


def _out_of_reach_of_ctrl_c() -> dict[str, Any]:
    return {"creationflags": subprocess.CREATE_NEW_PROCESS_GROUP} if os.name == "nt" else {"start_new_session": True}
