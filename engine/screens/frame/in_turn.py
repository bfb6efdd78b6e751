"""What a browser asks for is drawn in turn: a drawing begins when the one before has ended and is sent.

Streamlit alone lets drawings overlap, and loses something in four cases:

1. News or a click in a part arrive while the reader is on the way to another page. Streamlit draws the new page, and
   then the part, in the name of the old page. The browser takes that for a page turn: it throws away what it has
   just drawn, and the part finds no place ("Bad delta path"), which leaves a white screen. Or the two requests become
   one, for the old page: then the click on the menu is lost.
2. A request arrives when a drawing has ended, but its last messages are not yet in the queue. Streamlit begins a new
   drawing and ignores those messages.
3. A request for a part arrives when the last drawing of that part is in the queue, and not yet sent. Streamlit takes it
   out, because it will be drawn again; a callback that has other parts drawn leaves it out for ever.
4. A request for a page arrives while a callback works. Streamlit breaks the callback off where it stands.
"""

from typing import Any

from streamlit.runtime import websocket_session_manager
from streamlit.runtime.app_session import AppSession, AppSessionState
from streamlit.runtime.scriptrunner import RerunData, ScriptRunnerEvent
from streamlit.runtime.scriptrunner_utils.script_requests import ScriptRequests, ScriptRequestType


class InTurn(AppSession):
    """Streamlit's side of one browser tab. All of it happens on the event loop."""

    def __init__(self, *given: Any, **named: Any) -> None:
        self._waiting: list[RerunData] = []
        super().__init__(*given, **named)

    def request_rerun(self, client_state: Any) -> None:
        """Note what the browser asks for, and draw it when it is its turn."""
        drawing, self._scriptrunner = self._scriptrunner, None  # so that it is not handed to what draws now
        try:
            super().request_rerun(client_state)
        finally:
            self._scriptrunner = drawing
        self._draw_next()

    def _create_scriptrunner(self, initial_rerun_data: RerunData) -> None:
        self._waiting.append(initial_rerun_data)

    def _handle_scriptrunner_event_on_event_loop(self, sender: Any, event: Any, *given: Any, **named: Any) -> None:
        super()._handle_scriptrunner_event_on_event_loop(sender, event, *given, **named)
        if event == ScriptRunnerEvent.SHUTDOWN:
            self._draw_next()

    def on_flushed_messages_sent(self) -> None:
        super().on_flushed_messages_sent()
        self._draw_next()

    def _draw_next(self) -> None:
        if not self._waiting or self._scriptrunner or self._state == AppSessionState.SHUTDOWN_REQUESTED:
            return
        if self._browser_queue.is_empty():
            if asked := self._all_that_waits():
                super()._create_scriptrunner(asked)
        elif self._message_enqueued_callback:
            self._message_enqueued_callback()  # asks for the queue to be sent

    def _all_that_waits(self) -> RerunData | None:
        """Make one request of those that wait; leave out parts of another page than the one that is seen then."""
        page, requests = self._client_state.page_script_hash, ScriptRequests()
        for asked in self._waiting:
            if not asked.fragment_id:
                page = asked.page_script_hash
            if asked.page_script_hash == page:
                requests.request_rerun(asked)
        self._waiting = []
        request = requests.on_scriptrunner_ready()
        return request.rerun_data if request.type == ScriptRequestType.RERUN else None


def draw_in_turn() -> None:
    """Have Streamlit draw in turn, in every tab that is opened from now on."""
    setattr(websocket_session_manager, AppSession.__name__, InTurn)
