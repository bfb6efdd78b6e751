// Functions that are called when something changes.
export class Listeners {
  constructor() {
    this.calls = new Map(); // name -> functions
  }

  // The function that is returned ends it.
  add(name, fn) {
    const call = (...told) => fn(...told); // the same function may listen twice
    const calls = this.calls.get(name) ?? new Set();
    this.calls.set(name, calls.add(call));
    return () => calls.delete(call);
  }

  tell(name, ...told) {
    for (const call of [...(this.calls.get(name) ?? [])]) call(...told);
  }
}
