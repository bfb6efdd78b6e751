// What stands above the questions and stays in sight: what is open, the way to the next of it, the people, the cases.
import { button, el, filled, unseen } from "./dom.js";

export function drawHead({ data }) {
  const { title, instruction, minutes, steps, words } = data;
  const stepOf = (step) =>
    el("li", {}, step.do, " ", el("span", { className: "hint" }, filled(words.minutes, { count: step.minutes })));
  const how = el("details", { className: "how" }, el("summary", {}, filled(words.how_to_work, { minutes })));
  how.append(el("ol", {}, ...steps.map(stepOf)));
  return el("header", { className: "head" }, el("h1", {}, title), el("p", {}, instruction), how);
}

export function drawBar(page) {
  const { words } = page.data;
  const open = el("span", { className: "how_far" });
  const next = button(words.next_open, "", () => page.goToNext(), { className: "quiet next", title: "Alt+N" });
  next.setAttribute("aria-keyshortcuts", "Alt+N");
  const people = el("span", { className: "people" });
  const saved = el("span", { className: "saved" });
  const bar = el("div", { className: "bar_line" }, open, next, saved, people);
  page.watch(page.scope, () => {
    const { count, all } = countOpen(page);
    open.textContent = count > 0 ? filled(words.open_of, { count, all }) : words.all_answered;
    next.hidden = count === 0 || page.isLocked;
    people.textContent = filled(words.in_your_group, { names: namesOf(page).join(", ") });
  });
  page.scope.add(page.doc.onAny((sheet, path) => showNewest(page, saved, sheet, path)));
  return bar;
}

function namesOf({ doc, data }) {
  return doc.people.map((name) => (name === data.me ? filled(data.words.you, { name }) : name));
}

export function countOpen(page) {
  const all = page.data.sheets.map(({ id }) => page.wantedOn(id));
  return {
    count: all.reduce((sum, { open }) => sum + open.length, 0),
    all: all.reduce((sum, { wanted }) => sum + wanted.length, 0),
  };
}

function showNewest(page, saved, sheet, path) {
  const { kind, text } = page.doc.note(sheet, path);
  if (kind === "") return;
  saved.textContent = text;
  saved.className = `saved ${kind}`;
}

// Alt+N from wherever somebody is on the page.
export function listenForNext(page) {
  page.scope.listen(document, "keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.code !== "KeyN" || event.isComposing) return;
    event.preventDefault();
    if (!page.isLocked) page.goToNext();
  });
}

// The cases of the activity, each with what is open in it.
export function drawCases(page, choose) {
  const { words, sheets } = page.data;
  if (!sheets[0].case) return [];
  const choices = sheets.map((sheet) => caseChoice(page, sheet, choose));
  return [el("fieldset", { className: "cases" }, el("legend", {}, words.cases), ...choices)];
}

function caseChoice(page, { id, case: about }, choose) {
  const { words } = page.data;
  const input = el("input", { type: "radio", name: "case", onchange: () => choose(id) });
  const count = el("span", { className: "count" });
  page.watch(page.scope, () => {
    input.checked = page.sheet === id;
    const open = page.wantedOn(id).open.length;
    count.replaceChildren(...countOf(words, open));
    count.hidden = open === 0;
  });
  const name = el("span", { className: "option" }, `${about.number} · ${about.country} `, count);
  return el("label", { className: "choice" }, input, name);
}

// A number that a screen reader says with its word.
function countOf(words, count) {
  return [el("span", { "aria-hidden": "true" }, String(count)), unseen(filled(words.open_count, { count }))];
}

// Case and questions are two tabs where there is no room for both.
export function drawTabs(page, turn) {
  const { words, sheets } = page.data;
  if (!sheets[0].case) return [];
  const tabs = ["case", "questions"].map((tab) => {
    const input = el("input", { type: "radio", name: "tab", onchange: () => turn(tab) });
    page.watch(page.scope, () => {
      input.checked = page.view.get("tab") === tab;
    });
    return el("label", { className: "choice" }, input, el("span", { className: "option" }, words[tab]));
  });
  return [el("fieldset", { className: "tabs" }, el("legend", { className: "unseen" }, words.show_on_screen), ...tabs)];
}
