"""A workshop with people in groups, made by the acts of the program, and the cookies of everybody in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from engine.access.cookies import FACILITATOR, SEAT, sealed
from engine.access.keys import password_is_set, password_mark, set_password, setup_word
from engine.content import Activity, load_library
from engine.server import Server
from engine.store import Database, Workshop
from engine.workshop import begin, content_of, form_groups, groups_of, join, open_workshop, place

ACTIVITY = "indicators-and-investigation"


@dataclass(frozen=True)
class Question:
    """A place on the sheet that can be answered."""

    path: str
    kind: str
    """The type of its field."""
    options: tuple[str | int, ...] = ()


@dataclass(frozen=True)
class Seat:
    """One person: the cookie of their browser, and their group."""

    cookie: str
    group: str


@dataclass(frozen=True)
class Room:
    """A workshop at work. All groups are on the same case: the one that the plenary shows."""

    workshop: str
    case: str
    seats: tuple[Seat, ...]
    facilitator: str
    """The cookie of the facilitator's browser."""
    questions: tuple[Question, ...]


def make_room(url: str, people: int, groups: int) -> Room:
    """Open a workshop, the first or one more, and begin the activity with the longest sheet."""
    server = Server(Database(url), load_library())
    if not password_is_set(server):
        set_password(server, setup_word(server), "a calm green field")
    workshop = open_workshop(
        server, title="Load", country="Zambia", starts_on=date.today(), ends_on=date.today(), module_id="five-day"
    )
    form_groups(server, workshop.id, [f"Group {number + 1}" for number in range(groups)])
    begin(server, workshop.id, ACTIVITY)
    content = content_of(server, workshop.id)
    activity = content.activities[ACTIVITY]
    case = next(iter(content.cases_of(activity).values()))
    room = Room(
        workshop.id,
        case.id,
        tuple(_seats(server, workshop, people)),
        f"{FACILITATOR}={sealed(server, FACILITATOR, password_mark(server))}",
        tuple(_questions(activity, tuple(range(1, len(case.sentences) + 1)))),
    )
    server.stop()
    return room


def _seats(server: Server, workshop: Workshop, people: int) -> Iterator[Seat]:
    groups = groups_of(server, workshop.id)
    for number in range(people):
        seated = join(server, workshop.join_code, f"Person {number + 1}")
        group = groups[number % len(groups)].id
        place(server, seated.id, group)
        yield Seat(f"{SEAT}={sealed(server, SEAT, [seated.id, seated.seat_version])}", group)


def _questions(activity: Activity, sentences: tuple[int, ...]) -> Iterator[Question]:
    """What is on the sheet from the start."""
    for path, field in activity.worksheet.leaves():
        options = sentences if field.type == "evidence" else tuple(getattr(field, "labels", dict)())
        yield Question(path, field.type, options)
