// Hears news from the server and tells the page which topics changed.
const lines = new WeakMap();
const SILENCE = 40_000; // ms; the server says something every 15 s, and after this the line is dead
const RETRY = 5000; // ms after a refusal

export default function ({ data, parentElement, setTriggerValue }) {
  const want = data.topics.join("\n");
  let line = lines.get(parentElement);
  if (line?.want !== want) {
    line?.close();
    line = new Line(data.topics, want, data.since);
    lines.set(parentElement, line);
  }
  line.tell = (topics) => setTriggerValue("heard", topics);
  return () => {
    line.close();
    lines.delete(parentElement);
  };
}

class Line {
  constructor(topics, want, since) {
    this.topics = topics;
    this.want = want;
    this.address = `/live?${new URLSearchParams([["since", since], ...topics.map((topic) => ["topic", topic])])}`;
    this.wasUp = false;
    this.connect();
  }

  connect() {
    this.source?.close();
    this.source = new EventSource(this.address);
    this.source.addEventListener("up", () => this.cameUp());
    this.source.onmessage = (event) => {
      this.watch();
      this.tell(JSON.parse(event.data)); // also when there are none: the page may have missed some
    };
    this.source.onerror = () => this.failed();
    this.watch();
  }

  cameUp() {
    if (this.wasUp) window.dispatchEvent(new Event("workshop:line-is-back")); // draws the page anew
    this.wasUp = true;
    this.watch();
  }

  // A refused line is not tried again by the browser itself.
  failed() {
    if (this.source.readyState !== EventSource.CLOSED) return;
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.connect(), RETRY);
  }

  // Something was heard, or is expected: silence from now on means that the line is dead.
  watch() {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => {
      this.tell(this.topics);
      this.connect();
    }, SILENCE);
  }

  close() {
    clearTimeout(this.watchdog);
    this.source.close();
  }
}
