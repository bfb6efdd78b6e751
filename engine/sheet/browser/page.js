// The sheet of a group as one reader has it before them: which case is shown, what is locked, what is still open.
import { drawCase } from "./case_text.js";
import { el, onceSoon, Scope } from "./dom.js";
import { DRAW } from "./drawings.js";
import { Marking } from "./marking.js";
import { Spot } from "./spot.js";
import { KeptView } from "./view.js";
import { wantedOf } from "./wanted.js";

export class Page {
  constructor(root, doc) {
    this.root = root;
    this.doc = doc;
    this.data = doc.data;
    this.view = new KeptView(doc.data);
    this.scope = new Scope();
    this.watchers = new Set();
    this.spots = new Map(); // field path -> {spot, element, star} of what is drawn
    this.openers = new Map(); // row path -> what opens it
    this.draw = (spot) => DRAW[spot.field.type](spot); // tables ask here for what stands in them
    this.isLocked = false;
    this.announce = (_text) => null; // until there is a voice
    this.changed = onceSoon(() => this.refresh());
    this.panes = el("div", { className: "panes" });
    this.scope.add(doc.onAny(() => this.changed()));
  }

  // Calls `refresh` now and, once for all that changes together, after each change of the document.
  watch(scope, refresh) {
    refresh();
    this.watchers.add(refresh);
    scope.add(() => this.watchers.delete(refresh));
  }

  refresh() {
    for (const refresh of [...this.watchers]) refresh();
  }

  // Draws the sheet of another case, all of it anew.
  show(id) {
    this.within?.close();
    this.within = this.scope.within();
    this.sheet = id;
    this.case = this.data.sheets.find((sheet) => sheet.id === id).case;
    this.marking = new Marking(this, this.within);
    const questions = el("div", { className: "questions" });
    questions.append(...this.data.fields.map((field) => this.drawField(field)));
    widenLast(questions);
    const panes = el("div", { className: this.case ? "panes with_case" : "panes" });
    panes.append(...(this.case ? [drawCase(this, this.within)] : []), questions);
    this.panes.replaceWith(panes);
    this.panes = panes;
    this.lock(panes);
    this.watch(this.within, () => this.showWanted());
    this.view.keep("sheet", id);
    this.changed();
  }

  drawField(field) {
    const element = this.draw(new Spot(this, this.within, { path: field.id, field, row: "" }));
    element.addEventListener("focusin", () => field.type === "evidence" && this.marking.choose(field.id));
    return element;
  }

  // What wants an answer and what has none yet, on one sheet.
  wantedOn(sheet) {
    return wantedOf(this.data.fields, this.doc.entries(sheet));
  }

  showWanted() {
    const { wanted, open } = this.wantedOn(this.sheet);
    const [isWanted, isOpen] = [wanted, open].map((places) => new Set(places.map(({ path }) => path)));
    for (const [path, { element, star }] of this.spots) {
      star.hidden = !isWanted.has(path);
      element.classList.toggle("still_open", isOpen.has(path));
    }
    for (const row of this.panes.querySelectorAll("[data-row]")) {
      row.classList.toggle(
        "still_open",
        open.some(({ path }) => path.startsWith(`${row.dataset.row}/`)),
      );
    }
  }

  setLocked(isLocked) {
    if (this.isLocked === isLocked) return;
    this.isLocked = isLocked;
    this.panes.classList.toggle("locked", isLocked);
    this.lock(this.panes);
    this.changed();
  }

  // Nothing in `element` can be changed while the sheet is locked; texts can still be read and copied.
  lock(element) {
    for (const input of element.querySelectorAll(".changes")) {
      if (input.matches("textarea, input[type=text]")) input.readOnly = this.isLocked;
      else input.disabled = this.isLocked;
    }
  }

  // Goes to a place of any of the sheets: its case is shown, its row opened, its box has the focus.
  goTo(sheet, path) {
    if (sheet !== this.sheet) this.show(sheet);
    this.turnTo("questions");
    this.openers.get(path.split("/").slice(0, 2).join("/"))?.();
    const { element } = this.spots.get(path);
    const box = element.querySelector("input:checked, input, select, textarea, button");
    element.scrollIntoView({ block: "center" });
    box?.focus({ preventScroll: true });
  }

  // The next place without an answer after the one in use: on this sheet, then on the others, then from the top.
  goToNext() {
    const ids = this.data.sheets.map(({ id }) => id);
    const here = ids.indexOf(this.sheet);
    const inOrder = [...ids.slice(here), ...ids.slice(0, here)];
    const open = inOrder.flatMap((sheet) => this.wantedOn(sheet).open.map(({ path }) => ({ sheet, path })));
    const after = open.find(({ sheet, path }) => sheet !== this.sheet || this.isAfterFocus(path));
    const next = after ?? open[0];
    if (next) this.goTo(next.sheet, next.path);
  }

  isAfterFocus(path) {
    const used = this.root.activeElement?.closest("[data-path], [data-row]");
    if (!used) return true;
    const { element } = this.spots.get(path);
    const inOrder = [...this.panes.querySelectorAll("[data-path], [data-row]")];
    return inOrder.indexOf(element) > inOrder.indexOf(used);
  }

  // On a narrow screen the case and the questions are two tabs.
  turnTo(tab) {
    this.panes.parentElement.dataset.tab = tab;
    this.view.keep("tab", tab);
  }

  close() {
    this.scope.close();
  }
}

// Where two questions stand beside each other, one that has nothing beside it takes the whole width.
function widenLast(questions) {
  let isLeft = true; // whether the next one begins a line
  for (const question of questions.children) {
    const isWide = question.matches(".table_field, .to_read");
    const before = question.previousElementSibling;
    if (isWide && !isLeft) before.classList.add("wide");
    isLeft = isWide || !isLeft;
  }
  if (!isLeft) questions.lastElementChild.classList.add("wide");
}
