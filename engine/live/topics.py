"""What a screen can listen to: names for what may change."""


def room(workshop_id: str) -> str:
    """Where the room is: the activity, what the plenary shows, the groups."""
    return f"room:{workshop_id}"


def people(workshop_id: str) -> str:
    """Who is there, and in which group."""
    return f"people:{workshop_id}"


def progress(workshop_id: str) -> str:
    """How far the groups are, and what is handed in."""
    return f"progress:{workshop_id}"


def plenary(workshop_id: str, activity_id: str) -> str:
    """Any group's answer in an activity."""
    return f"plenary:{workshop_id}:{activity_id}"


def sheet(workshop_id: str, group_id: str, activity_id: str) -> str:
    """One group's answers in an activity, on all its sheets. It is told with what changed."""
    return f"sheet:{workshop_id}:{group_id}:{activity_id}"


def lock(workshop_id: str, group_id: str) -> str:
    """Whether one group has handed in."""
    return f"lock:{workshop_id}:{group_id}"


def question(workshop_id: str) -> str:
    """Which question the room is asked to guess, and whether its figure is shown."""
    return f"question:{workshop_id}"


def guesses(workshop_id: str) -> str:
    """Any group's guess."""
    return f"guesses:{workshop_id}"


def guess(workshop_id: str, group_id: str) -> str:
    """The guess of one group."""
    return f"guess:{workshop_id}:{group_id}"


def figures(workshop_id: str) -> str:
    """The figures of the workshop's own country."""
    return f"figures:{workshop_id}"


def media() -> str:
    """The media library."""
    return "media"


def slides(workshop_id: str) -> str:
    """Which slide is presented, and what is on the slides."""
    return f"slides:{workshop_id}"


def workshop_of(topic: str) -> str:
    """The id of the workshop that a topic belongs to; empty when it belongs to none."""
    return topic.partition(":")[2].partition(":")[0]


def is_of_a_group(topic: str) -> bool:
    """Whether a topic belongs to one group, and is nobody else's business."""
    return topic.partition(":")[0] in ("sheet", "lock", "guess")


def is_for_facilitators(topic: str) -> bool:
    """Whether a topic says what the other groups do, on which no page of a participant or of the room depends."""
    return topic.partition(":")[0] == "progress"


def group_of(topic: str) -> str:
    """The id of the group that a topic belongs to; empty when it is for the whole workshop."""
    parts = topic.split(":")
    return parts[2] if is_of_a_group(topic) and len(parts) > 2 else ""
