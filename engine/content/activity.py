"""An activity: what groups do, step by step, with its worksheet and its plenary."""

from pydantic import Field as PydanticField

from engine.content.base import Content, FileId, Markdown
from engine.content.sheet_faults import sheet_faults, view_faults
from engine.content.worksheet import View, Worksheet
from engine.fields import Fault, Model, Words


class Step(Model):
    """One step of the group work."""

    do: Words
    minutes: int = PydanticField(ge=1)


class Activity(Content):
    """One of the handbook's group activities, or one that somebody added."""

    id: FileId
    handbook_number: int | None = None
    title: Words
    aim: Words
    instruction: Words
    """What the group is told to do, before the steps."""
    minutes: int
    steps: tuple[Step, ...] = PydanticField(min_length=1)
    worksheet: Worksheet
    plenary: tuple[View, ...] = PydanticField(min_length=1)
    debrief: tuple[Words, ...] = PydanticField(min_length=1)
    facilitator: Markdown = ""

    def faults(self) -> list[Fault]:
        """Find minutes, ids, conditions, evidence and views that do not go together."""
        found = [*sheet_faults(self.worksheet), *view_faults(self.worksheet, self.plenary)]
        total = sum(step.minutes for step in self.steps)
        if total != self.minutes:
            what = f"the steps take {total} minutes and the activity {self.minutes}. Make them agree"
            found.append((("minutes",), what))
        return found
