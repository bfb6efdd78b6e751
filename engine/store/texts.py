"""Texts that a database can hold."""


def can_be_kept(text: str) -> bool:
    """Tell whether a database takes a text: PostgreSQL knows no NUL, and half a surrogate pair has no bytes."""
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
