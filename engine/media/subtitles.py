"""Subtitles: SubRip (.srt) and WebVTT (.vtt) files become WebVTT; a problem is reported with its line."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from sqlalchemy import delete, select

from engine.language import _
from engine.live import topics
from engine.media.shelf import gone_from_library
from engine.server import Server
from engine.store import MediaItem, MediaSubtitle
from engine.store.news import tell
from engine.store.texts import can_be_kept
from engine.workshop import WorkshopProblem
from engine.workshop.typed import clean_line

LIMIT = 2_000_000
"""In bytes; the subtitles of a film of two hours have about 100,000."""
LANGUAGE_LIMIT = 40
_MOMENT = r"(?:(\d{1,3}):)?([0-5]?\d):([0-5]?\d)[.,](\d{1,3})"
_TIMING = re.compile(rf"\s*{_MOMENT}\s*-->\s*{_MOMENT}(?:\s+(\S.*))?\s*")
_ALMOST = re.compile(r"\s*\d+:\d\d[:.,]\d.*(?:[-–—>]|\d:\d\d)")
"""A line that looks like a timing, and may have a mistake in it."""
_SETTINGS = re.compile(r"(?:vertical|line|position|size|align|region):\S+")
_NO_CUES = ("WEBVTT", "NOTE", "STYLE", "REGION")


@dataclass
class _Cue:
    starts: int
    """Milliseconds from the beginning, as for `ends`."""
    ends: int
    settings: str
    lines: list[str] = field(default_factory=list)


def as_vtt(raw: bytes) -> str:
    """The subtitles of a file as WebVTT: its cues in order, and nothing else.

    Raises:
        WorkshopProblem: it is no such file, or a timing is wrong; the message names the line.
    """
    text = _decoded(raw)
    cues: list[_Cue] = []
    for first, block in _blocks(text.split("\n")):
        if not block[0].startswith(_NO_CUES):
            _read_block(block, first, cues)
    if not cues:
        raise WorkshopProblem(_("There are no subtitles in this file. Choose a file that ends in .srt or .vtt."))
    return "WEBVTT\n\n" + "\n".join(_written(cue) for cue in cues)


def _decoded(raw: bytes) -> str:
    if len(raw) > LIMIT:
        raise WorkshopProblem(_("This file is too long for subtitles. Choose a file that ends in .srt or .vtt."))
    coding = "utf-16" if raw[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = raw.decode(coding)
    except UnicodeDecodeError:
        raise WorkshopProblem(_("The letters of this file cannot be read. Save it with the encoding UTF-8.")) from None
    return text.replace("\x00", "\ufffd").replace("\r\n", "\n").replace("\r", "\n")


def _blocks(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    """What stands between empty lines, with the number of its first line."""
    block: list[str] = []
    for number, line in enumerate([*lines, ""], start=1):
        if line.strip():
            block.append(line)
        elif block:
            yield number - len(block), block
            block = []


def _read_block(block: list[str], first: int, cues: list[_Cue]) -> None:
    """Read one block; text after an empty line still belongs to the cue before it."""
    for place, line in enumerate(block):
        number = first + place
        if "-->" in line:
            if place and cues and cues[-1].lines[-1:] == [block[place - 1]]:
                cues[-1].lines.pop()  # the name or number of this cue
            cues.append(_cue(line, number))
        elif _ALMOST.match(line) or (not cues and not _is_named(block, place)):
            raise _wrong(number, line)
        elif not (place == 0 and _is_named(block, place)):
            cues[-1].lines.append(line.strip())


def _is_named(block: list[str], place: int) -> bool:
    """Whether the next line is a timing, or was meant to be one: then this line is the number or the name of a cue."""
    return place + 1 < len(block) and ("-->" in block[place + 1] or bool(_ALMOST.match(block[place + 1])))


def _cue(line: str, number: int) -> _Cue:
    if not (found := _TIMING.fullmatch(line)):
        raise _wrong(number, line)
    starts, ends = _milliseconds(*found.groups()[:4]), _milliseconds(*found.groups()[4:8])
    if ends <= starts:
        said = _("Line {number}: this subtitle ends before it begins. Correct it and choose the file again.")
        raise WorkshopProblem(said.format(number=number))
    return _Cue(starts, ends, " ".join(_SETTINGS.findall(found[9] or "")))


def _milliseconds(hours: str | None, minutes: str, seconds: str, rest: str) -> int:
    return ((int(hours or 0) * 60 + int(minutes)) * 60 + int(seconds)) * 1000 + int(rest.ljust(3, "0"))


def _wrong(number: int, line: str) -> WorkshopProblem:
    said = _("Line {number} should be a timing such as {example}. It is: {line}")
    return WorkshopProblem(said.format(number=number, example="00:00:01,000 --> 00:00:04,000", line=line.strip()[:80]))


def _written(cue: _Cue) -> str:
    settings = f" {cue.settings}" if cue.settings else ""
    return "\n".join([f"{_clock(cue.starts)} --> {_clock(cue.ends)}{settings}", *cue.lines, ""])


def _clock(moment: int) -> str:
    seconds, rest = divmod(moment, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"


def put_subtitles(server: Server, media_id: str, language: str, raw: bytes) -> None:
    """Add subtitles in a language to a video or an audio; they replace those that it had in this language.

    Raises:
        WorkshopProblem: the language is missing, the file is no sound subtitles, or the medium is gone.
    """
    language = clean_line(language, _("Say in which language the subtitles are."), LANGUAGE_LIMIT)
    text = as_vtt(raw)
    with server.database.write() as db:
        item = db.get(MediaItem, media_id, with_for_update={"key_share": True})
        if item is None or item.kind not in ("video", "audio"):
            raise gone_from_library()
        db.merge(MediaSubtitle(media_id=media_id, language=language, text=text))
        tell(db, topics.media())


def remove_subtitles(server: Server, media_id: str, language: str) -> None:
    with server.database.write() as db:
        which = (MediaSubtitle.media_id == media_id) & (MediaSubtitle.language == language)
        db.execute(delete(MediaSubtitle).where(which))
        tell(db, topics.media())


def subtitles_of(server: Server) -> dict[str, list[str]]:
    """Media id -> the languages of its subtitles, the first added first."""
    found: dict[str, list[str]] = {}
    with server.database.read() as db:
        rows = db.execute(select(MediaSubtitle.media_id, MediaSubtitle.language).order_by(MediaSubtitle.added_at))
        for media_id, language in rows:
            found.setdefault(media_id, []).append(language)
    return found


def subtitle_text(server: Server, media_id: str, language: str) -> str | None:
    """The subtitles in one language, as WebVTT; None when there are none."""
    if not (can_be_kept(media_id) and can_be_kept(language)):
        return None
    with server.database.read() as db:
        found = db.get(MediaSubtitle, (media_id, language))
        return found.text if found else None
