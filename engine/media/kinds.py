"""What a file is: recognised by its first bytes, and compared with the ending of its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from engine.language import _
from engine.workshop import WorkshopProblem

Kind = Literal["video", "audio", "picture", "pdf", "link"]
HEAD = 4096
"""Bytes at the beginning of a file that are enough to recognise it."""


@dataclass(frozen=True)
class FileType:
    """A type of file that the library takes."""

    kind: Kind
    mime_type: str
    endings: tuple[str, ...]
    """Of the file's name, the usual one first."""
    fits: Callable[[bytes], bool]
    """Whether a file that begins with these bytes is of this type."""

    @property
    def name(self) -> str:
        """The type as people call it, such as MP4."""
        return self.endings[0].removeprefix(".").upper()


def _begins(*marks: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(marks)


def _riff(form: bytes) -> Callable[[bytes], bool]:
    return lambda head: head[:4] == b"RIFF" and head[8:12] == form


def _matroska(name: bytes) -> Callable[[bytes], bool]:
    return lambda head: head.startswith(b"\x1aE\xdf\xa3") and name in head[:64]


def _brand(head: bytes) -> bytes:
    """The brand that a file of the MP4 family has at its beginning; empty for any other file."""
    return head[8:12] if head[4:8] == b"ftyp" else b""


def _is_mp4(head: bytes) -> bool:
    return _brand(head) not in (b"", b"qt  ", b"heic", b"heix", b"mif1", b"msf1", b"avif", b"avis")


def _is_mov(head: bytes) -> bool:
    """A file of the first years of QuickTime has no brand."""
    return _brand(head) == b"qt  " or head[4:8] in (b"moov", b"mdat", b"wide", b"pnot")


def _is_mp3(head: bytes) -> bool:
    """It begins with a tag (ID3), or at once with sound: eleven bits that are set, and a layer."""
    is_sound = len(head) > 2 and head[0] == 0xFF and head[1] & 0xE6 == 0xE2 and head[2] & 0xF0 not in (0x00, 0xF0)
    return head.startswith(b"ID3") or is_sound


TYPES = (
    FileType("video", "video/mp4", (".mp4", ".m4v"), _is_mp4),
    FileType("audio", "audio/mp4", (".m4a",), _is_mp4),
    FileType("video", "video/quicktime", (".mov", ".qt"), _is_mov),
    FileType("video", "video/webm", (".webm",), _matroska(b"webm")),
    FileType("video", "video/x-matroska", (".mkv",), _matroska(b"matroska")),
    FileType("video", "video/x-msvideo", (".avi",), _riff(b"AVI ")),
    FileType("audio", "audio/mpeg", (".mp3",), _is_mp3),
    FileType("audio", "audio/ogg", (".ogg", ".oga", ".opus"), _begins(b"OggS")),
    FileType("audio", "audio/wav", (".wav",), _riff(b"WAVE")),
    FileType("picture", "image/png", (".png",), _begins(b"\x89PNG\r\n\x1a\n")),
    FileType("picture", "image/jpeg", (".jpg", ".jpeg"), _begins(b"\xff\xd8\xff")),
    FileType("picture", "image/webp", (".webp",), _riff(b"WEBP")),
    FileType("picture", "image/gif", (".gif",), _begins(b"GIF87a", b"GIF89a")),
    FileType("pdf", "application/pdf", (".pdf",), _begins(b"%PDF-")),
)
ENDINGS = tuple(ending for found in TYPES for ending in found.endings)


def type_of(name: str, head: bytes) -> FileType:
    """Find out the type of a file.

    Args:
        name: the file's name on the facilitator's laptop.
        head: its first `HEAD` bytes, or all when it is shorter.

    Raises:
        WorkshopProblem: the library does not take such a file, or the name says another type than the bytes.
    """
    fitting = [found for found in TYPES if found.fits(head)]
    named = [found for found in fitting if name.lower().endswith(found.endings)]
    if named:
        return named[0]
    if fitting:
        said = _("This file is {type} inside, and its name does not end in {ending}. Rename it and choose it again.")
        raise WorkshopProblem(said.format(type=fitting[0].name, ending=fitting[0].endings[0]))
    if name.lower().endswith((".svg", ".svgz")):
        raise WorkshopProblem(_("An SVG picture can run scripts. Save it as PNG and choose that."))
    if name.lower().endswith(ENDINGS):
        said = _(
            "The name says {ending}, but the file is damaged or is something else. Open it on your computer first."
        )
        raise WorkshopProblem(said.format(ending=_ending(name)))
    said = _("The library takes video, audio, pictures and PDF: {types}. Save it as one of these.")
    raise WorkshopProblem(said.format(types=", ".join(found.name for found in TYPES)))


def _ending(name: str) -> str:
    return f".{name.rpartition('.')[2].lower()}"
