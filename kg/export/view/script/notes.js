/* Notes of the reader: they stay in this browser, and can be saved to a file and loaded from one. */

import { el } from "./dom.js";
import { keyOf, nodeOf } from "./data.js";
import { t } from "./words.js";
import { A } from "./state.js";

const STORE = "zhengtu-notes";
const kept = { notes: null };

/* {key: text}; a page from disk may not be allowed to remember, then they last as long as the page. */
export function notes() {
  if (!kept.notes) {
    kept.notes = new Map();
    try { take(JSON.parse(localStorage.getItem(STORE) || "{}")); } catch { /* none, then */ }
  }
  return kept.notes;
}

function take(found) {
  if (!found || typeof found !== "object" || Array.isArray(found)) return 0;
  let count = 0;
  for (const [key, text] of Object.entries(found)) if (typeof text === "string" && text.trim()) { kept.notes.set(key, text); count++; }
  return count;
}

function keep() {
  try { localStorage.setItem(STORE, notesText()); } catch { /* not remembered, then */ }
}

export const notesText = () => JSON.stringify(Object.fromEntries([...notes()].sort()), null, 1);

export const noteOf = (i) => notes().get(keyOf(A.G, i)) || "";

/* The nodes of this graph that have a note. */
export const noted = () => [...notes().keys()].map((key) => nodeOf(A.G, key)).filter((i) => i >= 0).sort((a, b) => a - b);

/* A field in the panel of a node; open where there is a note. */
export function noteField(i) {
  const write = (event) => { const text = event.target.value; if (text.trim()) notes().set(keyOf(A.G, i), text); else notes().delete(keyOf(A.G, i)); keep(); };
  const field = el("textarea", { rows: 3, "aria-label": t("note"), placeholder: t("noteHere"), oninput: write });
  field.value = noteOf(i);
  return el("details.own-note", { open: Boolean(field.value) }, el("summary", null, t("note")), field);
}

/* Adds the notes of a file to those that are there: how many, or -1 where it is no file of notes. */
export function loadNotes(text) {
  notes();
  try {
    const count = take(JSON.parse(text));
    keep();
    return count;
  } catch { return -1; }
}
