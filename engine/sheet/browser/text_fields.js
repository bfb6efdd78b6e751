// Text, saved while it is typed.
import { el } from "./dom.js";
import { boxed } from "./frame.js";
import { bindText } from "./written.js";

export const drawText = (spot) => box(spot, el("input", { type: "text", autocomplete: "off", dir: "auto" }));

export const drawLongText = (spot) => box(spot, el("textarea", { rows: 3, dir: "auto" }));

function box(spot, input) {
  // On paper a box would cut its text.
  const onPaper = el("p", { className: "on_paper", dir: "auto" });
  spot.watch(() => {
    onPaper.textContent = spot.value ?? "";
  });
  const element = boxed(spot, input, onPaper);
  spot.scope.add(bindText(input, spot.page.doc, spot.sheet, spot.path));
  return element;
}
