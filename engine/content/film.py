"""A film of ours: a storyboard from which its pictures, its subtitles and its transcript are made."""

import textwrap
from collections.abc import Iterator
from typing import Literal

from pydantic import Field as PydanticField
from pydantic import model_validator

from engine.content.base import Content, FileId
from engine.fields import Fault, Id, Model, Where, Words, twice

LINE, LINES = 42, 2
"""The most characters on a line of a subtitle, and the most lines at once."""
READ = 15
"""Characters that people can read in a second, in a second language."""
GAP = 0.2
"""Seconds between two subtitles, so that the change is seen."""
SceneKind = Literal["title", "words", "bars", "tens", "numbers", "picture", "signals", "questions"]
PictureName = Literal[
    "recruiter", "drawer", "ledger", "purse", "gate", "threat", "blow", "interview", "papers", "plan",
    "union", "advice", "newsletter", "register", "telephone", "care", "agreement", "choice",
]  # fmt: skip
_WANTS = {"bars": "chart", "tens": "chart", "numbers": "chart", "picture": "picture"}


class Scene(Model):
    """One moving picture, and what is said while it is seen."""

    id: Id
    seconds: int = PydanticField(ge=4, le=30)
    kind: SceneKind
    heading: Words
    lines: tuple[Words, ...] = PydanticField((), max_length=8)
    chart: FileId | None = None
    panels: tuple[int, ...] = ()
    """Which panels of the chart, from 0; empty means all."""
    picture: PictureName | None = None
    indicator: Id | None = None
    cases: tuple[FileId, ...] = ()
    """The case studies that the facts are from."""
    source: FileId | None = None
    """The source of facts that no chart and no case study has."""
    subtitles: tuple[Words, ...] = PydanticField(min_length=1)

    @model_validator(mode="after")
    def _has_what_it_draws(self) -> "Scene":
        if (key := _WANTS.get(self.kind)) and getattr(self, key) is None:
            raise ValueError(f"a scene of the kind '{self.kind}' names a {key}. Give '{key}: ...'")
        return self

    def cues(self, begins: float = 0.0) -> Iterator[tuple[float, float, str]]:
        """The subtitles as (begins, ends, text), in seconds; a longer one has more time."""
        letters = sum(map(len, self.subtitles))
        for text in self.subtitles:
            ends = begins + self.seconds * len(text) / letters
            yield round(begins, 3), round(ends - GAP, 3), text
            begins = ends

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        """What the scene takes its facts from, as refs, each with its place in the scene."""
        named = {"chart": self.chart, "indicator": self.indicator, "source": self.source}
        yield from (((kind,), f"{kind}:{name}") for kind, name in named.items() if name)
        yield from ((("cases", n), f"case:{name}") for n, name in enumerate(self.cases))

    def faults(self) -> Iterator[Fault]:
        """Find subtitles that are too long, or that cannot be read in their time."""
        for n, text in enumerate(self.subtitles):
            if len(in_lines(text)) > LINES:
                yield ("subtitles", n), f"'{text[:30]}...' needs more than {LINES} lines of {LINE}. Make two of it"
        letters = sum(map(len, self.subtitles))
        if letters > READ * (self.seconds - GAP * len(self.subtitles)):
            needed = round(letters / READ + GAP * len(self.subtitles) + 0.5)
            yield ("seconds",), f"its subtitles need {needed} seconds. Give it more, or say less"


class Question(Model):
    """A question to talk about after the film, and what to listen for in the answers."""

    ask: Words
    listen_for: Words


class Film(Content):
    """A storyboard in `media/films`; the film, its subtitles and a still picture lie beside it."""

    id: FileId
    title: Words
    about: Words
    """What it shows, in one sentence."""
    sound: Words
    """What to know about its sound."""
    scenes: tuple[Scene, ...] = PydanticField(min_length=1)
    questions: tuple[Question, ...] = PydanticField(min_length=1)

    @property
    def seconds(self) -> int:
        return sum(scene.seconds for scene in self.scenes)

    def cues(self) -> Iterator[tuple[float, float, str]]:
        """All subtitles as (begins, ends, text), in seconds from the beginning of the film."""
        begins = 0
        for scene in self.scenes:
            yield from scene.cues(begins)
            begins += scene.seconds

    def transcript(self) -> list[tuple[str, str]]:
        """What is seen and what is said in each scene: the heading with its lines, and the subtitles."""
        return [(". ".join((s.heading, *s.lines)), " ".join(s.subtitles)) for s in self.scenes]

    def placed_links(self) -> Iterator[tuple[Where, str]]:
        for n, scene in enumerate(self.scenes):
            yield from ((("scenes", n, *where), ref) for where, ref in scene.placed_links())

    def faults(self) -> list[Fault]:
        """Find repeated ids, and what is wrong in the scenes."""
        found: list[Fault] = [
            (("scenes", place, "id"), f"two scenes have the id '{name}'. Give one of them another")
            for place, name in twice([scene.id for scene in self.scenes]).items()
        ]
        for n, scene in enumerate(self.scenes):
            found += [(("scenes", n, *where), what) for where, what in scene.faults()]
        return found


def in_lines(text: str) -> list[str]:
    """Break a subtitle into lines of at most `LINE` characters."""
    return textwrap.wrap(text, LINE)
