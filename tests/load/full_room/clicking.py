"""A room at work: everybody chooses, picks and writes, with or without a pause."""

import asyncio
import random
import time
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from tests.load.full_room.figures import percentile
from tests.load.full_room.laptop import Laptop, Save
from tests.load.full_room.room import Question

KINDS = {"select_one": 5, "evidence": 3, "long_text": 2}
"""The types of field, and how often each is used: of ten changes five are choices, three picks and two words."""
WORDS = (
    "wages",
    "papers",
    "debt",
    "threats",
    "doors",
    "hours",
    "Kariba",
    "agency",
    "the",
    "overseer",
    "kept",
    "nobody",
)
LONGEST = 60
"""Words, after which somebody shortens a text."""


@dataclass(frozen=True)
class Work:
    """What came of some time of work."""

    saves: list[Save]
    failed: Counter[str]
    seconds: float
    news_bytes: float
    """What all the others of a group got for one change, on average."""
    screens: list[float]
    """Seconds from sending a change to hearing it, for each other laptop of the group."""

    @property
    def per_second(self) -> float:
        return len(self.saves) / self.seconds

    @property
    def bytes(self) -> float:
        """What a change takes both ways, with headers; of half of them it is no more."""
        return percentile([save.bytes for save in self.saves], 0.5)

    def took(self, share: float) -> float:
        """Seconds from a click to its acknowledgement that this share of the changes did not exceed."""
        return percentile([save.took for save in self.saves], share)


async def work(laptops: Sequence[Laptop], questions: Sequence[Question], seconds: float, pause: float) -> Work:
    """Let everybody change something again and again, with `pause` seconds between on average."""
    before = _heard_bytes(laptops)
    saved, failed = ([len(laptop.saves) for laptop in laptops], [Counter(laptop.failed) for laptop in laptops])
    began = time.perf_counter()
    await asyncio.gather(*(_click(laptop, questions, began + seconds, pause) for laptop in laptops))
    took = time.perf_counter() - began
    await asyncio.sleep(1)  # the last news arrive
    saves = [save for laptop, count in zip(laptops, saved, strict=True) for save in laptop.saves[count:]]
    failures = sum((laptop.failed - count for laptop, count in zip(laptops, failed, strict=True)), Counter[str]())
    heard = _heard_bytes(laptops) - before
    return Work(saves, failures, took, heard / max(len(saves), 1), list(_to_screens(laptops, saves)))


def _heard_bytes(laptops: Sequence[Laptop]) -> int:
    return sum(laptop.news.bytes for laptop in laptops)


async def _click(laptop: Laptop, questions: Sequence[Question], end: float, pause: float) -> None:
    by_kind = {kind: [q for q in questions if q.kind == kind] for kind in KINDS}
    await asyncio.sleep(random.random() * pause)
    while time.perf_counter() < end:
        (kind,) = random.choices(list(KINDS), list(KINDS.values()))
        question = random.choice(by_kind[kind])
        await laptop.save(question.path, _changed(question, laptop.held[question.path].value))
        if pause:
            await asyncio.sleep(min(random.expovariate(1 / pause), max(end - time.perf_counter(), 0)))


def _changed(question: Question, value: Any) -> Any:
    """Another value than the one that stands there: another option, one sentence more or less, one word more."""
    if question.kind == "select_one":
        return random.choice([option for option in question.options if option != value])
    if question.kind == "evidence":
        return sorted({*(value or [])} ^ {random.choice(question.options)})
    words = (value or "").split()
    return " ".join([*words[LONGEST // 2 if len(words) > LONGEST else 0 :], random.choice(WORDS)])


def _to_screens(laptops: Sequence[Laptop], saves: Sequence[Save]) -> Iterator[float]:
    """How long each change took to each other laptop of its group; for ever when it never came."""
    groups: dict[str, list[Laptop]] = defaultdict(list)
    for laptop in laptops:
        groups[laptop.seat.group].append(laptop)
    mine = {id(save): laptop for laptop in laptops for save in laptop.saves}
    for save in saves:
        for laptop in groups[save.group]:
            if laptop is not mine[id(save)]:
                yield _heard(laptop.heard[save.path], save.revision) - save.sent


def _heard(heard: list[tuple[int, float]], revision: int) -> float:
    """When a laptop heard of a revision, or of a newer one of the same field."""
    place = bisect_left(heard, (revision, 0.0))
    return heard[place][1] if place < len(heard) else float("inf")
