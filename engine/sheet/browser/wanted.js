// Which places of a sheet there are and which want an answer; the server counts by the same rules
// (engine/fields, engine/workshop/progress.py). `entries` is a Map: field path -> {value, revision}.
const NOTHING = { value: null, revision: 0 };

export function isEmpty(field, value) {
  if (value === null || value === undefined) return true;
  if (field.type === "text" || field.type === "long_text") return String(value).trim() === "";
  return value === "" || value.length === 0;
}

// Every place that can hold an answer now, in the order of the sheet: [{path, field, row}].
export function placesOf(fields, entries) {
  return fields.flatMap((field) => {
    if (field.type === "note") return [];
    if (!field.columns) return [{ path: field.id, field, row: "" }];
    return rowsNow(field, entries).flatMap((row) =>
      field.columns.map((column) => ({ path: `${row.path}/${column.id}`, field: column, row: row.label })),
    );
  });
}

// The places that want an answer: {wanted: [place], open: [place]}, `open` those that have none yet.
export function wantedOf(fields, entries) {
  const wanted = placesOf(fields, entries).filter((place) => isWanted(place, entries));
  const open = wanted.filter(({ path, field }) => isEmpty(field, entries.get(path)?.value));
  return { wanted, open };
}

export function isWanted({ path, field }, entries) {
  if (field.required) return true;
  const beside = path.slice(0, path.lastIndexOf("/") + 1);
  const conditions = Object.entries(field.required_if ?? {});
  return conditions.length > 0 && conditions.every(([id, option]) => entries.get(beside + id)?.value === option);
}

// The rows of a table, from top to bottom: [{id, path, label}]. A row that somebody wrote in after another
// removed it is there again.
export function rowsNow(table, entries) {
  if (table.rows) return table.rows.map(({ id, label }) => ({ id, path: `${table.id}/${id}`, label }));
  const rows = [...cellsOf(table, entries)].filter(([id, cells]) => !isRemoved(table, id, cells, entries));
  return rows.map(([id], place) => ({ id, path: `${table.id}/${id}`, label: `${table.row_label} ${place + 1}` }));
}

// The path of the row that was removed last of those with something in them, or null.
export function removedRow(table, entries) {
  const removed = [...cellsOf(table, entries)]
    .filter(([id, cells]) => isRemoved(table, id, cells, entries) && cells.some(holdsSomething))
    .map(([id]) => `${table.id}/${id}`);
  const revision = (path) => entries.get(path).revision;
  return removed.reduce((last, path) => (last && revision(last) >= revision(path) ? last : path), null);
}

// What stands in each row that an open table ever had: Map row id -> entries of its cells.
function cellsOf(table, entries) {
  const rows = new Map();
  for (const [path, entry] of entries) {
    const [head, row, cell] = path.split("/");
    if (head === table.id && row) {
      if (!rows.has(row)) rows.set(row, []);
      if (cell) rows.get(row).push(entry);
    }
  }
  return rows;
}

function isRemoved(table, id, cells, entries) {
  const mark = entries.get(`${table.id}/${id}`) ?? NOTHING;
  return mark.value === false && cells.every((cell) => cell.revision <= mark.revision);
}

const holdsSomething = ({ value }) => !(value === null || value === "" || value?.length === 0);
