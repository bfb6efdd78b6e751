"""Equal copies of the content are stored once, whichever workshops have them"""

from hashlib import sha256

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

NUMBER = '{"format":2,'
"""How a copy of this version begins; an earlier one knows no number, and the rest is the same."""


def upgrade() -> None:
    op.create_table(
        "content_copy",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_content_copy")),
    )
    op.add_column("workshop", sa.Column("copy_id", sa.String(), nullable=True))
    workshop, copy = _tables()
    db = op.get_bind()
    for workshop_id in db.scalars(sa.select(workshop.c.id)).all():  # one at a time: each text is long
        here = workshop.c.id == workshop_id
        text = db.scalars(sa.select(workshop.c.content).where(here)).one()
        copy_id = sha256(text.encode()).hexdigest()
        if db.scalar(sa.select(copy.c.id).where(copy.c.id == copy_id)) is None:
            db.execute(copy.insert().values(id=copy_id, text=text))
        db.execute(workshop.update().where(here).values(copy_id=copy_id))
    with op.batch_alter_table("workshop") as table:
        table.alter_column("copy_id", existing_type=sa.String(), nullable=False)
        table.create_foreign_key(op.f("fk_workshop_copy_id"), "content_copy", ["copy_id"], ["id"])
        table.drop_column("content")


def downgrade() -> None:
    op.add_column("workshop", sa.Column("content", sa.Text(), nullable=True))
    workshop, copy = _tables()
    db = op.get_bind()
    for copy_id in db.scalars(sa.select(copy.c.id)).all():
        text = db.scalars(sa.select(copy.c.text).where(copy.c.id == copy_id)).one()
        content = "{" + text.removeprefix(NUMBER) if text.startswith(NUMBER) else text
        db.execute(workshop.update().where(workshop.c.copy_id == copy_id).values(content=content))
    with op.batch_alter_table("workshop") as table:
        table.alter_column("content", existing_type=sa.Text(), nullable=False)
        table.drop_constraint(op.f("fk_workshop_copy_id"), type_="foreignkey")
        table.drop_column("copy_id")
    op.drop_table("content_copy")


def _tables() -> tuple[sa.TableClause, sa.TableClause]:
    """The two tables as they are while the texts are moved."""
    workshop = sa.table("workshop", *(sa.column(name, sa.String) for name in ("id", "content", "copy_id")))
    return workshop, sa.table("content_copy", sa.column("id", sa.String), sa.column("text", sa.Text))
