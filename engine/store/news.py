"""The topics that a transaction changes: told once it is committed, and never when it is undone.

On PostgreSQL the news is part of the transaction, so that the other processes hear it even when this one
dies right after its commit.
"""

import json
from collections.abc import Iterable

from sqlalchemy import text
from sqlalchemy.orm import Session

CHANNEL = "workshop"
_NOTIFY = text("SELECT pg_notify(:channel, notice) FROM unnest(CAST(:notices AS text[])) AS notice")


def tell(db: Session, *topics: str) -> None:
    """Have everybody who listens to these topics told, once others can read what this session writes."""
    db.info.setdefault("told", {}).update(dict.fromkeys(topics))


def told_by(db: Session) -> list[str]:
    """The topics of this session so far, each once."""
    return list(db.info.get("told", ()))


def notify(db: Session, sender: str, topics: Iterable[str]) -> None:
    """Let PostgreSQL tell the other processes at the commit. A notice for each topic: it takes at most 7,999 bytes."""
    notices = [json.dumps([sender, topic], ensure_ascii=False) for topic in topics]
    db.execute(_NOTIFY, {"channel": CHANNEL, "notices": notices})
