// Numbers: counted things, and marks on a scale.
import { radios } from "./choice_fields.js";
import { el, filled } from "./dom.js";
import { boxed, grouped } from "./frame.js";
import { bindTyped } from "./written.js";

const WHOLE = /^[+-]?[0-9]{1,15}$/;

// What is no whole number is sent as it was typed: the server reads digits of other scripts, and says what is wrong.
export function drawInteger(spot) {
  const box = el("input", { type: "text", inputMode: "numeric", autocomplete: "off" });
  const element = boxed(spot, box);
  const typed = { read: typedNumber, show: (value) => String(value ?? "") };
  spot.scope.add(bindTyped(box, spot.page.doc, [spot.sheet, spot.path], typed));
  return element;
}

function typedNumber(text) {
  const typed = text.trim();
  if (typed === "") return null;
  return WHOLE.test(typed) ? Number(typed) : typed;
}

export function drawRange(spot) {
  const { start, end, low, high } = spot.field;
  const ends = filled(spot.words.ends, { start, low, end, high });
  return grouped(spot, el("p", { className: "hint ends" }, ends), radios(spot, marksAsOptions(spot.field)));
}

export const marksAsOptions = ({ marks }) => marks.map((mark) => ({ id: mark, label: String(mark) }));
