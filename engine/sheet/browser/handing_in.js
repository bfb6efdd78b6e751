// What closes the sheet: how much is still open, and the agreement to hand in.
import { button, el, filled } from "./dom.js";
import { countOpen } from "./heading.js";
import { placesOf } from "./wanted.js";

export class HandingIn {
  constructor(page, announce) {
    this.page = page;
    this.announce = announce;
    this.words = page.data.words;
    this.isAsking = false;
    this.draw();
    page.watch(page.scope, () => this.refresh());
  }

  draw() {
    const { words } = this;
    this.open = el("p", { className: "how_far" });
    this.anyway = el("p", { className: "hint" }, words.can_hand_in);
    this.first = button(words.hand_in, "", () => this.ask(true), { className: "main" });
    this.who = el("p", { className: "who" });
    this.yes = button(words.hand_in_now, "", () => this.handIn(), { className: "main" });
    const no = button(words.go_on_working, "", () => this.ask(false), { className: "quiet" });
    const acts = el("div", { className: "acts" }, this.yes, no);
    this.question = el("div", { className: "asking", role: "group", "aria-label": words.hand_in }, this.who, acts);
    this.question.onkeydown = ({ key }) => key === "Escape" && this.ask(false);
    this.problem = el("p", { className: "note refused" });
    const parts = [this.open, this.anyway, this.first, this.question, this.problem];
    this.element = el("section", { className: "end", "aria-label": words.hand_in }, ...parts);
  }

  refresh() {
    const { page, words } = this;
    const { count, all } = countOpen(page);
    const isOpen = page.doc.state.is === "open";
    this.open.textContent = count > 0 ? filled(words.open_of, { count, all }) : words.all_answered;
    this.anyway.hidden = count === 0;
    this.element.hidden = !isOpen;
    if (!isOpen) this.isAsking = false;
    this.question.hidden = !this.isAsking;
    this.first.hidden = this.isAsking;
    const names = writersOf(page).join(", ");
    const asked = [filled(words.really_hand_in, { count: page.data.grace })];
    if (names) asked.unshift(filled(words.writing_now, { names }));
    this.who.textContent = asked.join(" ");
  }

  ask(isAsking) {
    this.isAsking = isAsking;
    this.problem.textContent = "";
    this.refresh();
    (isAsking ? this.yes : this.first).focus();
  }

  async handIn() {
    this.yes.disabled = true;
    const { problem } = await this.page.doc.handIn(true);
    this.yes.disabled = false;
    if (problem) {
      this.problem.textContent = problem;
      this.announce(problem);
      return;
    }
    this.isAsking = false;
    this.refresh();
    this.page.root.querySelector(".state button")?.focus({ preventScroll: true });
  }
}

// Who is writing now, anywhere on the sheets.
function writersOf({ data, doc }) {
  const names = data.sheets.flatMap(({ id }) =>
    placesOf(data.fields, doc.entries(id)).map(({ path }) => doc.writing(id, path)),
  );
  return [...new Set(names.filter(Boolean))];
}
