"""The line of news: who hears what, and who counts as present."""

import asyncio
import time
from collections.abc import Callable
from functools import partial

from engine.live import topics
from engine.routes.stream import TOPICS_LIMIT, lines
from engine.workshop import is_present, place, rejoin, seat_of
from tests.routes.asking import Laptop, Line
from tests.routes.conftest import House
from tests.sample_content import CASES


def present(house: House) -> bool:
    seat = seat_of(house.server, house.ana.participant.id)
    assert seat
    return is_present(seat.participant)


def sheet_of(house: House, group_id: str) -> str:
    return topics.sheet(house.workshop.id, group_id, CASES)


def test_the_first_word_is_that_the_line_is_up(house: House) -> None:
    async def run() -> None:
        async with Line(house.seated(house.ana), topics.room(house.workshop.id)) as line:
            assert line.status == 200
            assert line.headers["content-type"].startswith("text/event-stream")
            assert line.headers["cache-control"] == "no-store"
            assert line.headers["x-accel-buffering"] == "no"
            assert "event: up\n" in await line.text()

    asyncio.run(run())


def test_only_what_one_may_hear_is_heard(house: House) -> None:
    mine, theirs = (sheet_of(house, seat.group.id) for seat in (house.ana, house.ben) if seat.group)
    other_room = topics.room("another-workshop")

    async def run() -> list[str]:
        async with Line(house.seated(house.ana), mine, theirs, other_room) as line:
            await line.text()
            house.server.bus.tell(theirs, other_room)
            await asyncio.sleep(0.1)
            house.server.bus.tell(mine)
            return await line.heard()

    assert asyncio.run(run()) == [mine]


def test_who_may_hear_nothing_of_it_gets_no_line(house: House) -> None:
    room = topics.room(house.workshop.id)
    assert house.ben.group
    theirs = sheet_of(house, house.ben.group.id)

    async def status(laptop: Laptop, *asked: str) -> int:
        async with Line(laptop, *asked) as line:
            return line.status

    assert asyncio.run(status(house.laptop(), room)) == 403
    assert asyncio.run(status(house.seated(house.ana))) == 403
    assert asyncio.run(status(house.seated(house.ana), theirs, "", "sheet", "sheet:")) == 403
    assert asyncio.run(status(house.watcher(), theirs)) == 403
    assert asyncio.run(status(house.watcher(), room)) == 200
    assert asyncio.run(status(house.facilitator(), theirs)) == 200


def test_presence_is_noted_when_the_line_opens_and_when_it_closes(house: House) -> None:
    async def run() -> None:
        async with Line(house.seated(house.ana), topics.room(house.workshop.id)) as line:
            await line.text()
            assert present(house)

    assert not present(house)
    asyncio.run(run())
    assert not present(house)
    assert not lines


def test_two_tabs_are_one_person(house: House) -> None:
    laptop, room = house.seated(house.ana), topics.room(house.workshop.id)

    async def run() -> None:
        async with Line(laptop, room) as first:
            await first.text()
            async with Line(laptop, room) as second:
                await second.text()
                assert lines[house.ana.participant.id] == 2
            assert present(house)
            assert lines[house.ana.participant.id] == 1
        assert not present(house)

    asyncio.run(run())


def test_whoever_loads_the_page_again_and_again_is_there_in_the_end(house: House) -> None:
    laptop, room = house.seated(house.ana), topics.room(house.workshop.id)

    async def load() -> None:
        async with Line(laptop, room) as line:
            await line.text()

    async def run() -> None:
        for _time in range(5):
            await asyncio.gather(load(), load(), load())
        async with Line(laptop, room) as line:
            again = asyncio.create_task(load())
            await line.text()
            await again
            await asyncio.sleep(0.1)
            assert present(house)

    asyncio.run(run())
    assert not present(house)
    assert not lines


def test_a_facilitator_who_tries_a_seat_is_not_there_as_a_participant(house: House) -> None:
    laptop = house.facilitator()
    laptop.cookies.update(house.seated(house.ana).cookies)

    async def run() -> None:
        async with Line(laptop, topics.room(house.workshop.id)) as line:
            await line.text()
            assert not present(house)
            assert not lines

    asyncio.run(run())


def test_the_people_s_pages_hear_who_comes_and_goes(house: House) -> None:
    people = topics.people(house.workshop.id)

    async def run() -> None:
        async with Line(house.watcher(), people) as watching:
            await watching.text()
            async with Line(house.seated(house.ana), topics.room(house.workshop.id)) as line:
                await line.text()
                assert await watching.heard() == [people]
            assert await watching.heard() == [people]

    asyncio.run(run())


def test_lines_end_when_the_server_hangs_up_and_later_ones_at_once(house: House) -> None:
    laptop, room = house.seated(house.ana), topics.room(house.workshop.id)

    async def run() -> float:
        async with Line(laptop, room) as line:
            await line.text()
            began = time.monotonic()
            house.server.bus.hang_up()
            while await line.text():
                pass
        async with Line(laptop, room) as late:
            while await late.text():
                pass
        return time.monotonic() - began

    assert asyncio.run(run()) < 2
    assert not lines


def test_more_topics_than_a_page_has_are_not_listened_to(house: House) -> None:
    crowd = [f"room:{house.workshop.id}:{number}" for number in range(TOPICS_LIMIT + 5)]

    async def run() -> list[str]:
        async with Line(house.seated(house.ana), *crowd) as line:
            await line.text()
            house.server.bus.tell(crowd[-1], crowd[0])
            return await line.heard()

    assert asyncio.run(run()) == [crowd[0]]


def test_what_changed_comes_as_an_event_of_its_own(house: House) -> None:
    room, asked = topics.room(house.workshop.id), topics.question(house.workshop.id)

    async def run() -> list[str]:
        async with Line(house.seated(house.ana), room, asked) as line:
            await line.text()
            heard = []
            for news in ({room: ['{"value": "é"}', "{}"]}, {room: None, asked: ["{}"]}):
                house.server.bus.pass_on(news)
                heard.append(await line.text())
            return heard

    assert asyncio.run(run()) == [
        f'event: changes\ndata: {{"{room}": [{{"value": "é"}},{{}}]}}\n\n',
        f'data: ["{room}"]\n\nevent: changes\ndata: {{"{asked}": [{{}}]}}\n\n',
    ]


def test_who_is_moved_hears_no_more_of_the_group_they_left(house: House) -> None:
    """Also what is told in the same moment: the line ends first."""
    assert house.ana.group and house.ben.group
    topic = sheet_of(house, house.ana.group.id)

    async def heard_after(move: Callable[[], object]) -> str:
        async with Line(house.seated(house.ana), topic) as line:
            await line.text()
            await asyncio.to_thread(move)
            house.server.bus.pass_on({topic: ['{"value": "secret"}']})
            return await line.text()

    moved = partial(place, house.server, house.ana.participant.id, house.ben.group.id)
    back = partial(place, house.server, house.ana.participant.id, house.ana.group.id)
    assert asyncio.run(heard_after(moved)) == ""
    back()
    assert "secret" in asyncio.run(heard_after(back)), "who stays in the group stays on the line"
    assert asyncio.run(heard_after(partial(rejoin, house.server, house.ana.participant.rejoin_code))) == ""
