// Sentences of the case: clicked in its text, or chosen by their numbers.
import { checkboxes } from "./choice_fields.js";
import { el, filled, unseen } from "./dom.js";
import { grouped } from "./frame.js";

export function drawEvidence(spot) {
  const sentences = spot.page.case?.paragraphs.flat() ?? [];
  const options = sentences.map(({ number, text }) => ({ id: number, label: numberOf(spot.words, number, text) }));
  const quoted = el("ul", { className: "quoted" });
  const hint = spot.field.hint ? null : el("p", { className: "hint" }, spot.words.evidence_hint);
  spot.watch(() => {
    const chosen = sentences.filter(({ number }) => (spot.value ?? []).includes(number));
    quoted.replaceChildren(...chosen.map(({ number, text }) => el("li", { dir: "auto" }, `${number}. ${text}`)));
  });
  spot.page.marking.add(spot);
  const element = grouped(spot, hint, checkboxes(spot, options), quoted);
  element.addEventListener("focusin", () => spot.page.marking.choose(spot.path));
  return element;
}

// A number that a screen reader says with its sentence.
function numberOf(words, number, text) {
  const name = filled(words.sentence, { number, text });
  return [el("span", { "aria-hidden": "true" }, String(number)), unseen(name)];
}
