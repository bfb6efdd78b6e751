// The sheet of a group as one document that is alive: what stands there, what this browser has not saved yet, and
// what others save. It knows nothing of how a sheet looks.
import { Answer } from "./answer.js";
import { ask } from "./asking.js";
import { CatchingUp } from "./catching_up.js";
import { Line } from "./line.js";
import { Listeners } from "./listeners.js";
import { noteOn } from "./noting.js";
import { Outbox } from "./outbox.js";

const WRITING = 5000; // ms that somebody is called writing
const ANY = "any";
const STATE = "state";

const fieldName = (sheet, path) => [sheet, path].join("\n");

export class SheetDocument {
  // `data` as /sheet/data gives it; `addresses`: {answers, handIn, live}; `hooks`: {moved(room)} when the facilitator
  // has moved the room, {lost(problem)} when this browser may no longer see the sheet.
  constructor(data, addresses, hooks = {}) {
    const { place, words, state, people, revision } = data;
    Object.assign(this, { data, addresses, hooks, place, words, state, people, revision });
    this.listeners = new Listeners();
    this.answers = new Map(data.sheets.map(({ id }) => [id, new Map()])); // sheet -> field path -> answer
    for (const [sheet, answers] of Object.entries(data.answers)) {
      for (const [path, saved] of Object.entries(answers)) this.answerAt(sheet, path, saved);
    }
    this.outbox = new Outbox(addresses.answers, data, (answer) => this.tell(answer));
    this.outbox.takeLeftOver((sheet, path) => this.answerAt(sheet, path));
    this.catchingUp = new CatchingUp(
      () => `${addresses.answers}?${new URLSearchParams({ ...place, since: this.revision })}`,
      (said) => this.learn(said),
    );
    this.line = new Line(addresses.live, data.topics, data.since, {
      up: () => this.outbox.hurry(),
      refused: () => this.catchingUp.begin(),
      topics: () => this.catchingUp.begin(),
      changes: (news) => this.hear(Object.values(news).flat()),
    });
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

  // What stands there for this reader: what is not saved yet before what is saved; null for none.
  value(sheet, path) {
    return this.find(sheet, path)?.value ?? null;
  }

  // Field path -> {value, revision} of everything there is on a sheet, in the order first used.
  entries(sheet) {
    const used = [...(this.answers.get(sheet) ?? [])].filter(([, answer]) => answer.isUsed);
    return new Map(used.map(([path, { value, revision }]) => [path, { value, revision }]));
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

  // Sends without a pause what is typed: its box was left.
  hurry() {
    this.outbox.hurry();
  }

  // Gives up what was refused; what is saved stands there again.
  forget(sheet, path) {
    const answer = this.find(sheet, path);
    if (answer) this.outbox.forget(answer);
  }

  // Whether something here is not saved yet.
  get isUnsaved() {
    return this.outbox.answers.size > 0;
  }

  note(sheet, path) {
    return noteOn(this.find(sheet, path), this.data);
  }

  // Somebody else who wrote there just now.
  writing(sheet, path) {
    const { name, at } = this.find(sheet, path)?.writer ?? {};
    return performance.now() - at < WRITING ? name : "";
  }

  // `fn()` after every change of a field; the function that is returned ends it.
  on(sheet, path, fn) {
    return this.listeners.add(fieldName(sheet, path), fn);
  }

  onAny(fn) {
    return this.listeners.add(ANY, fn);
  }

  onState(fn) {
    return this.listeners.add(STATE, fn);
  }

  tell({ sheet, path }) {
    this.listeners.tell(fieldName(sheet, path));
    this.listeners.tell(ANY, sheet, path);
  }

  // Others saved something, by now or, when they did so while nobody heard it, by `now` of the server's clock.
  hear(changes, now) {
    for (const change of changes) {
      const answer = this.answerAt(change.sheet, change.field);
      const isJustNow = !now || Date.parse(now) - Date.parse(change.saved_at) < WRITING;
      const isNews = change.revision > answer.saved.revision && change.author !== this.data.me;
      if (isNews && isJustNow) this.noteWriter(answer, change.author);
      answer.hear(change);
      this.tell(answer);
    }
  }

  noteWriter(answer, name) {
    answer.writer = { name, at: performance.now() };
    clearTimeout(answer.timers.writer);
    answer.timers.writer = setTimeout(() => this.tell(answer), WRITING + 1);
  }

  learn({ changes, revision, state, people, problem }) {
    if (problem) {
      this.hooks.lost?.(problem);
      return;
    }
    this.hear(changes, state.now);
    Object.assign(this, { revision, people });
    this.setState(state);
  }

  setState(state) {
    const before = this.state;
    this.state = state;
    if (state.is === "open" && before.is !== "open") this.outbox.retryRefused();
    if (state.is !== "open" && before.is === "open") this.outbox.hurry();
    this.listeners.tell(STATE);
    if (JSON.stringify(state.room) !== JSON.stringify(before.room)) this.hooks.moved?.(state.room);
  }

  // Hands in, or takes back; what was typed goes first. Gives {problem} when that cannot be.
  async handIn(isHandedIn) {
    await this.outbox.hurry();
    if (this.outbox.isStuck) return { problem: this.words.kept };
    const said = await ask(this.addresses.handIn, { ...this.place, handed_in: isHandedIn });
    if (said?.state) this.setState(said.state);
    return { problem: said ? said.problem : this.words.kept };
  }

  close() {
    this.line.close();
    this.catchingUp.close();
    this.outbox.close();
  }
}
