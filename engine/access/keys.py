"""The facilitator's password, the one-time link that sets it, and the key that signs cookies."""

import secrets
import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerifyMismatchError
from sqlalchemy import select

from engine.language import _
from engine.server import Server
from engine.store import Setting
from engine.store.settings import COOKIE_KEY, PASSWORD, SETUP, put_setting, setting, setting_or_new
from engine.workshop import WorkshopProblem

SHORTEST = 8
LONGEST = 200
_hasher = PasswordHasher()


def cookie_key(server: Server) -> str:
    """The key that signs cookies; made on first use, then kept, so that cookies outlive a restart."""
    server.secret = server.secret or setting_or_new(server.database, COOKIE_KEY, lambda: secrets.token_urlsafe(32))
    return server.secret


def password_is_set(server: Server) -> bool:
    with server.database.read() as db:
        return setting(db, PASSWORD) is not None


def setup_word(server: Server) -> str:
    """The word in the one-time link; it is valid until a password is set with it."""
    return setting_or_new(server.database, SETUP, lambda: secrets.token_urlsafe(16))


def set_password(server: Server, word: str, password: str) -> None:
    """Set the facilitator's password with the word of the one-time link, which is no longer valid after that.

    Raises:
        WorkshopProblem: the link was used already or is wrong, or the password is too short or too long.
    """
    if not SHORTEST <= len(password) <= LONGEST:
        raise WorkshopProblem(_("Choose a password of {low} to {high} characters.").format(low=SHORTEST, high=LONGEST))
    hashed = _hasher.hash(_bytes(password))
    with server.database.write() as db:
        kept = db.scalar(select(Setting.value).where(Setting.name == SETUP).with_for_update())
        if not kept or not secrets.compare_digest(kept.encode(), _bytes(word)):
            raise WorkshopProblem(_("This link was used already. Sign in, or run: python -m engine new-password"))
        put_setting(db, PASSWORD, hashed)
        put_setting(db, SETUP, None)


def _bytes(typed: str) -> bytes:
    """The same bytes from all keyboards: some send `é` as one character, some as two."""
    return unicodedata.normalize("NFC", typed).encode("utf-8", "surrogatepass")


def password_fits(server: Server, password: str) -> bool:
    with server.database.read() as db:
        hashed = setting(db, PASSWORD)
    try:
        return bool(hashed) and _hasher.verify(hashed or "", _bytes(password))
    except (VerifyMismatchError, InvalidHashError):
        return False


def password_mark(server: Server) -> str:
    """A mark of the present password: when it changes, all signed-in browsers must sign in again."""
    with server.database.read() as db:
        return (setting(db, PASSWORD) or "")[-16:]


def forget_password(server: Server) -> str:
    """Forget the password; the result is the word of a new one-time link."""
    with server.database.write() as db:
        put_setting(db, PASSWORD, None)
        put_setting(db, SETUP, None)
    return setup_word(server)
