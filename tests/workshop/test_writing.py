"""Several laptops type in one text box, each saving by itself: every word is there in the end, once."""

from dataclasses import dataclass
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.server import Server
from engine.store import Database, Place
from engine.store.answers import history
from engine.workshop import Seat, answers_on, save_answer
from tests.sample_content import CASES, FARM, room, sample_library, seated


@dataclass
class Box:
    """What the text box in a browser does, as far as saving goes."""

    server: Server
    seat: Seat
    path: str = "reasons"
    text: str = ""
    known: str = ""
    base: int = 0
    merge: tuple[str, int] | None = None

    def save(self, reply: bool = True) -> None:
        sent = self.text
        if sent == self.known:
            return
        outcome = save_answer(self.server, self.seat, CASES, FARM, self.path, sent, self.base)
        if not reply:
            return
        self.known, self.base = sent, outcome.mine
        if outcome.saved.value == sent:
            self.base = outcome.saved.revision
        else:
            self.merge = (outcome.saved.value, outcome.saved.revision)

    def hear(self) -> None:
        place = Place(self.seat.workshop.id, CASES, self.seat.group.id, FARM)
        now = answers_on(self.server, place, self.path).get(self.path)
        if now and self.text == self.known and now.revision > self.base:
            self.adopt(now.value, now.revision)

    def leave(self) -> None:
        self.save()
        if self.merge:
            self.adopt(*self.merge)

    def adopt(self, text: str, revision: int) -> None:
        self.text = self.known = text
        self.base, self.merge = revision, None


ACTS = ("end", "end", "start", "middle", "save", "save", "lost", "leave", "hear")
STEPS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ACTS)), max_size=25)
FIELDS = (f"steps/r{number}/{{}}" for number in count())


def act(box: Box, kind: str, word: str) -> None:
    half = len(box.text) // 2
    match kind:
        case "end":
            box.text += f" {word}"
        case "start":
            box.text = f"{word} {box.text}"
        case "middle":
            box.text = f"{box.text[:half]} {word} {box.text[half:]}" if box.text[half:half+1] == " " else box.text + f" {word}"
        case "lost":
            box.save(reply=False)
        case _:
            getattr(box, kind)()


WORDS = "amber birch cedar dunes ember flint grove heath inlet jetty knoll ledge marsh nadir oxbow plain quarry ridge shoal trail upland valley wharf xenia yucca zephyr".split()


@given(steps=STEPS, path=st.sampled_from(["what"]))
@settings(max_examples=1500, deadline=None)
def run(server, seats, steps, path):
    path = next(FIELDS).format(path)
    boxes = [Box(server, seat, path) for seat in seats]
    words = iter(WORDS)
    typed=[]
    for who, kind in steps:
        w = ""
        if kind in ("end","start","middle"):
            w = next(words); typed.append(w)
        act(boxes[who], kind, w)
    for b in boxes: b.leave()
    now = answers_on(server, Place(seats[0].workshop.id, CASES, seats[0].group.id, FARM), path)
    text = now[path].value if path in now else ""
    for w in typed: assert text.count(w)==1,(w,text,)


def test_x(tmp_path):
    server=Server(Database(f"sqlite:///{tmp_path}/x.db"),sample_library())
    workshop, ana, ben = room(server)
    seats=[ana, seated(server, workshop,"Cleo",ana.group), seated(server, workshop,"Dan",ana.group)]
    try: run(server,seats)
    finally: server.stop()
