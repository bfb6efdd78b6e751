// The facilitator moved the room, or this browser may no longer see the sheet: whoever is typing, or has words that are
// not saved, is told and offered the way; everybody else goes at once.
import { button, el } from "./dom.js";

const STILL_TYPING = 8000; // ms after the last key

export class Leaving {
  constructor(words, go) {
    this.go = go;
    this.words = words;
    this.lastKey = Number.NEGATIVE_INFINITY;
    this.text = el("span");
    this.way = button("", "", () => this.go(this.room, true), { className: "main" });
    this.element = el("div", { className: "moved", hidden: true }, this.text, " ", this.way);
  }

  typed() {
    this.lastKey = performance.now();
  }

  // Who has handed in has finished.
  rest() {
    this.lastKey = Number.NEGATIVE_INFINITY;
  }

  // `isHere`: the room is where this sheet is, so that there is nowhere to go.
  moved(room, isHere) {
    this.room = room;
    this.element.hidden = true;
    if (isHere) return "";
    if (performance.now() - this.lastKey > STILL_TYPING) {
      this.go(room, false);
      return "";
    }
    return this.offer(room.shown ? this.words.plenary_shown : this.words.new_activity, this.words.go_there);
  }

  // The words on the screen can still be copied.
  lost(problem, isUnsaved) {
    this.room = null;
    if (isUnsaved || performance.now() - this.lastKey <= STILL_TYPING) return this.offer(problem, this.words.go_on);
    this.go(null, false);
    return "";
  }

  offer(said, way) {
    this.text.textContent = said;
    this.way.textContent = way;
    this.element.hidden = false;
    return said;
  }
}
