// Which answer takes the sentences that are clicked in the case: that of the row in which somebody works.
export class Marking {
  constructor(page, scope) {
    this.page = page;
    this.spots = new Map(); // field path -> the place of an evidence field
    this.active = null;
    this.scope = scope;
  }

  // A sheet with one such answer needs nobody to choose it.
  add(spot) {
    this.spots.set(spot.path, spot);
    spot.scope.add(() => this.spots.delete(spot.path));
    this.active = this.spots.size === 1 && !spot.row ? spot.path : null;
  }

  choose(path) {
    if (this.active === path) return;
    this.active = path;
    this.page.changed();
  }

  chooseIn(row) {
    const path = [...this.spots.keys()].find((name) => name.startsWith(`${row}/`));
    if (path) this.choose(path);
  }

  get spot() {
    return this.spots.get(this.active) ?? null;
  }

  get chosen() {
    return new Set(this.spot?.value ?? []);
  }

  // The sentences that other rows use.
  get used() {
    const others = [...this.spots.values()].filter((spot) => spot !== this.spot);
    return new Set(others.flatMap(({ value }) => value ?? []));
  }

  toggle(number) {
    const { spot, chosen } = this;
    if (!spot) return;
    if (!chosen.delete(number)) chosen.add(number);
    spot.put([...chosen].sort((one, other) => one - other));
  }
}
