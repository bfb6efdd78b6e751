"""The folder of the media files, beside the database, and how a file gets in and out of it whole.

A file that is not yet, or no longer, in the library has the ending `.part`. It gets its own name after its row is in
the database, and loses it before the row is deleted. So wherever the program was killed, the row decides about a
`.part`: with a row, the file is whole and gets its name; without one, it is thrown away.
"""

import errno
import os
import shutil
import sys
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from engine.store.database import ROOT, Database

PART = ".part"
RESERVE = 200_000_000
"""Bytes of the disk that no upload may take: the answers of the room need space too."""


def media_folder(database: Database) -> Path:
    """`MEDIA_DIR`, or `media` beside the SQLite file, or `data/media` beside app.py."""
    if chosen := os.environ.get("MEDIA_DIR"):
        return Path(chosen)
    file = database.engine.url.database if database.is_sqlite else None
    return (Path(file).parent if file else ROOT / "data") / "media"


def free_bytes(folder: Path) -> int:
    """The bytes that an upload may still take; 0 when the disk is nearly full."""
    folder.mkdir(parents=True, exist_ok=True)
    return max(0, shutil.disk_usage(folder).free - RESERVE)


class Incoming:
    """A file that is being uploaded; leaving the `with` block without `keep` throws it away."""

    def __init__(self, folder: Path, stored_name: str) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.bytes, self._is_kept = 0, False
        self._folder, self._name = folder, stored_name
        self._file = (folder / (stored_name + PART)).open("xb")
        _hold(self._file)

    def __enter__(self) -> "Incoming":
        return self

    def __exit__(self, *_error: object) -> None:
        self._file.close()
        if not self._is_kept:
            (self._folder / (self._name + PART)).unlink(missing_ok=True)

    def write(self, piece: bytes) -> None:
        """Write the next bytes.

        Raises:
            OSError: the disk is full (`errno.ENOSPC`) or broken.
        """
        self.bytes += len(piece)
        if len(piece) > free_bytes(self._folder):
            raise OSError(errno.ENOSPC, "the disk is nearly full")
        self._file.write(piece)

    def settle(self) -> None:
        """Wait until all bytes are on the disk, so that the row may be written."""
        self._file.flush()
        os.fsync(self._file.fileno())

    def keep(self) -> None:
        """Rename the file from `.part` to its own name, after its row is in the database."""
        self._is_kept = True
        self._file.close()
        put_in(self._folder, self._name)


def put_in(folder: Path, stored_name: str) -> None:
    """Rename a whole `.part` to its own name, and wait until the new name is on the disk."""
    (folder / (stored_name + PART)).replace(folder / stored_name)
    _settle_names(folder)


def take_out(folder: Path, stored_name: str) -> None:
    """Rename a file to `.part`, before its row is deleted; `put_in` takes this back.

    Raises:
        OSError: somebody is playing the file, and Windows does not rename an open one.
    """
    with suppress(FileNotFoundError):
        (folder / stored_name).replace(folder / (stored_name + PART))


def throw_away(folder: Path, stored_name: str) -> None:
    """Delete a file that was taken out; what cannot be deleted now is deleted at the next start."""
    with suppress(OSError):
        (folder / (stored_name + PART)).unlink()


def clear(folder: Path, stored_names: Collection[str]) -> None:
    """Put in, or throw away, each `.part` that a killed program left; those of a running program stay."""
    for part in folder.glob(f"*{PART}"):
        name = part.name.removesuffix(PART)
        with suppress(OSError):
            if _is_held(part):
                continue
            if name in stored_names:
                put_in(folder, name)
            else:
                part.unlink()


def _hold(file: BinaryIO) -> None:
    """Lock a file for this program alone; the system unlocks it when the program dies.

    Raises:
        BlockingIOError: another program holds it.
    """
    if sys.platform != "win32":  # Windows deletes and renames no open file anyway
        import fcntl

        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _is_held(path: Path) -> bool:
    try:
        with path.open("rb") as file:
            _hold(file)
    except BlockingIOError:
        return True
    return False


def _settle_names(folder: Path) -> None:
    """Wait until the names in a folder are on the disk too."""
    if sys.platform != "win32":
        names = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(names)
        finally:
            os.close(names)
