// The case: its sentences are marked as evidence by clicking them; the keyboard has their numbers in the answers.
import { el, filled } from "./dom.js";

export function drawCase(page, scope) {
  const { words } = page.data;
  const { title, country, source, paragraphs } = page.case;
  const texts = paragraphs.map((sentences) => el("p", { dir: "auto" }, ...sentences.flatMap(sentenceOf)));
  const target = el("p", { className: "marking" });
  const attributes = { className: "case", role: "region", tabIndex: 0, "aria-label": words.case };
  const head = [el("h2", {}, title), el("p", { className: "hint" }, `${country} · ${source}`)];
  const box = el("div", attributes, ...head, target, ...texts);
  box.onclick = (event) => markClicked(page, event);
  page.watch(scope, () => {
    showTarget(page, target);
    showMarks(page, box);
  });
  return box;
}

const sentenceOf = ({ number, text }) => {
  const name = el("b", { className: "number" }, String(number));
  return [el("span", { className: "sentence", "data-number": number }, name, "\u00a0", text), " "];
};

// Whoever selects words of the case to copy them marks nothing.
function markClicked(page, event) {
  const sentence = event.target.closest(".sentence");
  const selection = page.root.getSelection?.() ?? document.getSelection();
  if (sentence && selection.isCollapsed) page.marking.toggle(Number(sentence.dataset.number));
}

function showTarget(page, target) {
  const { marking, isLocked } = page;
  const { words } = page.data;
  target.hidden = marking.spots.size === 0 || isLocked;
  const { row, field } = marking.spot ?? {};
  target.textContent = field ? filled(words.marking_for, { row: row || field.label }) : words.open_to_mark;
}

function showMarks(page, box) {
  const { chosen, used, spot } = page.marking;
  box.classList.toggle("marks", spot !== null && !page.isLocked);
  for (const sentence of box.querySelectorAll(".sentence")) {
    const number = Number(sentence.dataset.number);
    sentence.classList.toggle("chosen", chosen.has(number));
    sentence.classList.toggle("used", used.has(number) && !chosen.has(number));
  }
}
