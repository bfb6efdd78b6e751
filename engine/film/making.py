"""Makes a film: its frames go to ffmpeg one by one, and its subtitles into a file beside it."""

import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from PIL import Image

from engine.content import Film, Library, Scene
from engine.content.film import in_lines
from engine.film.board import HEIGHT, WIDTH
from engine.film.scenes import draw, is_still

RATE = 24
"""Frames a second."""
FADE = 0.4
"""Seconds in which a scene fades in."""


class NoFfmpeg(Exception):
    """ffmpeg, the program that packs the frames into a film, is not installed."""


def make(library: Library, film: Film, folder: Path, *, seconds: float | None = None, height: int = HEIGHT) -> None:
    """Write `<id>.mp4`, `<id>.vtt` and `<id>.jpg` into a folder.

    Args:
        library: where its charts, cases and sources are.
        film: the storyboard.
        folder: where the files go.
        seconds: how much of the film to make; all of it when not given.
        height: of the picture in pixels; a draft is quicker when it is small.

    Raises:
        NoFfmpeg: ffmpeg is not installed.
    """
    (folder / f"{film.id}.vtt").write_text(as_vtt(film), encoding="utf-8")
    first = film.scenes[0]
    draw(library, first, first.seconds - 1).finished().save(folder / f"{film.id}.jpg", quality=85, optimize=True)
    wide = round(height * WIDTH / HEIGHT / 2) * 2
    part = folder / f"{film.id}.part.mp4"  # so that a film that was there stays until this one is whole
    with subprocess.Popen(_command(part, wide, height), stdin=subprocess.PIPE) as packing:
        assert packing.stdin
        for frame in _frames(library, film, seconds or film.seconds, (wide, height)):
            packing.stdin.write(frame)
    if packing.returncode:
        raise OSError(f"ffmpeg ended with {packing.returncode}")
    part.replace(folder / f"{film.id}.mp4")


def _command(file: Path, wide: int, height: int) -> list[str]:
    program = shutil.which("ffmpeg") or _packaged()
    if program is None:
        raise NoFfmpeg("ffmpeg is not installed: pip install -r requirements-dev.txt brings it")
    packed = "-c:v libx264 -preset slow -crf 22 -tune animation -pix_fmt yuv420p -g 48 -movflags +faststart"
    plain = "-map_metadata -1 -fflags +bitexact -flags:v +bitexact"
    given = f"-y -loglevel error -f rawvideo -pix_fmt rgb24 -s {wide}x{height} -r {RATE} -i -"
    return [program, *given.split(), *packed.split(), *plain.split(), str(file)]


def _packaged() -> str | None:
    """The ffmpeg of a Python package, which only those who make films install."""
    try:
        from imageio_ffmpeg import get_ffmpeg_exe
    except ImportError:
        return None
    return str(get_ffmpeg_exe())


def _frames(library: Library, film: Film, seconds: float, size: tuple[int, int]) -> Iterator[bytes]:
    left = round(seconds * RATE)
    for scene in film.scenes:
        frame = b""
        for n in range(min(left, scene.seconds * RATE)):
            t = n / RATE
            if not frame or not is_still(scene, t):
                frame = _frame(library, scene, t, size)
            yield frame
        left -= min(left, scene.seconds * RATE)


def _frame(library: Library, scene: Scene, t: float, size: tuple[int, int]) -> bytes:
    board = draw(library, scene, t)
    picture = board.finished()
    if t < FADE:
        picture = Image.blend(Image.new("RGB", picture.size, board.ground), picture, t / FADE)
    return (picture if picture.size == size else picture.resize(size)).tobytes()


def as_vtt(film: Film) -> str:
    cues = (f"{_clock(begins)} --> {_clock(ends)}\n" + "\n".join(in_lines(text)) for begins, ends, text in film.cues())
    return "WEBVTT\n\n" + "\n\n".join(cues) + "\n"


def _clock(seconds: float) -> str:
    whole = round(seconds * 1000)
    return f"{whole // 3_600_000:02}:{whole // 60_000 % 60:02}:{whole // 1000 % 60:02}.{whole % 1000:03}"
