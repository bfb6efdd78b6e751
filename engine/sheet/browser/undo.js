// What somebody did in one box, so that it can be taken back while others write in it too: their words stay.
import { placeAfter } from "./merging.js";

const MOST_TO_UNDO = 200; // that can be taken back
const PAUSE_BETWEEN_STEPS = 1000; // ms; what is typed after it is another step
const LETTER = /\S/u;
const SPACE_LAST = /\s$/u;

// The text is kept as runs of letters, also those that are gone for now. A step that is taken back hides what it
// added and shows what it removed, wherever that stands by now.
export class History {
  constructor(text) {
    this.runs = text ? [{ text, by: null, goneBy: null }] : [];
    this.done = [];
    this.undone = [];
  }

  get text() {
    return this.runs
      .filter(isThere)
      .map((run) => run.text)
      .join("");
  }

  // Its owner changed the box.
  typed(edit, now) {
    this.forgetUndone();
    const step = this.stepFor(edit, now);
    const first = this.cut(edit.start);
    for (const run of this.runs.slice(first, this.cut(edit.end)).filter(isThere)) run.goneBy = step;
    const before = this.runs[first - 1];
    if (before?.by === step && isThere(before)) before.text += edit.text;
    else if (edit.text) this.runs.splice(first, 0, { text: edit.text, by: step, goneBy: null });
    if (this.done.length > MOST_TO_UNDO) this.settle(this.done.shift());
  }

  // Others changed it, by edits in the order of the text.
  changed(edits) {
    for (const { start, end, text } of edits.toReversed()) {
      const first = this.cut(start);
      const stay = this.runs.slice(first, this.cut(end)).filter((run) => !isThere(run));
      const added = text ? [{ text, by: null, goneBy: null }] : [];
      this.runs.splice(first, this.cut(end) - first, ...added, ...stay);
    }
    const last = this.done.at(-1);
    if (last) last.place = placeAfter(last.place, edits);
  }

  // The place of the caret after the last step was taken back; null when there was none.
  undo() {
    return this.turn(this.done, this.undone, false);
  }

  redo() {
    return this.turn(this.undone, this.done, true);
  }

  turn(from, to, isDone) {
    const before = this.text;
    while (from.length > 0) {
      const step = from.pop();
      step.isDone = isDone;
      step.kind = ""; // nothing is added to it any more
      to.push(step);
      if (this.text !== before) return this.placeOf(step); // else others had removed it
    }
    return null;
  }

  placeOf(step) {
    const last = this.runs.findLastIndex((run) => run.by === step || run.goneBy === step);
    return this.runs
      .slice(0, last + 1)
      .filter(isThere)
      .map((run) => run.text)
      .join("").length;
  }

  // Letters of one word, typed one after the other, are one step.
  stepFor({ start, end, text }, now) {
    const last = this.done.at(-1);
    const kind = kindOfEdit(start === end, text);
    const isNext = last?.kind === kind && kind !== "replaced" && now - last.at < PAUSE_BETWEEN_STEPS;
    const isAtPlace = last?.place === (kind === "removed" ? end : start) || last?.place === start;
    const isNewWord = kind === "added" && last?.endsWord && LETTER.test(text);
    const step = isNext && isAtPlace && !isNewWord ? last : { isDone: true, hasWord: false };
    if (step !== last) this.done.push(step);
    const hasWord = step.hasWord || LETTER.test(text);
    const endsWord = hasWord && SPACE_LAST.test(text);
    return Object.assign(step, { kind, at: now, place: start + text.length, hasWord, endsWord });
  }

  // The index of the run that begins at a place of the text; a run is cut in two for it.
  cut(place) {
    let left = place;
    for (const [index, run] of this.runs.entries()) {
      if (left === 0) return index;
      if (isThere(run) && run.text.length > left) {
        const parts = [run.text.slice(0, left), run.text.slice(left)];
        this.runs.splice(index, 1, ...parts.map((text) => ({ ...run, text })));
        return index + 1;
      }
      if (isThere(run)) left -= run.text.length;
    }
    return this.runs.length;
  }

  // What was taken back cannot be done again once something else was typed.
  forgetUndone() {
    for (const step of this.undone.splice(0)) {
      this.runs = this.runs.filter((run) => run.by !== step);
      for (const run of this.runs.filter((each) => each.goneBy === step)) run.goneBy = null;
    }
  }

  // A step that is too long ago can no longer be taken back.
  settle(step) {
    const runs = [];
    for (const run of this.runs.filter((each) => each.goneBy !== step)) {
      if (run.by === step) run.by = null;
      const last = runs.at(-1);
      if (last && !(last.by || run.by || last.goneBy || run.goneBy)) last.text += run.text;
      else runs.push(run);
    }
    this.runs = runs;
  }
}

function kindOfEdit(isAddition, text) {
  if (isAddition) return "added";
  return text ? "replaced" : "removed";
}

const isThere = ({ by, goneBy }) => (!by || by.isDone) && !goneBy?.isDone;
