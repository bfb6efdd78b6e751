// A table to which the group adds rows: each is a card that opens.
import { button, el, filled, keepingPlace } from "./dom.js";
import { opener } from "./opening.js";
import { Spot } from "./spot.js";
import { removedRow, rowsNow } from "./wanted.js";

const ROW_ID_BYTES = 4;

export function drawOpenTable(spot) {
  return new OpenTable(spot).element;
}

class OpenTable {
  constructor(spot) {
    this.spot = spot;
    this.page = spot.page;
    this.words = spot.words;
    this.cards = new Map(); // row path -> {element, scope, head, label}
    this.element = this.draw();
    this.page.watch(spot.scope, () => keepingPlace(this.page.root, () => this.refresh()));
  }

  get entries() {
    return this.page.doc.entries(this.spot.sheet);
  }

  draw() {
    const { field } = this.spot;
    const title = el("h2", { id: this.spot.id("title") }, field.label);
    const hint = field.hint ? el("p", { className: "hint" }, field.hint) : null;
    this.list = el("div", { className: "cards" });
    this.nothing = el("p", { className: "hint" }, this.words.no_rows);
    this.add = button(filled(this.words.add, { row: field.row_label }), "", () => this.addRow(), {
      className: "changes",
    });
    this.back = button(this.words.put_back, field.label, () => this.putBack(), { className: "quiet changes" });
    const acts = el("div", { className: "acts" }, this.add, this.back);
    const attributes = { className: "table_field open_table", "aria-labelledby": title.id };
    return el("section", attributes, title, hint, this.list, this.nothing, acts);
  }

  refresh() {
    const rows = rowsNow(this.spot.field, this.entries);
    const there = new Set(rows.map(({ path }) => path));
    for (const path of [...this.cards.keys()]) if (!there.has(path)) this.drop(path);
    for (const [place, row] of rows.entries()) this.place(row, place);
    this.nothing.hidden = rows.length > 0;
    this.back.hidden = removedRow(this.spot.field, this.entries) === null;
  }

  drop(path) {
    const { element, scope } = this.cards.get(path);
    this.cards.delete(path);
    scope.close();
    element.remove();
  }

  // A card that is there stays where it is, with all that is being typed in it.
  place(row, place) {
    if (!this.cards.has(row.path)) this.cards.set(row.path, this.drawCard(row));
    const card = this.cards.get(row.path);
    if (card.label !== row.label) {
      card.label = row.label;
      for (const name of card.element.querySelectorAll(".row_name")) name.textContent = row.label;
    }
    if (this.list.children[place] !== card.element) this.list.insertBefore(card.element, this.list.children[place]);
  }

  drawCard({ path, label }) {
    const scope = this.spot.scope.within();
    const { columns } = this.spot.field;
    const spotOf = (column) => new Spot(this.page, scope, { path: `${path}/${column.id}`, field: column, row: label });
    const cells = el("div", { className: "cells", id: `${path.replaceAll("/", "-")}-cells` });
    cells.append(...columns.map((column) => this.page.draw(spotOf(column))));
    const name = el("span", { className: "row_name" }, label);
    const head = opener(this.page, scope, { path, name, part: cells, columns });
    const remove = button(this.words.remove, label, () => this.remove(path), { className: "quiet changes" });
    const element = el("section", { className: "card", "data-row": path });
    element.append(el("div", { className: "card_head" }, el("h3", {}, head), remove), cells);
    element.addEventListener("focusin", () => this.page.marking.chooseIn(path));
    this.page.lock(element);
    return { element, scope, head, label };
  }

  addRow() {
    if (this.page.isLocked) return;
    const bytes = crypto.getRandomValues(new Uint8Array(ROW_ID_BYTES));
    const id = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    const path = `${this.spot.path}/${id}`;
    this.page.doc.put(this.spot.sheet, path, true);
    this.goTo(path);
  }

  putBack() {
    const path = removedRow(this.spot.field, this.entries);
    if (!path || this.page.isLocked) return;
    this.page.doc.put(this.spot.sheet, path, true);
    this.goTo(path);
  }

  goTo(path) {
    this.refresh();
    this.page.openers.get(path)();
    this.cards.get(path).element.querySelector("input, textarea, select").focus();
  }

  remove(path) {
    if (this.page.isLocked) return;
    const paths = [...this.cards.keys()];
    const place = paths.indexOf(path);
    const neighbour = paths[place + 1] ?? paths[place - 1];
    this.page.doc.put(this.spot.sheet, path, false);
    this.refresh();
    (this.cards.get(neighbour)?.head ?? this.add).focus();
  }
}
