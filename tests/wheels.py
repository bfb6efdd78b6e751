"""Asks whether facilitators can install the locks without a compiler: `python -m tests.wheels`.

pip looks for a wheel of every package, for each kind of computer and each Python; any computer can ask for all.
"""

import re
import subprocess
import sys
import tempfile
from itertools import product

from tests.dependencies import COMPUTERS, PYTHONS, locked

PLATFORMS = {
    "Windows": "win_amd64",
    "macOS on Apple silicon": "macosx_12_0_arm64",
    "macOS on Intel": "macosx_12_0_x86_64",
}
"""What pip calls each kind of computer; on macOS the oldest version that the locks are for."""
DOWNLOAD = (sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:")
NO_WHEEL = re.compile(r"No matching distribution found for (\S+)")


def without_wheel(computer: str, python: str, folder: str) -> list[str]:
    """The packages, as `name==version`, that have no wheel; wheels of the others are in the folder then."""
    versions = locked("requirements-dev.txt", COMPUTERS[computer].environment(python))
    packages = [f"{name}=={version}" for name, version in versions.items()]
    goal = (
        f"--platform={PLATFORMS[computer]}",
        f"--python-version={python}",
        "--implementation=cp",
        f"--dest={folder}",
    )
    lacking: list[str] = []
    while True:  # pip stops at the first package that has none
        asked = [*DOWNLOAD, *goal, *(package for package in packages if package not in lacking)]
        done = subprocess.run(asked, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return lacking
        found = NO_WHEEL.search(done.stderr)
        if found is None:
            sys.exit(done.stderr)
        lacking.append(found[1])


if __name__ == "__main__":
    is_complete = True
    with tempfile.TemporaryDirectory() as folder:  # one for all: a wheel that suits several is fetched once
        for computer, python in product(PLATFORMS, PYTHONS):
            lacking = without_wheel(computer, python, folder)
            is_complete = is_complete and not lacking
            result = f"no wheel of {', '.join(lacking)}" if lacking else "complete"
            print(f"{computer}, Python {python}: {result}", flush=True)
    sys.exit(not is_complete)
