// A text to read between the questions.
import { el } from "./dom.js";

export const drawNote = ({ field }) => el("p", { className: "field to_read" }, field.label);
