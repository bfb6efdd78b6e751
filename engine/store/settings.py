"""What the server remembers about itself."""

from collections.abc import Callable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from engine.store.database import Database
from engine.store.inserting import insert
from engine.store.tables import Setting

PASSWORD = "password"
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
    if value is None:
        db.execute(delete(Setting).where(Setting.name == name))
    else:
        put = insert(db, Setting).values(name=name, value=value)
        db.execute(put.on_conflict_do_update(index_elements=[Setting.name], set_={"value": value}))


def setting_or_new(database: Database, name: str, make: Callable[[], str]) -> str:
    """Give a setting, and make it on first use; all processes that ask at once get the same."""
    with database.read() as db:
        if (value := setting(db, name)) is not None:
            return value
    with database.write() as db:
        db.execute(insert(db, Setting).values(name=name, value=make()).on_conflict_do_nothing())
    with database.read() as db:
        return setting(db, name) or ""
