// The one voice of the sheet for those who do not see it: refusals at once, "saved" now and then.
import { el } from "./dom.js";

const SAVED_AGAIN = 10_000; // ms until "saved" is said once more
const OWN = new Set(["typing", "saving", "kept"]); // what comes before an answer of one's own is saved
const AT_ONCE = new Set(["refused", "kept"]);

export class Announcer {
  constructor(page) {
    this.page = page;
    this.element = el("div", { className: "unseen announced", role: "status", "aria-live": "polite" });
    this.kinds = new Map(); // sheet and path -> the kind of its last note
    this.lastSaved = Number.NEGATIVE_INFINITY;
    this.lastSaid = "";
    page.scope.add(page.doc.onAny((sheet, path) => this.hear(sheet, path)));
  }

  hear(sheet, path) {
    const name = `${sheet}:${path}`;
    const before = this.kinds.get(name);
    const { kind, text } = this.page.doc.note(sheet, path);
    this.kinds.set(name, kind);
    if (kind === before) return;
    if (AT_ONCE.has(kind)) this.sayOnce(text);
    else if (kind === "saved" && OWN.has(before)) this.saySaved(text);
  }

  // Many answers of a dead line say the same; it is said once.
  sayOnce(text) {
    if (text !== this.lastSaid) this.say(text);
  }

  saySaved(text) {
    if (performance.now() - this.lastSaved < SAVED_AGAIN) return;
    this.lastSaved = performance.now();
    this.say(text);
  }

  say(text) {
    this.lastSaid = text;
    this.element.textContent = text;
  }
}
