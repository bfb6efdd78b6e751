// Options in an order, the first the best.
import { button, el } from "./dom.js";
import { grouped } from "./frame.js";

export function drawRank(spot) {
  const placed = el("ol", { className: "placed" });
  const hint = el("p", { className: "hint" });
  const left = el("div", { className: "left" });
  const group = grouped(spot, placed, hint, left);
  spot.watch(() => {
    const focused = spot.page.root.activeElement?.dataset.focus;
    const order = orderOf(spot);
    const rest = spot.field.options.filter(({ id }) => !order.includes(id));
    placed.replaceChildren(...order.map((id, place) => rankedItem(spot, order, id, place)));
    left.replaceChildren(...rest.map(({ id, label }) => leftItem(spot, order, id, label)));
    hint.textContent = rest.length > 0 ? spot.words[order.length > 0 ? "still_to_place" : "rank_first"] : "";
    spot.page.lock(group);
    if (focused) focusAgain(group, focused);
  });
  return group;
}

function orderOf(spot) {
  const known = new Set(spot.field.options.map(({ id }) => id));
  return (spot.value ?? []).filter((id) => known.has(id));
}

function rankedItem(spot, order, id, place) {
  const { label } = spot.field.options.find((option) => option.id === id);
  const act = (words, what, next) =>
    button(words, label, () => next && spot.put(next), {
      className: next ? "quiet changes" : "quiet changes spent",
      "data-focus": `${id} ${what}`,
      "aria-disabled": next ? null : "true",
    });
  const { up, down, take_out } = spot.words;
  const out = order.filter((other) => other !== id);
  return el(
    "li",
    {},
    el("span", { className: "option" }, label),
    act(up, "up", swapped(order, place - 1)),
    act(down, "down", swapped(order, place)),
    act(take_out, "out", out),
  );
}

// The order with the options at `place` and after it changed; null where there are no two.
function swapped(order, place) {
  if (place < 0 || place + 1 >= order.length) return null;
  return order.with(place, order[place + 1]).with(place + 1, order[place]);
}

function leftItem(spot, order, id, label) {
  const attributes = { className: "changes", "data-focus": `${id} left` };
  return el("button", { type: "button", onclick: () => spot.put([...order, id]), ...attributes }, label);
}

// The list was drawn anew: whoever moved an option stays with it; one that left its list gives way to the next.
function focusAgain(group, focused) {
  const [id] = focused.split(" ");
  const same = group.querySelector(`[data-focus="${focused}"]`);
  const next = group.querySelector(".left button") ?? group.querySelector(`[data-focus^="${id} "]`);
  (same ?? next)?.focus({ preventScroll: true });
}
