"""Brings the tables up to date, with Alembic."""

from threading import Lock

from alembic import command
from alembic.config import Config
from sqlalchemy import Engine

from engine.store.schema_version import MIGRATIONS

_one_migration = Lock()


def migrations(engine: Engine) -> Config:
    """Alembic's settings, without an `alembic.ini`."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["engine"] = engine
    return config


def migrate(engine: Engine) -> None:
    """Bring the tables up to date; Alembic keeps its state for the whole process, so one at a time."""
    with _one_migration:
        command.upgrade(migrations(engine), "head")
