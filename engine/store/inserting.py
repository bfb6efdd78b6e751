"""Writing a row that may be there already."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from engine.store.tables import Table


def insert(db: Session, table: type[Table]) -> sqlite.Insert | postgresql.Insert:
    """Give an INSERT that can say what happens when the row is there: `on_conflict_do_nothing`, or `_do_update`."""
    return (sqlite if db.get_bind().dialect.name == "sqlite" else postgresql).insert(table)
