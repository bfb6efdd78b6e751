// What the sheet kept in this browser goes with whoever leaves: the next one sits down at a clean laptop.
const OURS = /^(outbox|draft):/;
document.querySelector('form[action="/leave"]').addEventListener("submit", () => {
  for (const name of Object.keys(localStorage)) if (OURS.test(name)) localStorage.removeItem(name);
});
