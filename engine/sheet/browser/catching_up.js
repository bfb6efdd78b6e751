// Asks for everything later than what is known, until it is told.
import { ask } from "./asking.js";

const WAIT = 2000; // ms after a question that was not answered

export class CatchingUp {
  // `address()` gives where to ask by now, and `learn(said)` takes the answer.
  constructor(address, learn) {
    this.address = address;
    this.learn = learn;
    this.isAsking = false;
    this.isWanted = false;
    this.isClosed = false;
  }

  // Something has changed, and nobody knows what.
  async begin() {
    this.isWanted = true;
    clearTimeout(this.timer);
    if (this.isAsking) return;
    this.isAsking = true;
    this.isWanted = false;
    const said = await ask(this.address());
    this.isAsking = false;
    if (this.isClosed) return;
    const isTold = said && !said.retry;
    if (isTold) this.learn(said);
    if (this.isWanted) this.begin();
    else if (!isTold) this.timer = setTimeout(() => this.begin(), WAIT);
  }

  close() {
    this.isClosed = true;
    clearTimeout(this.timer);
  }
}
