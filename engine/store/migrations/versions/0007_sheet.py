"""An answer stands on a sheet: the column has the name that the program uses"""

from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    op.execute("ALTER TABLE answer RENAME COLUMN case_study_id TO sheet")


def downgrade() -> None:
    op.execute("ALTER TABLE answer RENAME COLUMN sheet TO case_study_id")
