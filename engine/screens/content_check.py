"""What is wrong in the content files, for the facilitator."""

import streamlit as st

from engine.language import _, plural
from engine.screens.sheet import plain
from engine.server import running


def labels() -> dict[str, str]:
    """Give the words for what `Library.counts` counts; a test holds them together."""
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
        "notes since the handbook": _("Notes since the handbook"),
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
    """List every problem, or say that there is none."""
    library = running().library
    st.title(_("Content check"))
    columns = st.columns(6)
    for number, (kind, count) in enumerate(library.counts().items()):
        columns[number % 6].metric(labels()[kind], count)
    if not library.problems:
        st.success(_("All content files are sound."), icon=":material/check:")
        return
    st.warning(
        plural(
            "{count} problem. The rest of the content runs. Mend the file and start the server again.",
            "{count} problems. The rest of the content runs. Mend the files and start the server again.",
            len(library.problems),
        )
    )
    for problem in library.problems:
        st.markdown(f"**`{problem.file}:{problem.line}`**  \n{plain(problem.message)}")


draw()
