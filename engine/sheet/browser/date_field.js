// A day of the calendar.
import { el } from "./dom.js";
import { boxed } from "./frame.js";

export function drawDate(spot) {
  const { earliest, latest } = spot.field;
  const box = el("input", { type: "date", min: earliest, max: latest });
  const inWords = el("p", { className: "hint" });
  const keep = () => {
    if (box.value !== (spot.value ?? "")) spot.put(box.value || null);
  };
  // While a year is being typed, its first digits make other years: only what fits is sent before the box is left.
  box.onchange = () => box.validity.valid && keep();
  box.onblur = keep;
  spot.watch(() => {
    if (spot.page.root.activeElement !== box) box.value = spot.value ?? "";
    inWords.textContent = dayInWords(spot.value, spot.page.data.language);
  });
  return boxed(spot, box, inWords);
}

// So that nobody takes the month for the day.
function dayInWords(day, language) {
  if (!day) return "";
  const format = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" };
  return new Intl.DateTimeFormat(language, format).format(new Date(`${day}T00:00:00Z`));
}
