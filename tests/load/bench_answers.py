"""How fast answers are saved on SQLite: `python -m tests.load.bench_answers [seconds]`.

All numbers of one run are measured side by side, so read the ratios: the floor is one thread that
commits one plain row after another, with nothing of ours in between. The slow disk is made by
sleeping 5 ms in each commit, as a laptop's disk may take.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from sqlalchemy import event

from engine.server import Server
from engine.store import Database
from engine.workshop import Seat, begin, form_groups, groups_of, save_answer
from tests.sample_content import CASES, FARM, open_sample, sample_library, seated

SLOW = 0.005
AUTHORS = (1, 8, 30)
GROUPS = 6


def floor(folder: Path, seconds: float, disk: float) -> float:
    """Commit plain rows in one thread; give commits a second."""
    with closing(sqlite3.connect(folder / "floor.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=FULL")
        connection.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, field TEXT, value TEXT)")
        commits, end = 0, time.perf_counter() + seconds
        while time.perf_counter() < end:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO answer (field, value) VALUES ('reasons', '\"some words\"')")
            time.sleep(disk) if disk else None
            connection.execute("COMMIT")
            commits += 1
    return commits / seconds


def opened(folder: Path, disk: float) -> tuple[Server, list[Seat]]:
    """Open a workshop with 30 people in six groups, on a disk that takes `disk` seconds a commit."""
    server = Server(Database(f"sqlite:///{folder / 'workshop.db'}"), sample_library())
    workshop = open_sample(server)
    form_groups(server, workshop.id, [f"Group {n}" for n in range(GROUPS)])
    groups = groups_of(server, workshop.id)
    begin(server, workshop.id, CASES)
    seats = [seated(server, workshop, f"Person {n}", groups[n % GROUPS]) for n in range(max(AUTHORS))]
    if disk:
        event.listen(server.database.engine, "commit", lambda _connection: time.sleep(disk))
    return server, seats


def saving(server: Server, seats: list[Seat], seconds: float) -> tuple[float, list[float]]:
    """Let everybody save without pause; give answers a second, and how long each took."""
    end = time.perf_counter() + seconds

    def write(seat: Seat) -> list[float]:
        took, path, base = [], f"steps/{seat.participant.id}/what", 0
        while (began := time.perf_counter()) < end:
            base = save_answer(
                server, seat, seat.place(CASES, FARM), path, f"Some words, and {len(took)} more", base
            ).mine
            took.append(time.perf_counter() - began)
        return took

    with ThreadPoolExecutor(len(seats)) as pool:
        took = [t for times in pool.map(write, seats) for t in times]
    return len(took) / seconds, took


def main(seconds: float = 4.0, say: Callable[[str], None] = print) -> None:
    """Measure, and say it in a table."""
    say(f"{'disk':>10} {'authors':>8} {'answers/s':>10} {'to floor':>9} {'p50 ms':>8} {'p95 ms':>8}")
    for name, disk in (("as it is", 0.0), ("5 ms", SLOW)):
        with tempfile.TemporaryDirectory() as folder:
            lowest = floor(Path(folder), seconds, disk)
            say(f"{name:>10} {'floor':>8} {lowest:>10.0f} {1:>9.2f}")
            server, seats = opened(Path(folder), disk)
            for authors in AUTHORS:
                rate, took = saving(server, seats[:authors], seconds)
                p50, p95 = (1000 * statistics.quantiles(took, n=100)[n] for n in (49, 94))
                say(f"{name:>10} {authors:>8} {rate:>10.0f} {rate / lowest:>9.2f} {p50:>8.1f} {p95:>8.1f}")
            server.stop()


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
