"""Texts that a database can hold."""


def can_be_kept(text: str) -> bool:
    """PostgreSQL takes no NUL, and half a surrogate pair cannot be encoded."""
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
