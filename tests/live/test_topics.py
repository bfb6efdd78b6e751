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
SHEET = topics.sheet("w", "g", "a")
OF_A_GROUP = [SHEET, topics.lock("w", "g"), topics.guess("w", "g")]


def test_topics_differ() -> None:
    everything = [*FOR_ALL, *OF_A_GROUP, *(topics.sheet(*names) for names in ("vga", "wha", "wgb"))]
    assert len(set(everything)) == len(everything)


def test_every_topic_belongs_to_its_workshop() -> None:
    assert {topics.workshop_of(topic) for topic in (*FOR_ALL, *OF_A_GROUP)} == {"w"}


def test_what_one_group_does_belongs_to_that_group() -> None:
    assert {topics.group_of(topic) for topic in FOR_ALL} == {""}
    assert {topics.group_of(topic) for topic in OF_A_GROUP} == {"g"}


def test_what_is_no_topic_belongs_to_nobody() -> None:
    for text in ("", "room", ":", "sheet", "sheet:", "w"):
        assert topics.workshop_of(text) == "" and topics.group_of(text) == ""
