"""What is wrong in the content files, for the facilitator."""

import streamlit as st

from engine.language import _, plural
from engine.screens.sheet import plain
from engine.server import running


def draw() -> None:
    """List every problem, or say that there is none."""
    library = running().library
    st.title(_("Content check"))
    labels = (
        _("Modules"), _("Activities"), _("Case studies"), _("Lists"), _("Readings"), _("Handbook pages"),
        _("Instruments"), _("Terms"), _("References"), _("Sources"), _("Quizzes"), _("Questions"),
    )  # fmt: skip
    columns = st.columns(6)
    for number, (label, count) in enumerate(zip(labels, library.counts().values(), strict=True)):
        columns[number % 6].metric(label, count)
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
