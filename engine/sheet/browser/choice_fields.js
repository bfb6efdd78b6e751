// One of several options, or any number of them.
import { el } from "./dom.js";
import { boxed, grouped } from "./frame.js";

const LETTERS_FIT = 130; // of all options together; more make a list that opens

export function standInLine(options) {
  return options.reduce((sum, { label }) => sum + label.length, 0) <= LETTERS_FIT;
}

export function drawSelectOne(spot) {
  const { options } = spot.field;
  return standInLine(options) ? grouped(spot, radios(spot, options)) : selectBox(spot, options);
}

// Choosing the chosen option again takes it back, and so does the key that deletes.
export function radios(spot, options) {
  const inputs = new Map();
  for (const { id } of options) {
    const input = el("input", { type: "radio", name: `${spot.sheet}:${spot.path}`, className: "changes" });
    input.onclick = () => spot.put(spot.value === id ? null : id);
    inputs.set(id, input);
  }
  const list = el("div", { className: "options" }, ...options.map(({ id, label }) => choice(inputs.get(id), label)));
  list.onkeydown = (event) => {
    if (event.key === "Delete" || event.key === "Backspace") spot.put(null);
  };
  spot.watch(() => {
    for (const [id, input] of inputs) input.checked = spot.value === id;
  });
  return list;
}

export const choice = (input, ...label) =>
  el("label", { className: "choice" }, input, el("span", { className: "option" }, ...label));

function selectBox(spot, options) {
  const first = el("option", { value: "" }, spot.words.choose);
  const box = el("select", {}, first, ...options.map(({ id, label }) => el("option", { value: id }, label)));
  box.onchange = () => spot.put(box.value || null);
  spot.watch(() => {
    box.value = spot.value ?? "";
  });
  return boxed(spot, box);
}

export function drawSelectMultiple(spot) {
  const { options } = spot.field;
  const labels = options.map(({ id, label }) => ({ id, label: [label] }));
  return grouped(spot, checkboxes(spot, labels));
}

// `options` are [{id, label: [what stands beside its box]}]; the answer keeps their order.
export function checkboxes(spot, options) {
  const inputs = new Map(options.map(({ id }) => [id, el("input", { type: "checkbox", className: "changes" })]));
  const picked = () => options.map(({ id }) => id).filter((id) => inputs.get(id).checked);
  const list = el("div", { className: "options" });
  list.append(...options.map(({ id, label }) => choice(inputs.get(id), ...label)));
  list.onchange = () => spot.put(picked());
  spot.watch(() => {
    for (const [id, input] of inputs) input.checked = (spot.value ?? []).includes(id);
  });
  return list;
}
