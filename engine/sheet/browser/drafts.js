// What is not acknowledged yet, kept in this browser: a key for each window, so that two never take each other's.
// A browser without storage keeps nothing, and finds nothing.
const DRAFTS = "outbox";

export const draftsKey = (seat, tab) => [DRAFTS, seat, tab].join(":");

function inStorage(act) {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
}

function writeDrafts(storage, key, changes) {
  if (changes.length > 0) storage.setItem(key, JSON.stringify(changes));
  else storage.removeItem(key);
}

const readDrafts = (storage, key) => JSON.parse(storage.getItem(key)) ?? [];

export function keepDrafts(seat, tab, changes) {
  inStorage((storage) => writeDrafts(storage, draftsKey(seat, tab), changes));
}

// Forgets a change that another window left behind, unless that window has made a later one.
export function dropDraft(seat, { tab, number }) {
  inStorage((storage) => {
    const key = draftsKey(seat, tab);
    writeDrafts(
      storage,
      key,
      readDrafts(storage, key).filter((change) => change.number !== number),
    );
  });
}

// What the windows of a seat left behind. A window that is still open has its changes here too: it learns by the mark
// that they are sent.
export function takeDrafts(seat) {
  return (
    inStorage((storage) => {
      const keys = Array.from({ length: storage.length }, (_none, index) => storage.key(index));
      return keys.filter((key) => key.startsWith(draftsKey(seat, ""))).flatMap((key) => takeFrom(storage, key));
    }) ?? []
  );
}

function takeFrom(storage, key) {
  const changes = readDrafts(storage, key).map((change) => ({ ...change, wasSent: true }));
  writeDrafts(storage, key, changes);
  return changes;
}
