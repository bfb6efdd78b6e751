// Sends what is in an outbox: everything that is pending in one request, one request at a time, again and again until
// the server has acknowledged it.
import { ask } from "./asking.js";
import { isSamePlace, keyOfChange, messageOf } from "./changes.js";

const RETRIES = [1000, 2000, 4000, 8000]; // ms until the next try
const MOST_CHANGES = 200; // in one request

export class Posting {
  constructor(outbox) {
    this.outbox = outbox;
    this.sending = null; // the promise of what is on its way
    this.failures = 0;
    this.notBefore = 0; // when the next try may begin
    this.timer = null;
    this.isClosed = false;
  }

  get pending() {
    const all = Array.from(this.outbox.answers, (answer) => ({ answer, change: answer.next }));
    return all.filter(({ change }) => change);
  }

  schedule() {
    clearTimeout(this.timer);
    const { pending } = this;
    if (this.sending || this.isClosed || pending.length === 0) return;
    const due = Math.min(...pending.map(({ answer }) => answer.due));
    const wait = Math.max(due, this.notBefore) - performance.now();
    this.timer = setTimeout(() => this.send(), Math.max(0, wait));
  }

  // Sends at once; the promise that is returned ends when all was tried that is pending now.
  async hurry() {
    this.notBefore = 0;
    await this.sending;
    await this.send();
  }

  send() {
    clearTimeout(this.timer);
    this.sending ??= this.sendAll().finally(() => {
      this.sending = null;
      this.schedule();
    });
    return this.sending;
  }

  async sendAll() {
    const batch = this.batch();
    for (const { answer, change } of batch) {
      Object.assign(change, { isOut: true, wasSent: true });
      this.outbox.told(answer);
    }
    if (batch.length === 0) return;
    const said = await ask(this.outbox.address, messageOf(batch.map(({ change }) => change)));
    this.hear(batch, said);
  }

  // The next change of each answer, as many as one request takes, all of one place.
  batch() {
    const { pending } = this;
    const first = pending.find(({ change }) => isSamePlace(change.place, this.outbox.place)) ?? pending[0];
    return pending.filter(({ change }) => isSamePlace(change.place, first.change.place)).slice(0, MOST_CHANGES);
  }

  hear(batch, said) {
    const replies = new Map(said?.changes?.map((reply) => [keyOfChange(reply), reply]));
    let hasFailed = false;
    for (const { answer, change } of batch) {
      const reply = replies.get(keyOfChange(change)) ?? said ?? {};
      change.isOut = false;
      if (reply.revision) this.outbox.acknowledged(answer, change, reply);
      else if (reply.problem && !reply.retry) answer.refuse(change, reply.problem);
      else hasFailed = answer.fail(change);
      this.outbox.changed(answer);
    }
    this.wait(hasFailed);
  }

  wait(hasFailed) {
    this.failures = hasFailed ? this.failures + 1 : 0;
    const wait = hasFailed ? RETRIES[Math.min(this.failures, RETRIES.length) - 1] : 0;
    this.notBefore = performance.now() + wait * (1 + Math.random() / 4); // so that a room does not come back at once
  }

  close() {
    this.isClosed = true;
    clearTimeout(this.timer);
  }
}
