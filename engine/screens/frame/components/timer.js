// Shows how long the presenter speaks, and how many minutes are left. The server says how long it has been when
// the page is drawn; from then on the browser counts by a clock that nobody can set.
const timers = new WeakMap();
const SOON = 300; // s before the end

export default function ({ data, parentElement }) {
  const began = performance.now() - data.elapsed * 1000;
  const root = parentElement.querySelector(".timer");
  const draw = () => show(root, data, data.runs ? Math.floor((performance.now() - began) / 1000) : 0);
  clearInterval(timers.get(parentElement));
  timers.set(parentElement, setInterval(draw, 500));
  draw();
  return () => clearInterval(timers.get(parentElement));
}

function show(root, data, seconds) {
  const left = data.minutes * 60 - seconds;
  const words = left >= 0 ? data.words.left : data.words.over;
  root.querySelector(".elapsed").textContent = clock(seconds);
  root.querySelector(".left").textContent = words.replace("{minutes}", Math.ceil(Math.abs(left) / 60));
  root.classList.toggle("over", left < 0);
  root.classList.toggle("soon", data.runs && left >= 0 && left < SOON);
}

function clock(seconds) {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (number) => String(number).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}
