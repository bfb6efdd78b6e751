// Which columns of a table stand in its lines, and which in the rest of a row.
import { standInLine } from "./choice_fields.js";
import { el, unseen } from "./dom.js";
import { marksAsOptions } from "./number_fields.js";

const MARKS_FIT = 11;

// The first choice whose options fit becomes columns of its own; a text stands in the line where there is room.
// `width` is the number of cells in a line.
export function shapeOf({ columns, rows }, isBesideCase) {
  const choices = columns.find(fitsInLine) ?? null;
  const others = columns.filter((column) => column !== choices);
  const inLine = choices && isBesideCase ? [] : textsInLine(others);
  const rest = others.filter((column) => !inLine.includes(column));
  const hasRest = rest.length > 0 || rows.some(({ explain, questions }) => explain || questions?.length > 0);
  return { choices, inLine, rest, hasRest, width: 1 + Number(choices !== null) + inLine.length + Number(hasRest) };
}

function fitsInLine(column) {
  if (column.type === "range") return column.marks.length <= MARKS_FIT;
  return column.type === "select_one" && standInLine(column.options);
}

// A text that is wanted stands in the line, or the only one there is.
function textsInLine(others) {
  const texts = others.filter(({ type }) => type === "text");
  if (others.length === 1) return texts;
  return texts.filter(({ required }) => required).slice(0, 1);
}

export const choicesOf = (column) => (column.type === "range" ? marksAsOptions(column) : column.options);

export function headOf({ choices, inLine, hasRest }, words) {
  const cells = [el("th", { scope: "col", className: "name" }, unseen(words.row))];
  if (choices) cells.push(headOfChoices(choices));
  cells.push(...inLine.map((column) => el("th", { scope: "col", className: "in_line" }, starred(column))));
  if (hasRest) cells.push(el("th", { scope: "col", className: "open_it" }, unseen(words.more)));
  return el("thead", {}, el("tr", {}, ...cells));
}

const starred = ({ label, required }) => (required ? `${label} *` : label);

function headOfChoices(column) {
  const labels = choicesOf(column).map(({ label }) => el("span", {}, label));
  const ends = column.type === "range" ? el("span", { className: "hint" }, `${column.low} – ${column.high}`) : null;
  const names = el("div", { className: "option_names", "aria-hidden": "true" }, ...labels);
  return el(
    "th",
    { scope: "col", className: "choices" },
    el("span", { className: "label" }, starred(column)),
    ends,
    names,
  );
}

// What a row says about itself: a sentence, and questions that help to decide.
export function drawAbout({ explain, questions }, words) {
  const about = explain ? [el("p", { className: "hint explain" }, explain)] : [];
  if (!questions?.length) return about;
  const list = el("ul", {}, ...questions.map((question) => el("li", {}, question)));
  return [...about, el("details", { className: "questions_to_ask" }, el("summary", {}, words.questions_to_ask), list)];
}
