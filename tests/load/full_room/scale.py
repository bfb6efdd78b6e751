"""How much is measured: all of it, or enough to see that the benchmark itself works."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Scale:
    """People, and seconds for each kind of work."""

    people: int
    groups: int
    busy: float
    """Seconds in which nobody pauses."""
    calm: float
    """Seconds in which everybody pauses for `PAUSE` between two changes."""
    crowd: int
    """Workshops that the program runs at once, with `CROWD_PEOPLE` in `CROWD_GROUPS` each: a workshop has no more."""
    crowd_seconds: float
    pages: int
    """How many of the crowd have a page of Streamlit's open while it rests."""
    rest: float
    """Seconds of rest."""
    disks: tuple[float, ...]
    """Seconds that a commit takes longer, one for each run on a slow disk."""
    slow: float
    """Seconds of work on a slow disk, and of one person alone."""
    workshops: int
    """Workshops of the long history."""
    is_whole: bool = True
    """Whether everything is measured, and not only what shows that the benchmark works."""


FULL = Scale(
    people=60, groups=12, busy=12, calm=20, crowd=3, crowd_seconds=15, pages=60, rest=20, disks=(0.005, 0.02), slow=5,
    workshops=1000,
)  # fmt: skip
SHORT = Scale(
    people=8, groups=2, busy=2, calm=2, crowd=1, crowd_seconds=2, pages=3, rest=2, disks=(0.005,), slow=1,
    workshops=20, is_whole=False,
)  # fmt: skip
PAUSE = 5.0
CROWD_PAUSE = 2.0
CROWD_PEOPLE = 100
CROWD_GROUPS = 20
SETTLING = 2.0
"""Seconds after everybody came, until presence is noted and told."""
