// One line to the server for all windows of a browser: a browser opens six connections to a host, and no more.
// It runs as a shared worker; where there is none, a window does this work for itself.
const SILENCE = 25_000; // ms; the server says something every 15 s, and after this the line is dead
const CHECK = 17_000; // ms; a silence that is not yet too long, but too long for somebody who comes back
const RETRY = 2000; // ms after a refusal

class SharedLine {
  constructor() {
    this.ports = new Map(); // port of a window -> what it wants
    this.source = null;
    this.coming = null; // the connection that takes the place of `source` once it is up
  }

  // A window says: hello (with `address`, `topics`, `since`), rest, wake, bye.
  serve(port) {
    port.onmessage = ({ data }) => this[data.say](port, data);
  }

  hello(port, { address, topics, since }) {
    port.postMessage({ say: "hello" });
    this.address = address;
    const isSound = this.ports.size === 0 || this.isSound;
    this.ports.set(port, { topics: new Set(topics), isResting: false, missed: new Set() });
    this.connect(isSound ? since : "");
  }

  get isSound() {
    return this.source?.readyState === EventSource.OPEN && performance.now() - this.heardAt < CHECK;
  }

  bye(port) {
    this.ports.delete(port);
    port.close();
    if (this.ports.size === 0) this.hangUp();
  }

  // A hidden window is told later what has changed meanwhile.
  rest(port) {
    const window = this.ports.get(port);
    if (window) window.isResting = true;
  }

  wake(port) {
    const window = this.ports.get(port);
    if (!window) return;
    window.isResting = false;
    tellWindow(port, window, "topics", [...window.missed]);
    window.missed.clear();
    if (!(this.isSound || this.coming)) this.connect(this.since);
  }

  // The line that is there goes on until the new one is up, so nothing is missed between the two. Where something may
  // have been missed, `since` is empty, and the server says of every topic that it may have changed.
  connect(since) {
    clearTimeout(this.retry);
    this.since = this.coming && since !== this.since ? "" : since;
    this.coming?.close();
    const topics = new Set([...this.ports.values()].flatMap((window) => [...window.topics]));
    const asked = [["since", this.since || "unknown"], ...[...topics].map((topic) => ["topic", topic])];
    const source = new EventSource(`${this.address}?${new URLSearchParams(asked)}`);
    this.coming = source;
    source.addEventListener("up", () => this.cameUp(source));
    source.addEventListener("changes", ({ data }) => this.heard("changes", JSON.parse(data)));
    source.onmessage = ({ data }) => this.heard("topics", JSON.parse(data));
    source.onerror = () => this.failed(source);
    this.expect();
  }

  // The browser itself tries a broken line again; a line that takes the place of a sound one was never down.
  cameUp(source) {
    const wasDown = source !== this.coming || !this.isSound;
    if (source === this.coming) {
      this.source?.close();
      this.source = source;
      this.coming = null;
    }
    this.watch();
    for (const port of this.ports.keys()) port.postMessage({ say: "up", wasDown });
  }

  // A refused line is not tried again by the browser itself.
  failed(source) {
    if (source.readyState !== EventSource.CLOSED) return;
    for (const port of this.ports.keys()) port.postMessage({ say: "refused" });
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.connect(this.since), RETRY);
  }

  heard(say, news) {
    this.watch();
    for (const [port, window] of this.ports) {
      if (window.isResting) for (const topic of topicsOf(news)) window.missed.add(topic);
      else tellWindow(port, window, say, news);
    }
  }

  watch() {
    this.heardAt = performance.now();
    this.expect();
  }

  // Silence from now on means that the line is dead.
  expect() {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => this.connect(this.since), SILENCE);
  }

  hangUp() {
    clearTimeout(this.watchdog);
    clearTimeout(this.retry);
    this.coming?.close();
    this.source?.close();
    this.coming = null;
    this.source = null;
  }
}

// Tells a window what it wants to hear of some news.
function tellWindow(port, { topics }, say, news) {
  const isForIt = (topic) => topics.has(topic);
  if (Array.isArray(news)) port.postMessage({ say, news: news.filter(isForIt) });
  else port.postMessage({ say, news: Object.fromEntries(Object.entries(news).filter(([topic]) => isForIt(topic))) });
}

const topicsOf = (news) => (Array.isArray(news) ? news : Object.keys(news));

// Serves the window at the other end of `port` alone; the function that is returned hangs up.
export function serveAlone(port) {
  const line = new SharedLine();
  line.serve(port);
  return () => line.bye(port);
}

if ("SharedWorkerGlobalScope" in globalThis) {
  const shared = new SharedLine();
  globalThis.onconnect = ({ ports }) => shared.serve(ports[0]);
}
