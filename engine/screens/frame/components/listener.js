// Hears news from the server and tells the page that something changed: the first news at once, later ones together.
// Nothing is missed between, because the page looks up itself what changed since it was drawn.
const lines = new WeakMap();
const SILENCE = 40_000; // ms; the server says something every 15 s, and after this the line is dead
const RETRY = 5000; // ms after a refusal
const CALM = 500; // ms between two tellings, because each draws parts of the page again

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
    this.calm = 0;
    this.waiting = null;
    this.connect();
  }

  connect() {
    this.source?.close();
    this.source = new EventSource(this.address);
    this.source.addEventListener("up", () => this.cameUp());
    this.source.onmessage = (event) => {
      this.watch();
      this.hear(JSON.parse(event.data)); // also when there are none: the page may have missed some
    };
    this.source.onerror = () => this.failed();
    this.watch();
  }

  hear(topics) {
    if (this.calm) {
      this.waiting = topics;
      return;
    }
    this.tell(topics);
    this.waiting = null;
    this.calm = setTimeout(() => {
      this.calm = 0;
      if (this.waiting) this.hear(this.waiting);
    }, CALM);
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
      this.hear(this.topics);
      this.connect();
    }, SILENCE);
  }

  close() {
    clearTimeout(this.watchdog);
    clearTimeout(this.calm);
    this.source.close();
  }
}
