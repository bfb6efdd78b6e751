"""Telling listeners of this process that something changed."""

import asyncio
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread

import pytest

from engine.live import Bus, Subscription, bus
from engine.store.news import News

A, B, C = "room:1", "people:1", "sheet:1:2:3"


@contextmanager
def listening(to: Bus, *topics: str) -> Iterator[Subscription]:
    listener = to.subscribe(topics)
    try:
        yield listener
    finally:
        to.unsubscribe(listener)


async def next_news(listener: Subscription, within: float = 5) -> set[str]:
    """The topics of the next news."""
    return set(await asyncio.wait_for(anext(listener.news()), within))


async def nothing_new(listener: Subscription) -> bool:
    with pytest.raises(TimeoutError):
        await next_news(listener, within=0.2)
    return True


def test_a_listener_hears_its_topics_and_no_other() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A, B) as both, listening(to, C) as other:
            to.tell(A, C, "room:11", "room")
            assert await next_news(both) == {A}
            assert await next_news(other) == {C}
            to.tell(C)
            assert await nothing_new(both)

    asyncio.run(run())


def test_news_that_come_together_are_told_together_and_once() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A, B) as listener:
            for _time in range(1000):
                to.tell(A)
            to.tell(B, B)
            assert await next_news(listener) == {A, B}
            assert await nothing_new(listener)
            to.tell(B)
            assert await next_news(listener) == {B}

    asyncio.run(run())


def test_news_are_told_at_once() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A) as listener:
            waiting = asyncio.create_task(next_news(listener))
            await asyncio.sleep(0.05)
            began = time.monotonic()
            to.tell(A)
            assert await waiting == {A}
            assert time.monotonic() - began < 1

    asyncio.run(run())


def test_threads_may_tell() -> None:
    async def run() -> None:
        to, topics = Bus(), [f"room:{n}" for n in range(200)]
        with listening(to, *topics) as listener:
            threads = [Thread(target=to.tell, args=topics[n::8]) for n in range(8)]
            for thread in threads:
                thread.start()
            heard: set[str] = set()
            while heard != set(topics):
                heard |= await next_news(listener)
            for thread in threads:
                thread.join()

    asyncio.run(run())


def test_a_listener_that_never_fetches_costs_nothing_and_misses_nothing() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A, B) as slow, listening(to, A) as quick:
            for number in range(20):
                to.tell(*[A] * 500, *([B] if number == 0 else []))
                assert await next_news(quick) == {A}
            assert set(slow._heard) == {A, B}
            assert await next_news(slow) == {A, B}

    asyncio.run(run())


def test_a_quiet_line_is_said_to_be_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bus, "QUIET", 0.05)

    async def run() -> None:
        to = Bus()
        with listening(to, A) as listener:
            beats = listener.news()
            assert [await anext(beats) for _time in range(3)] == [{}] * 3
            to.tell(A)
            assert await anext(beats) == {A: None}
            assert await anext(beats) == {}
            await beats.aclose()

    asyncio.run(run())


def test_who_unsubscribed_hears_nothing_more() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A) as listener:
            pass
        to.tell(A)
        assert await nothing_new(listener)
        to.unsubscribe(listener)

    asyncio.run(run())


def test_a_listener_whose_loop_is_gone_harms_nobody() -> None:
    to = Bus()

    async def leave_without_a_word() -> None:
        to.subscribe([A])

    asyncio.run(leave_without_a_word())

    async def run() -> None:
        with listening(to, A) as listener:
            to.tell(A)
            assert await next_news(listener) == {A}

    asyncio.run(run())


def test_anything_may_have_changed() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A, B) as both, listening(to, C) as other:
            to.tell_all()
            assert (await next_news(both), await next_news(other)) == ({A, B}, {C})

    asyncio.run(run())


def test_who_was_away_finds_out_what_was_missed() -> None:
    to = Bus()
    to.tell(A)
    mark = to.mark()
    assert to.missed([A, B, C], mark) == set()
    to.tell(B, C)
    to.tell(B)
    assert to.missed([A, B], mark) == {B}
    assert to.missed([A, B, C], to.mark()) == set()
    for strange in ("", "x", "x.1", mark.partition(".")[0], f"{mark}x", Bus().mark()):
        assert to.missed([A, B], strange) == {A, B}
    to.tell_all()
    assert to.missed([A], mark) == {A}
    assert to.missed([A], to.mark()) == set()


def test_hanging_up_ends_every_line() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A) as listener:
            fetching = asyncio.create_task(_all_news(listener))
            await asyncio.sleep(0.05)
            to.hang_up()
            await asyncio.wait_for(fetching, 5)

    asyncio.run(run())


async def _all_news(listener: Subscription) -> list[News]:
    return [heard async for heard in listener.news()]


def test_what_changed_is_told_in_its_order_and_a_plain_word_says_to_look_for_oneself() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A, B) as listener:
            news = listener.news()
            for change in ("1", "2"):
                to.pass_on({A: [change], B: [change, change], C: ["nobody here listens"]})
            assert await anext(news) == {A: ["1", "2"], B: ["1", "1", "2", "2"]}
            to.pass_on({A: ["3"], B: ["3"]})
            to.tell(A)
            to.pass_on({A: ["4"]})
            assert await anext(news) == {A: None, B: ["3"]}
            await news.aclose()

    asyncio.run(run())


def test_who_fetches_too_late_looks_for_themselves() -> None:
    async def run() -> None:
        to = Bus()
        with listening(to, A, B) as slow, listening(to, A) as quick:
            for number in range(bus.MOST):
                to.pass_on({A: [str(number)]})
            assert await anext(quick.news()) == {A: [str(number) for number in range(bus.MOST)]}
            to.pass_on({B: ["one more"]})
            await asyncio.sleep(0)
            to.pass_on({A: ["lost"]})
            assert await anext(slow.news()) == {A: None, B: None}

    asyncio.run(run())


def test_one_listener_s_news_are_not_another_s() -> None:
    async def run() -> None:
        to, shared = Bus(), {A: ["1"]}
        with listening(to, A) as one, listening(to, A) as other:
            to.pass_on(shared)
            assert await anext(one.news()) == {A: ["1"]}
            to.pass_on({A: ["2"]})
            assert await anext(other.news()) == {A: ["1", "2"]}
            assert shared == {A: ["1"]}

    asyncio.run(run())
