/* Search over the words of the articles: every sentence that holds what was typed, in Simplified or Traditional script. */

import { plainQuery } from "./search.js";

const STOPS = "。！？!?\n\r", LEAST = 2, LONG = 64;

/* The text in lower case and Simplified script, character for character; kept where it differs. */
function even(G, doc) {
  if (doc.even === undefined) {
    let made = "";
    for (const char of doc.text.toLowerCase()) made += G.simplified.get(char) || char;
    doc.even = made === doc.text || made.length !== doc.text.length ? "" : made;
  }
  return doc.even || doc.text;
}

/* {hits: [{doc, begin, end, from, length, times}], all}, offsets in units; what an article says again in the same words is one hit. */
export function sentencesWith(G, query, limit) {
  const wanted = plainQuery(query, G.simplified), hits = [];
  let all = 0;
  if (Array.from(wanted).length < LEAST || (/^[a-z]+$/.test(wanted) && wanted.length < 5)) return { hits, all };
  for (const doc of G.docs) {
    const text = even(G, doc), same = new Map();
    for (let at = text.indexOf(wanted), last = -1; at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
      if (at < last) continue;
      const [begin, end] = bounds(text, at, at + wanted.length);
      last = end;
      all++;
      const words = text.slice(begin, end).trim(), before = same.get(words);
      if (before) before.times++;
      else if (hits.length < limit) { hits.push({ doc, begin, end, from: at, length: wanted.length, times: 1 }); same.set(words, hits[hits.length - 1]); }
    }
  }
  return { hits, all };
}

function bounds(text, at, stop) {
  let begin = at, end = stop;
  while (begin > 0 && !STOPS.includes(text[begin - 1])) begin--;
  while (end < text.length && !STOPS.includes(text[end])) end++;
  return [begin, end < text.length && !"\n\r".includes(text[end]) ? end + 1 : end];
}

const points = (text) => { let count = 0; for (const _ of text) count++; return count; };

/* The sentence as the address of an article says it: code points. */
export const spanOf = ({ doc, begin, end }) => { const at = points(doc.text.slice(0, begin)); return [at, at + points(doc.text.slice(begin, end))]; };

/* [before, words, after], short enough for a row. */
export function around({ doc, begin, end, from, length }) {
  const left = Math.max(begin, from - Math.floor((LONG - length) / 3)), right = Math.min(end, left + LONG), clean = (text) => text.replace(/\s+/g, " ");
  return [`${left > begin ? "…" : ""}${clean(doc.text.slice(left, from))}`, doc.text.slice(from, from + length), `${clean(doc.text.slice(from + length, right))}${right < end ? "…" : ""}`];
}
