"""The long form of the crash test: `python -m tests.crash [rounds] [seed]`; 100 rounds unless told."""

import random
import sys
import tempfile
from pathlib import Path

from tests.crash.killing import kill_again_and_again

rounds, seed = (*map(int, sys.argv[1:3]), *(100, random.randrange(10**6))[len(sys.argv) - 1 :])
print(f"{rounds} rounds, seed {seed}")
with tempfile.TemporaryDirectory() as folder:
    print(f"{kill_again_and_again(Path(folder), rounds, random.Random(seed)):,} acknowledged answers, none lost")
