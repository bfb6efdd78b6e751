// What was changed from one text to another, word by word.
// Scripts that put no spaces between words are compared by character, as engine/fields/merging.py does it.
const WORDS = /[^\s!-/:-@[-`{-~\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff]+|./gsu;
const MOST_STEPS = 4_000_000; // of a comparison; two texts with less in common are taken for two others

export const wordsIn = (text) => text.match(WORDS) ?? [];

// The edits that make `text` of `base`, in order: the letters from `start` to `end` of `base` were replaced by `text`.
export function editsBetween(base, text) {
  const [from, to] = [wordsIn(base), wordsIn(text)];
  const head = alikeAtStart(from, to);
  const tail = alikeAtEnd(from, to, head);
  const [inner, outer] = [from.slice(head, from.length - tail), to.slice(head, to.length - tail)];
  const [fromStarts, toStarts] = [startsOf(from), startsOf(to)];
  const found = [];
  let [at, there] = [head, head];
  for (const run of [...runsAlike(inner, outer), { from: inner.length, to: outer.length, length: 0 }]) {
    const [end, thereEnd] = [head + run.from, head + run.to];
    if (end > at || thereEnd > there) {
      const added = text.slice(toStarts[there], toStarts[thereEnd]);
      found.push({ start: fromStarts[at], end: fromStarts[end], text: added });
    }
    [at, there] = [end + run.length, thereEnd + run.length];
  }
  return found;
}

// The one piece that somebody changed who now has the caret at `caret`; from it follows which of two same letters is
// new.
export function changeBetween(before, after, caret) {
  const shortest = Math.min(before.length, after.length);
  const most = Math.max(0, Math.min(after.length - caret, shortest));
  let tail = 0;
  while (tail < most && before.at(-(1 + tail)) === after.at(-(1 + tail))) tail += 1;
  let head = 0;
  while (head < shortest - tail && before[head] === after[head]) head += 1;
  return { start: head, end: before.length - tail, text: after.slice(head, after.length - tail) };
}

function alikeAtStart(from, to) {
  let count = 0;
  while (count < Math.min(from.length, to.length) && from[count] === to[count]) count += 1;
  return count;
}

function alikeAtEnd(from, to, head) {
  const most = Math.min(from.length, to.length) - head;
  let count = 0;
  while (count < most && from.at(-(1 + count)) === to.at(-(1 + count))) count += 1;
  return count;
}

// Where each word begins, and at last where the text ends.
function startsOf(words) {
  const starts = [0];
  for (const word of words) starts.push(starts.at(-1) + word.length);
  return starts;
}

// The longest common subsequence as runs of same words, in order.
function runsAlike(from, to) {
  if (from.length <= to.length) return runsOf(from, to);
  return runsOf(to, from).map((run) => ({ from: run.to, to: run.from, length: run.length }));
}

// The O(NP) comparison of Wu, Manber, Myers and Miller (1990): quick where one text is the other with little changed
// or with much added.
function runsOf(short, long) {
  if (short.length === 0) return [];
  const search = new Search(short, long);
  let steps = 0;
  for (let p = 0; !search.isDone; p += 1) {
    steps += search.delta + 2 * p + 1;
    if (steps > MOST_STEPS) return [];
    search.widen(p);
  }
  return search.runs();
}

class Search {
  constructor(short, long) {
    this.short = short;
    this.long = long;
    this.delta = long.length - short.length;
    this.origin = short.length + 1; // diagonals below zero need a place too
    const size = short.length + long.length + 3;
    this.furthest = new Int32Array(size).fill(-1); // diagonal -> how far it was followed in `long`
    this.last = new Int32Array(size).fill(-1); // diagonal -> the last run of same words on the way there
    this.found = [];
  }

  get isDone() {
    return this.furthest[this.origin + this.delta] >= this.long.length;
  }

  widen(p) {
    for (let k = -p; k < this.delta; k += 1) this.follow(this.origin + k, k);
    for (let k = this.delta + p; k >= this.delta; k -= 1) this.follow(this.origin + k, k);
  }

  follow(at, k) {
    const [down, right] = [this.furthest[at - 1] + 1, this.furthest[at + 1]];
    const before = this.last[down > right ? at - 1 : at + 1];
    const start = Math.max(down, right);
    let end = start;
    while (end - k < this.short.length && end < this.long.length && this.short[end - k] === this.long[end]) end += 1;
    this.furthest[at] = end;
    this.last[at] = before;
    if (end > start) this.last[at] = this.found.push({ from: start - k, to: start, length: end - start, before }) - 1;
  }

  runs() {
    const runs = [];
    for (let at = this.last[this.origin + this.delta]; at >= 0; at = this.found[at].before) runs.push(this.found[at]);
    return runs.reverse();
  }
}
