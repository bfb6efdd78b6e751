// A text box that saves by itself while somebody types, over a plain route of the server. `place` says where it
// belongs and `address` which route takes it.
// The text in the box is never overwritten while it holds something that is not saved.
const boxes = new WeakMap();
const PAUSE = 800; // ms after the last key
const RETRY = 3000; // ms after a failed try
const LONGEST = 8000; // ms that a try may take; a line may be dead without anybody telling

export default function ({ data, parentElement }) {
  let box = boxes.get(parentElement);
  if (!box || box.name !== nameOf(data)) {
    if (box) box.leave();
    box = make(parentElement, data);
    boxes.set(parentElement, box);
  }
  box.update(data);
  return () => {
    box.leave();
    boxes.delete(parentElement);
  };
}

const nameOf = (d) => ["draft", ...Object.values(d.place)].join(":");

function make(root, first) {
  const label = root.querySelector("label"),
    hint = root.querySelector(".hint"),
    status = root.querySelector(".status");
  const old = root.querySelector("textarea, input");
  const input = document.createElement(first.lines > 1 ? "textarea" : "input");
  input.id = old ? old.id : "text";
  input.dir = "auto";
  input.setAttribute("aria-describedby", "status");
  if (old) old.replaceWith(input);
  const box = { name: nameOf(first), data: first };
  let base = first.revision,
    known = first.value || "",
    merge = null,
    timer = null,
    sending = false,
    again = false,
    last = [];

  const dirty = () => input.value !== known;
  const say = (text, kind) => {
    status.textContent = text;
    status.className = `status ${kind || ""}`;
  };
  const keep = () => {
    try {
      localStorage.setItem(box.name, JSON.stringify({ text: input.value, base }));
    } catch {}
  };
  const forget = () => {
    try {
      localStorage.removeItem(box.name);
    } catch {}
  };
  const draft = () => {
    try {
      return JSON.parse(localStorage.getItem(box.name));
    } catch {
      return null;
    }
  };
  const body = () =>
    JSON.stringify({
      ...box.data.place,
      value: input.value,
      base,
    });
  const clock = (iso) =>
    new Date(iso).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false });
  const saySaved = (iso, author) => {
    last = [iso, author];
    if (!iso) return say("");
    const words = author ? box.data.words.saved_by : box.data.words.saved;
    say(
      words.replace("{time}", clock(iso)).replace("{name}", () => author || ""),
      "saved",
    );
  };
  const set = (text) => {
    if (input.value === text) return;
    const [start, end] = [input.selectionStart, input.selectionEnd];
    input.value = text;
    if (root.activeElement === input) input.setSelectionRange(Math.min(start, text.length), Math.min(end, text.length));
  };
  const adopt = (text, revision) => {
    known = text;
    base = revision;
    merge = null;
    set(text);
  };

  async function save() {
    clearTimeout(timer);
    if (!dirty() && !sending) {
      forget();
      saySaved(...last);
    } // typed, and taken back
    if (!dirty() || box.data.locked) return;
    if (sending) {
      again = true;
      return;
    }
    sending = true;
    const text = input.value;
    say(box.data.words.saving);
    try {
      const reply = await fetch(box.data.address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: body(),
        signal: AbortSignal.timeout(LONGEST),
      });
      const said = await reply.json();
      if (reply.ok) taken(text, said);
      else {
        say(said.problem, "problem");
        if (said.retry) timer = setTimeout(save, RETRY);
      }
    } catch {
      say(box.data.words.offline, "problem");
      timer = setTimeout(save, RETRY);
    }
    sending = false;
    if (again) {
      again = false;
      save();
    }
  }

  function taken(text, said) {
    known = text;
    base = said.mine;
    merge = said.value !== text ? { text: said.value, revision: said.revision } : null;
    if (!merge) base = said.revision;
    if (dirty()) {
      keep();
      timer = setTimeout(save, PAUSE);
      return;
    }
    forget();
    saySaved(said.saved_at);
    if (merge && root.activeElement !== input) adopt(merge.text, merge.revision);
  }

  function leave() {
    clearTimeout(timer);
    if (dirty() && !box.data.locked) {
      keep();
      navigator.sendBeacon(box.data.address, body());
    }
  }
  const onLeave = () => {
    if (document.visibilityState === "hidden") leave();
    else save();
  };

  input.oninput = () => {
    keep();
    if (status.textContent !== box.data.words.typing) say(box.data.words.typing);
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  };
  input.onblur = () => {
    if (dirty()) save();
    else if (merge) adopt(merge.text, merge.revision);
  };
  window.addEventListener("pagehide", leave);
  document.addEventListener("visibilitychange", onLeave);

  box.leave = () => {
    leave();
    window.removeEventListener("pagehide", leave);
    document.removeEventListener("visibilitychange", onLeave);
  };
  box.update = (data) => {
    const wasLocked = box.data.locked;
    box.data = data;
    label.textContent = data.label;
    hint.textContent = data.hint || "";
    hint.hidden = !data.hint;
    if (data.lines > 1) input.rows = data.lines;
    input.readOnly = data.locked;
    const theirs = data.value || "";
    if (dirty() && data.locked) say(data.words.locked, "problem");
    else if (dirty() && wasLocked) timer = setTimeout(save, 50);
    if (data.revision > base) {
      if (!dirty()) {
        adopt(theirs, data.revision);
        saySaved(data.saved_at, data.author);
      } else if (theirs !== input.value && !sending)
        say(
          data.words.both.replace("{name}", () => data.author),
          "notice",
        );
    } else if (!dirty() && !merge && !status.textContent) saySaved(data.saved_at, data.author);
  };

  input.value = known;
  const unsent = draft();
  if (unsent && unsent.text !== known) {
    input.value = unsent.text;
    base = unsent.base;
    timer = setTimeout(save, 50);
  } else forget();
  return box;
}
