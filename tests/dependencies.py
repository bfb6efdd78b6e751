"""The dependencies that pyproject.toml declares, the locks made of them, and the computers that the locks are for."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, requires, version

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from engine.content import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
RUNTIME = [Requirement(line) for line in PROJECT["project"]["dependencies"]]
DEVELOPMENT = [Requirement(line) for line in PROJECT["dependency-groups"]["dev"]]
LOCKS = {"requirements.txt": RUNTIME, "requirements-dev.txt": [*RUNTIME, *DEVELOPMENT]}
PYTHONS = ("3.11", "3.12", "3.13")


@dataclass(frozen=True)
class Computer:
    """A kind of computer, as the markers of requirements call it."""

    sys_platform: str
    platform_system: str
    platform_machine: str

    def environment(self, python: str) -> dict[str, str]:
        """Every word that a marker may use has a value, so that none is taken from the computer that asks."""
        return {
            "implementation_name": "cpython",
            "implementation_version": f"{python}.0",
            "os_name": "nt" if self.sys_platform == "win32" else "posix",
            "platform_machine": self.platform_machine,
            "platform_python_implementation": "CPython",
            "platform_release": "",
            "platform_system": self.platform_system,
            "platform_version": "",
            "python_full_version": f"{python}.0",
            "python_version": python,
            "sys_platform": self.sys_platform,
        }


COMPUTERS = {
    "Linux": Computer("linux", "Linux", "x86_64"),
    "Windows": Computer("win32", "Windows", "AMD64"),
    "macOS on Apple silicon": Computer("darwin", "Darwin", "arm64"),
    "macOS on Intel": Computer("darwin", "Darwin", "x86_64"),
}


def lock_lines(lock: str) -> list[str]:
    written = (ROOT / lock).read_text(encoding="utf-8").splitlines()
    return [line for line in written if not line.lstrip().startswith("#")]


def locked(lock: str, environment: dict[str, str]) -> dict[str, str]:
    """The exact versions that a lock installs in an environment, by the name of the package."""
    wanted = [each for each in map(Requirement, lock_lines(lock)) if applies(each, environment)]
    return {name_of(each): str(each.specifier).removeprefix("==") for each in wanted}


@cache
def installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def needed(
    wanted: Iterable[Requirement], versions: dict[str, str], environment: dict[str, str]
) -> Iterator[Requirement]:
    """These requirements, and those of their packages in turn.

    A package is asked where it is installed in the version of the lock; another version may need other packages.
    """
    waiting, seen = [each for each in wanted if applies(each, environment)], set()
    while waiting:
        each = waiting.pop()
        if each in seen:
            continue
        seen.add(each)
        yield each
        if installed(name_of(each)) == versions.get(name_of(each), ""):
            words = [environment | {"extra": extra} for extra in each.extras or {""}]
            waiting += [bare for bare, need in _needs_of(name_of(each)) if any(applies(need, some) for some in words)]


@cache
def _needs_of(name: str) -> list[tuple[Requirement, Requirement]]:
    """What an installed package needs, without and with the marker that says where."""
    return [(Requirement(line.partition(";")[0]), Requirement(line)) for line in requires(name) or []]


def applies(wanted: Requirement, environment: dict[str, str]) -> bool:
    return wanted.marker is None or wanted.marker.evaluate(environment)


def name_of(wanted: Requirement) -> str:
    return canonicalize_name(wanted.name)
