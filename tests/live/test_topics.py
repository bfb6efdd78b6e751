"""What a screen can listen to, and to whom a topic belongs."""

from engine.live import topics

FOR_ALL = [
    topics.room("w"),
    topics.people("w"),
    topics.progress("w"),
    topics.plenary("w", "a"),
    topics.question("w"),
    topics.guesses("w"),
    topics.figures("w"),
]
SHEET = topics.sheet("w", "g", "a", "case", "indicators/violence")


def test_topics_differ() -> None:
    others = [topics.sheet(*parts) for parts in ("vgacp", "whacp", "wgbcp", "wgadp", "wgacq", "wgacp")]
    assert len({*FOR_ALL, SHEET, *others}) == len(FOR_ALL) + 1 + len(others)


def test_every_topic_belongs_to_its_workshop() -> None:
    assert {topics.workshop_of(topic) for topic in (*FOR_ALL, SHEET)} == {"w"}


def test_only_a_sheet_belongs_to_a_group() -> None:
    assert [topics.group_of(topic) for topic in FOR_ALL] == [""] * len(FOR_ALL)
    assert topics.group_of(SHEET) == "g"


def test_a_guess_belongs_to_its_group() -> None:
    assert (topics.workshop_of(topics.guess("w", "g")), topics.group_of(topics.guess("w", "g"))) == ("w", "g")


def test_what_is_no_topic_belongs_to_nobody() -> None:
    for text in ("", "room", ":", "sheet", "sheet:", "w"):
        assert topics.workshop_of(text) == "" and topics.group_of(text) == ""
