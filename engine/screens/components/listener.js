// Hears news from the server, and asks for the page or its parts to be drawn again.
const lines = new WeakMap();
const SILENCE = 40000; // the server says something every 15 s; after this the line is dead
const APART = 10; // ms between two parts: of several that ask at once, Streamlit draws only the first again
const changed = new Set();
let asking = false;

export default function ({ data, parentElement, setTriggerValue }) {
  const topics = Object.keys(data.parts).sort(), want = topics.join("\n");
  let line = lines.get(parentElement);
  if (!line || line.want !== want) {
    if (line) line.close();
    line = open(topics, want, data.since);
    lines.set(parentElement, line);
  }
  line.tell = (heard) => {
    const parts = heard.map((topic) => data.parts[topic]).filter((names) => names);
    if (parts.some((names) => !names.length)) setTriggerValue("heard", heard); // the whole page
    else ask(parts.flat());
  };
  return () => { line.close(); lines.delete(parentElement); };
}

function ask(parts) {
  parts.forEach((part) => changed.add(part));
  if (!asking) askNext();
}

function askNext() {
  const [part] = changed;
  asking = part !== undefined;
  if (!asking) return;
  changed.delete(part);
  document.dispatchEvent(new CustomEvent("part-changed", { detail: part }));
  setTimeout(askNext, APART);
}

function open(topics, want, since) {
  const line = { want, tell: () => {} };
  const address = "/live?since=" + since + topics.map((t) => "&topic=" + encodeURIComponent(t)).join("");
  let source, watchdog, wasUp = false;

  const awake = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(connect, SILENCE);
  };
  const connect = () => {
    if (source) source.close();
    source = new EventSource(address);
    source.addEventListener("up", () => {
      if (wasUp) line.tell(topics); // something may have been missed while the line was down
      wasUp = true;
      awake();
    });
    source.onmessage = (event) => {
      awake();
      const heard = JSON.parse(event.data);
      if (heard.length) line.tell(heard);
    };
    source.onerror = () => {
      // a refused line is not tried again by the browser itself
      if (source.readyState === EventSource.CLOSED) {
        clearTimeout(watchdog);
        watchdog = setTimeout(connect, 5000);
      }
    };
    awake();
  };
  line.close = () => { clearTimeout(watchdog); if (source) source.close(); };
  connect();
  return line;
}
