"""One writer: acts queue up, and those that wait are written in one transaction.

A commit waits for the disk, so many acts share one. Each is acknowledged after the commit. Nobody waits in a thread
of their own, so however many people write at once, the program has one thread more.
"""

import asyncio
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from threading import Lock, Thread
from typing import Any, TypeVar

from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from engine.store.database import Database

MOST = 400
"""Acts that share a commit."""
T = TypeVar("T")


@dataclass(frozen=True)
class _Job:
    """An act in the queue, and whoever waits for what comes of it: a thread, or a task of an event loop."""

    act: Callable[[Session], Any]
    turn: str
    future: "Future[Any] | asyncio.Future[Any]"
    loop: asyncio.AbstractEventLoop | None = None


class Writer:
    """The queue of the acts that share commits, and the thread that does them.

    `act` writes with the session that it is given. It may be called again, when another act of its transaction
    failed. Acts of one transaction are done in the order of their `turn`, so that two programs on one database lock
    in the same order what they both need.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._jobs: SimpleQueue[_Job | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._starting = Lock()

    def submit(self, act: Callable[[Session], T], turn: str = "") -> "Future[T]":
        """Queue an act. Its result comes once what it wrote survives a power cut."""
        future: Future[T] = Future()
        self._queue(_Job(act, turn, future))
        return future

    async def written(self, act: Callable[[Session], T], turn: str = "") -> T:
        """Queue an act, and wait without a thread until what it wrote survives a power cut."""
        loop = asyncio.get_running_loop()
        future: asyncio.Future[T] = loop.create_future()
        self._queue(_Job(act, turn, future, loop))
        return await future

    def stop(self) -> None:
        """Do what is queued, then end the thread."""
        if self._thread:
            self._jobs.put(None)
            self._thread.join()
            self._thread = None

    def _queue(self, job: _Job) -> None:
        if self._thread is None:
            with self._starting:
                if self._thread is None:
                    self._thread = Thread(target=self._run, name="writer", daemon=True)
                    self._thread.start()
        self._jobs.put(job)

    def _run(self) -> None:
        is_last = False
        while not is_last:
            waiting = self._waiting()
            is_last = None in waiting
            jobs = [job for job in waiting if job and _is_wanted(job)]
            self._write(sorted(jobs, key=lambda job: job.turn))

    def _waiting(self) -> list[_Job | None]:
        """Wait for a job, and take those with it that wait too."""
        jobs = [self._jobs.get()]
        while len(jobs) < MOST and jobs[-1]:
            try:
                jobs.append(self._jobs.get_nowait())
            except Empty:
                break
        return jobs

    def _write(self, jobs: list[_Job]) -> None:
        """Do the jobs in one transaction. One that fails by itself is left out, and the others are done again."""
        while jobs:
            results: list[Any] = []
            try:
                with self._database.write() as db:
                    for job in jobs:
                        results.append(job.act(db))
            except Exception as fault:
                alone = len(results) < len(jobs) and not isinstance(fault, OperationalError)
                failed = [jobs.pop(len(results))] if alone else jobs
                _answer([(job, None, fault) for job in failed])
                if not alone:
                    return
            else:
                _answer([(job, result, None) for job, result in zip(jobs, results, strict=True)])
                return


_Answer = tuple[_Job, Any, Exception | None]


def _is_wanted(job: _Job) -> bool:
    """Whether somebody still waits for it; a thread can no longer give it up from then on."""
    if isinstance(job.future, Future):
        return job.future.set_running_or_notify_cancel()
    return not job.future.cancelled()


def _answer(answers: list[_Answer]) -> None:
    """Tell those who wait, each event loop once: to wake it is what takes long."""
    loops: dict[asyncio.AbstractEventLoop | None, list[_Answer]] = {}
    for answer in answers:
        loops.setdefault(answer[0].loop, []).append(answer)
    for loop, of_loop in loops.items():
        if loop is None:
            _settle(of_loop)
        else:
            with suppress(RuntimeError):  # it was closed: nobody waits any more
                loop.call_soon_threadsafe(_settle, of_loop)


def _settle(answers: list[_Answer]) -> None:
    for job, result, fault in answers:
        if job.future.cancelled():
            continue
        if fault:
            job.future.set_exception(fault)
        else:
            job.future.set_result(result)
