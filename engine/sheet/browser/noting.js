// What is said below a box: whether what stands there is saved, when, and by whom.
const CLOCK = { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false };

// {kind: "" | "typing" | "saving" | "saved" | "kept" | "refused", text: for the reader, at: ISO time or ""}.
export function noteOn(answer, { words, me }) {
  const kind = kindOf(answer);
  const { saved_at, author } = answer?.saved ?? {};
  if (kind === "refused") return { kind, text: words.refused.replace("{problem}", () => answer.problem), at: "" };
  if (kind !== "saved") return { kind, text: words[kind] ?? "", at: "" };
  const said = author && author !== me ? words.saved_by : words.saved;
  const text = said.replace("{time}", () => clockTime(saved_at)).replace("{name}", () => author);
  return { kind, text, at: saved_at };
}

function kindOf(answer) {
  if (!answer) return "";
  if (answer.problem) return "refused";
  if (answer.isSaved) return answer.saved.saved_at ? "saved" : "";
  if (answer.isLate) return "kept";
  const { isTyped, isOut, wasSent } = answer.unsaved.at(-1) ?? {};
  return isTyped && !(isOut || wasSent) ? "typing" : "saving";
}

// In the time of the reader's place.
const clockTime = (moment) => new Date(moment).toLocaleTimeString([], CLOCK);
