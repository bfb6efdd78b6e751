// A text box that saves by itself while somebody types, over a plain route of the server. `place` says where it
// belongs and `address` which route takes it.
// The text in the box is never overwritten while it holds something that is not saved.
const boxes = new WeakMap();
const SOON = 50; // ms until a text is sent that could not be sent before
const PAUSE = 800; // ms after the last key
const RETRY = 3000; // ms after a failed try
const LONGEST = 8000; // ms that a try may take; a line may be dead without anybody telling
const TAB = Math.random().toString(36).slice(2, 14).padEnd(8, "0"); // the name of this window, until it is loaded anew
let numbers = 0; // of the texts that this window sent
const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false };

export default function ({ data, parentElement }) {
  let box = boxes.get(parentElement);
  if (box?.name !== nameOf(data)) {
    box?.close();
    box = new TextBox(parentElement, data);
    boxes.set(parentElement, box);
  }
  box.update(data);
  return () => {
    box.close();
    boxes.delete(parentElement);
  };
}

const nameOf = (data) => ["draft", ...Object.values(data.place)].join(":");
const timeOf = (moment) => new Date(moment).toLocaleTimeString([], CLOCK);

// A browser without storage keeps nothing, and finds nothing.
function inStorage(act) {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

// A box of one line or of several, in the place of an earlier one.
function putInput(root, lines) {
  const old = root.querySelector("textarea, input");
  const input = document.createElement(lines > 1 ? "textarea" : "input");
  input.id = old ? old.id : "text";
  input.dir = "auto";
  input.setAttribute("aria-describedby", "status");
  if (old) old.replaceWith(input);
  return input;
}

class TextBox {
  constructor(root, data) {
    this.root = root;
    this.name = nameOf(data);
    this.data = data;
    this.input = putInput(root, data.lines);
    this.label = root.querySelector("label");
    this.hint = root.querySelector(".hint");
    this.status = root.querySelector(".status");
    this.known = data.value || ""; // the text that the server has, as far as this box knows
    this.base = data.revision; // the revision that the text in the box was made from
    this.merge = null; // what the server made of this text and of somebody else's; shown once nobody is in the box
    this.stamp = { tab: TAB, number: 0 }; // which window the text in the box is from, and its number there
    this.stamped = this.known; // the text that has this number
    this.lastSaved = []; // when, and by whom
    this.isSending = false;
    this.isWaiting = false; // something is to be sent after what is being sent
    this.timer = null;
    this.listening = new AbortController();
    this.input.value = this.known;
    this.listen();
    this.restore();
  }

  get isDirty() {
    return this.input.value !== this.known;
  }

  listen() {
    const { signal } = this.listening;
    this.input.oninput = () => this.typed();
    this.input.onblur = () => this.left();
    window.addEventListener("pagehide", () => this.deliver(), { signal });
    document.addEventListener("visibilitychange", () => this.hiddenOrShown(), { signal });
  }

  hiddenOrShown() {
    if (document.visibilityState === "hidden") this.deliver();
    else this.save();
  }

  // A text that was never acknowledged comes back, with the revision that it was made from. It goes out once more as
  // the window sent it that had it before, since it may have arrived.
  restore() {
    const draft = inStorage((storage) => JSON.parse(storage.getItem(this.name)));
    if (draft && draft.text !== this.known) {
      this.input.value = draft.text;
      this.stamped = draft.text;
      this.base = draft.base;
      this.stamp = draft.stamp || this.stamp;
      this.saveIn(SOON);
    } else this.forget();
  }

  typed() {
    this.keep();
    if (this.status.textContent !== this.data.words.typing) this.say(this.data.words.typing);
    clearTimeout(this.timer);
    this.saveIn(PAUSE);
  }

  left() {
    if (this.isDirty) this.save();
    else if (this.merge) this.adopt(this.merge.text, this.merge.revision);
  }

  keep() {
    const draft = { text: this.input.value, base: this.base, stamp: this.stampOf(this.input.value) };
    inStorage((storage) => storage.setItem(this.name, JSON.stringify(draft)));
  }

  forget() {
    inStorage((storage) => storage.removeItem(this.name));
  }

  saveIn(wait) {
    this.timer = setTimeout(() => this.save(), wait);
  }

  async save() {
    clearTimeout(this.timer);
    if (!(this.isDirty || this.isSending)) this.takenBack();
    if (!this.isDirty || this.data.locked) return;
    if (this.isSending) {
      this.isWaiting = true;
      return;
    }
    this.isSending = true;
    await this.send(this.isForeign ? this.stamped : this.input.value);
    this.isSending = false;
    if (this.isWaiting) {
      this.isWaiting = false;
      this.save();
    }
  }

  // Something was typed, and then the text was again as it is saved.
  takenBack() {
    this.forget();
    this.saySaved(...this.lastSaved);
  }

  async send(text) {
    this.say(this.data.words.saving);
    try {
      const reply = await fetch(this.data.address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: this.message(text),
        signal: AbortSignal.timeout(LONGEST),
      });
      const said = await reply.json();
      if (reply.ok) this.taken(text, said);
      else this.refused(said);
    } catch {
      this.say(this.data.words.offline, "problem");
      this.saveIn(RETRY);
    }
  }

  get isForeign() {
    return this.stamp.tab !== TAB;
  }

  // The window and the number of a text: the same for the same text, so that one that is sent twice counts once.
  stampOf(text) {
    if (text !== this.stamped && this.isForeign) return { ...this.stamp, number: this.stamp.number + 1 };
    if (text !== this.stamped || !this.stamp.number) {
      numbers += 1;
      this.stamp = { tab: TAB, number: numbers };
      this.stamped = text;
    }
    return this.stamp;
  }

  message(text) {
    return JSON.stringify({ ...this.data.place, value: text, base: this.base, ...this.stampOf(text) });
  }

  refused(said) {
    this.say(said.problem, "problem");
    if (said.retry) this.saveIn(RETRY);
  }

  // The server has the text that was sent; meanwhile somebody may have typed on.
  taken(text, said) {
    const isMerged = said.value !== text;
    this.known = text;
    if (this.isForeign) this.stamp = { tab: TAB, number: 0 };
    this.base = isMerged ? said.mine : said.revision;
    this.merge = isMerged ? { text: said.value, revision: said.revision } : null;
    if (this.isDirty) {
      this.keep();
      this.saveIn(PAUSE);
      return;
    }
    this.forget();
    this.saySaved(said.saved_at);
    if (this.merge && this.root.activeElement !== this.input) this.adopt(this.merge.text, this.merge.revision);
  }

  // The text of the server stands in the box, which holds nothing that is not saved.
  adopt(text, revision) {
    this.known = text;
    this.base = revision;
    this.merge = null;
    if (this.input.value === text) return;
    const places = [this.input.selectionStart, this.input.selectionEnd].map((place) => Math.min(place, text.length));
    this.input.value = text;
    if (this.root.activeElement === this.input) this.input.setSelectionRange(...places);
  }

  // The page goes, perhaps for good: a beacon arrives even so, and the draft stays in case it does not.
  deliver() {
    clearTimeout(this.timer);
    if (!this.isDirty || this.data.locked) return;
    this.keep();
    navigator.sendBeacon(this.data.address, this.message(this.input.value));
  }

  close() {
    this.deliver();
    this.listening.abort();
  }

  update(data) {
    const wasLocked = this.data.locked;
    this.data = data;
    this.draw();
    if (this.isDirty && data.locked) this.say(data.words.locked, "problem");
    else if (this.isDirty && wasLocked) this.saveIn(SOON);
    if (data.revision > this.base) this.hear();
    else if (!this.isDirty && !this.merge && !this.status.textContent) this.saySaved(data.saved_at, data.author);
  }

  draw() {
    const { label, hint, lines, locked } = this.data;
    this.label.textContent = label;
    this.hint.textContent = hint || "";
    this.hint.hidden = !hint;
    if (lines > 1) this.input.rows = lines;
    this.input.readOnly = locked;
  }

  // Somebody else has written here.
  hear() {
    const { value, revision, saved_at, author, words } = this.data;
    const theirs = value || "";
    if (!this.isDirty) {
      this.adopt(theirs, revision);
      this.saySaved(saved_at, author);
    } else if (theirs !== this.input.value && !this.isSending) {
      const said = words.both.replace("{name}", () => author);
      this.say(said, "notice");
    }
  }

  saySaved(moment, author) {
    this.lastSaved = [moment, author];
    if (!moment) {
      this.say("");
      return;
    }
    const words = author ? this.data.words.saved_by : this.data.words.saved;
    const said = words.replace("{time}", timeOf(moment)).replace("{name}", () => author || "");
    this.say(said, "saved");
  }

  say(text, kind = "") {
    this.status.textContent = text;
    this.status.className = `status ${kind}`;
  }
}
