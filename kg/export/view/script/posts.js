/* Who holds which post: 省长, 临汾市长, 市委书记 临汾 2022. */

import { aliasesOf } from "./data.js";
import { placeOf } from "./about.js";
import { plainQuery } from "./search.js";
import { dateWords } from "./text.js";
import { nameOf, speech, t } from "./words.js";

const YEAR = /^(1[89]|20)\d\d年?$/;

/* The title among some words, written alone or behind its place, and the words that are left; null where there is none. */
function titled(G, words) {
  const known = new Set(G.titles.filter(Boolean)), ordered = [...known].sort((a, b) => b.length - a.length);
  for (let at = 0; at < words.length; at++) {
    const rest = words.filter((_, other) => other !== at);
    if (known.has(words[at])) return { title: words[at], rest };
    const tail = ordered.find((title) => title.length > 1 && words[at].endsWith(title) && words[at].length > title.length);
    const lead = tail ? words[at].slice(0, -tail.length) : "";
    if (tail && /^市[长委]|^[省县区州]/.test(tail) && isTown(G, lead)) return { title: tail, rest: [...rest, lead] };
    if (tail) return { title: tail, rest: [...rest, lead] };
  }
  const part = words.findIndex((word) => word.length > 1 && ordered.some((title) => title.includes(word)));
  return part < 0 ? null : { title: words[part], part: true, rest: words.filter((_, other) => other !== part) };
}

const isTown = (G, lead) => lead.length > 1 && G.label.some((name) => name.startsWith(lead));

/* The years for which a telling of a post vouches: from its beginning to its end, or the year of what attests it. */
function years(G, k) {
  const [, start, end] = G.posts[k] || ["", "", ""], day = G.span[k] < 0 ? "" : G.docs[G.doc[G.span[k]]].date;
  const from = (start || end || day).slice(0, 4), until = (end || (start && day > start ? day : start) || day).slice(0, 4);
  return [from, until];
}

/* All by which the organ of a post may be called. */
const called = (G, of) => {
  const place = placeOf(G, of);
  return [G.label[of], ...aliasesOf(G, of), ...(place < 0 ? [] : [G.label[place], ...aliasesOf(G, place)])];
};

/* [{person, edge, telling, words}] for what was typed, the best first; `year`: of the typed filters. */
export function postsFor(G, words, year, limit) {
  const plain = words.map((word) => plainQuery(word, G.simplified)), asked = titled(G, plain);
  if (!asked) return [];
  const wanted = year || (asked.rest.find((word) => YEAR.test(word)) || "").slice(0, 4), others = asked.rest.filter((word) => !YEAR.test(word)), best = new Map();
  for (let e = 0; e < G.m; e++) {
    const title = G.titles[G.title[e]];
    if (!title || (asked.part ? !title.includes(asked.title) : title !== asked.title)) continue;
    if (!others.every((word) => G.label[G.from[e]].includes(word) || called(G, G.to[e]).some((name) => name.includes(word)))) continue;
    for (let k = G.told[e]; k < G.told[e + 1]; k++) {
      const [from, until] = years(G, k);
      if (wanted && !(from <= wanted && wanted <= until)) continue;
      const key = `${G.from[e]} ${e}`;
      if (!best.has(key) || best.get(key).sure < G.sure[k]) best.set(key, { person: G.from[e], edge: e, telling: k, part: Boolean(asked.part), sure: G.sure[k], until });
    }
  }
  return [...best.values()].sort((a, b) => (a.until < b.until ? 1 : a.until > b.until ? -1 : b.sure - a.sure || a.person - b.person)).slice(0, limit);
}

/* 市长 · 临汾市人民政府 · 2021年12月 见报 */
export function postWords(G, { edge, telling }) {
  const [status, start, end] = G.posts[telling] || ["attested", "", ""], span = G.span[telling];
  const time = [start, end].filter(Boolean).map((day) => dateWords(day, speech.at)).join("–") || (span < 0 ? "" : dateWords(G.docs[G.doc[span]].date, speech.at));
  const of = G.to[edge] === G.from[edge] ? "" : nameOf(G, G.to[edge]);
  return [G.titles[G.title[edge]], of, `${time} ${t(status || "attested")}`.trim()].filter(Boolean).join(" · ");
}
