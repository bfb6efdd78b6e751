"""Guesses, and the country's own figures"""

import sqlalchemy as sa
from alembic import op

from engine.store.tables import UtcTime

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "asked_question",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("workshop_id", sa.String(), nullable=False),
        sa.Column("question_id", sa.String(), nullable=False),
        sa.Column("asked_at", UtcTime(timezone=True), server_default=sa.func.current_timestamp(), nullable=False),
        sa.Column("revealed_at", UtcTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_asked_question_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asked_question")),
    )
    op.create_index("ix_asked_question_workshop_id", "asked_question", ["workshop_id", "id"])
    op.create_table(
        "guess",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("asked_id", sa.Integer(), nullable=False),
        sa.Column("group_id", sa.String(), nullable=False),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("participant_id", sa.String(), nullable=True),
        sa.Column("guessed_at", UtcTime(timezone=True), server_default=sa.func.current_timestamp(), nullable=False),
        sa.ForeignKeyConstraint(
            ["asked_id"], ["asked_question.id"], name=op.f("fk_guess_asked_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["group_id"], ["workshop_group.id"], name=op.f("fk_guess_group_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["participant_id"], ["participant.id"], name=op.f("fk_guess_participant_id"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guess")),
    )
    op.create_index("ix_guess_place", "guess", ["asked_id", "group_id", "id"])
    op.create_table(
        "country_figures",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("workshop_id", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("unit", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("year", sa.String(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("beside", sa.String(), nullable=True),
        sa.Column("entered_by", sa.String(), nullable=False),
        sa.Column("content", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("entered_at", UtcTime(timezone=True), server_default=sa.func.current_timestamp(), nullable=False),
        sa.Column("changed_at", UtcTime(timezone=True), server_default=sa.func.current_timestamp(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_country_figures_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_country_figures")),
    )
    op.create_index("ix_country_figures_workshop_id", "country_figures", ["workshop_id"])


def downgrade() -> None:
    for table in ("country_figures", "guess", "asked_question"):
        op.drop_table(table)
