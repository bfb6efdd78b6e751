"""The benchmark of a full room works; its long form is `python -m tests.load.full_room`."""

import json

import pytest

from tests.load.full_room.__main__ import main
from tests.load.full_room.scale import SHORT


def test_a_small_room_is_measured_and_loses_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    main(SHORT)
    said = json.loads(capsys.readouterr().out.splitlines()[-1])
    wanted = {"saves_per_s", "ack_p95_ms", "screens_p95_ms", "plenary_p95_ms", "join_wave_s", "lost"}
    assert said["lost"] == 0 and wanted <= {key for key, value in said.items() if value is not None}
