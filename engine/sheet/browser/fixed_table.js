// A table with the same rows for every group: one line a row, whose rest opens below it.

import { el, unseen } from "./dom.js";
import { opener } from "./opening.js";
import { Spot } from "./spot.js";
import { choicesOf, drawAbout, headOf, shapeOf } from "./table_shape.js";
import { isEmpty, isWanted } from "./wanted.js";

export function drawTable(spot) {
  const { page, field: table } = spot;
  const shape = shapeOf(table, page.case !== null);
  const title = el("h2", { id: spot.id("title") }, table.label);
  const hint = table.hint ? el("p", { className: "hint" }, table.hint) : null;
  const lines = el("table", { className: shape.choices ? "lines" : "lines of_text", "aria-labelledby": title.id });
  lines.style.setProperty("--options", shape.choices ? choicesOf(shape.choices).length : 0);
  lines.append(
    headOf(shape, page.data.words),
    el("tbody", {}, ...table.rows.flatMap((row) => lineOf(spot, shape, row))),
  );
  return el("section", { className: "table_field", "aria-labelledby": title.id }, title, hint, lines);
}

function lineOf(spot, shape, row) {
  const path = `${spot.path}/${row.id}`;
  const draw = (column) => spot.page.draw(cellSpot(spot, path, column, row.label));
  const name = el("th", { scope: "row", className: "name" }, row.label);
  const line = el("tr", { className: "line", "data-row": path }, name);
  if (shape.choices) line.append(el("td", { className: "choices" }, draw(shape.choices)));
  line.append(...shape.inLine.map((column) => el("td", { className: "in_line" }, draw(column))));
  if (shape.hasRest) return [line, restOf(spot, shape, { path, row, line, draw })];
  return [line];
}

const cellSpot = ({ page, scope }, row, column, label) =>
  new Spot(page, scope, { path: `${row}/${column.id}`, field: column, row: label });

function restOf(spot, shape, { path, row, line, draw }) {
  const { page, scope } = spot;
  const about = drawAbout(row, page.data.words);
  const inside = el("td", { colSpan: shape.width }, ...about, ...shape.rest.map(draw));
  const rest = el("tr", { className: "rest", id: `${path.replaceAll("/", "-")}-rest`, hidden: true }, inside);
  const isThere = shape.rest.length > 0 || about.length > 0;
  const name = shape.rest.length > 0 ? page.data.words.more : page.data.words.about;
  const more = { path, name, part: rest, columns: shape.rest, about: row.label };
  line.append(el("td", { className: "open_it" }, isThere ? opener(page, scope, more) : unseen("–")));
  line.addEventListener("click", () => openIfWanted(page, shape, path));
  for (const part of [line, rest]) part.addEventListener("focusin", () => page.marking.chooseIn(path));
  return rest;
}

// What was just chosen may want something that stands in the rest of the row.
function openIfWanted(page, shape, row) {
  const entries = page.doc.entries(page.sheet);
  const wants = ({ id, required, required_if }) => {
    const path = `${row}/${id}`;
    const isAsked = !required && isWanted({ path, field: { required_if } }, entries);
    return isAsked && isEmpty({}, entries.get(path)?.value);
  };
  if (shape.rest.some(wants)) page.openers.get(row)();
}
