"""The locks hold all that is declared, in exact versions, for every kind of computer."""

import os
import re

import pytest
from packaging.markers import default_environment

from engine.content import ROOT
from tests.dependencies import COMPUTERS, LOCKS, PYTHONS, installed, lock_lines, locked, name_of, needed

every_lock = pytest.mark.parametrize("lock", LOCKS)
every_environment = pytest.mark.parametrize(
    "environment",
    [
        pytest.param(computer.environment(python), id=f"{name}, Python {python}")
        for name, computer in COMPUTERS.items()
        for python in PYTHONS
    ],
)


@every_lock
def test_a_lock_is_exact_and_names_no_place_to_get_packages_from(lock: str):
    assert [line for line in lock_lines(lock) if not re.fullmatch(r"[a-z0-9-]+==[\w.]+( ; .+)?", line)] == []
    assert "://" not in (ROOT / lock).read_text(encoding="utf-8")


@every_lock
@every_environment
def test_a_lock_holds_what_is_declared_and_all_that_this_needs(lock: str, environment: dict[str, str]):
    versions = locked(lock, environment)
    lacking = {
        str(each)
        for each in needed(LOCKS[lock], versions, environment)
        if name_of(each) not in versions or not each.specifier.contains(versions[name_of(each)], prereleases=True)
    }
    assert lacking == set(), "CONTRIBUTING.md tells how to renew the locks"


@every_environment
def test_both_locks_hold_the_same_versions(environment: dict[str, str]):
    runtime, development = (locked(lock, environment) for lock in LOCKS)
    assert runtime.items() <= development.items()


def test_a_lock_knows_what_only_some_computers_need():
    windows, linux = (
        locked("requirements-dev.txt", COMPUTERS[name].environment("3.13")) for name in ("Windows", "Linux")
    )
    assert "colorama" in windows and "colorama" not in linux
    assert "uvloop" in linux and "uvloop" not in windows
    assert "tzdata" in windows


def test_the_tests_run_on_the_locked_versions():
    """Elsewhere than in CI somebody may try other versions, and should know that they do."""
    versions = locked("requirements-dev.txt", dict(default_environment()))
    others = [
        f"{name} {installed(name)}, locked {exact}" for name, exact in versions.items() if installed(name) != exact
    ]
    if others:
        said = f"pip install -r requirements-dev.txt brings the locked versions: {'; '.join(others)}"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(said)
