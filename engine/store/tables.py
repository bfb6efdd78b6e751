"""The tables. No column stands for a field of a worksheet, so editing content never changes them."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ForeignKey,
    Index,
    MetaData,
    String,
    Text,
    TypeDecorator,
    UniqueConstraint,
    func,
    text,
)
from sqlalchemy import DateTime as SqlDateTime
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

FROM_A_TAB = text("tab <> ''")
"""The answers that a page sent under its own name; the others need no place in an index of tabs."""


class UtcTime(TypeDecorator[datetime]):
    """A moment in UTC. SQLite forgets the time zone, so it is put back on reading."""

    impl = SqlDateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.astimezone(UTC) if value is not None else None

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        return value.replace(tzinfo=UTC) if value is not None and value.tzinfo is None else value


def _now() -> datetime:
    """By the clock of this program, where parts of a second matter: SQLite's own clock has whole seconds only."""
    return datetime.now(UTC)


class Base(DeclarativeBase):
    """The root of all tables."""

    metadata = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    type_annotation_map = {datetime: UtcTime, str: String, dict[str, Any]: JSON}  # noqa: RUF012


class Setting(Base):
    """What the server must remember about itself, such as the key that signs cookies."""

    __tablename__ = "setting"
    name: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class ContentCopy(Base):
    """A copy of the content that workshops run on. Never changed; workshops with equal copies have the same one."""

    __tablename__ = "content_copy"
    id: Mapped[str] = mapped_column(primary_key=True)
    """The SHA-256 of the text."""
    text: Mapped[str] = mapped_column(Text)
    """`engine.workshop.WorkshopContent` as JSON, in the format of the program that stored it."""


class Workshop(Base):
    """One run of one module, with its own copy of the content that it runs on."""

    __tablename__ = "workshop"
    id: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    country: Mapped[str]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    module_id: Mapped[str]
    join_code: Mapped[str] = mapped_column(unique=True)
    copy_id: Mapped[str] = mapped_column(ForeignKey("content_copy.id"))
    is_open: Mapped[bool] = mapped_column(default=True)
    is_rehearsal: Mapped[bool] = mapped_column(default=False)
    activity_id: Mapped[str | None]
    """The activity that the room is at."""
    screen: Mapped[dict[str, Any]] = mapped_column(default=dict)
    """What the plenary shows: activity, case study, view, whether the room sees it, and what it sees `instead`."""
    created_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())


class WorkshopGroup(Base):
    """A working group."""

    __tablename__ = "workshop_group"
    __table_args__ = (UniqueConstraint("workshop_id", "number"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    number: Mapped[int]
    name: Mapped[str]


class Participant(Base):
    """A seat in a workshop."""

    __tablename__ = "participant"
    __table_args__ = (UniqueConstraint("workshop_id", "name_key"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    group_id: Mapped[str | None] = mapped_column(ForeignKey("workshop_group.id", ondelete="SET NULL"))
    name: Mapped[str]
    name_key: Mapped[str]
    """The name in the form in which names are compared: case and width folded."""
    rejoin_code: Mapped[str] = mapped_column(unique=True)
    seat_version: Mapped[int] = mapped_column(default=1)
    """Goes up when the seat moves to another laptop; the cookie of the old one is void then."""
    join_word: Mapped[str | None]
    """The random word of the form that took the seat and can find it again; None once the seat has moved."""
    joined_at: Mapped[datetime] = mapped_column(server_default=func.current_timestamp())
    seen_at: Mapped[datetime | None]


class BegunActivity(Base):
    """An activity that the facilitator has begun."""

    __tablename__ = "begun_activity"
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True)
    activity_id: Mapped[str] = mapped_column(primary_key=True)
    begun_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())
    ended_at: Mapped[datetime | None]


class Answer(Base):
    """What somebody saved in one field. Never changed, never deleted: the newest row counts.

    `id` is the revision. `base` is the revision that the author saw, 0 for an empty field. Where the program merged
    revision n into what was there, the row with the merged value has the base -n.
    """

    __tablename__ = "answer"
    __table_args__ = (
        Index("ix_answer_place", "workshop_id", "activity_id", "group_id", "sheet", "field", "id"),
        Index("ix_answer_tab", "tab", "field", "number", sqlite_where=FROM_A_TAB, postgresql_where=FROM_A_TAB),
    )
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    group_id: Mapped[str] = mapped_column(ForeignKey("workshop_group.id", ondelete="CASCADE"))
    activity_id: Mapped[str]
    sheet: Mapped[str]
    """The sheet: a case study, or `sheet` where the activity has only one."""
    field: Mapped[str]
    value: Mapped[Any] = mapped_column(JSON(none_as_null=False))
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"))
    base: Mapped[int] = mapped_column(default=0)
    tab: Mapped[str] = mapped_column(default="", server_default="")
    """The page that sent it, by a random name that each load of a page has; empty where none did."""
    number: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    """How many changes that page had made until then; 0 for a merged value."""
    saved_at: Mapped[datetime] = mapped_column(server_default=func.current_timestamp())


class CurrentAnswer(Base):
    """What a field holds now: its newest `Answer`. So reading does not take longer the more was written."""

    __tablename__ = "current_answer"
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True)
    activity_id: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("workshop_group.id", ondelete="CASCADE"), primary_key=True)
    sheet: Mapped[str] = mapped_column(primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    value: Mapped[Any] = mapped_column(JSON(none_as_null=False))
    revision: Mapped[int]
    first: Mapped[int]
    """The revision of the first answer in this field, for the order in which the fields were first used."""
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"))
    saved_at: Mapped[datetime]


class HandIn(Base):
    """A group closed its worksheet; taking it back deletes the row."""

    __tablename__ = "hand_in"
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True)
    activity_id: Mapped[str] = mapped_column(primary_key=True)
    group_id: Mapped[str] = mapped_column(ForeignKey("workshop_group.id", ondelete="CASCADE"), primary_key=True)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"))
    handed_in_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())


class AskedQuestion(Base):
    """A question that the room guesses at; asked again it is a new row, with new guesses."""

    __tablename__ = "asked_question"
    __table_args__ = (Index("ix_asked_question_workshop_id", "workshop_id", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    question_id: Mapped[str]
    asked_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())
    revealed_at: Mapped[datetime | None]


class Guess(Base):
    """What a group guessed. Never changed, never deleted: the newest row counts."""

    __tablename__ = "guess"
    __table_args__ = (Index("ix_guess_place", "asked_id", "group_id", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    asked_id: Mapped[int] = mapped_column(ForeignKey("asked_question.id", ondelete="CASCADE"))
    group_id: Mapped[str] = mapped_column(ForeignKey("workshop_group.id", ondelete="CASCADE"))
    value: Mapped[Any] = mapped_column(JSON)
    participant_id: Mapped[str | None] = mapped_column(ForeignKey("participant.id", ondelete="SET NULL"))
    guessed_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())


class CountryFigures(Base):
    """A table of the country's own figures, as the facilitator entered it."""

    __tablename__ = "country_figures"
    __table_args__ = (Index("ix_country_figures_workshop_id", "workshop_id"),)
    id: Mapped[str] = mapped_column(primary_key=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    title: Mapped[str]
    unit: Mapped[str]
    source: Mapped[str]
    year: Mapped[str]
    """When the figures are from: 2023, or 2019-2023."""
    note: Mapped[str] = mapped_column(Text)
    beside: Mapped[str | None]
    """The chart that it stands beside, as a panel of its own."""
    entered_by: Mapped[str]
    content: Mapped[dict[str, Any]]
    """The table itself: `engine.statistics_file.FigureTable`."""
    revision: Mapped[int] = mapped_column(default=1)
    """Goes up with every change, so that two windows do not undo each other's changes."""
    entered_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())
    changed_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())


class MediaItem(Base):
    """A file or a link that the facilitator added; it belongs to the server, and any workshop can use it."""

    __tablename__ = "media_item"
    id: Mapped[str] = mapped_column(primary_key=True)
    kind: Mapped[str]
    """One of `engine.media.kinds.KINDS`."""
    title: Mapped[str]
    file_name: Mapped[str] = mapped_column(default="")
    """The name that the file had on the facilitator's laptop; empty for a link."""
    stored_name: Mapped[str | None] = mapped_column(unique=True)
    """The name that it has in the media folder; None for a link."""
    bytes: Mapped[int] = mapped_column(BigInteger, default=0)
    mime_type: Mapped[str] = mapped_column(default="")
    address: Mapped[str] = mapped_column(Text, default="")
    """Where a link leads; empty for a file."""
    source: Mapped[str]
    licence: Mapped[str]
    added_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())


class MediaSubtitle(Base):
    """Subtitles of a video or an audio, in one language."""

    __tablename__ = "media_subtitle"
    media_id: Mapped[str] = mapped_column(ForeignKey("media_item.id", ondelete="CASCADE"), primary_key=True)
    language: Mapped[str] = mapped_column(primary_key=True)
    """The language as its readers write it: it stands in the player's menu."""
    text: Mapped[str] = mapped_column(Text)
    """WebVTT."""
    added_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())


class MediaAttachment(Base):
    """Where a workshop uses a medium. `ref` has no foreign key, since the project's own films are files."""

    __tablename__ = "media_attachment"
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True)
    place: Mapped[str] = mapped_column(primary_key=True)
    """`item:<id>` of the agenda, or `activity:<id>`."""
    ref: Mapped[str] = mapped_column(primary_key=True)
    """`media:<id>` or `film:<id>`."""
    attached_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())


class WorkshopDeck(Base):
    """What a workshop made of a deck of slides: their order, what is hidden, and where the presenter is."""

    __tablename__ = "workshop_deck"
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"), primary_key=True)
    deck_id: Mapped[str] = mapped_column(primary_key=True)
    slides: Mapped[list[str]] = mapped_column(JSON, default=list)
    """The ids of the slides in the workshop's order, its own among them; empty for the order of the deck."""
    hidden: Mapped[list[str]] = mapped_column(JSON, default=list)
    at: Mapped[str] = mapped_column(default="")
    """The slide that is presented; empty for the first."""
    started_at: Mapped[datetime | None]
    """When the presenter's clock began."""


class SlideText(Base):
    """What the facilitator wrote on a slide. Never changed, never deleted: the newest row counts.

    `id` is the revision, and `base`, `tab` and `number` are as in `Answer`.
    """

    __tablename__ = "slide_text"
    __table_args__ = (Index("ix_slide_text_place", "workshop_id", "deck_id", "slide_id", "field", "id"),)
    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=True)
    workshop_id: Mapped[str] = mapped_column(ForeignKey("workshop.id", ondelete="CASCADE"))
    deck_id: Mapped[str]
    slide_id: Mapped[str]
    field: Mapped[str]
    """`title`, `body`, `chart` or `notes`."""
    value: Mapped[str | None] = mapped_column(Text)
    """None for the deck's own text."""
    base: Mapped[int] = mapped_column(default=0)
    tab: Mapped[str] = mapped_column(default="", server_default="")
    number: Mapped[int] = mapped_column(BigInteger, default=0, server_default="0")
    saved_at: Mapped[datetime] = mapped_column(default=_now, server_default=func.current_timestamp())
