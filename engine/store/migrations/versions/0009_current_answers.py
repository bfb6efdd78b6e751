"""What each field holds now stands beside its history, and a change knows which page sent it"""

import sqlalchemy as sa
from alembic import op

from engine.store.tables import UtcTime

revision = "0009"
down_revision = "0008"

FILL = """
INSERT INTO current_answer
(workshop_id, activity_id, group_id, sheet, field, value, revision, first, participant_id, saved_at)
SELECT a.workshop_id, a.activity_id, a.group_id, a.sheet, a.field, a.value, a.id, e.first, a.participant_id, a.saved_at
"""
NEWEST = """
FROM (SELECT max(id) AS last, min(id) AS first FROM answer
GROUP BY workshop_id, activity_id, group_id, sheet, field) AS e JOIN answer AS a ON a.id = e.last
"""


def upgrade() -> None:
    for table in ("answer", "slide_text"):
        op.add_column(table, sa.Column("tab", sa.String(), server_default="", nullable=False))
        op.add_column(table, sa.Column("number", sa.BigInteger(), server_default="0", nullable=False))
    sent = sa.text("tab <> ''")
    op.create_index("ix_answer_tab", "answer", ["tab", "field", "number"], sqlite_where=sent, postgresql_where=sent)
    op.create_table(
        "current_answer",
        *(sa.Column(name, sa.String(), nullable=False) for name in ("workshop_id", "activity_id", "group_id")),
        *(sa.Column(name, sa.String(), nullable=False) for name in ("sheet", "field")),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("first", sa.Integer(), nullable=False),
        sa.Column("participant_id", sa.String(), nullable=True),
        sa.Column("saved_at", UtcTime(timezone=True), nullable=False),
        _points("workshop_id", "workshop.id", "CASCADE"),
        _points("group_id", "workshop_group.id", "CASCADE"),
        _points("participant_id", "participant.id", "SET NULL"),
        sa.PrimaryKeyConstraint(
            "workshop_id", "activity_id", "group_id", "sheet", "field", name=op.f("pk_current_answer")
        ),
    )
    op.execute(FILL + NEWEST)


def _points(column: str, to: str, ondelete: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [to], name=op.f(f"fk_current_answer_{column}"), ondelete=ondelete)


def downgrade() -> None:
    op.drop_table("current_answer")
    op.drop_index("ix_answer_tab", "answer")
    for table in ("answer", "slide_text"):
        op.drop_column(table, "number")
        op.drop_column(table, "tab")
