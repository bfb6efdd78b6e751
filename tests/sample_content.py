"""A small, sound library of our own, so that tests of the acts do not depend on the real content."""

from datetime import date

from engine.content import Activity, CaseStudy, Deck, Library, TrainingModule
from engine.server import Server
from engine.store import Participant, Workshop, WorkshopGroup
from engine.workshop import Seat, begin, form_groups, groups_of, join, open_workshop, place, seat_of

CASES, CAMPAIGN = "sample-cases", "sample-campaign"
FARM, HOTEL = "farm", "hotel"
STEPS = "sample-steps"


def _case(case_id: str, number: int, *lines: str) -> CaseStudy:
    sentences = tuple({"number": n, "text": line} for n, line in enumerate(lines, start=1))
    return CaseStudy.model_validate(
        {
            "id": case_id,
            "number": number,
            "title": f"The {case_id}",
            "country": "Nowhere",
            "source": "Made up for tests",
            "paragraphs": (sentences,),
        }
    )


_STATUS = {
    "id": "status",
    "type": "select_one",
    "label": "Status",
    "required": True,
    "options": {"present": "Present", "absent": "Not present", "unclear": "Unclear"},
}
_EVIDENCE = {
    "id": "evidence",
    "type": "evidence",
    "label": "Evidence",
    "required_if": {"status": "present"},
}
_FIELDS = (
    {
        "id": "signs",
        "type": "table",
        "label": "Signs",
        "rows": ({"id": "violence", "label": "Violence"}, {"id": "debt", "label": "Debt"}),
        "columns": (_STATUS, _EVIDENCE),
    },
    {
        "id": "steps",
        "type": "open_table",
        "label": "Steps",
        "row_label": "Step",
        "columns": (
            {"id": "what", "type": "text", "label": "What", "required": True},
            {"id": "who", "type": "text", "label": "Who"},
        ),
    },
    {
        "id": "verdict",
        "type": "select_one",
        "label": "Verdict",
        "required": True,
        "options": {"forced": "Forced labour", "poor": "Poor conditions"},
    },
    {"id": "reasons", "type": "long_text", "label": "Reasons", "required_if": {"verdict": "forced"}},
)
_CAMPAIGN_FIELDS = (
    {"id": "slogan", "type": "text", "label": "Slogan", "required": True},
    {
        "id": "channels",
        "type": "rank",
        "label": "Channels",
        "options": {"radio": "Radio", "posters": "Posters", "schools": "Schools"},
    },
    {
        "id": "reach",
        "type": "range",
        "label": "Reach",
        "start": 0,
        "end": 10,
        "low": "Nobody",
        "high": "Everybody",
    },
)


def _activity(activity_id: str, worksheet: dict, show: str, kind: str) -> Activity:
    return Activity.model_validate(
        {
            "id": activity_id,
            "title": "Sample",
            "aim": "Try the program",
            "instruction": "Fill in the sheet",
            "minutes": 10,
            "steps": ({"do": "Fill it in", "minutes": 10},),
            "worksheet": worksheet,
            "plenary": ({"show": show, "as": kind, "ask": "What do we see?"},),
            "debrief": ("What was hard?",),
        }
    )


def _deck() -> Deck:
    """A deck of the three slides `one`, `two` and `three`."""
    slides = tuple(
        {"id": name, "title": name.title(), "body": f"The {name}.", "notes": f"Say {name}."}
        for name in ("one", "two", "three")
    )
    return Deck.model_validate({"id": STEPS, "title": "Steps", "minutes": 10, "source": "Made up", "slides": slides})


def sample_library() -> Library:
    """Two activities, one with two case studies; one module with both; one deck of slides."""
    items = tuple({"id": i.replace("-", "_"), "title": i, "minutes": 10, "activity": i} for i in (CASES, CAMPAIGN))
    module = {
        "id": "sample",
        "title": "Sample module",
        "source": "Made up for tests",
        "minutes_note": "Made up too",
        "days": ({"title": "Day 1", "sessions": ({"id": "morning", "starts": "09:00", "items": items},)},),
    }
    cases = (
        _case(FARM, 1, "Ana picked fruit.", "Her passport was kept.", "She was beaten.", "She was not paid."),
        _case(HOTEL, 2, "Ben cleaned rooms.", "He owed money for his journey."),
    )
    activities = (
        _activity(CASES, {"case_studies": (FARM, HOTEL), "fields": _FIELDS}, "signs.status", "heatmap"),
        _activity(CAMPAIGN, {"fields": _CAMPAIGN_FIELDS}, "channels", "ranking"),
    )
    return Library(
        modules={"sample": TrainingModule.model_validate(module)},
        activities={activity.id: activity for activity in activities},
        case_studies={case.id: case for case in cases},
        decks={STEPS: _deck()},
    )


def open_sample(server: Server, title: str = "Sample workshop") -> Workshop:
    """Open a workshop on the sample module."""
    day = date(2030, 5, 6)
    return open_workshop(server, title=title, country="Nowhere", starts_on=day, ends_on=day, module_id="sample")


def seated(server: Server, workshop: Workshop, name: str, group: WorkshopGroup | None = None) -> Seat:
    """Let somebody join, and sit down in a group."""
    participant: Participant = join(server, workshop.join_code, name)
    if group:
        place(server, participant.id, group.id)
    found = seat_of(server, participant.id)
    assert found
    return found


def room(server: Server) -> tuple[Workshop, Seat, Seat]:
    """A workshop in the middle of both activities: Ana in the first group, Ben in the second."""
    workshop = open_sample(server)
    form_groups(server, workshop.id, ["One", "Two"])
    one, two = groups_of(server, workshop.id)
    for activity_id in (CASES, CAMPAIGN):
        begin(server, workshop.id, activity_id)
    return workshop, seated(server, workshop, "Ana", one), seated(server, workshop, "Ben", two)
