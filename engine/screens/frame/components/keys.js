// Turns slides by the keys of a keyboard or of a presenter's clicker, over a plain route of the server: every
// press counts, however fast they come, and no page is drawn again but those that show the slide.
const listeners = new WeakMap();
const LONGEST = 8000; // ms that the server may take for an answer
const STEPS = {
  ArrowRight: 1,
  ArrowDown: 1,
  PageDown: 1,
  Enter: 1,
  " ": 1,
  ArrowLeft: -1,
  ArrowUp: -1,
  PageUp: -1,
  Backspace: -1,
  Home: -1000,
  End: 1000,
};
const SCROLLS = new Set(["ArrowDown", "ArrowUp", "Enter", " ", "Backspace", "Home", "End"]); // a page with more on it
const OWN_KEYS = `input, textarea, select, [contenteditable], [role=tab], [role=radio], [role=slider],
  [role=combobox], [role=listbox], [role=menuitem]`; // what does something of its own with these keys

export default function ({ data, parentElement, setTriggerValue }) {
  let listener = listeners.get(parentElement);
  if (!listener) {
    listener = new Listener(parentElement.querySelector(".keys"));
    listeners.set(parentElement, listener);
  }
  listener.leave = () => setTriggerValue("left", true);
  listener.update(data);
  return () => {
    listener.stop();
    listeners.delete(parentElement);
  };
}

function wholeScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.().catch(() => null); // refused: the slide stays as large as it is
}

// Whether the key means something else where it was pressed, or to the browser.
function isMeantOtherwise(event, at) {
  const isTaken = event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey;
  return isTaken || at?.closest(OWN_KEYS) || document.querySelector("[role=dialog]");
}

class Listener {
  constructor(root) {
    this.root = root;
    this.data = {};
    this.line = Promise.resolve(); // one press after the other, so that they arrive in order
    this.listening = new AbortController();
    root.querySelector("button").onclick = wholeScreen;
    document.addEventListener("keydown", (event) => this.hear(event), { signal: this.listening.signal });
  }

  stop() {
    this.listening.abort();
  }

  update(data) {
    this.data = data;
    this.root.querySelector(".hint").textContent = data.hint;
    const button = this.root.querySelector("button");
    button.textContent = data.whole_screen;
    button.hidden = !data.is_alone;
  }

  hear(event) {
    const target = event.composedPath()[0];
    const at = target instanceof Element ? target : null;
    if (isMeantOtherwise(event, at)) return;
    if (event.key in STEPS) this.step(event, at);
    else if (this.data.is_alone) this.command(event.key);
  }

  step(event, at) {
    if (SCROLLS.has(event.key) && (!this.data.is_alone || at?.closest("button, a, summary"))) return;
    event.preventDefault();
    this.turn(STEPS[event.key]);
  }

  command(key) {
    if (key === "Escape") this.leave();
    else if (key.toLowerCase() === "f") wholeScreen();
  }

  turn(step) {
    const { workshop, deck } = this.data;
    this.line = this.line.then(() => this.send({ workshop, deck, step }));
  }

  async send(turn) {
    const said = this.root.querySelector(".said");
    try {
      const signal = AbortSignal.timeout(LONGEST);
      const reply = await fetch("/slides/turn", { method: "POST", body: JSON.stringify(turn), signal });
      said.textContent = reply.ok ? "" : (await reply.json()).problem;
    } catch {
      said.textContent = this.data.offline;
    }
  }
}
