// One drawing a field type; a test holds it against `engine.fields.TYPES`.
import { drawSelectMultiple, drawSelectOne } from "./choice_fields.js";
import { drawDate } from "./date_field.js";
import { drawEvidence } from "./evidence_field.js";
import { drawTable } from "./fixed_table.js";
import { drawNote } from "./note_field.js";
import { drawInteger, drawRange } from "./number_fields.js";
import { drawOpenTable } from "./open_table.js";
import { drawRank } from "./rank_field.js";
import { drawLongText, drawText } from "./text_fields.js";

export const DRAW = {
  text: drawText,
  long_text: drawLongText,
  note: drawNote,
  integer: drawInteger,
  date: drawDate,
  range: drawRange,
  select_one: drawSelectOne,
  select_multiple: drawSelectMultiple,
  rank: drawRank,
  evidence: drawEvidence,
  table: drawTable,
  open_table: drawOpenTable,
};
