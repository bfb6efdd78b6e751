"""Tables, queries and migrations: SQLite by default, PostgreSQL by `DATABASE_URL`."""

from engine.store.answers import Place, Saved
from engine.store.database import Database
from engine.store.tables import Answer, BegunActivity, HandIn, Participant, Setting, Workshop, WorkshopGroup

__all__ = [
    "Answer", "BegunActivity", "Database", "HandIn", "Participant", "Place", "Saved", "Setting", "Workshop",
    "WorkshopGroup",
]  # fmt: skip
