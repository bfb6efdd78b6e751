// Sends what was changed: everything that is pending in one request, one request at a time, again and again until the
// server has acknowledged it. Nothing leaves the browser's storage before that.
import { Answer, LATE } from "./answer.js";
import { bodyOf, chainsOf, isSamePlace, keyOfChange, parcelsOf } from "./changes.js";
import { draftsOf, dropDraft, keepDrafts } from "./drafts.js";

const PAUSE_AFTER_KEY = 400; // ms after the last key
const AT_LEAST = 1000; // ms; so often is sent what somebody goes on typing
export const PATIENCE = 8000; // ms that a request may take; a line may be dead without anybody telling
const RETRIES = [1000, 2000, 4000, 8000]; // ms until the next try
const MOST_CHANGES = 200; // in one request
const TAB_BYTES = 6;

// The name of this window until it is loaded anew.
const newTab = () => Array.from(crypto.getRandomValues(new Uint8Array(TAB_BYTES)), hexOf).join("");
const hexOf = (byte) => byte.toString(16).padStart(2, "0");

export class Outbox {
  // `told(answer)` is called when something about an answer has changed.
  constructor(address, seat, place, told) {
    this.address = address;
    this.seat = seat;
    this.place = place;
    this.told = told;
    this.tab = newTab();
    this.number = 0;
    this.answers = new Set(); // that have something unsaved
    this.isSending = false;
    this.failures = 0;
    this.notBefore = 0; // when the next try may begin
    this.timer = null;
  }

  // Takes a change of an answer; `more` is what `Answer` says of typed changes.
  change(answer, value, more) {
    const number = this.number + 1;
    const { sheet, path: field } = answer;
    const change = { place: this.place, sheet, field, value, tab: this.tab, number, ...more };
    if (!answer.change(change)) return;
    this.number = number;
    this.add(answer);
    const now = performance.now();
    answer.due = more.isTyped
      ? Math.min(now + PAUSE_AFTER_KEY, Math.max(answer.since, answer.due ?? 0) + AT_LEAST)
      : now;
    this.keep();
    this.told(answer);
    this.schedule();
  }

  add(answer) {
    this.answers.add(answer);
    clearTimeout(answer.lateTimer);
    answer.lateTimer = setTimeout(() => this.told(answer), LATE + 1);
  }

  // Takes over what other windows of this seat left behind; `answerAt` gives the answer of a sheet and a field here.
  takeLeftOver(answerAt) {
    for (const changes of chainsOf(draftsOf(this.seat))) {
      const [{ place, sheet, field }] = changes;
      const answer = isSamePlace(place, this.place) ? answerAt(sheet, field) : new Answer(sheet, field);
      answer.addLeftOver(changes);
      answer.due = 0;
      this.add(answer);
    }
    this.schedule();
  }

  keep() {
    const changes = Array.from(this.answers, (answer) => answer.draft).filter(Boolean);
    keepDrafts(this.seat, this.tab, changes);
  }

  schedule() {
    clearTimeout(this.timer);
    if (this.isSending) return;
    const due = Array.from(this.answers)
      .filter((answer) => answer.next)
      .map((answer) => answer.due);
    if (due.length === 0) return;
    const at = Math.max(Math.min(...due), this.notBefore);
    this.timer = setTimeout(() => this.send(), Math.max(0, at - performance.now()));
  }

  // Sends at once: the line is back, somebody left a box, the page was hidden.
  hurry() {
    this.notBefore = 0;
    if (!this.isSending) return this.send();
    for (const answer of this.answers) answer.due = 0;
    return this.sending;
  }

  // What was refused is tried once more.
  retryRefused() {
    for (const answer of this.answers) if (answer.problem) Object.assign(answer, { problem: "", due: 0 });
    this.schedule();
  }

  // Gives up what was refused.
  forget(answer) {
    for (const change of answer.unsaved) if (!change.isOwn) dropDraft(this.seat, change);
    answer.forget();
    if (answer.isSaved) this.answers.delete(answer);
    this.keep();
    this.told(answer);
  }

  send() {
    clearTimeout(this.timer);
    if (!this.isSending) this.sending = this.sendAll();
    return this.sending;
  }

  async sendAll() {
    const batch = this.batch();
    if (batch.length === 0) return;
    this.isSending = true;
    for (const { answer, change } of batch) {
      Object.assign(change, { isOut: true, wasSent: true });
      this.told(answer);
    }
    this.hear(batch, await this.post(batch.map(({ change }) => change)));
    this.isSending = false;
    this.keep();
    this.schedule();
  }

  // The next change of each answer, as many as one request takes, all of one place.
  batch() {
    const all = Array.from(this.answers, (answer) => ({ answer, change: answer.next }));
    const sendable = all.filter(({ change }) => change);
    const first = sendable.find(({ change }) => isSamePlace(change.place, this.place)) ?? sendable[0];
    return sendable.filter(({ change }) => isSamePlace(change.place, first.change.place)).slice(0, MOST_CHANGES);
  }

  // The reply; null when there was none that can be understood.
  async post(changes) {
    try {
      const reply = await fetch(this.address, {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: bodyOf(changes),
        signal: AbortSignal.timeout(PATIENCE),
      });
      const said = await reply.json();
      return reply.ok || said.problem ? said : null;
    } catch {
      return null;
    }
  }

  hear(batch, said) {
    const replies = new Map(said?.changes?.map((each) => [keyOfChange(each), each]));
    let hasFailed = false;
    for (const { answer, change } of batch) {
      const reply = replies.get(keyOfChange(change)) ?? said ?? {};
      if (reply.revision) this.acknowledged(answer, change, reply);
      else if (reply.problem && !reply.retry) answer.refuse(change, reply.problem);
      else {
        answer.failed(change);
        hasFailed = true;
      }
      this.told(answer);
    }
    this.wait(hasFailed);
  }

  acknowledged(answer, change, reply) {
    change.isOut = false;
    answer.acknowledge(change, reply);
    if (!change.isOwn) dropDraft(this.seat, change);
    clearTimeout(answer.lateTimer);
    if (answer.isSaved) this.answers.delete(answer);
    else this.add(answer);
  }

  wait(hasFailed) {
    this.failures = hasFailed ? this.failures + 1 : 0;
    const wait = hasFailed ? RETRIES[Math.min(this.failures, RETRIES.length) - 1] : 0;
    this.notBefore = performance.now() + wait * (1 + Math.random() / 4); // so that a room does not come back at once
  }

  // The page goes, perhaps for good: what a beacon takes arrives even so, and all of it stays in the storage.
  deliver() {
    const changes = [];
    for (const answer of this.answers) {
      const change = answer.next?.isOwn ? answer.unsaved.at(-1) : answer.next;
      if (change) changes.push(change);
    }
    for (const some of parcelsOf(changes)) {
      if (!navigator.sendBeacon(this.address, bodyOf(some))) break;
      for (const change of some) change.wasSent = true;
    }
  }

  close() {
    this.deliver();
    clearTimeout(this.timer);
    for (const answer of this.answers) clearTimeout(answer.lateTimer);
  }
}
