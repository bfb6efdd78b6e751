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
OF_A_GROUP = [SHEET, topics.sheet_part("w", "g", "a", "case", "indicators/violence"), topics.work("w", "g", "a"),
              topics.lock("w", "g"), topics.guess("w", "g")]  # fmt: skip


def test_topics_differ() -> None:
    others = [topics.sheet_part(*parts) for parts in ("vgacp", "whacp", "wgbcp", "wgadp", "wgacq", "wgacp")]
    everything = [*FOR_ALL, *OF_A_GROUP, *others, topics.sheet("w", "h", "a"), topics.sheet("w", "g", "b")]
    assert len(set(everything)) == len(everything)


def test_every_topic_belongs_to_its_workshop() -> None:
    assert {topics.workshop_of(topic) for topic in (*FOR_ALL, *OF_A_GROUP)} == {"w"}


def test_what_one_group_does_belongs_to_that_group() -> None:
    assert {topics.group_of(topic) for topic in FOR_ALL} == {""}
    assert {topics.group_of(topic) for topic in OF_A_GROUP} == {"g"}


def test_what_is_no_topic_belongs_to_nobody() -> None:
    for text in ("", "room", ":", "sheet", "sheet:", "w"):
        assert topics.workshop_of(text) == "" and topics.group_of(text) == ""
