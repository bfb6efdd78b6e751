// A row whose rest opens below it.
import { el, filled, unseen } from "./dom.js";
import { isEmpty } from "./wanted.js";

// Makes `part` open and close by a button, and remember it. `name` is what the button says; `columns` are what the
// part holds, said in short beside the name.
export function opener(page, scope, { path, name, part, columns, about }) {
  const summary = el("span", { className: "summary", dir: "auto" });
  const button = el("button", { type: "button", className: "opener quiet" });
  button.append(
    el("span", { className: "arrow", "aria-hidden": "true" }, "▸"),
    el("span", { className: "more" }, name),
    about ? unseen(about) : "",
    " ",
    summary,
  );
  button.setAttribute("aria-controls", part.id);
  const turn = (isOpen) => {
    part.hidden = !isOpen;
    button.setAttribute("aria-expanded", String(isOpen));
    page.view.keepOpen(page.sheet, path, isOpen);
  };
  button.onclick = () => turn(part.hidden);
  turn(page.view.isOpen(page.sheet, path));
  page.watch(scope, () => {
    summary.textContent = columns
      .map((column) => inShort(page, path, column))
      .filter(Boolean)
      .join(" · ");
  });
  page.openers.set(path, () => turn(true));
  scope.add(() => page.openers.delete(path));
  return button;
}

function inShort(page, row, column) {
  const value = page.doc.value(page.sheet, `${row}/${column.id}`);
  if (isEmpty(column, value)) return "";
  const { words } = page.data;
  if (column.type === "evidence") return filled(words.sentences_chosen, { count: value.length });
  const labels = new Map((column.options ?? []).map(({ id, label }) => [id, label]));
  if (Array.isArray(value)) return value.map((id) => labels.get(id)).join(", ");
  return labels.get(value) ?? String(value);
}
