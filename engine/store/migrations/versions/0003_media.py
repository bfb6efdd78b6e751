"""The media library"""

import sqlalchemy as sa
from alembic import op

from engine.store.tables import UtcTime

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "media_item",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("file_name", sa.String(), nullable=False),
        sa.Column("stored_name", sa.String(), nullable=True),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("mime_type", sa.String(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("licence", sa.String(), nullable=False),
        sa.Column("added_at", UtcTime(timezone=True), server_default=sa.func.current_timestamp(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_media_item")),
        sa.UniqueConstraint("stored_name", name=op.f("uq_media_item_stored_name")),
    )
    op.create_table(
        "media_subtitle",
        sa.Column("media_id", sa.String(), nullable=False),
        sa.Column("language", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("added_at", UtcTime(timezone=True), server_default=sa.func.current_timestamp(), nullable=False),
        sa.ForeignKeyConstraint(
            ["media_id"], ["media_item.id"], name=op.f("fk_media_subtitle_media_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("media_id", "language", name=op.f("pk_media_subtitle")),
    )
    op.create_table(
        "media_attachment",
        sa.Column("workshop_id", sa.String(), nullable=False),
        sa.Column("place", sa.String(), nullable=False),
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("attached_at", UtcTime(timezone=True), server_default=sa.func.current_timestamp(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workshop_id"], ["workshop.id"], name=op.f("fk_media_attachment_workshop_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("workshop_id", "place", "ref", name=op.f("pk_media_attachment")),
    )


def downgrade() -> None:
    op.drop_table("media_attachment")
    op.drop_table("media_subtitle")
    op.drop_table("media_item")
