// The sheet of a group as one document that is alive: what stands there, what this browser has not saved yet, and
// what others save. It knows nothing of how a sheet looks.
import { Answer } from "./answer.js";
import { Line } from "./line.js";
import { noteOn } from "./noting.js";
import { Outbox, PATIENCE } from "./outbox.js";

const WRITING = 5000; // ms that somebody is called writing
const AGAIN = 2000; // ms after a question that was not answered

export class SheetDocument {
  // `data` as /sheet/data gives it; `addresses`: {answers, handIn, live}; `hooks`: {moved(room)} when the facilitator
  // has moved the room.
  constructor(data, addresses, hooks = {}) {
    const { place, words, state, people, revision } = data;
    Object.assign(this, { data, addresses, hooks, place, words, state, people, revision });
    this.answers = new Map(data.sheets.map(({ id }) => [id, new Map()])); // sheet -> field path -> answer
    this.listeners = new Map(); // sheet and field path -> functions
    this.stateListeners = new Set();
    this.anyListeners = new Set();
    for (const [sheet, answers] of Object.entries(data.answers)) {
      for (const [path, saved] of Object.entries(answers)) this.answerAt(sheet, path, saved);
    }
    this.outbox = new Outbox(addresses.answers, data.seat, place, (answer) => this.tell(answer));
    this.outbox.takeLeftOver((sheet, path) => this.answerAt(sheet, path));
    const hear = {
      up: () => this.outbox.hurry(),
      topics: () => this.catchUp(),
      changes: (news) => this.hear(Object.values(news).flat()),
    };
    this.line = new Line(addresses.live, data.topics, data.since, hear);
    this.listen();
  }

  listen() {
    this.listening = new AbortController();
    const { signal } = this.listening;
    const hiddenOrShown = () => this.hiddenOrShown();
    document.addEventListener("visibilitychange", hiddenOrShown, { signal });
    window.addEventListener("pagehide", () => this.outbox.deliver(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.outbox.hurry(), { signal });
    window.addEventListener("online", () => this.outbox.hurry(), { signal });
  }

  hiddenOrShown() {
    if (document.visibilityState === "hidden") this.outbox.deliver();
    this.outbox.hurry();
  }

  answerAt(sheet, path, saved) {
    if (!this.answers.has(sheet)) this.answers.set(sheet, new Map());
    const answers = this.answers.get(sheet);
    if (!answers.has(path)) answers.set(path, new Answer(sheet, path, saved));
    return answers.get(path);
  }

  find(sheet, path) {
    return this.answers.get(sheet)?.get(path);
  }

  value(sheet, path) {
    return this.find(sheet, path)?.value ?? null;
  }

  // Field path -> {value, revision} of everything there is on a sheet, in the order first used.
  entries(sheet) {
    const used = [...(this.answers.get(sheet) ?? [])].filter(([, { saved, isSaved }]) => saved.revision || !isSaved);
    return new Map(used.map(([path, answer]) => [path, entryOf(answer)]));
  }

  // A choice: sent at once.
  put(sheet, path, value) {
    this.outbox.change(this.answerAt(sheet, path), value, {});
  }

  // What is typed into a box: sent after a pause.
  type(sheet, path, value) {
    this.outbox.change(this.answerAt(sheet, path), value, { isTyped: true });
  }

  // A text, which is merged with what others write; `between` stands between two versions of the whole text.
  write(sheet, path, text, between) {
    this.outbox.change(this.answerAt(sheet, path), text, { isTyped: true, between });
  }

  // Sends what is typed without a pause: its box was left.
  hurry() {
    this.outbox.hurry();
  }

  // Gives up what was refused; what is saved stands there again.
  forget(sheet, path) {
    const answer = this.find(sheet, path);
    if (answer) this.outbox.forget(answer);
  }

  note(sheet, path) {
    return noteOn(this.find(sheet, path), this.data);
  }

  writing(sheet, path) {
    const { name, at } = this.find(sheet, path)?.writer ?? {};
    return performance.now() - at < WRITING ? name : "";
  }

  // `fn()` after every change of a field; the function that is returned ends it.
  on(sheet, path, fn) {
    const key = keyOfField(sheet, path);
    if (!this.listeners.has(key)) this.listeners.set(key, new Set());
    return listenIn(this.listeners.get(key), fn);
  }

  onAny(fn) {
    return listenIn(this.anyListeners, fn);
  }

  onState(fn) {
    return listenIn(this.stateListeners, fn);
  }

  tell({ sheet, path }) {
    for (const fn of [...(this.listeners.get(keyOfField(sheet, path)) ?? [])]) fn();
    for (const fn of [...this.anyListeners]) fn(sheet, path);
  }

  hear(changes) {
    for (const change of changes) {
      const answer = this.answerAt(change.sheet, change.field);
      if (change.tab !== this.outbox.tab && change.author !== this.data.me) this.noteWriter(answer, change.author);
      answer.hear(change);
      this.tell(answer);
    }
  }

  noteWriter(answer, name) {
    answer.writer = { name, at: performance.now() };
    clearTimeout(answer.writerTimer);
    answer.writerTimer = setTimeout(() => this.tell(answer), WRITING + 1);
  }

  // Asks for everything later than what is known.
  async catchUp() {
    this.isAskedAgain = Boolean(this.isAsking);
    if (this.isAsking) return;
    this.isAsking = true;
    const said = await this.ask();
    this.isAsking = false;
    if (this.isClosed) return;
    if (said) this.learn(said);
    clearTimeout(this.askTimer);
    if (this.isAskedAgain) this.catchUp();
    else if (!said) this.askTimer = setTimeout(() => this.catchUp(), AGAIN);
  }

  async ask() {
    const asked = new URLSearchParams({ activity: this.place.activity, since: this.revision });
    try {
      const reply = await fetch(`${this.addresses.answers}?${asked}`, { signal: AbortSignal.timeout(PATIENCE) });
      return reply.ok ? await reply.json() : null;
    } catch {
      return null;
    }
  }

  learn({ changes, revision, state, people }) {
    this.hear(changes);
    this.revision = revision;
    this.people = people;
    this.setState(state);
  }

  setState(state) {
    const { is, room } = this.state;
    this.state = state;
    if (state.is === "open" && is !== "open") this.outbox.retryRefused();
    if (state.is !== "open" && is === "open") this.outbox.hurry();
    for (const fn of [...this.stateListeners]) fn();
    if (JSON.stringify(state.room) !== JSON.stringify(room)) this.hooks.moved?.(state.room);
  }

  // Hands in, or takes back; what was typed goes first. Gives {problem} when that cannot be.
  async handIn(isHandedIn) {
    await this.outbox.hurry();
    const body = JSON.stringify({ ...this.place, handed_in: isHandedIn });
    const headers = { "Content-Type": "application/json" };
    try {
      const request = { method: "POST", headers, body, signal: AbortSignal.timeout(PATIENCE) };
      const said = await (await fetch(this.addresses.handIn, request)).json();
      if (said.state) this.setState(said.state);
      return said.problem ? { problem: said.problem } : {};
    } catch {
      return { problem: this.words.kept };
    }
  }

  close() {
    this.isClosed = true;
    this.listening.abort();
    this.line.close();
    this.outbox.close();
    clearTimeout(this.askTimer);
    for (const answers of this.answers.values())
      for (const { writerTimer } of answers.values()) clearTimeout(writerTimer);
  }
}

const keyOfField = (sheet, path) => [sheet, path].join("\n");

const entryOf = (answer) => ({
  value: answer.value,
  revision: answer.isSaved ? answer.saved.revision : Number.POSITIVE_INFINITY,
});

function listenIn(listeners, fn) {
  const call = (...told) => fn(...told); // the same function may listen twice
  listeners.add(call);
  return () => listeners.delete(call);
}
