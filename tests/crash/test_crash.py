"""Every answer that was acknowledged survives the death of the program.

Three rounds run with the suite. For many, say how many: `CRASH_ROUNDS=200 python -m pytest tests/crash`,
or `python -m tests.crash 200`. A killed program does not empty the disk's cache as a power cut does;
for that, `tests/store/test_database.py` holds the database to `synchronous=FULL`.
"""

import os
import random
from pathlib import Path

from tests.crash.killing import kill_again_and_again


def test_no_acknowledged_answer_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    rounds = int(os.environ.get("CRASH_ROUNDS", "3"))
    assert kill_again_and_again(tmp_path, rounds, random.Random()) >= rounds
