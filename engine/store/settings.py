"""What the server remembers about itself."""

from collections.abc import Callable

from sqlalchemy import select
from sqlalchemy.orm import Session

from engine.store.database import Database
from engine.store.tables import Setting

PASSWORD = "password"  # noqa: S105
"""The facilitator's password, hashed."""
SETUP = "setup"
"""The one-time word of the link with which the password is set."""
COOKIE_KEY = "cookie_key"
"""Signs the cookies."""
WORKSHOP = "workshop"
"""The workshop that the facilitator has on the screen."""


def setting(db: Session, name: str) -> str | None:
    """Give a setting, or None."""
    return db.scalar(select(Setting.value).where(Setting.name == name))


def put_setting(db: Session, name: str, value: str | None) -> None:
    """Write a setting; None forgets it."""
    row = db.get(Setting, name)
    if value is None:
        if row:
            db.delete(row)
    elif row:
        row.value = value
    else:
        db.add(Setting(name=name, value=value))


def setting_or_new(database: Database, name: str, make: Callable[[], str]) -> str:
    """Give a setting, and make it on first use."""
    with database.reading() as db:
        if (value := setting(db, name)) is not None:
            return value
    with database.writing() as db:
        if (value := setting(db, name)) is None:
            put_setting(db, name, value := make())
        return value
