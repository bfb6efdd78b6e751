"""The project's own pictures and films, which anybody may see; what else lies beside them is not for everybody."""

from pathlib import PurePosixPath

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

ENDINGS = frozenset((".svg", ".png", ".jpg", ".webp", ".mp4", ".vtt"))
"""What a browser shows. The slides hold the facilitator's notes, and the storyboards what to listen for."""


class MediaFiles(StaticFiles):
    """A folder of which only pictures, films and subtitles are given."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Give a file; all that is no picture, film or subtitles is not there."""
        if PurePosixPath(path).suffix.lower() not in ENDINGS:
            raise HTTPException(404)
        return await super().get_response(path, scope)
