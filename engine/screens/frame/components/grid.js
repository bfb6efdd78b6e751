// A table whose cells are shaded by a level; a cell with notes opens them.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".grid");
  const dialog = root.querySelector("dialog") || newDialog(); // stays while the table behind it changes
  for (const old of root.querySelectorAll(":scope > :not(dialog)")) old.remove();
  root.prepend(table(data), legend(data));
  if (!dialog.isConnected) root.append(dialog);
  if (dialog.open) fill(dialog, data);
  for (const button of root.querySelectorAll("button.cell")) {
    button.onclick = () => {
      Object.assign(dialog.dataset, button.dataset);
      fill(dialog, data);
      dialog.showModal();
    };
  }
}

function el(tag, attributes, ...children) {
  const node = Object.assign(document.createElement(tag), attributes);
  node.append(...children);
  return node;
}

// What somebody typed has the direction of its own script.
const typed = (tag, text, attributes) => el(tag, { ...attributes, dir: "auto" }, text);

function table(data) {
  const columns = data.columns.map((column) => typed("th", column, { scope: "col" }));
  const head = el("thead", {}, el("tr", {}, el("th"), ...columns));
  const body = el("tbody", {}, ...data.rows.map((row, place) => line(data, row, place)));
  const node = el("table", {}, el("caption", {}, data.caption), head, body);
  node.style.setProperty("--rows", data.rows.length || 1);
  return el("div", { className: "scroll" }, node);
}

function line(data, row, place) {
  const cells = row.cells.map((cell, column) =>
    el("td", { className: `level${cell.level}` }, face(data, cell, { row: place, column })),
  );
  return el("tr", {}, typed("th", row.label, { scope: "row" }), ...cells);
}

// What a cell shows: its text, or a button with it where there are notes to open.
function face(data, cell, at) {
  if (cell.notes.length === 0) return el("span", {}, cell.text);
  const button = el("button", { type: "button", className: "cell" }, cell.text);
  Object.assign(button.dataset, at);
  const where = `${data.rows[at.row].label}, ${data.columns[at.column]}`;
  button.setAttribute("aria-label", `${where}: ${cell.text}. ${data.words.open}`);
  return button;
}

function legend(data) {
  const node = el("p", { className: "legend" });
  for (const { level, text } of data.legend) {
    node.append(el("span", {}, el("i", { className: `swatch level${level}` }), text));
  }
  const hasNotes = data.rows.some((row) => row.cells.some((cell) => cell.notes.length > 0));
  if (hasNotes) node.append(el("span", {}, data.words.hint));
  return node;
}

function newDialog() {
  const node = el("dialog");
  node.onclick = (event) => {
    if (event.target === node) node.close(); // beside what it shows
  };
  return node;
}

// The dialog knows in its dataset which cell it shows; the cell may be gone since it was opened.
function fill(dialog, data) {
  const at = dialog.dataset;
  const row = data.rows[at.row];
  const cell = row?.cells[at.column];
  if (!cell) {
    dialog.close();
    return;
  }
  const column = data.columns[at.column];
  const notes = cell.notes.flatMap((note) => [el("h3", {}, note.label), typed("p", note.text, { className: "note" })]);
  const close = el("button", { type: "button", className: "close" }, data.words.close);
  close.onclick = () => dialog.close();
  dialog.setAttribute("aria-label", `${column}, ${row.label}`);
  dialog.replaceChildren(
    typed("h2", `${column}: ${cell.text}`),
    el("p", { className: "what" }, row.label),
    ...notes,
    close,
  );
}
