"""Writing a row that may be there already."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from engine.store.tables import Base


def insert(db: Session, table: type[Base]) -> sqlite.Insert | postgresql.Insert:
    """An INSERT that can say what happens when the row exists: `on_conflict_do_nothing` or `on_conflict_do_update`."""
    is_sqlite = db.get_bind().dialect.name == "sqlite"
    return sqlite.insert(table) if is_sqlite else postgresql.insert(table)
