"""Serves the project's own pictures and films to anybody; the other files of that folder are not for everybody."""

from pathlib import PurePosixPath

from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.staticfiles import StaticFiles
from starlette.types import Scope

ENDINGS = frozenset((".svg", ".png", ".jpg", ".webp", ".mp4", ".vtt"))
"""What a browser shows. Slides and storyboards are left out: they hold notes and answers for the facilitator."""


class MediaFiles(StaticFiles):
    """A folder that serves only pictures, films and subtitles."""

    async def get_response(self, path: str, scope: Scope) -> Response:
        """Every other file is answered as if it did not exist."""
        if PurePosixPath(path).suffix.lower() not in ENDINGS:
            raise HTTPException(404)
        return await super().get_response(path, scope)
