// What one field of the sheet holds: what is saved, and on top of it what this browser has not saved yet.
import { isSame, rebase } from "./changes.js";

export const LATE = 4000; // ms; what is not acknowledged by then is called so

// A change: {place, sheet, field, value, base, tab, number} as it goes to the server, and beside that `isOwn` (this
// window made it), `isTyped`, `between` (only texts have it, which are merged), `isOut` (on its way), `wasSent` (the
// server may have it), `over` (the change of another window on top of which it was made).
export class Answer {
  constructor(sheet, path, saved) {
    this.sheet = sheet;
    this.path = path;
    this.saved = { value: null, revision: 0, saved_at: "", author: "", ...saved };
    this.unsaved = []; // changes, each made on top of the one before it
    this.apart = []; // the same of other windows, not shown: lists of changes
    this.news = null; // what others saved while nobody knows whether the server has our last change
    this.problem = "";
    this.hasFailed = false;
    this.since = 0; // when the oldest change that is not acknowledged was made
    this.firstKey = 0; // when somebody began to type what is not on its way yet
    this.due = 0; // when the next change is to be sent
    this.timers = {};
    this.writer = { name: "", at: Number.NEGATIVE_INFINITY };
  }

  get value() {
    return this.unsaved.length > 0 ? this.unsaved.at(-1).value : this.saved.value;
  }

  get revision() {
    return this.isSaved ? this.saved.revision : Number.POSITIVE_INFINITY;
  }

  get isUsed() {
    return this.revision > 0;
  }

  get isSaved() {
    return !(this.unsaved.length > 0 || this.apart.length > 0);
  }

  // The change to send now; the ones made on top of it wait until it is acknowledged.
  get next() {
    const [first] = this.unsaved;
    if (first && !this.problem) return first;
    return this.apart[0]?.[0] ?? null;
  }

  // What to send when the page goes: the last change, unless it waits for another window's.
  get lastWords() {
    return this.next?.isOwn ? this.unsaved.at(-1) : this.next;
  }

  // The last change of this window, to be kept with what it was made on top of.
  get draft() {
    const top = this.unsaved.at(-1);
    return top?.isOwn ? { ...top, over: this.unsaved.findLast((change) => !change.isOwn) } : null;
  }

  get isLate() {
    return this.hasFailed || (!this.isSaved && performance.now() - this.since >= LATE);
  }

  // Somebody changed it here. False when that changes nothing.
  change(change) {
    if (isSame(change.value, this.value)) return false;
    const top = this.unsaved.at(-1);
    if (this.problem) this.replaceAll(change);
    else if (top?.isOwn && !top.isOut) this.replaceTop(change, top);
    else {
      if (!top) this.since = performance.now();
      this.unsaved.push({ ...change, base: this.saved.revision, isOwn: true });
    }
    return true;
  }

  // What was refused is no more: it stands in the change that comes in its place.
  replaceAll(change) {
    const [{ base, isOwn }] = this.unsaved;
    this.problem = "";
    this.since = performance.now();
    this.unsaved = [{ ...change, base, isOwn: true, wasSent: !isOwn }];
  }

  replaceTop(change, { wasSent }) {
    this.unsaved.pop();
    const isTakenBack = this.unsaved.length === 0 && !wasSent && isSame(change.value, this.saved.value);
    if (!isTakenBack) this.unsaved.push({ ...change, base: this.saved.revision, isOwn: true, wasSent });
  }

  // Another window has sent what this one keeps in the browser's storage, or soon will.
  takenOver() {
    for (const change of this.unsaved) change.wasSent = true;
  }

  // Other windows of this seat left changes behind, each made on top of the one before it.
  addLeftOver(changes) {
    this.since = performance.now();
    this.hasFailed = true;
    if (this.unsaved.length > 0) this.apart.push(changes);
    else this.unsaved = changes;
  }

  // The server has a change, and says what the field holds now.
  acknowledge(change, reply) {
    this.hasFailed = false;
    this.since = performance.now();
    const chain = [this.unsaved, ...this.apart].find((each) => each.includes(change));
    if (!chain) return;
    chain.splice(0, chain.indexOf(change) + 1);
    rebase(chain, change.value, reply);
    this.apart = this.apart.filter((each) => each.length);
    if (chain === this.unsaved) this.settle(reply);
    else this.hear(reply);
  }

  settle(reply) {
    const news = this.news;
    this.news = null;
    if (reply.revision >= this.saved.revision) this.saved = savedOf(reply);
    if (news) this.hear(news);
  }

  // Somebody saved something here. False when that changes nothing now.
  hear(change) {
    if (change.revision <= this.saved.revision) return false;
    if (this.unsaved.some(({ isOwn, wasSent }) => wasSent || !isOwn)) {
      if (!this.news || this.news.revision < change.revision) this.news = change;
      return false;
    }
    if (this.problem && this.unsaved[0]?.between === undefined) this.forget();
    rebase(this.unsaved, this.saved.value, change);
    this.saved = savedOf(change);
    return true;
  }

  // Nobody knows whether the server has it. A later change of this window then goes in its place.
  fail(change) {
    this.hasFailed = true;
    const [first, second] = this.unsaved;
    if (first === change && first.isOwn && second) {
      this.unsaved.shift();
      second.wasSent = true;
    }
    return true;
  }

  // The server did not take it, and will not.
  refuse(change, problem) {
    change.wasSent = false;
    this.hasFailed = false;
    if (this.unsaved[0] === change) {
      this.problem = problem;
      if (change.isOwn && this.unsaved.length > 1) {
        this.problem = "";
        this.unsaved.shift();
      }
    } else this.apart = this.apart.filter((each) => !each.includes(change));
  }

  // What is not saved is given up.
  forget() {
    this.unsaved = [];
    this.problem = "";
    this.hasFailed = false;
    const news = this.news;
    this.news = null;
    if (news) this.hear(news);
  }
}

const savedOf = ({ value, revision, saved_at, author }) => ({ value, revision, saved_at, author });
