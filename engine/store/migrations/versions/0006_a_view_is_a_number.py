"""A page turn could store that the plenary shows no view at all: the first one is shown instead"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    workshop = sa.table("workshop", sa.column("id", sa.String), sa.column("screen", sa.JSON))
    db = op.get_bind()
    for row in db.execute(sa.select(workshop)).all():
        if isinstance(row.screen, dict) and not isinstance(row.screen.get("view", 0), int):
            change = workshop.update().where(workshop.c.id == row.id)
            db.execute(change.values(screen=row.screen | {"view": 0}))


def downgrade() -> None:
    """Nothing to undo: an older version reads a number too."""
