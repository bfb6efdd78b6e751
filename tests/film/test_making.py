"""Making a film anew, with the ffmpeg that the requirements of the tests bring."""

from pathlib import Path

import pytest

from engine.film import making
from engine.film.making import NoFfmpeg, make
from tests.real_content import LIBRARY


@pytest.mark.parametrize("name", list(LIBRARY.films))
def test_two_seconds_are_made_and_the_same_each_time(tmp_path: Path, name: str):
    made = []
    for turn in ("first", "second"):
        (folder := tmp_path / turn).mkdir()
        make(LIBRARY, LIBRARY.films[name], folder, seconds=2, height=180)
        made.append((folder / f"{name}.mp4").read_bytes())
        assert (folder / f"{name}.vtt").read_text(encoding="utf-8").startswith("WEBVTT")
    assert made[0] == made[1]
    assert b"ftyp" in made[0][:12]


def test_without_ffmpeg_it_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(making.shutil, "which", lambda _name: None)
    monkeypatch.setattr(making, "_packaged", lambda: None)
    with pytest.raises(NoFfmpeg, match="requirements-dev"):
        make(LIBRARY, next(iter(LIBRARY.films.values())), tmp_path, seconds=1)
