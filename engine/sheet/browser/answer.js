// What one field of the sheet holds: what is saved, and on top of it what this browser has not saved yet.
import { merged } from "./merging.js";

export const LATE = 4000; // ms; what is not acknowledged by then is called so

const plain = (value) => JSON.stringify(value === "" ? null : (value ?? null));
const isSame = (one, other) => plain(one) === plain(other);

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
    this.writer = { name: "", at: Number.NEGATIVE_INFINITY };
  }

  get value() {
    return this.unsaved.length > 0 ? this.unsaved.at(-1).value : this.saved.value;
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
    const isReplaced = top?.isOwn && !top.isOut;
    if (isReplaced) this.unsaved.pop();
    if (this.unsaved.length === 0) this.since = isReplaced ? this.since : performance.now();
    this.problem = "";
    const wasSent = isReplaced && top.wasSent;
    const isTakenBack = !(this.unsaved.length > 0 || wasSent) && isSame(change.value, this.saved.value);
    if (!isTakenBack) this.unsaved.push({ ...change, base: this.saved.revision, wasSent, isOwn: true });
    return true;
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
  failed(change) {
    change.isOut = false;
    this.hasFailed = true;
    const [first, second] = this.unsaved;
    if (first === change && first.isOwn && second) {
      this.unsaved.shift();
      second.wasSent = true;
    }
  }

  // The server did not take it, and will not.
  refuse(change, problem) {
    Object.assign(change, { isOut: false, wasSent: false });
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

// Changes made on top of a value, of which the server has made another one: texts are merged here, so that nobody
// sees a word go; everything else by the server, which is told what its author had seen.
function rebase(changes, was, { value, revision, mine }) {
  let [old, now] = [was ?? "", value ?? ""];
  for (const change of changes) {
    if (change.between === undefined) change.base = isSame(was, value) ? revision : (mine ?? change.base);
    else {
      const made = merged(old, now, change.value, change.between).text;
      [old, now] = [change.value, made];
      Object.assign(change, { value: made, base: revision });
    }
  }
}
