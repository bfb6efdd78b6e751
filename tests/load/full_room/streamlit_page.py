"""A page of Streamlit's without a browser: its WebSocket, and its messages as the front end speaks them."""

import asyncio
import json
import time
from collections.abc import Iterable
from typing import Any, NamedTuple

import websockets
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from tests.load.full_room.line import HOST

LONGEST = 60.0
"""Seconds that a run of the script may take."""


class Value(NamedTuple):
    """What a widget sends: the kind of its value, as Streamlit calls it, and the value."""

    kind: str
    value: Any


class Widget(NamedTuple):
    """A widget on the page."""

    id: str
    kind: str
    fragment: str
    proto: Any


class StreamlitPage:
    """One open page, for one run at a time, as the front end queues them."""

    def __init__(self, port: int, path: str = "", cookie: str = "") -> None:
        self._port, self._path, self._cookie = port, path, cookie
        self._hash, self._turn = "", asyncio.Lock()
        self._kept: dict[str, ForwardMsg] = {}
        self._values: dict[str, Value] = {}
        self.widgets: dict[str, Widget] = {}
        self.drawn: set[str] = set()
        """The parts of the page that the last run drew."""
        self.problems: list[str] = []
        """The exceptions that the page shows."""

    async def open(self) -> None:
        """Connect, and let the script run for the first time."""
        self._socket = await websockets.connect(
            f"ws://{HOST}:{self._port}/_stcore/stream",
            subprotocols=["streamlit", "PLACEHOLDER_AUTH_TOKEN"],  # type: ignore[list-item]
            additional_headers={"Cookie": self._cookie} if self._cookie else {},
            max_size=None,
            open_timeout=LONGEST,
            ping_interval=None,
        )
        await self.run()

    async def close(self) -> None:
        await self._socket.close()

    async def run(self, fragment: str = "", values: Iterable[tuple[str, Value]] = ()) -> tuple[float, float]:
        """Send values of widgets, and wait until the script has run; give when that began and ended."""
        async with self._turn:
            self.drawn = set()
            began = time.perf_counter()
            await self._socket.send(self._asked(fragment, values))
            while not self._is_over(await asyncio.wait_for(self._socket.recv(), LONGEST)):
                pass
            return began, time.perf_counter()

    def _asked(self, fragment: str, values: Iterable[tuple[str, Value]]) -> bytes:
        sent = BackMsg()
        script = sent.rerun_script
        script.page_script_hash, script.fragment_id = self._hash, fragment
        if not self._hash:
            script.page_name = self._path
        script.context_info.url = f"http://{HOST}:{self._port}/{self._path}"
        self._values.update(values)
        for widget, (kind, value) in self._values.items():
            state = script.widget_states.widgets.add(id=widget)
            if kind.endswith("array_value"):
                getattr(state, kind).data.extend(value)
            else:
                setattr(state, kind, value)
        self._values = {widget: value for widget, value in self._values.items() if "trigger" not in value.kind}
        return sent.SerializeToString()

    def _is_over(self, raw: bytes) -> bool:
        """Take in a message; whether it is the last one of a run."""
        message = self._whole(raw)
        match message.WhichOneof("type"):
            case "new_session":
                self._hash = message.new_session.page_script_hash
            case "navigation":
                self._hash = message.navigation.page_script_hash or self._hash
            case "delta":
                self.drawn.add(message.delta.fragment_id)
                self._draw(message.delta)
            case "script_finished":
                return message.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN
        return False

    def _whole(self, raw: bytes) -> ForwardMsg:
        """The message, or the one that came before and that it refers to."""
        message = ForwardMsg()
        message.ParseFromString(raw)
        if message.WhichOneof("type") == "ref_hash":
            return self._kept[message.ref_hash]
        if message.hash:
            self._kept[message.hash] = message
        return message

    def _draw(self, delta: Any) -> None:
        if delta.WhichOneof("type") != "new_element":
            return
        kind = delta.new_element.WhichOneof("type")
        element = getattr(delta.new_element, kind)
        if kind == "exception":
            self.problems.append(element.message)
        if getattr(element, "id", ""):
            self.widgets[element.id] = Widget(element.id, kind, delta.fragment_id, element)


def listener_of(page: StreamlitPage) -> tuple[Widget, dict[str, Any]]:
    """The part of the page that hears news, and the topics that it listens to."""
    (found,) = (w for w in page.widgets.values() if w.kind == "bidi_component" and "listener" in w.id)
    return found, json.loads(found.proto.json or found.proto.mixed.json)


def heard(listener: Widget, topics: list[str]) -> tuple[str, Value]:
    """What the script of the page sends when it has heard news."""
    said = json.dumps([{"event": "heard", "value": topics}])
    return f"$$STREAMLIT_INTERNAL_KEY_{listener.id}__events", Value("json_trigger_value", said)
