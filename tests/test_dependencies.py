"""What is imported is declared, what is declared is used, and the locks hold all of it in exact versions."""

import os
import re
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest
from packaging.markers import default_environment
from packaging.utils import canonicalize_name

from engine.content import ROOT
from tests.dependencies import (
    COMPUTERS,
    DEVELOPMENT,
    LOCKS,
    PYTHONS,
    RUNTIME,
    installed,
    lock_lines,
    locked,
    name_of,
    needed,
)
from tests.test_architecture import CODE, imports

TESTS = sorted((ROOT / "tests").rglob("*.py"))
OURS = {"app", "engine", "tests"}
OPTIONAL = {"imageio-ffmpeg"}
"""What the program imports and can do without: who makes films needs it, and a seminar does not."""
USED_WITHOUT_IMPORT = {
    "httptools": "the web server reads requests faster with it where it is installed",
    "mypy": "a command",
    "pytest-xdist": "pytest runs the tests side by side with it",
    "pandas-stubs": "mypy reads it",
    "ruff": "a command",
    "types-psutil": "mypy reads it",
    "types-pyyaml": "mypy reads it",
    "tzdata": "zoneinfo reads the time zones in it where the system has none, as on Windows",
    "uv": "a command",
    "uvloop": "Streamlit serves faster with it where it is installed",
}
every_lock = pytest.mark.parametrize("lock", LOCKS)
every_environment = pytest.mark.parametrize(
    "environment",
    [
        pytest.param(computer.environment(python), id=f"{name}, Python {python}")
        for name, computer in COMPUTERS.items()
        for python in PYTHONS
    ],
)


def imported(paths: list[Path]) -> dict[str, set[str]]:
    """The packages that bring each foreign module; more than one where several share a name, as `google`."""
    modules = {name.split(".")[0] for path in paths for name in imports(path)}
    packages = packages_distributions()
    return {
        module: {canonicalize_name(name) for name in packages.get(module, [])}
        for module in modules - OURS - sys.stdlib_module_names
    }


@pytest.mark.parametrize(
    ("paths", "allowed"),
    [
        pytest.param(CODE, {*map(name_of, RUNTIME)} | OPTIONAL, id="the program"),
        pytest.param(TESTS, {*map(name_of, [*RUNTIME, *DEVELOPMENT])}, id="the tests"),
    ],
)
def test_what_is_imported_is_declared(paths: list[Path], allowed: set[str]):
    assert {module: brought for module, brought in imported(paths).items() if not brought & allowed} == {}


@pytest.mark.parametrize(
    ("declared", "paths"),
    [
        pytest.param({*map(name_of, RUNTIME)}, CODE, id="the program"),
        pytest.param({*map(name_of, DEVELOPMENT)}, [*CODE, *TESTS], id="development"),
    ],
)
def test_what_is_declared_is_used(declared: set[str], paths: list[Path]):
    used = set().union(*imported(paths).values())
    assert declared - used == declared & USED_WITHOUT_IMPORT.keys()


def test_what_is_used_without_import_is_declared():
    assert USED_WITHOUT_IMPORT.keys() | OPTIONAL <= {*map(name_of, [*RUNTIME, *DEVELOPMENT])}


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
