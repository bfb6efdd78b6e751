// Hears news from the server, over one line for all windows of the browser. A hidden window rests, and hears what it
// missed when it is shown again.
import { serveAlone } from "./line_worker.js";

const WORKER = new URL("line_worker.js", import.meta.url); // it stands beside this script
const HELLO = 5000; // ms in which a worker answers, also on a slow computer
const SILENT = 45_000; // ms; a worker with a line says something every 15 s

export class Line {
  // `hear`: {up(wasDown) when the line comes up, refused() when the server lets this browser hear nothing,
  // topics(those that changed), changes({topic: what changed})}.
  constructor(address, topics, since, hear) {
    this.address = address;
    this.topics = topics;
    this.hear = hear;
    this.isAlone = !("SharedWorker" in globalThis);
    this.open(since);
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("visibilitychange", () => this.hiddenOrShown(), { signal });
    window.addEventListener("online", () => this.wake(), { signal });
    window.addEventListener("pagehide", () => this.hangUp(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.open(""), { signal });
  }

  // `since` is the mark of what the page knows; without one it hears of every topic that it may have changed.
  open(since) {
    this.hangUp();
    this.port = this.isAlone ? this.ownPort() : this.workerPort();
    if (!this.port) return this.openAlone();
    this.port.onmessage = ({ data }) => this.heard(data);
    this.port.postMessage({ say: "hello", address: this.address, topics: this.topics, since });
    if (document.visibilityState === "hidden") this.rest();
    else this.expect(HELLO);
  }

  workerPort() {
    try {
      const worker = new SharedWorker(WORKER, { type: "module", name: "line" });
      worker.onerror = () => this.openAlone();
      return worker.port;
    } catch {
      return null; // forbidden by the browser
    }
  }

  ownPort() {
    const { port1, port2 } = new MessageChannel();
    this.hangUpOwn = serveAlone(port2);
    return port1;
  }

  openAlone() {
    if (this.isAlone) return;
    this.hangUp();
    this.isAlone = true;
    this.open("");
  }

  heard({ say, news, wasDown }) {
    this.expect(SILENT);
    if (say === "up") this.hear.up(wasDown);
    else if (say === "refused") this.hear.refused();
    else if (say === "topics" && news.length > 0) this.hear.topics(news);
    else if (say === "changes") this.hear.changes(news);
  }

  // A worker that is silent for too long is asked anew; one that does not answer at all is given up.
  expect(wait) {
    clearTimeout(this.watchdog);
    this.watchdog = setTimeout(() => (wait === HELLO ? this.openAlone() : this.open("")), wait);
  }

  hiddenOrShown() {
    if (document.visibilityState === "hidden") this.rest();
    else this.wake();
  }

  rest() {
    clearTimeout(this.watchdog);
    if (this.isAlone) this.hangUp();
    else this.port?.postMessage({ say: "rest" });
  }

  wake() {
    if (!this.port) return this.open("");
    this.port.postMessage({ say: "wake" });
    this.expect(HELLO);
  }

  hangUp() {
    clearTimeout(this.watchdog);
    this.port?.postMessage({ say: "bye" });
    this.hangUpOwn?.();
    this.hangUpOwn = null;
    this.port = null;
  }

  close() {
    this.listening.abort();
    this.hangUp();
  }
}
