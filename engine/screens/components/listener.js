// Hears news from the server and tells the page which topics changed.
const lines = new WeakMap();
const SILENCE = 40000; // the server says something every 15 s; after this the line is dead

export default function ({ data, parentElement, setTriggerValue }) {
  const want = data.topics.join("\n");
  let line = lines.get(parentElement);
  if (!line || line.want !== want) {
    if (line) line.close();
    line = open(data.topics, want, data.since);
    lines.set(parentElement, line);
  }
  line.tell = (topics) => setTriggerValue("heard", topics);
  return () => { line.close(); lines.delete(parentElement); };
}

// News wait until the page is drawn. Streamlit loses the last pieces of a drawing when a request for a part of the
// page arrives in the moment in which it ends; then something is missing, or what was there before stays.
const LONGEST = 5000, LOOK = 25; // ms that news wait at most, and between two looks

function tellAtRest(line, topics, left = LONGEST) {
  topics.forEach((topic) => line.waiting.add(topic));
  clearTimeout(line.rest);
  const state = document.querySelector('[data-testid="stApp"]')?.dataset.testScriptState ?? "notRunning";
  if (state !== "notRunning" && left > 0) {
    line.rest = setTimeout(() => tellAtRest(line, [], left - LOOK), LOOK);
    return;
  }
  line.tell([...line.waiting]);
  line.waiting.clear();
}

function open(topics, want, since) {
  const line = { want, tell: () => {}, waiting: new Set(), rest: 0 };
  const address = "/live?since=" + since + topics.map((t) => "&topic=" + encodeURIComponent(t)).join("");
  let source, watchdog, wasUp = false;

  const awake = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => { tellAtRest(line, topics); connect(); }, SILENCE);
  };
  const connect = () => {
    if (source) source.close();
    source = new EventSource(address);
    source.addEventListener("up", () => {
      if (wasUp) window.dispatchEvent(new Event("workshop:line-is-back")); // draws the page anew
      wasUp = true;
      awake();
    });
    source.onmessage = (event) => {
      awake();
      tellAtRest(line, JSON.parse(event.data)); // also when there are none: the page may have missed some
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
  line.close = () => { clearTimeout(watchdog); clearTimeout(line.rest); if (source) source.close(); };
  connect();
  return line;
}
