"""What is wrong in the content files, for the facilitator."""

from collections.abc import Sequence

import streamlit as st

from engine.content import Problem
from engine.language import _, plural
from engine.screens.frame.wording import plain
from engine.server import running


def labels() -> dict[str, str]:
    """The words for each key of `Library.counts`; a test compares the two."""
    return {
        "modules": _("Modules"),
        "activities": _("Activities"),
        "case studies": _("Case studies"),
        "lists": _("Lists"),
        "readings": _("Readings"),
        "handbook pages": _("Handbook pages"),
        "instruments": _("Instruments"),
        "terms": _("Terms"),
        "references": _("References"),
        "sources": _("Sources"),
        "notes since the handbook": _("Later notes"),
        "indicators": _("Indicators"),
        "questions to ask": _("Questions to ask"),
        "later indicators": _("Later indicators"),
        "datasets": _("Datasets"),
        "charts": _("Charts"),
        "questions to guess": _("To guess"),
        "quizzes": _("Quizzes"),
        "questions": _("Questions"),
        "decks": _("Decks"),
        "slides": _("Slides"),
        "films": _("Films"),
    }


def draw() -> None:
    library = running().library
    st.title(_("Content check"))
    _draw_problems(library.problems)
    with st.container(horizontal=True):
        for kind, count in library.counts().items():
            st.metric(labels()[kind], count, width=150)


def _draw_problems(problems: Sequence[Problem]) -> None:
    if not problems:
        st.success(_("All content files are sound."), icon=":material/check:")
        return
    st.warning(
        plural(
            "{count} problem. The rest of the content runs. Mend the file and start the server again.",
            "{count} problems. The rest of the content runs. Mend the files and start the server again.",
            len(problems),
        )
    )
    for problem in problems:
        st.markdown(f"**`{problem.file}:{problem.line}`**  \n{plain(problem.message)}")


draw()
