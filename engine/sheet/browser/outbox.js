// What was changed here and is not acknowledged yet. It stays in the browser's storage until it is.
import { Answer, LATE } from "./answer.js";
import { chainsOf, isSamePlace, messageOf, parcelsOf } from "./changes.js";
import { draftsKey, dropDraft, keepDrafts, takeDrafts } from "./drafts.js";
import { Posting } from "./posting.js";

const PAUSE_AFTER_KEY = 400; // ms
const AT_LEAST = 1000; // ms; so often is sent what somebody goes on typing
const TAB_BYTES = 6;

// The name of this window until it is loaded anew.
const newTab = () => Array.from(crypto.getRandomValues(new Uint8Array(TAB_BYTES)), hexOf).join("");
const hexOf = (byte) => byte.toString(16).padStart(2, "0");

export class Outbox {
  // `told(answer)` is called when something about an answer has changed.
  constructor(address, { seat, place }, told) {
    Object.assign(this, { address, seat, place, told });
    this.tab = newTab();
    this.number = 0;
    this.answers = new Set(); // that have something unsaved
    this.posting = new Posting(this);
    this.listening = new AbortController();
    const { signal } = this.listening;
    document.addEventListener("visibilitychange", () => this.hiddenOrShown(), { signal });
    window.addEventListener("pagehide", () => this.deliver(), { signal });
    window.addEventListener("pageshow", ({ persisted }) => persisted && this.hurry(), { signal });
    window.addEventListener("online", () => this.hurry(), { signal });
    window.addEventListener("storage", ({ key }) => this.touched(key), { signal });
  }

  // Takes a change of an answer; `more` is what an `Answer` knows of typed changes.
  change(answer, value, more) {
    const { sheet, path: field } = answer;
    const change = { place: this.place, sheet, field, value, tab: this.tab, number: this.number + 1, ...more };
    const wasSaved = !this.answers.has(answer);
    const refused = answer.problem ? answer.unsaved : [];
    if (!answer.change(change)) return;
    this.drop(refused);
    this.number += 1;
    const now = performance.now();
    if (wasSaved || !more.isTyped) answer.firstKey = now;
    answer.due = more.isTyped ? Math.min(now + PAUSE_AFTER_KEY, answer.firstKey + AT_LEAST) : now;
    this.changed(answer);
    this.posting.schedule();
  }

  // Whether the last request went nowhere.
  get isStuck() {
    return this.posting.failures > 0;
  }

  // Something about an answer has changed.
  changed(answer) {
    if (answer.isSaved) {
      this.answers.delete(answer);
      clearTimeout(answer.timers.late);
    } else {
      this.answers.add(answer);
      this.watch(answer);
    }
    this.keep();
    this.told(answer);
  }

  // Says once more how it stands when a change is late.
  watch(answer) {
    clearTimeout(answer.timers.late);
    const wait = answer.since + LATE - performance.now();
    if (wait >= 0) answer.timers.late = setTimeout(() => this.told(answer), wait + 1);
  }

  // Takes over what other windows of this seat left behind; `answerAt` gives the answer of a sheet and a field here.
  takeLeftOver(answerAt) {
    for (const changes of chainsOf(takeDrafts(this.seat))) {
      const [{ place, sheet, field }] = changes;
      const answer = isSamePlace(place, this.place) ? answerAt(sheet, field) : new Answer(sheet, field);
      answer.addLeftOver(changes);
      answer.due = 0;
      this.changed(answer);
    }
    this.posting.schedule();
  }

  // Another window takes this one for one that is gone, and delivers what it keeps.
  touched(key) {
    if (key === draftsKey(this.seat, this.tab)) for (const answer of this.answers) answer.takenOver();
  }

  keep() {
    const changes = Array.from(this.answers, (answer) => answer.draft).filter(Boolean);
    keepDrafts(this.seat, this.tab, changes);
  }

  acknowledged(answer, change, reply) {
    answer.acknowledge(change, reply);
    answer.firstKey = performance.now();
    this.drop([change]);
  }

  // Forgets what other windows left behind.
  drop(changes) {
    for (const change of changes) if (!change.isOwn) dropDraft(this.seat, change);
  }

  // Gives up what was refused.
  forget(answer) {
    this.drop(answer.unsaved);
    answer.forget();
    this.changed(answer);
  }

  // What was refused is tried once more.
  retryRefused() {
    for (const answer of this.answers) if (answer.problem) Object.assign(answer, { problem: "", due: 0 });
    this.posting.schedule();
  }

  // Sends at once: the line is back, a box was left, the page is shown again.
  hurry() {
    return this.posting.hurry();
  }

  hiddenOrShown() {
    if (document.visibilityState === "hidden") this.deliver();
    this.hurry();
  }

  // The page goes, perhaps for good: what a beacon takes arrives even so, and all of it stays in the storage.
  deliver() {
    const changes = Array.from(this.answers, (answer) => answer.lastWords).filter(Boolean);
    for (const parcel of parcelsOf(changes)) {
      if (!navigator.sendBeacon(this.address, JSON.stringify(messageOf(parcel)))) break;
      for (const change of parcel) change.wasSent = true;
    }
  }

  close() {
    this.deliver();
    this.listening.abort();
    this.posting.close();
    for (const { timers } of this.answers) clearTimeout(timers.late);
  }
}
