// Keeps a text in this tab of the browser and gives it back to a server that has none (the page was loaded
// anew), and goes to the top of the page when what stands there has changed.
const steps = new WeakMap();

export default function ({ data, parentElement, setTriggerValue }) {
  keep(data, (text) => setTriggerValue("found", text));
  const before = steps.get(parentElement);
  steps.set(parentElement, data.step);
  if (before !== undefined && before !== data.step) document.querySelector('[data-testid="stMain"]')?.scrollTo(0, 0);
}

function keep({ name, text }, giveBack) {
  try {
    const kept = sessionStorage.getItem(name);
    if (text) sessionStorage.setItem(name, text);
    else if (kept) giveBack(kept);
  } catch {
    // a browser without storage keeps nothing
  }
}
