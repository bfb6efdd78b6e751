"""The word of the form that took a seat"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.add_column("participant", sa.Column("join_word", sa.String(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("participant") as table:  # an older SQLite takes no column away
        table.drop_column("join_word")
