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
  return () => {
    line.close();
    lines.delete(parentElement);
  };
}

function open(topics, want, since) {
  const line = { want, tell: () => {} };
  const address = `/live?since=${since}${topics.map((t) => `&topic=${encodeURIComponent(t)}`).join("")}`;
  let source,
    watchdog,
    wasUp = false;

  const awake = () => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      line.tell(topics);
      connect();
    }, SILENCE);
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
      line.tell(JSON.parse(event.data)); // also when there are none: the page may have missed some
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
  line.close = () => {
    clearTimeout(watchdog);
    if (source) source.close();
  };
  connect();
  return line;
}
