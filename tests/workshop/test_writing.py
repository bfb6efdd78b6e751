"""Several laptops type in one text box, each saving by itself: every word is there in the end, once."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from secrets import token_hex

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.server import Server
from engine.store import Database, Place
from engine.workshop import Outcome, Seat, WorkshopProblem, answers_on, save_answer
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
    tab: str = field(default_factory=lambda: token_hex(5))
    number: int = 0
    sent: str = ""

    def save(self, reply: bool = True) -> None:
        if self.text == self.known:
            return
        self.number += self.text != self.sent
        self.sent = sent = self.text
        outcome = self.send(sent, self.number)
        if not reply:
            return
        self.known, self.base = sent, outcome.mine
        if outcome.saved.value == sent:
            self.base = outcome.saved.revision
        else:
            self.merge = (outcome.saved.value, outcome.saved.revision)

    def send(self, text: str, number: int) -> Outcome:
        """Let a change arrive, on its first way or on a second."""
        where = self.seat.place(CASES, FARM)
        return save_answer(self.server, self.seat, where, self.path, text, self.base, self.tab, number)

    @property
    def place(self) -> Place:
        return Place(self.seat.workshop.id, CASES, self.seat.group.id, FARM)

    def hear(self) -> None:
        now = answers_on(self.server, self.place, self.path).get(self.path)
        if now and self.text == self.known and now.revision > self.base:
            self.adopt(now.value, now.revision)

    def leave(self) -> None:
        self.save()
        if self.merge:
            self.adopt(*self.merge)

    def adopt(self, text: str, revision: int) -> None:
        self.text = self.known = text
        self.base, self.merge = revision, None


WORDS = [
    "amber", "birch", "cedar", "dunes", "ember", "flint", "grove", "heath", "inlet", "jetty", "knoll",
    "ledge", "marsh", "nadir", "oxbow", "plain", "quarry", "ridge", "shoal", "trail", "upland", "valley",
]  # fmt: skip
ACTS = ("type", "type at the start", "type in the middle", "save", "save", "leave", "hear")
STEPS = st.lists(st.tuples(st.integers(0, 2), st.sampled_from(ACTS)), max_size=len(WORDS))


def act(box: Box, kind: str, word: str) -> None:
    """Do one thing at a laptop; whoever types puts a space around the word."""
    place = {"type": len(box.text), "type at the start": 0, "type in the middle": box.text.find(" ") + 1}.get(kind)
    if place is not None:
        box.text = f"{box.text[:place]} {word} {box.text[place:]}"
    else:
        {"save": box.save, "leave": box.leave, "hear": box.hear}[kind]()


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, list[Seat]]]:
    """A group of three at one server."""
    server = Server(Database(f"sqlite:///{tmp_path_factory.mktemp('writing')}/x.db"), sample_library())
    workshop, ana, _ben = room(server)
    yield server, [ana, *(seated(server, workshop, name, ana.group) for name in ("Cleo", "Dan"))]
    server.stop()


rows = count()


@settings(max_examples=int(os.environ.get("WRITING_EXAMPLES", "100")))
@given(steps=STEPS, column=st.sampled_from(["what", "who"]))
def test_every_word_that_anybody_typed_is_there_once(table, steps, column) -> None:
    server, seats = table
    path = f"steps/r{next(rows)}/{column}"
    boxes = [Box(server, seat, path) for seat in seats]
    words = dict(zip(WORDS, steps, strict=False))
    for word, (who, kind) in words.items():
        act(boxes[who], kind, word)
    for box in boxes:
        box.leave()
    found = answers_on(server, boxes[0].place, path)
    text = found[path].value if found else ""
    assert sorted(text.replace("/", " ").split()) == sorted(w for w, (_who, kind) in words.items() if "type" in kind)


def test_what_was_merged_is_not_taken_for_what_its_author_sent(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    mine, theirs = Box(workshop_server, ana), Box(workshop_server, seated(workshop_server, workshop, "Cleo", ana.group))
    mine.text = "Seen."
    mine.save()
    theirs.hear()
    theirs.text, mine.text = "cab Seen.", "Seen. x"
    theirs.save()
    mine.save()
    mine.text = "A crab Seen. x"
    mine.leave()
    assert mine.text == "A crab cab Seen. x"


def test_typing_goes_on_while_the_reply_is_lost(workshop_server: Server) -> None:
    _workshop, ana, _ben = room(workshop_server)
    box = Box(workshop_server, ana)
    for box.text in ("The passpr", "The passport", "The passports were kept.", "Their passports were kept."):
        box.save(reply=False)
    box.leave()
    assert answers_on(workshop_server, box.place)["reasons"].value == "Their passports were kept."


@pytest.mark.parametrize("late", ["The passport was ke", "Wholly other words", ""])
def test_texts_that_arrive_after_their_successor_take_nothing_back_and_add_nothing(
    workshop_server: Server, late: str
) -> None:
    _workshop, ana, _ben = room(workshop_server)
    box = Box(workshop_server, ana)
    newest = box.send("The passport was kept by the employer.", 9)
    for number, text in ((8, late), (1, "The passport was"), (9, "The passport was kept by the employer.")):
        assert box.send(text, number) == newest
    assert answers_on(workshop_server, box.place)["reasons"].value == "The passport was kept by the employer."


@pytest.mark.parametrize("texts", [("cab", "A crab was there."), ("A crab was there.", "cab"), ("Yes.", "He says it.")])
def test_two_tabs_of_one_seat_lose_nothing(workshop_server: Server, texts: tuple[str, str]) -> None:
    _workshop, ana, _ben = room(workshop_server)
    for text in texts:
        box = Box(workshop_server, ana)
        box.text = text
        box.save()
    assert answers_on(workshop_server, box.place)["reasons"].value == "\n\n".join(texts)


def test_what_is_too_long_together_with_others_is_refused_and_the_field_stays(workshop_server: Server) -> None:
    workshop, ana, _ben = room(workshop_server)
    cleo = seated(workshop_server, workshop, "Cleo", ana.group)
    first = save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "a" * 15_000).saved
    for seat in (ana, cleo) * 11:
        with pytest.raises(WorkshopProblem, match="together it would be 25,002 characters, and the box takes 20,000"):
            save_answer(workshop_server, seat, seat.place(CASES, FARM), "reasons", "b" * 10_000)
    assert answers_on(workshop_server, Box(workshop_server, ana).place)["reasons"] == first
    shorter = save_answer(workshop_server, ana, ana.place(CASES, FARM), "reasons", "a", first.revision).saved
    assert save_answer(workshop_server, cleo, cleo.place(CASES, FARM), "reasons", "b").saved.value == "a\n\nb"
    assert shorter.value == "a"
