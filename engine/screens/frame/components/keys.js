// Turns slides by the keys of a keyboard or of a presenter's clicker, over a plain route of the server: every
// press counts, however fast they come, and no page is drawn again but those that show the slide.
const listeners = new WeakMap();
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
  const root = parentElement.querySelector(".keys");
  let listener = listeners.get(parentElement);
  if (!listener) {
    listener = make(root);
    listeners.set(parentElement, listener);
  }
  listener.data = data;
  listener.leave = () => setTriggerValue("left", true);
  root.querySelector(".hint").textContent = data.hint;
  const button = root.querySelector("button");
  button.textContent = data.whole_screen;
  button.hidden = !data.is_alone;
  return () => {
    listener.stop();
    listeners.delete(parentElement);
  };
}

function make(root) {
  const listener = { data: {}, leave: () => {} };
  let line = Promise.resolve(); // one after the other, so that they arrive in order

  const turn = (step) => {
    const { workshop, deck } = listener.data;
    line = line.then(() => send({ workshop, deck, step }));
  };
  const send = async (body) => {
    const said = root.querySelector(".said");
    try {
      const reply = await fetch("/slides/turn", {
        method: "POST",
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(8000),
      });
      said.textContent = reply.ok ? "" : (await reply.json()).problem;
    } catch {
      said.textContent = listener.data.offline;
    }
  };
  const wholeScreen = () => {
    if (document.fullscreenElement) document.exitFullscreen();
    else document.documentElement.requestFullscreen?.().catch(() => {});
  };
  const onKey = (event) => {
    const at = event.composedPath()[0];
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (at instanceof Element && at.closest(OWN_KEYS)) return;
    if (document.querySelector("[role=dialog]")) return;
    const isButton = at instanceof Element && at.closest("button, a, summary");
    if (event.key in STEPS) {
      if (SCROLLS.has(event.key) && (!listener.data.is_alone || isButton)) return;
      event.preventDefault();
      turn(STEPS[event.key]);
    } else if (listener.data.is_alone && event.key === "Escape") {
      listener.leave();
    } else if (listener.data.is_alone && event.key.toLowerCase() === "f") {
      wholeScreen();
    }
  };
  root.querySelector("button").onclick = wholeScreen;
  document.addEventListener("keydown", onKey);
  listener.stop = () => document.removeEventListener("keydown", onKey);
  return listener;
}
