"""Tables, queries and migrations: SQLite by default, PostgreSQL by `DATABASE_URL`."""

from engine.store.answers import Place, Saved
from engine.store.database import Database
from engine.store.tables import (
    Answer,
    AskedQuestion,
    BegunActivity,
    ContentCopy,
    CountryFigures,
    Guess,
    HandIn,
    MediaAttachment,
    MediaItem,
    MediaSubtitle,
    Participant,
    Setting,
    SlideText,
    Workshop,
    WorkshopDeck,
    WorkshopGroup,
)

__all__ = [
    "Answer", "AskedQuestion", "BegunActivity", "ContentCopy", "CountryFigures", "Database", "Guess", "HandIn",
    "MediaAttachment", "MediaItem", "MediaSubtitle", "Participant", "Place", "Saved", "Setting", "SlideText",
    "Workshop", "WorkshopDeck", "WorkshopGroup",
]  # fmt: skip
