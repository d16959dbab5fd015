/* A command of the terminal, to be copied. */

import { el, say } from "./dom.js";
import { t } from "./words.js";

/* A word as a POSIX shell takes it for one. */
export const quoted = (word) => (/^[\w./-]+$/.test(word) ? word : `'${word.replace(/'/g, "'\\''")}'`);

/* The command as text, and a button that copies it; where that is not allowed the text is marked instead. */
export function command(words) {
  const shown = el("code", null, words);
  const mark = () => { const range = document.createRange(); range.selectNodeContents(shown); getSelection().removeAllRanges(); getSelection().addRange(range); };
  const copy = () => { mark(); if (navigator.clipboard) navigator.clipboard.writeText(words).then(() => say(t("copied")), mark); };
  return el("div.command", null, shown, el("button.more", { onclick: copy }, t("copy")));
}
