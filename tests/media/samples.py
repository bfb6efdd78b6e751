"""Files as people have them: the first bytes of each type, and a clip that a browser plays.

`clip.mp4` was made for these tests with ffmpeg: its test picture and a tone, twelve seconds, H.264 and AAC.
"""

import io
import wave
from pathlib import Path

from PIL import Image

CLIP = (Path(__file__).parent / "clip.mp4").read_bytes()
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"
PDF = b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n"
AVI = b"RIFF\x00\x10\x00\x00AVI LIST" + bytes(4000)
"""No browser plays it."""


def sound(seconds: float) -> bytes:
    """A WAV file that a browser plays: silence, 16,000 bytes a second."""
    written = io.BytesIO()
    with wave.open(written, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(bytes(2 * int(8000 * seconds)))
    return written.getvalue()


def picture(wide: int, high: int) -> bytes:
    """A PNG file that a browser shows."""
    written = io.BytesIO()
    Image.new("RGB", (wide, high), "teal").save(written, "PNG")
    return written.getvalue()


def _mp4(brand: bytes) -> bytes:
    return b"\x00\x00\x00\x20ftyp" + brand + bytes(12)


def _matroska(name: bytes) -> bytes:
    return b"\x1aE\xdf\xa3\xa3B\x86\x81\x01B\xf7\x81\x01B\xf2\x81\x04B\xf3\x81\x08B\x82\x88" + name + bytes(20)


HEADS = {
    "film.mp4": ("video", "video/mp4", CLIP[:4096]),
    "film.M4V": ("video", "video/mp4", _mp4(b"M4V ")),
    "voice.m4a": ("audio", "audio/mp4", _mp4(b"M4A ")),
    "phone.mov": ("video", "video/quicktime", _mp4(b"qt  ")),
    "old.mov": ("video", "video/quicktime", b"\x00\x00\x00\x08wide\x00\x00\x00\x00mdat"),
    "screen.webm": ("video", "video/webm", _matroska(b"webm")),
    "film.mkv": ("video", "video/x-matroska", _matroska(b"matroska")),
    "film.avi": ("video", "video/x-msvideo", AVI),
    "song.mp3": ("audio", "audio/mpeg", b"ID3\x04\x00\x00\x00\x00\x00\x00"),
    "bare.mp3": ("audio", "audio/mpeg", b"\xff\xfb\x90\x64" + bytes(20)),
    "talk.ogg": ("audio", "audio/ogg", b"OggS\x00\x02"),
    "talk.opus": ("audio", "audio/ogg", b"OggS\x00\x02"),
    "talk.wav": ("audio", "audio/wav", b"RIFF\x24\x00\x00\x00WAVEfmt "),
    "map.png": ("picture", "image/png", PNG),
    "photo.JPG": ("picture", "image/jpeg", b"\xff\xd8\xff\xe0\x00\x10JFIF"),
    "photo.jpeg": ("picture", "image/jpeg", b"\xff\xd8\xff\xe1"),
    "map.webp": ("picture", "image/webp", b"RIFF\x24\x00\x00\x00WEBPVP8 "),
    "map.gif": ("picture", "image/gif", b"GIF89a"),
    "law.pdf": ("pdf", "application/pdf", PDF),
}
"""name -> kind, type, first bytes."""

SRT = "1\n00:00:00,500 --> 00:00:02,000\nHello.\n\n2\n00:00:02,000 --> 00:00:04,250\n<i>Two</i>\nlines.\n"
