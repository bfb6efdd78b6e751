"""Plain web routes beside the Streamlit pages: coming in, saving text, hearing news, media."""

from starlette.middleware import Middleware
from starlette.routing import BaseRoute, Mount, Route

from engine.content import ROOT
from engine.routes import answers, printing, seats, sheet, sheet_page, sheet_state, sign_in, slides, stream, uploads
from engine.routes.direct import Direct
from engine.routes.faults import only_a_form
from engine.routes.media_files import MediaFiles
from engine.routes.quiet_dialogs import QuietDialogs
from engine.routes.same_origin import SameOrigin
from engine.routes.sound_address import SoundAddress

ONLY_FORMS = ("/leave", "/sign-out", "/hand-in", "/uploads", "/slides/turn", "/slides/text")
"""Addresses that pages post to, and that nobody opens in a browser."""


AGAIN_AND_AGAIN = [
    Route("/answers", answers.save, methods=["POST"]),
    Route("/answers", sheet_state.changed, methods=["GET"]),
    Route("/live", stream.live, methods=["GET"]),
]
"""What a full room asks for many times a second."""


def routes() -> list[BaseRoute]:
    return [
        *AGAIN_AND_AGAIN,
        Route("/join", seats.show_join, methods=["GET"]),
        Route("/join", seats.do_join, methods=["POST"]),
        Route("/rejoin", seats.show_rejoin, methods=["GET"]),
        Route("/rejoin", seats.do_rejoin, methods=["POST"]),
        Route("/leave", seats.do_leave, methods=["POST"]),
        Route("/setup", sign_in.show_setup, methods=["GET"]),
        Route("/setup", sign_in.do_setup, methods=["POST"]),
        Route("/sign-in", sign_in.show_sign_in, methods=["GET"]),
        Route("/sign-in", sign_in.do_sign_in, methods=["POST"]),
        Route("/sign-out", sign_in.do_sign_out, methods=["POST"]),
        Route("/watch", sign_in.watch, methods=["GET"]),
        Route("/hand-in", sheet_state.hand_in_or_take_back, methods=["POST"]),
        Route("/sheet", sheet_page.show_sheet, methods=["GET"]),
        Route("/sheet/data", sheet.give_data, methods=["GET"]),
        Route("/parts/{hash}/{name}", sheet.give_part, methods=["GET"]),
        Route("/print", printing.show_print, methods=["GET"]),
        Route("/slides/turn", slides.turn_slide, methods=["POST"]),
        Route("/slides/text", slides.save_text, methods=["POST"]),
        Route("/slides/file", slides.give_file, methods=["GET"]),
        Route("/uploads", uploads.add, methods=["POST"]),
        Route("/uploads/ask", uploads.ask, methods=["POST"]),
        Route("/uploads/{media_id}", uploads.give, methods=["GET"]),
        Route("/uploads/{media_id}/subtitles", uploads.give_subtitles, methods=["GET"]),
        Route("/uploads/{media_id}/subtitles", uploads.add_subtitles, methods=["POST"]),
        *(Route(path, only_a_form, methods=["GET"]) for path in ONLY_FORMS),
        Mount("/media-files", MediaFiles(directory=ROOT / "media")),
    ]


def middleware() -> list[Middleware]:
    """What is wrapped around every request, the outermost first."""
    return [
        Middleware(SameOrigin),
        Middleware(SoundAddress),
        Middleware(QuietDialogs),
        Middleware(Direct, routes=AGAIN_AND_AGAIN),
    ]
