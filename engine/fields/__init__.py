"""The field types: what each accepts, how it is counted, how it is printed.

`TYPES` is the whole vocabulary. A new type is one class here, one drawing in
`engine/sheet/browser/drawings.js` and one line in CONTRIBUTING.md; tests fail until all three exist.
"""

from typing import Annotated, get_args

from pydantic import Field as PydanticField

from engine.fields.base import AnswerProblem, Choice, Choices, Id, Json, Model, Words, ids_differ
from engine.fields.beside import faults_beside, read_beside, reading_faults_beside, said_beside
from engine.fields.choice import ChoiceField, Rank, SelectMultiple, SelectOne, SeveralChoices
from engine.fields.context import NO_CASE, Answers, CheckContext, Written
from engine.fields.date import Date, as_day
from engine.fields.evidence import Evidence
from engine.fields.faults import Fault, Where, suggestion, twice
from engine.fields.field import Field, TableRow
from engine.fields.number import Integer, Range
from engine.fields.open_table import OpenTable
from engine.fields.table import Table, TableField
from engine.fields.text import LongText, Note, Text, TextField, as_kept

_Any = (
    Text | LongText | Integer | Date | SelectOne | SelectMultiple | Range | Rank | Note | Table | OpenTable | Evidence
)
AnyField = Annotated[_Any, PydanticField(discriminator="type")]
TYPES: dict[str, type[Field]] = {get_args(t.model_fields["type"].annotation)[0]: t for t in get_args(_Any)}

__all__ = [
    "NO_CASE", "TYPES", "AnswerProblem", "Answers", "AnyField", "CheckContext", "Choice", "ChoiceField", "Choices",
    "Date", "Evidence", "Fault", "Field", "Id", "Integer", "Json", "LongText", "Model", "Note", "OpenTable", "Range",
    "Rank", "SelectMultiple", "SelectOne", "SeveralChoices", "Table", "TableField", "TableRow", "Text", "TextField",
    "Where", "Words", "Written", "as_day", "as_kept", "faults_beside", "ids_differ", "read_beside",
    "reading_faults_beside", "said_beside", "suggestion", "twice",
]  # fmt: skip
