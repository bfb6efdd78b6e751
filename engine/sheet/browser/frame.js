// What stands around every answer: its name, its hint, what became of it, and who is writing there.
import { button, copyText, el, unseen } from "./dom.js";
import { isEmpty } from "./wanted.js";

// A group of choices under one name.
export function grouped(spot, ...content) {
  const star = starOf();
  const hint = hintOf(spot);
  const legend = el("legend", {}, ...nameOf(spot, star));
  const element = el("fieldset", { className: "field" }, legend, hint, ...content, noteOf(spot));
  if (hint) element.setAttribute("aria-describedby", hint.id);
  return registered(spot, element, star);
}

// A box under its label; `after` stands below the box.
export function boxed(spot, box, ...after) {
  const star = starOf();
  const hint = hintOf(spot);
  const note = noteOf(spot);
  box.id = spot.id("box");
  box.classList.add("changes");
  box.setAttribute("aria-describedby", [hint?.id, note.id].filter(Boolean).join(" "));
  const label = el("label", { htmlFor: box.id }, ...nameOf(spot, star));
  return registered(spot, el("div", { className: "field" }, label, hint, box, ...after, note), star);
}

const starOf = () => el("span", { className: "star", hidden: true }, " *");

function nameOf({ row, field }, star) {
  const label = field.unit ? `${field.label} (${field.unit})` : field.label;
  const where = row ? unseen(el("span", { className: "row_name" }, row), ": ") : null;
  return [where, el("span", { className: "label" }, label, star)];
}

const hintOf = (spot) =>
  spot.field.hint ? el("p", { className: "hint", id: spot.id("hint") }, spot.field.hint) : null;

function registered(spot, element, star) {
  element.dataset.path = spot.path;
  element.classList.add(spot.field.type);
  spot.page.spots.set(spot.path, { spot, element, star });
  spot.scope.add(() => spot.page.spots.delete(spot.path));
  return element;
}

// The line below an answer. It has its height from the start, so that nothing moves when it says something.
function noteOf(spot) {
  const { page, words } = spot;
  const text = el("span");
  const copy = button(words.copy, spot.field.label, () => copyAnswer(spot), { hidden: true });
  const note = el("div", { className: "note", id: spot.id("note") }, text, " ", copy);
  spot.watch(() => {
    const said = page.doc.note(spot.sheet, spot.path);
    const writer = page.doc.writing(spot.sheet, spot.path);
    const isWriting = writer && !PRESSING.has(said.kind);
    text.textContent = isWriting ? words.is_writing.replace("{name}", () => writer) : said.text;
    note.className = `note ${isWriting ? "writing" : said.kind}`;
    copy.hidden = said.kind !== "refused" || typeof spot.value !== "string" || isEmpty(spot.field, spot.value);
  });
  return note;
}

function copyAnswer({ page, value, words }) {
  copyText(page.root, String(value));
  page.announce(words.copied);
}

const PRESSING = new Set(["refused", "kept"]);
