"""The topics that a transaction changes: told once it is committed, and never when it is undone.

On PostgreSQL the news is part of the transaction, so that the other processes hear it even when this one
dies right after its commit.
"""

import json
from collections.abc import Mapping, Sequence

from sqlalchemy import text
from sqlalchemy.orm import Session

CHANNEL = "workshop"
LONGEST = 7_900
"""Bytes of a notice. PostgreSQL takes 7,999."""
_NOTIFY = text("SELECT pg_notify(:channel, notice) FROM unnest(CAST(:notices AS text[])) AS notice")
News = Mapping[str, Sequence[str] | None]
"""Topic -> what changed, each change as the JSON that is sent to the screens. None: whoever listens looks for
themselves."""


def tell(db: Session, *topics: str, change: str | None = None) -> None:
    """Have everybody who listens to these topics told, once others can read what this session writes.

    Args:
        db: the session that changes something.
        topics: what it is about.
        change: what changed, as JSON; without it the listeners look for themselves.
    """
    told: dict[str, list[str] | None] = db.info.setdefault("told", {})
    for topic in topics:
        if change is None:
            told[topic] = None
        elif (changes := told.setdefault(topic, [])) is not None:
            changes.append(change)


def told_by(db: Session) -> News:
    """The news of this session so far."""
    told: News = db.info.get("told", {})
    return told


def notify(db: Session, sender: str, news: News) -> None:
    """Let PostgreSQL tell the other processes at the commit: a notice for each change of each topic."""
    notices = [_notice(sender, topic, change) for topic, changes in news.items() for change in changes or [""]]
    db.execute(_NOTIFY, {"channel": CHANNEL, "notices": notices})


def _notice(sender: str, topic: str, change: str) -> str:
    head = json.dumps([sender, topic], ensure_ascii=False)
    whole = f"{head[:-1]}, {change}]"
    return whole if change and len(whole.encode()) <= LONGEST else head
