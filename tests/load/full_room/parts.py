"""The parts of the benchmark. Each starts a program on a database of its own, and gives its figures."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from engine.routes.lifespan import FIRST_PAGES
from tests.browser.running import ROOT, Running
from tests.load.bench_answers import floor
from tests.load.full_room.bare_page import clicks_on_a_bare_page
from tests.load.full_room.clicking import Work, work
from tests.load.full_room.figures import Figure, percentile
from tests.load.full_room.history import FEW, MANY_REVISIONS, REVISIONS, history
from tests.load.full_room.idle import idle
from tests.load.full_room.join_wave import join_wave
from tests.load.full_room.laptop import Laptop
from tests.load.full_room.lost import lost
from tests.load.full_room.open_plenary import OpenPlenary
from tests.load.full_room.programs import BarePage, WithoutUvloop, bare, slowed, started
from tests.load.full_room.room import make_room
from tests.load.full_room.scale import CROWD_GROUPS, CROWD_PAUSE, CROWD_PEOPLE, PAUSE, SETTLING, Scale
from tests.load.full_room.streamlit_page import StreamlitPage

IMPORTING = 5.0
"""Seconds that the program needs, some time after its start, for what the start did not wait for."""


@dataclass(frozen=True)
class Part:
    """What one part measured."""

    figures: list[Figure]
    lost: int = 0
    """Acknowledged changes that are not in the database."""


async def room_at_work(folder: Path, scale: Scale) -> Part:
    """Everybody comes at once, works without pause, and then calmly; the plenary is open all the time."""
    url = _url(folder)
    room = make_room(url, scale.people, scale.groups)
    with started(url, folder) as program:
        laptops, pages, ready = await join_wave(program.port, room, room.seats)
        plenary = OpenPlenary(program.port, room)
        await plenary.open()
        await asyncio.sleep(SETTLING)
        busy = await work(laptops, room.questions, scale.busy, 0)
        calm = await work(laptops, room.questions, scale.calm, PAUSE)
        await _leave(*laptops, *pages, plenary)
    people = f"{scale.people} people, {scale.groups} groups"
    figures = [
        Figure("join_wave_s", f"{people} open the sheet within a second: last one ready", max(ready), 2.5, unit="s"),
        *_working("", f"{people}, no pause", busy, plenary, ack=100, screens=150, shown=700),
        *_working("calm_", f"{people}, {PAUSE:g} s between changes", calm, plenary, ack=50, screens=150, shown=700),
        Figure("saves_per_s", f"{people}, no pause: saved a second", busy.per_second, 900, at_least=True, unit=""),
        Figure("click_bytes", "a change, both ways, with headers, p50", busy.bytes, 1000, unit="bytes"),
        Figure("news_bytes", "its news, to all others of the group", busy.news_bytes, unit="bytes"),
    ]
    return Part(figures, lost(url, [*busy.saves, *calm.saves]))


def _working(key: str, what: str, done: Work, plenary: OpenPlenary, **limits: float) -> Iterable[Figure]:
    shown = list(plenary.shown(done.saves))
    yield Figure(f"{key}ack_p50_ms", f"{what}: to acknowledged, p50", 1000 * done.took(0.5))
    yield Figure(f"{key}ack_p95_ms", f"{what}: to acknowledged, p95", 1000 * done.took(0.95), limits["ack"])
    screens = 1000 * percentile(done.screens, 0.5), 1000 * percentile(done.screens, 0.95)
    yield Figure(f"{key}screens_p50_ms", f"{what}: to the group's other screens, p50", screens[0])
    yield Figure(f"{key}screens_p95_ms", f"{what}: to the group's other screens, p95", screens[1], limits["screens"])
    yield Figure(
        f"{key}plenary_p95_ms", f"{what}: to the plenary, p95", 1000 * percentile(shown, 0.95), limits["shown"]
    )
    yield Figure(f"{key}failed", f"{what}: failed", sum(done.failed.values()), 0, unit="")


async def crowd(folder: Path, scale: Scale) -> Part:
    """As many people as a program should bear, in several workshops: at rest, and then at work."""
    url = _url(folder)
    rooms = [make_room(url, CROWD_PEOPLE, CROWD_GROUPS) for _workshop in range(scale.crowd)]
    with started(url, folder) as program:
        laptops = [Laptop(program.port, room, seat) for room in rooms for seat in room.seats]
        pages = [StreamlitPage(program.port, cookie=laptop.seat.cookie) for laptop in laptops[: scale.pages]]
        await asyncio.sleep(FIRST_PAGES + IMPORTING)
        rest = await idle(program.process_id, laptops, pages, scale.rest)
        done = await work(laptops, rooms[0].questions, scale.crowd_seconds, CROWD_PAUSE)
        await _leave(*laptops, *pages)
    name = f"{len(laptops)} people, {scale.crowd * CROWD_GROUPS} groups, {CROWD_PAUSE:g} s between changes"
    at_rest = f"{len(laptops)} connected and idle, {scale.pages} of them with Streamlit's page"
    figures = [
        Figure("crowd_ack_p95_ms", f"{name}: to acknowledged, p95", 1000 * done.took(0.95), 300),
        Figure("crowd_screens_p95_ms", f"{name}: to the other screens, p95", 1000 * percentile(done.screens, 0.95)),
        Figure("crowd_saves_per_s", f"{name}: saved a second", done.per_second, unit=""),
        Figure("crowd_failed", f"{name}: failed", sum(done.failed.values()), 0, unit=""),
        Figure("idle_core", at_rest, rest.of_a_core, 3, unit="% core"),
        Figure("idle_page_mb", "memory of a laptop with Streamlit's page", rest.page_mb, 1.5, unit="MB"),
        Figure("idle_stream_kb", "memory of a laptop with the live stream alone", rest.stream_kb, 1500, unit="kB"),
    ]
    return Part(figures, lost(url, done.saves))


async def slow_disk(folder: Path, scale: Scale, seconds: float, limit: float) -> Part:
    """Nobody pauses, and each commit takes longer."""
    done, missing = await _worked(folder, scale, scale.people, app=slowed(folder, seconds))
    what = f"{scale.people} people, no pause, a commit takes {1000 * seconds:g} ms longer"
    key = f"slow_{1000 * seconds:g}ms"
    figures = [
        Figure(f"{key}_p95_ms", f"{what}: p95", 1000 * done.took(0.95), limit),
        Figure(f"{key}_saves_per_s", f"{what}: saved a second", done.per_second, unit=""),
    ]
    return Part(figures, missing)


async def without_uvloop(folder: Path, scale: Scale) -> Part:
    """One person alone, on the event loop that Windows has, and on the usual one beside it."""
    parts = [await _worked(folder, scale, 1, kind) for kind in (Running, WithoutUvloop)]
    usual, plain = (1000 * done.took(0.5) for done, _missing in parts)
    figures = [
        Figure("alone_ms", "one person alone: a change, p50", usual),
        Figure("alone_without_uvloop_ms", "one person alone, without uvloop: a change, p50", plain),
        Figure("without_uvloop", "the same, as a ratio", plain / usual, 1.5, unit="times"),
    ]
    return Part(figures, sum(missing for _done, missing in parts))


async def _worked(
    folder: Path, scale: Scale, people: int, kind: type[Running] = Running, app: Path = ROOT / "app.py"
) -> tuple[Work, int]:
    """Let people work without pause, in a new room; give what came of it, and how much was lost."""
    url = _url(folder / f"{kind.__name__}-{app.stem}")
    room = make_room(url, people, min(scale.groups, people))
    with started(url, folder, kind, app) as program:
        laptops = [Laptop(program.port, room, seat) for seat in room.seats]
        await asyncio.gather(*(laptop.open() for laptop in laptops))
        await asyncio.sleep(SETTLING)
        done = await work(laptops, room.questions, scale.slow, 0)
        await _leave(*laptops)
    return done, lost(url, done.saves)


async def beside(folder: Path, scale: Scale) -> Part:
    """What stands beside it: a page of Streamlit's that saves nothing, and a commit of a plain row."""
    with started(_url(folder), folder, BarePage, bare(folder)) as program:
        per_second, took = await clicks_on_a_bare_page(program.port, scale.people, scale.slow)
    what = f"{scale.people} people, no pause, a bare Streamlit page of 33 fields"
    figures = [
        Figure("bare_per_s", f"{what}: clicks a second", per_second, unit=""),
        Figure("bare_p95_ms", f"{what}: p95", 1000 * percentile(took, 0.95)),
        Figure("plain_commit_ms", "one commit of a plain row", 1000 / floor(folder, 1, 0)),
    ]
    return Part(figures)


async def reads(folder: Path, scale: Scale) -> Part:
    """What progress and plenary read beside a long history."""
    found = history(folder, scale.workshops)
    versions = f"{MANY_REVISIONS} versions of each answer against {REVISIONS}"
    what = f"{scale.workshops:,} workshops with {found.answers:,} answers against {FEW}"
    figures = [
        Figure("history", f"progress and plenary, {what}", found.many / found.few, 1.2, unit="times"),
        Figure("revisions", f"the same, {versions}", found.long / found.many, 1.2, unit="times"),
        Figure("progress_read_ms", "one look at the progress", 1000 * found.many.progress),
        Figure("plenary_read_ms", "one look at the plenary", 1000 * found.many.plenary),
    ]
    return Part(figures)


def _url(folder: Path) -> str:
    folder.mkdir(exist_ok=True)
    return f"sqlite:///{folder / 'workshop.db'}"


async def _leave(*open_things: Laptop | StreamlitPage | OpenPlenary) -> None:
    for thing in open_things:
        await thing.close()
