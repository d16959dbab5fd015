/* A person's posts as bars in time: from beginning to end where a sentence says so, a point where one only attests it. */

import { svgEl } from "./dom.js";
import { edgesOf } from "./data.js";
import { axisOf } from "./axis.js";
import { dateWords } from "./text.js";
import { nameOf, speech, t } from "./words.js";
import { tellings } from "./facts.js";
import { A } from "./state.js";

const WIDE = 340, ROW = 26, MOST = 14;

/* [{title, of, from, until, own}]: one a post and stretch. */
function stretches(i) {
  const { G } = A, made = new Map();
  for (const e of edgesOf(G, i)) {
    if (G.predicates[G.predicate[e]] !== "holdsPost" || G.from[e] !== i) continue;
    for (const k of tellings(e)) {
      const [, start, end] = G.posts[k] || ["", "", ""], day = G.span[k] < 0 ? "" : G.docs[G.doc[G.span[k]]].date, own = Boolean(start || end);
      const from = start || end || day, until = end || start || day, name = `${G.titles[G.title[e]]}${G.to[e] === i ? "" : ` ${nameOf(G, G.to[e])}`}`;
      if (from) made.set([name, from, until].join(" "), { name, from, until, own });
    }
  }
  return [...made.values()].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.name < b.name ? -1 : 1)).slice(0, MOST);
}

export function tenureBars(i) {
  const rows = stretches(i), axis = axisOf(rows.flatMap(({ from, until }) => [from, until]));
  if (!axis || !rows.some(({ own }) => own)) return null;
  const x = (part) => 4 + part * (WIDE - 8), made = [];
  rows.forEach(({ name, from, until, own }, at) => {
    const left = x(axis.at(from)), right = Math.max(left + 5, x(axis.until(until))), y = at * ROW + 17, time = [...new Set([from, until])].map((day) => dateWords(day, speech.at)).join("–");
    made.push(svgEl("text", { x: Math.min(left, WIDE * 0.45), y: y - 4, class: "tick" }, `${name} · ${time}`));
    made.push(own ? svgEl("rect", { x: left, y, width: right - left, height: 5, rx: 2.5, class: "bar" }) : svgEl("circle", { cx: left + 3, cy: y + 2.5, r: 3, class: "told" }));
  });
  return svgEl("svg", { class: "tenure", viewBox: `0 0 ${WIDE} ${rows.length * ROW + 4}`, role: "img", "aria-label": t("tenureLabel", rows.length) }, ...made);
}
