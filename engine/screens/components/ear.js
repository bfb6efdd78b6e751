// Asks for its part of the page to be drawn again when the listener heard that it changed.
const ears = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  let ear = ears.get(parentElement);
  if (!ear) {
    ear = { hear: (event) => { if (event.detail === ear.part) ear.ask("heard", true); } };
    document.addEventListener("part-changed", ear.hear);
    ears.set(parentElement, ear);
  }
  ear.part = data.part;
  ear.ask = setTriggerValue;
  return () => { document.removeEventListener("part-changed", ear.hear); ears.delete(parentElement); };
}
