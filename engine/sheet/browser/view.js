// How far somebody had got: the case, the open rows, the places to which they had scrolled. It lasts as long as the
// tab of the browser, and a reload.
export class KeptView {
  constructor({ seat, place }) {
    this.name = `sheet:${seat}:${place.activity}`;
    this.kept = inSession((storage) => JSON.parse(storage.getItem(this.name))) ?? {};
  }

  get(key) {
    return this.kept[key];
  }

  keep(key, value) {
    this.kept[key] = value;
    inSession((storage) => storage.setItem(this.name, JSON.stringify(this.kept)));
  }

  isOpen(sheet, path) {
    return (this.kept.open ?? []).includes(`${sheet}:${path}`);
  }

  keepOpen(sheet, path, isOpen) {
    if (this.isOpen(sheet, path) === isOpen) return;
    const name = `${sheet}:${path}`;
    const others = (this.kept.open ?? []).filter((other) => other !== name);
    this.keep("open", isOpen ? [...others, name] : others);
  }
}

// A browser without storage keeps nothing, and finds nothing.
function inSession(act) {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}
