// Two people wrote in one text box: keep what both wrote, each where it was written. The server merges by the same
// rules (engine/fields/merging.py), and what it says is the truth; here it is done while somebody types on.
import { editsBetween } from "./comparing.js";

const SPACE_AT_END = /\s$/u;
const SPACE_AT_START = /^\s/u;
const STANDS_APART = /^ *(\n|\/ )/u; // a version of its own, which does not go on with the line before it

// My changes since `base` and theirs in one text, and the edits that make it of mine, in order. Where both changed the
// same words, both versions stand there; `between` stands between two versions of the whole text.
export function merged(base, theirs, mine, between = "\n\n") {
  if (theirs === base || theirs === mine) return { text: mine, edits: [] };
  const theirEdits = editsBetween(base, theirs);
  if (mine === base) return { text: theirs, edits: theirEdits.map((edit) => narrowed(base, edit)) };
  const myEdits = editsBetween(base, mine);
  const made = { text: "", edits: [], length: 0 }; // `length`: how much of my text is in it
  let at = 0;
  for (const { start, end } of spotsOf([...myEdits, ...theirEdits])) {
    const was = base.slice(start, end);
    const [my, their] = [applied(base, myEdits, start, end), applied(base, theirEdits, start, end)];
    addText(made, base.slice(at, start));
    joinBoth(made, [was, their, my], was === base ? between : "");
    at = end;
  }
  addText(made, base.slice(at));
  return { text: made.text, edits: made.edits };
}

// Where a place of a text stands after some edits. What is added right there goes behind it, or before it.
export function placeAfter(place, edits, goesBefore = false) {
  let moved = 0;
  for (const { start, end, text } of edits) {
    if (start > place || (start === place && !(goesBefore && start === end))) break;
    if (end > place) return start + moved + Math.min(place - start, text.length);
    moved += text.length - (end - start);
  }
  return place + moved;
}

// The places of a text that were edited; edits of the same letters share a place.
function spotsOf(edits) {
  const spots = [];
  for (const { start, end } of edits.sort((one, other) => one.start - other.start || one.end - other.end)) {
    const last = spots.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else if (!last || start !== last.start || end !== last.end) spots.push({ start, end });
  }
  return spots;
}

// What was added right before or after some letters changed none of them: its place is empty, and another.
function isAt(edit, start, end) {
  if (edit.start === edit.end) {
    return (start < edit.start && edit.start < end) || (start === edit.start && edit.start === end);
  }
  return start <= edit.start && edit.end <= end;
}

// A place of a text as it is after the edits in it.
function applied(base, edits, start, end) {
  let [text, at] = ["", start];
  for (const edit of edits.filter((each) => isAt(each, start, end))) {
    text += base.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return text + base.slice(at, end);
}

function addText(made, text) {
  made.text += text;
  made.length += text.length;
}

// What stands at one place now.
function joinBoth(made, [was, their, my], between) {
  if ([was, my].includes(their)) addText(made, my);
  else if ([was, ""].includes(my)) replaceMine(made, my, their);
  else if (was || between) {
    replaceMine(made, "", their && their + (between || " / "));
    addText(made, my);
  } else addBoth(made, their, my);
}

// Two additions follow each other, and mine comes first: I may be in the middle of a word, and what they added after it
// is not. But who begins a line of their own leaves that of the other whole.
function addBoth(made, their, my) {
  if (STANDS_APART.test(my) && !STANDS_APART.test(their)) {
    replaceMine(made, "", isTouching(their, my) ? `${their} ` : their);
    addText(made, my);
  } else {
    addText(made, my);
    replaceMine(made, "", isTouching(my, their) ? ` ${their}` : their);
  }
}

const isTouching = (before, after) => !(SPACE_AT_END.test(before) || SPACE_AT_START.test(after));

// Puts their words in the place of some of mine.
function replaceMine(made, my, their) {
  const edit = { start: made.length, end: made.length + my.length, text: their };
  if (my || their) made.edits.push(narrowed(my, edit, made.length));
  made.text += their;
  made.length += my.length;
}

// The edit without the letters at its ends that stay as they are: a caret in a word stays with them.
function narrowed(text, { start, end, text: added }, offset = 0) {
  const removed = text.slice(start - offset, end - offset);
  const shortest = Math.min(removed.length, added.length);
  let head = 0;
  while (head < shortest && removed[head] === added[head]) head += 1;
  let tail = 0;
  while (tail < shortest - head && removed.at(-1 - tail) === added.at(-1 - tail)) tail += 1;
  return { start: start + head, end: end - tail, text: added.slice(head, added.length - tail) };
}
