// A table whose cells are shaded by a level; a cell with notes opens them.
export default function ({ data, parentElement }) {
  const root = parentElement.querySelector(".grid");
  const open = root.querySelector("dialog") || dialog(data); // stays while the table behind it changes
  for (const old of root.querySelectorAll(":scope > :not(dialog)")) old.remove();
  root.prepend(table(data), legend(data));
  if (!open.isConnected) root.append(open);
  if (open.open) fill(open, data, open.dataset);
  root.querySelectorAll("button.cell").forEach((button) => {
    button.onclick = () => {
      Object.assign(open.dataset, button.dataset);
      fill(open, data, button.dataset);
      open.showModal();
    };
  });
}

function el(tag, text, cls) {
  const node = document.createElement(tag);
  if (text !== undefined) node.textContent = text;
  if (cls) node.className = cls;
  return node;
}

function table(data) {
  const node = el("table"),
    head = el("tr");
  node.style.setProperty("--rows", data.rows.length || 1);
  node.append(el("caption", data.caption));
  head.append(el("th", data.corner || ""));
  for (const column of data.columns) {
    const th = el("th", column);
    th.scope = "col";
    th.dir = "auto";
    head.append(th);
  }
  const top = el("thead");
  top.append(head);
  node.append(top);
  const body = el("tbody");
  data.rows.forEach((row, r) => {
    const line = el("tr"),
      th = el("th", row.label);
    th.scope = "row";
    th.dir = "auto";
    line.append(th);
    row.cells.forEach((cell, c) => {
      const td = el("td");
      td.className = `level${cell.level}`;
      if (cell.notes.length) {
        const button = el("button", cell.text, "cell");
        button.dataset.row = r;
        button.dataset.column = c;
        button.setAttribute("aria-label", `${row.label}, ${data.columns[c]}: ${cell.text}. ${data.words.open}`);
        td.append(button);
      } else td.append(el("span", cell.text));
      line.append(td);
    });
    body.append(line);
  });
  node.append(body);
  const scroll = el("div", undefined, "scroll");
  scroll.append(node);
  return scroll;
}

function legend(data) {
  const line = el("p", undefined, "legend");
  for (const entry of data.legend) {
    const item = el("span");
    item.append(el("i", undefined, `swatch level${entry.level}`), document.createTextNode(entry.text));
    line.append(item);
  }
  if (data.rows.some((row) => row.cells.some((cell) => cell.notes.length))) line.append(el("span", data.words.hint));
  return line;
}

function dialog(_data) {
  const node = el("dialog");
  node.onclick = (event) => {
    if (event.target === node) node.close();
  };
  return node;
}

function fill(node, data, at) {
  const row = data.rows[at.row],
    cell = row?.cells[at.column];
  if (!cell) {
    node.close();
    return;
  }
  node.setAttribute("aria-label", `${data.columns[at.column]}, ${row.label}`);
  const close = el("button", data.words.close, "close");
  close.onclick = () => node.close();
  const title = el("h2", `${data.columns[at.column]}: ${cell.text}`);
  title.dir = "auto";
  node.replaceChildren(title, el("p", row.label, "what"));
  for (const note of cell.notes) {
    const text = el("p", note.text, "note");
    text.dir = "auto";
    node.append(el("h3", note.label), text);
  }
  node.append(close);
}
