// Says everywhere in place that somebody handed in, how long is left for a sentence, and why a sheet is locked.
import { button, el, filled } from "./dom.js";

const SECOND = 1000; // ms

export class StateLine {
  constructor(page, announce) {
    this.page = page;
    this.announce = announce;
    this.text = el("span");
    const back = () => takeBack(page, announce);
    this.back = button(page.data.words.take_back, "", back, { className: "quiet" });
    this.element = el("div", { className: "state" }, this.text, " ", this.back);
    page.scope.add(page.doc.onState(() => this.hear()));
    page.scope.add(() => clearInterval(this.timer));
    this.hear();
  }

  // The server's two clock times give a length, which is measured here by a clock that nobody sets.
  hear() {
    const { is, until, now } = this.page.doc.state;
    const left = until ? Date.parse(until) - Date.parse(now) : 0;
    this.ends = performance.now() + left;
    clearInterval(this.timer);
    this.timer = setInterval(() => this.refresh(), SECOND);
    this.refresh();
    if (is !== this.last) this.tell(is);
    this.page.changed();
  }

  tell(is) {
    if (is !== "open") this.announce(this.text.textContent);
    else if (this.last === "handed_in") this.announce(this.page.data.words.taken_back);
    this.last = is;
  }

  refresh() {
    const { words } = this.page.data;
    const { is, by } = this.page.doc.state;
    const left = Math.max(0, Math.ceil((this.ends - performance.now()) / SECOND));
    const isFinishing = is === "handed_in" && left > 0;
    const said = isFinishing ? words.seconds_left : words[is === "handed_in" && by ? "handed_in_by" : is];
    this.text.textContent = is === "open" ? "" : filled(said, { name: by, count: left });
    this.element.hidden = is === "open";
    this.element.classList.toggle("finishing", isFinishing);
    this.back.hidden = is !== "handed_in";
    if (!isFinishing) clearInterval(this.timer);
    this.page.setLocked(is !== "open" && !isFinishing);
  }
}

export async function takeBack(page, announce) {
  const { problem } = await page.doc.handIn(false);
  if (problem) announce(problem);
  else page.root.querySelector(".end button:not([hidden])")?.focus({ preventScroll: true });
}
