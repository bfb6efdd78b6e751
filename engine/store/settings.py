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
"""The key that signs the cookies."""
WORKSHOP = "workshop"
"""The id of the workshop on the facilitator's screen."""


def setting(db: Session, name: str) -> str | None:
    return db.scalar(select(Setting.value).where(Setting.name == name))


def put_setting(db: Session, name: str, value: str | None) -> None:
    """None removes the setting."""
    if value is None:
        db.execute(delete(Setting).where(Setting.name == name))
    else:
        put = insert(db, Setting).values(name=name, value=value)
        db.execute(put.on_conflict_do_update(index_elements=[Setting.name], set_={"value": value}))


def setting_or_new(database: Database, name: str, make: Callable[[], str]) -> str:
    """A setting, made on first use; all processes that ask at once get the same value."""
    with database.read() as db:
        if (value := setting(db, name)) is not None:
            return value
    with database.write() as db:
        db.execute(insert(db, Setting).values(name=name, value=make()).on_conflict_do_nothing())
    with database.read() as db:
        return setting(db, name) or ""
