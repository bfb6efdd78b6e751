// Changes of answers on their way to the server.
import { merged } from "./merging.js";

const MOST_BYTES = 60_000; // that a browser delivers for a page that is gone

const plain = (value) => JSON.stringify(value === "" ? null : (value ?? null));
export const isSame = (one, other) => plain(one) === plain(other);

export const isSamePlace = (one, other) => one.group === other.group && one.activity === other.activity;

export const keyOfChange = ({ sheet, field, number }) => [sheet, field, number].join("\n");

// The message to the server for changes of one place.
export function messageOf(changes) {
  const sent = changes.map(({ sheet, field, value, base, tab, number }) => ({
    sheet,
    field,
    value,
    base,
    tab,
    number,
  }));
  return { ...changes[0].place, changes: sent };
}

// The changes in parcels of one place, each as big as a beacon may be; one that is bigger alone is left out.
export function parcelsOf(changes) {
  const parcels = [];
  for (const change of changes) {
    const parcel = parcels.find(([first]) => isSamePlace(first.place, change.place));
    if (parcel && sizeOf([...parcel, change]) <= MOST_BYTES) parcel.push(change);
    else if (sizeOf([change]) <= MOST_BYTES) parcels.unshift([change]);
  }
  return parcels;
}

const sizeOf = (changes) => new Blob([JSON.stringify(messageOf(changes))]).size;

// Changes as the browser's storage has them, in the order in which they must be sent: each list are changes of one
// field, each made on top of the one before it.
export function chainsOf(drafts) {
  const chains = drafts.map(chainOf).sort((one, other) => other.length - one.length);
  return chains.filter((chain, index) => !chains.slice(0, index).some((longer) => isPart(chain, longer)));
}

function chainOf({ over, ...change }) {
  return [...(over ? chainOf(over) : []), { ...change, isOwn: false, isOut: false }];
}

const isPart = (chain, longer) =>
  chain.every(({ tab, number }) => longer.some((change) => change.tab === tab && change.number === number));

// Changes made on top of a value, of which the server has made another one: texts are merged here, so that nobody
// sees a word go; everything else by the server, which is told what its author had seen.
export function rebase(changes, was, { value, revision, mine }) {
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
