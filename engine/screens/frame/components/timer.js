// Shows how long the presenter speaks, and how many minutes are left. The server says how long it has been when
// the page is drawn; from then on the browser counts by a clock that nobody can set.
const timers = new WeakMap();

export default function ({ data, parentElement }) {
  const began = performance.now() - data.elapsed * 1000;
  const root = parentElement.querySelector(".timer");
  const draw = () => {
    const seconds = data.runs ? Math.floor((performance.now() - began) / 1000) : 0;
    const left = data.minutes * 60 - seconds;
    root.querySelector(".elapsed").textContent = clock(seconds);
    const minutes = Math.ceil(Math.abs(left) / 60);
    root.querySelector(".left").textContent = (left >= 0 ? data.words.left : data.words.over).replace(
      "{minutes}",
      minutes,
    );
    root.className = `timer${left < 0 ? " over" : left < 300 && data.runs ? " soon" : ""}`;
  };
  clearInterval(timers.get(parentElement));
  timers.set(parentElement, setInterval(draw, 500));
  draw();
  return () => clearInterval(timers.get(parentElement));
}

const clock = (seconds) => {
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n) => String(n).padStart(2, "0");
  return h ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
};
