"""Saves answers without end, from several laptops at once, and says each one that was acknowledged.

Started by `tests.crash.killing`, which kills it: `python -m tests.crash.crash_writer URL ROUND PARTICIPANT...`
"""

import json
import os
import sys
from itertools import count
from threading import Thread

from engine.server import Server
from engine.store import Database
from engine.workshop import Seat, save_answer, seat_of
from tests.sample_content import CASES, FARM, sample_library


def main(url: str, round_number: str, *participant_ids: str) -> None:
    """Write in one thread a participant until somebody kills the program."""
    server = Server(Database(url), sample_library())
    seats = [seat for i in participant_ids if (seat := seat_of(server, i))]
    threads = [Thread(target=_write, args=(server, seat, round_number)) for seat in seats]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _write(server: Server, seat: Seat, round_number: str) -> None:
    me, base = f"{seat.participant.name}{round_number}", 0
    for number in count():
        _save(server, seat, f"steps/{me}x{number}", True, 0)
        base = _save(server, seat, f"steps/{me}/what", f"{me} wrote {number} 🌍", base)
        _save(server, seat, "signs/debt/evidence", [number % 4 + 1], 0)


def _save(server: Server, seat: Seat, path: str, value: object, base: int) -> int:
    """Save an answer and say so in one piece; what is said was acknowledged."""
    revision = save_answer(server, seat, seat.place(CASES, FARM), path, value, base).mine
    os.write(1, f"{json.dumps([revision, path, value])}\n".encode())
    return revision


if __name__ == "__main__":
    main(*sys.argv[1:])
