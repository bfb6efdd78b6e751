"""A workshop's agenda: its days, and when each deck is due."""

from datetime import date

import pytest

from engine.content import TrainingModule
from engine.server import Server
from engine.workshop import Planned, WorkshopProblem, agenda_of, open_workshop, planned

DAY = date(2030, 5, 6)


def session(name: str, starts: str, *decks: str) -> dict:
    items = ({"id": f"{name}_{n}", "title": deck, "minutes": 30, "slides": deck} for n, deck in enumerate(decks))
    return {"id": name, "starts": starts, "items": tuple(items)}


def module() -> TrainingModule:
    first = (session("morning", "09:00", "welcome", "signs"), session("afternoon", "14:00", "welcome"))
    second = (session("morning", "08:30", "law"),)
    days = tuple({"title": "Day", "sessions": sessions} for sessions in (first, second))
    about = {"id": "talks", "title": "Talks", "source": "Made up", "minutes_note": "Made up too"}
    return TrainingModule.model_validate(about | {"days": days})


def test_a_deck_is_due_when_the_agenda_has_it_first(workshop_server: Server) -> None:
    workshop_server.library.modules["talks"] = module()
    workshop = open_workshop(workshop_server, title="T", country="C", starts_on=DAY, ends_on=DAY, module_id="talks")
    del workshop_server.library.modules["talks"]
    assert agenda_of(workshop_server, workshop.id) == module()
    assert planned(workshop_server, workshop.id) == {
        "welcome": Planned(1, "09:00", 30),
        "signs": Planned(1, "09:30", 30),
        "law": Planned(2, "08:30", 30),
    }


def test_a_workshop_that_is_not_there_has_no_agenda(workshop_server: Server) -> None:
    with pytest.raises(WorkshopProblem, match="no longer there"):
        agenda_of(workshop_server, "none")
