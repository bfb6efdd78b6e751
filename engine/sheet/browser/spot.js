// A place of the sheet that holds one answer: what each drawing module is given.
export class Spot {
  // `row` is the name of the row in which it stands, or ""; `scope` ends when it is no longer shown.
  constructor(page, scope, { path, field, row }) {
    this.page = page;
    this.scope = scope;
    this.sheet = page.sheet;
    this.path = path;
    this.field = field;
    this.row = row;
    this.words = page.data.words;
  }

  get value() {
    return this.page.doc.value(this.sheet, this.path);
  }

  put(value) {
    if (!this.page.isLocked) this.page.doc.put(this.sheet, this.path, value);
  }

  // The id of one of its elements, which no other place of the sheet has.
  id(part) {
    return `${this.path.replaceAll("/", "-")}-${part}`;
  }

  // Calls `refresh` now and whenever the answer, its note or its writer has changed.
  watch(refresh) {
    refresh();
    this.scope.add(this.page.doc.on(this.sheet, this.path, refresh));
  }
}
