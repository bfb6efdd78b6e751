"""Where files come into the library and are played from."""

import asyncio
import errno
import os
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import httpx
import pytest

from engine.access.cookies import SEAT
from engine.media import folder as folders
from engine.media.attaching import attach
from engine.media.folder import media_folder
from engine.media.shelf import all_items, remove
from engine.media.subtitles import subtitles_of
from engine.workshop import Playing, join, show_instead
from tests.media.samples import AVI, CLIP, HEADS, PDF, SRT
from tests.routes.asking import ORIGIN, Laptop
from tests.routes.conftest import House
from tests.sample_content import CASES, open_sample

ABOUT = {"title": "A film", "source": "Filmed by us", "licence": "CC BY 4.0"}


def send(
    laptop: Laptop, body: Any, name: str = "film.mp4", path: str = "/uploads", origin: str = ORIGIN, **said: str
) -> httpx.Response:
    """Send a file as the page does."""
    return laptop.ask("POST", path, params=ABOUT | {"name": name} | said, content=body, headers={"origin": origin})


def files(house: House) -> list[str]:
    return sorted(path.name for path in media_folder(house.server.database).glob("*"))


def refused(house: House, response: httpx.Response, said: str) -> None:
    """Hold that it was refused with a sentence, and left nothing."""
    assert said in response.json()["problem"], response.text
    assert response.status_code == (200 if response.url.path.endswith("/ask") and "Only the" not in said else 409)
    assert files(house) == [] and all_items(house.server) == []


@pytest.fixture
def film(house: House) -> str:
    """The address of a clip that the facilitator added, and that belongs to no workshop yet."""
    house.boss = house.facilitator()  # type: ignore[attr-defined]
    return f"/uploads/{send(house.boss, CLIP).json()['id']}"  # type: ignore[attr-defined]


def test_a_file_comes_in_and_is_played(house: House) -> None:
    boss = house.facilitator()
    assert send(boss, CLIP[:4096], path="/uploads/ask", bytes=str(len(CLIP))).json() == {}
    assert files(house) == []  # it was only asked
    media_id = send(boss, CLIP, name="../../ملف الفيلم.mp4").json()["id"]
    (item,) = all_items(house.server)
    assert (item.id, item.bytes, item.kind, item.mime_type) == (media_id, len(CLIP), "video", "video/mp4")
    assert files(house) == [f"{media_id}.mp4"]
    found = boss.get(f"/uploads/{media_id}")
    assert found.content == CLIP and found.headers["content-type"] == "video/mp4"
    assert found.headers["x-content-type-options"] == "nosniff"
    assert found.headers["content-disposition"] == f"inline; filename*=utf-8''{quote('ملف الفيلم.mp4')}"
    assert "object-src 'none'" in found.headers["content-security-policy"]
    download = boss.get(f"/uploads/{media_id}", download="1").headers["content-disposition"]
    assert download.startswith("attachment; ")


def test_every_type_is_served_as_what_it_is(house: House) -> None:
    boss = house.facilitator()
    for name, (kind, mime_type, head) in HEADS.items():
        media_id = send(boss, head, name=name).json()["id"]
        found = boss.get(f"/uploads/{media_id}")
        assert found.content == head and found.headers["content-type"] == mime_type
        assert all_items(house.server)[0].kind == kind


def test_a_player_can_jump(house: House, film: str) -> None:
    boss: Laptop = house.boss  # type: ignore[attr-defined]
    whole = boss.get(film)
    assert whole.headers["accept-ranges"] == "bytes" and whole.headers["etag"]

    def part(wanted: str, **more: str) -> httpx.Response:
        return boss.ask("GET", film, headers={"range": wanted} | more)

    middle = part("bytes=1000-1999")
    assert middle.status_code == 206 and middle.content == CLIP[1000:2000]
    assert middle.headers["content-range"] == f"bytes 1000-1999/{len(CLIP)}"
    assert middle.headers["content-type"] == "video/mp4" and "content-encoding" not in middle.headers
    assert part("bytes=-100").content == CLIP[-100:] and part("bytes=5000-").content == CLIP[5000:]
    beyond = part(f"bytes={len(CLIP)}-")
    assert beyond.status_code == 416 and beyond.headers["content-range"] == f"bytes */{len(CLIP)}"
    assert part("bytes=0-9", **{"if-range": whole.headers["etag"]}).status_code == 206
    assert part("bytes=0-9", **{"if-range": '"another"'}).status_code == 200
    assert boss.ask("HEAD", film).headers["content-length"] == str(len(CLIP))


REFUSED = (
    (b"", "film.mp4", "empty"),
    (b"<!doctype html><script>alert(1)</script>", "page.html", "takes video"),
    (b"<!doctype html><script>alert(1)</script>", "film.mp4", "damaged"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "map.svg", "PNG"),
    (PDF, "film.mp4", "PDF inside"),
    (CLIP, "x" * 201 + ".mp4", "too long"),
    (CLIP, "", "no name"),
)


def test_what_is_not_taken_is_told_why_and_leaves_nothing(house: House) -> None:
    boss = house.facilitator()
    for body, name, said in REFUSED:
        refused(house, send(boss, body, name=name), said)
        refused(house, send(boss, body, name=name, path="/uploads/ask", bytes=str(len(body))), said)


def test_a_title_a_source_and_a_licence_are_wanted(house: House) -> None:
    boss = house.facilitator()
    for missing, said in (("title", "title"), ("source", "where it comes from"), ("licence", "lets you show")):
        refused(house, send(boss, CLIP, **{missing: " "}), said)
        refused(house, send(boss, CLIP[:4096], path="/uploads/ask", **{missing: " "}), said)


def test_only_the_facilitator_adds(house: House) -> None:
    for laptop in (house.laptop(), house.seated(house.ana), house.watcher()):
        for path in ("/uploads", "/uploads/ask", "/uploads/x/subtitles"):
            refused(house, send(laptop, CLIP, path=path), "Only the facilitator")


def test_a_page_of_another_site_adds_nothing(house: House) -> None:
    boss = house.facilitator()
    for path in ("/uploads", "/uploads/ask", "/uploads/x/subtitles"):
        assert send(boss, CLIP, path=path, origin="http://evil.test").status_code == 403
    assert files(house) == []


def test_a_file_that_the_disk_has_no_room_for(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    boss = house.facilitator()
    refused(house, send(boss, CLIP[:4096], path="/uploads/ask", bytes=str(10**18)), "has room for")
    monkeypatch.setattr(folders, "RESERVE", 10**18)
    refused(house, send(boss, CLIP), "has room for 0 bytes more")


def test_a_disk_that_fills_up_on_the_way(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    boss = house.facilitator()
    free = iter((10**9, 10**9, 10**9))
    monkeypatch.setattr(folders, "free_bytes", lambda _folder: next(free, 0))

    async def long() -> AsyncIterator[bytes]:
        yield CLIP
        for _piece in range(6):
            yield bytes(1_000_000)

    refused(house, send(boss, long()), "has room for")


def test_an_upload_that_breaks_off_leaves_nothing(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The laptop's lid is closed, or its line is dead without anybody telling."""
    boss = house.facilitator()
    monkeypatch.setattr("engine.routes.body.SILENCE", 0.2)
    seen: list[list[str]] = []

    async def half() -> AsyncIterator[bytes]:
        yield CLIP + bytes(2_000_000)
        yield bytes(2_000_000)
        await asyncio.sleep(0.1)
        seen.append(files(house))
        await asyncio.sleep(1)

    assert send(boss, half()).status_code == 400 and not caplog.records
    assert [name.endswith(".mp4.part") for name in seen[0]] == [True]
    assert files(house) == [] and all_items(house.server) == []


FAULTS = (
    TimeoutError(errno.ETIMEDOUT, "Connection timed out"),
    OSError(errno.EIO, "Input/output error"),
    OSError(errno.ESTALE, "Stale file handle"),
)


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
def test_a_disk_that_fails_is_named_and_logged(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, fault: OSError
) -> None:
    """A folder in the network times out as a line does, and is no broken line."""

    def fsync(_file: int) -> None:
        raise fault

    boss = house.facilitator()
    with monkeypatch.context() as broken:
        broken.setattr(os, "fsync", fsync)
        response = send(boss, CLIP)
    assert response.status_code == 503 and "disk did not take" in response.json()["problem"]
    assert [record.exc_info and record.exc_info[1] for record in caplog.records] == [fault]
    assert files(house) == [] and all_items(house.server) == []


def test_a_media_folder_that_is_none_is_a_problem_of_the_disk(
    house: House, monkeypatch: pytest.MonkeyPatch, own_folder: Path
) -> None:
    (own_folder / "file").touch()
    monkeypatch.setenv("MEDIA_DIR", str(own_folder / "file" / "media"))
    boss = house.facilitator()
    for path in ("/uploads", "/uploads/ask"):
        response = send(boss, CLIP, path=path)
        assert response.status_code == 503 and "disk did not take" in response.json()["problem"]


def test_who_may_see_a_file(house: House, film: str) -> None:
    workshop, other = house.workshop, open_sample(house.server, "Another room")
    stranger, ana, watcher = house.laptop(), house.seated(house.ana), house.watcher()
    someone = join(house.server, other.join_code, "Someone else")
    elsewhere = house.laptop().keep(house.server, SEAT, [someone.id, 1])
    ref = f"media:{film.rpartition('/')[2]}"

    def seen() -> list[int]:
        return [laptop.get(film).status_code for laptop in (ana, watcher, elsewhere, stranger)]

    assert seen() == [404, 404, 404, 404]
    attach(house.server, workshop.id, ref, [f"activity:{CASES}"])
    assert seen() == [200, 200, 404, 404]
    attach(house.server, workshop.id, ref, [])
    show_instead(house.server, workshop.id, Playing(ref))
    assert seen() == [200, 200, 404, 404]
    show_instead(house.server, workshop.id, None)
    assert seen() == [404, 404, 404, 404]


def test_what_is_not_there_is_not_found(house: House, film: str) -> None:
    boss: Laptop = house.boss  # type: ignore[attr-defined]
    for path in ("/uploads/none", "/uploads/../workshop.db", "/uploads/%2e%2e%2fworkshop.db", f"{film}.mp4"):
        assert boss.get(path).status_code == 404, path
    assert boss.get("/uploads").status_code == 405
    (media_folder(house.server.database) / f"{film.rpartition('/')[2]}.mp4").unlink()  # somebody tidied up
    assert boss.get(film).status_code == 404


def test_a_file_that_was_removed_is_gone(house: House, film: str) -> None:
    boss: Laptop = house.boss  # type: ignore[attr-defined]
    remove(house.server, film.rpartition("/")[2])
    assert boss.get(film).status_code == 404 and files(house) == []


def test_subtitles_come_in_and_are_given(house: House, film: str) -> None:
    boss: Laptop = house.boss  # type: ignore[attr-defined]
    path = f"{film}/subtitles"
    assert send(boss, SRT.encode(), path=path, title="Français & Co").status_code == 200
    assert subtitles_of(house.server) == {film.rpartition("/")[2]: ["Français & Co"]}
    found = boss.get(path, language="Français & Co")
    assert found.text.startswith("WEBVTT\n") and found.headers["content-type"] == "text/vtt; charset=utf-8"
    assert boss.get(path, language="Deutsch").status_code == 404
    assert house.seated(house.ana).get(path, language="Français & Co").status_code == 404
    wrong = send(boss, SRT.replace("02,000 -->", "02,000 to").encode(), path=path, title="English")
    assert wrong.status_code == 409 and "Line 6" in wrong.json()["problem"]
    assert "in which language" in send(boss, SRT.encode(), path=path, title="").json()["problem"]
    assert "too long" in send(boss, bytes(3_000_000), path=path).json()["problem"]


def test_many_files_at_once(house: House) -> None:
    """Each has its own name on the disk, whatever it is called."""
    boss = house.facilitator()

    async def all_at_once() -> list[httpx.Response]:
        transport = httpx.ASGITransport(boss.app)
        async with httpx.AsyncClient(transport=transport, base_url=ORIGIN, cookies=boss.cookies) as client:
            params = ABOUT | {"name": "film.avi"}
            sending = [client.post("/uploads", params=params, content=AVI + bytes(n)) for n in range(8)]
            return await asyncio.gather(*sending)

    ids = {response.json()["id"] for response in asyncio.run(all_at_once())}
    assert len(ids) == 8 and files(house) == sorted(f"{i}.avi" for i in ids)
