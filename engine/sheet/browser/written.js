// Makes a box of the page a live one: what is typed is saved, and what others save in it comes in while one types.
import { changeBetween } from "./comparing.js";
import { growing, keepingLine } from "./measured.js";
import { merged, placeAfter } from "./merging.js";
import { History } from "./undo.js";

const PARAGRAPHS = "\n\n"; // between two versions of a whole text
const ONE_LINE = " / ";

// A box for text. The function that is returned ends it, and what was typed is sent.
export function bindText(input, doc, sheet, path) {
  const box = new TextBox(input, doc, sheet, path);
  return () => box.close();
}

// A box for anything else that is typed, such as a number: it is saved while it is typed, and never merged. `read`
// makes a value of its text, and `show` a text of a value. What others save comes in once nobody is in the box.
export function bindTyped(input, doc, [sheet, path], { read, show }) {
  const listening = new AbortController();
  const { signal } = listening;
  const isUsed = () => input.getRootNode().activeElement === input;
  const refresh = () => {
    const text = show(doc.value(sheet, path));
    if (!isUsed() && input.value !== text) input.value = text;
  };
  const typed = () => doc.type(sheet, path, read(input.value));
  input.addEventListener("input", ({ isComposing }) => isComposing || typed(), { signal });
  input.addEventListener("compositionend", typed, { signal });
  input.addEventListener("blur", () => refresh() ?? doc.hurry(), { signal });
  const end = doc.on(sheet, path, refresh);
  input.value = show(doc.value(sheet, path));
  return () => {
    listening.abort();
    end();
  };
}

class TextBox {
  constructor(input, doc, sheet, path) {
    Object.assign(this, { input, doc, sheet, path });
    this.between = input.localName === "textarea" ? PARAGRAPHS : ONE_LINE;
    input.dir = "auto";
    input.value = this.theirs;
    this.text = input.value; // the text about which this box and the document agreed last
    this.history = new History(this.text);
    this.isComposing = false;
    this.ends = [doc.on(sheet, path, () => this.agree()), growing(input)];
    this.listen();
  }

  listen() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const on = (type, act) => this.input.addEventListener(type, act, { signal });
    on("input", ({ isComposing }) => isComposing || this.agree());
    on("compositionstart", () => {
      this.isComposing = true;
    });
    on("compositionend", () => this.composed());
    on("keydown", (event) => this.pressed(event));
    on("beforeinput", (event) => this.asked(event));
    on("blur", () => this.doc.hurry());
    window.addEventListener("pagehide", () => this.composed(), { signal, capture: true });
  }

  get theirs() {
    return this.doc.value(this.sheet, this.path) ?? "";
  }

  // The box and the document come to one text: what was typed, and what others made of it meanwhile. Nothing touches
  // what an input method is composing, and nothing half composed leaves the box.
  agree() {
    if (this.isComposing) return;
    const { input, theirs } = this;
    const mine = input.value;
    if (mine !== this.text) this.history.typed(changeBetween(this.text, mine, input.selectionEnd), performance.now());
    const { text, edits } = merged(this.text, theirs, mine, this.between);
    if (edits.length > 0) {
      this.history.changed(edits);
      this.show(text, edits);
    }
    this.settle(text);
  }

  settle(text) {
    this.text = text;
    if (text !== this.theirs) this.doc.write(this.sheet, this.path, text, this.between);
  }

  composed() {
    this.isComposing = false;
    this.agree();
  }

  // The caret, or what is selected, goes with its letters.
  show(text, edits) {
    const { input } = this;
    const { selectionStart, selectionEnd, selectionDirection } = input;
    const end = placeAfter(selectionEnd, edits);
    const start = selectionStart === selectionEnd ? end : placeAfter(selectionStart, edits, true);
    this.put(text, Math.min(start, end), end, selectionDirection);
  }

  put(text, start, end = start, direction = "none") {
    const { input } = this;
    keepingLine(input, text, end, () => {
      input.value = text;
      if (input.getRootNode().activeElement === input) input.setSelectionRange(start, end, direction);
    });
    input.dispatchEvent(new CustomEvent("shown")); // for what grows with its text
  }

  pressed(event) {
    const { key, code, ctrlKey, metaKey, altKey, shiftKey, isComposing } = event;
    if (!(ctrlKey || metaKey) || altKey || isComposing) return;
    const isLatin = key.length === 1 && key <= "~";
    const letter = isLatin ? key.toLowerCase() : code.slice(-1).toLowerCase(); // on a keyboard of another script
    if (letter === "z") this.turn(event, shiftKey ? "redo" : "undo");
    else if (letter === "y" && ctrlKey) this.turn(event, "redo");
  }

  // The browser's menu, a shake of a phone.
  asked(event) {
    if (event.inputType === "historyUndo") this.turn(event, "undo");
    else if (event.inputType === "historyRedo") this.turn(event, "redo");
  }

  // Takes back, or does again, what its owner did here. What others wrote stays.
  turn(event, way) {
    event.preventDefault();
    if (this.input.readOnly) return;
    const place = this.history[way]();
    if (place === null) return;
    this.put(this.history.text, place);
    this.settle(this.history.text);
  }

  close() {
    this.composed();
    this.listening.abort();
    for (const end of this.ends) end();
    this.doc.hurry();
  }
}
