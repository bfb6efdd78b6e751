"""Tables, queries and migrations: SQLite by default, PostgreSQL by `DATABASE_URL`."""

from engine.store.answers import Author, Place, Saved
from engine.store.database import Database
from engine.store.tables import (
    Answer,
    AskedQuestion,
    BegunActivity,
    ContentCopy,
    CountryFigures,
    CurrentAnswer,
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
    "Answer", "AskedQuestion", "Author", "BegunActivity", "ContentCopy", "CountryFigures", "CurrentAnswer", "Database",
    "Guess", "HandIn", "MediaAttachment", "MediaItem", "MediaSubtitle", "Participant", "Place", "Saved", "Setting",
    "SlideText", "Workshop", "WorkshopDeck", "WorkshopGroup",
]  # fmt: skip
