// Hears news from the server and tells the page that something changed: the first news at once, later ones together.
// Nothing is missed between, because the page looks up itself what changed since it was drawn. All windows of a browser
// share one line.
const listeners = new WeakMap();
const CALM = 500; // ms between two tellings, because each draws parts of the page again

export default function ({ data, parentElement, setTriggerValue }) {
  const want = data.topics.join("\n");
  let listener = listeners.get(parentElement);
  if (listener?.want !== want) {
    listener?.close();
    listener = new Listener(data, want);
    listeners.set(parentElement, listener);
  }
  listener.followsSeat = data.followsSeat;
  listener.tell = (topics) => setTriggerValue("heard", topics);
  return () => {
    listener.close();
    listeners.delete(parentElement);
  };
}

class Listener {
  constructor({ script, topics, since }, want) {
    this.want = want;
    this.wasUp = false;
    this.isRefused = false;
    this.calm = 0;
    this.waiting = null;
    this.open(script, topics, since);
  }

  async open(script, topics, since) {
    const { Line } = await import(new URL(script, location.origin));
    if (this.isClosed) return;
    this.line = new Line("/live", topics, since, {
      up: (wasDown) => this.cameUp(wasDown),
      refused: () => this.refused(),
      topics: (news) => this.hear(news),
      changes: (news) => this.hear(Object.keys(news)),
    });
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

  cameUp(wasDown) {
    if (this.wasUp && wasDown) drawAnew();
    this.wasUp = true;
    this.isRefused = false;
  }

  // Whoever sits here has lost the seat, or what the page may show has changed.
  refused() {
    if (this.followsSeat && !this.isRefused) drawAnew();
    this.isRefused = true;
  }

  close() {
    this.isClosed = true;
    clearTimeout(this.calm);
    this.line?.close();
  }
}

const drawAnew = () => window.dispatchEvent(new Event("workshop:line-is-back"));
