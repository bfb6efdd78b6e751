// The facilitator moved the room: whoever is typing finishes and is offered the way, everybody else goes at once.
import { button, el } from "./dom.js";

const STILL_TYPING = 8000; // ms after the last key

export class Leaving {
  constructor(words, go) {
    this.go = go;
    this.words = words;
    this.lastKey = Number.NEGATIVE_INFINITY;
    this.text = el("span");
    this.way = button("", "", () => this.go(this.room), { className: "main" });
    this.element = el("div", { className: "moved", hidden: true }, this.text, " ", this.way);
  }

  typed() {
    this.lastKey = performance.now();
  }

  // `isHere`: the room is where this sheet is, so that there is nowhere to go.
  moved(room, isHere) {
    this.room = room;
    this.element.hidden = true;
    if (isHere) return "";
    if (performance.now() - this.lastKey > STILL_TYPING) {
      this.go(room);
      return "";
    }
    const said = room.shown ? this.words.plenary_shown : this.words.new_activity;
    this.text.textContent = said;
    this.way.textContent = this.words.go_there;
    this.element.hidden = false;
    return said;
  }
}
