/* The runs of a campaign, or whatever else bears one name: where and when each was, the earliest first. */

import { el } from "./dom.js";
import { edgesOf, momentsOf } from "./data.js";
import { alike, placeOf, whatWord } from "./about.js";
import { dateWords, endsOf } from "./text.js";
import { nameOf, speech, t } from "./words.js";
import { listed, nodeButton, sentence, tellings } from "./facts.js";
import { go, toNode } from "./route.js";
import { A } from "./state.js";

/* When a node began or was, else the first day of an article that tells of it: {day, own, span, sure, rule}. */
export function firstOf(G, i) {
  const own = momentsOf(G, i).filter(({ value, term }) => term !== "ended" && endsOf(value)).sort((a, b) => (endsOf(a.value)[0] < endsOf(b.value)[0] ? -1 : 1))[0];
  if (own) return { day: endsOf(own.value)[0], own: true, span: own.span, sure: own.sure, rule: own.rule };
  let best = null;
  for (const e of edgesOf(G, i)) for (const k of tellings(e)) {
    const span = G.span[k], day = span < 0 ? "" : G.docs[G.doc[span]].date;
    if (span >= 0 && (!best || (day && (!best.day || day < best.day)))) best = { day, own: false, span, sure: G.sure[k], rule: G.rule[k] };
  }
  return best || { day: "", own: false, span: -1, sure: 0, rule: 0 };
}

/* All of one name with their first days, in that order. */
export const inOrder = (G, i) => alike(G, i).map((node) => ({ node, place: placeOf(G, node), first: firstOf(G, node) }))
  .sort((a, b) => !a.first.day - !b.first.day || (a.first.day < b.first.day ? -1 : a.first.day > b.first.day ? 1 : a.node - b.node));

/* The panel: heading, what may be done with them, where they were, and each with its sentence. */
export function runsView(i, charts, acts) {
  const { G } = A, rows = inOrder(G, i), places = [...new Set(rows.map(({ place }) => place).filter((place) => place >= 0))];
  const one = ({ node, place, first }) => el("div.fact", null,
    el("div.head", null, place >= 0 ? nodeButton(place) : nodeButton(node), el("time.when", null, first.day ? dateWords(first.day, speech.at) : t("undatedOne")), first.day ? el("span.tag", null, t(first.own ? "momentBegan" : "reported")) : null, el("button.more", { onclick: () => go(toNode(G, node)) }, G.label[node] === G.label[i] ? t("details") : G.label[node])),
    first.span >= 0 ? sentence(first.span, new Set([node, place]), first.sure, G.rules[first.rule]) : null);
  return [
    el("h2", { lang: speech.at && G.latin[i] ? "en" : "zh" }, nameOf(G, i)),
    el("p.kindline", null, [whatWord(G, i), t("runsCount", rows.length), places.length ? t("placesCount", places.length) : ""].filter(Boolean).map((word) => el("span", null, word))),
    el("div.acts", null, acts),
    charts,
    el("section", null, el("h3", null, t("runsWhere"), el("span.n", null, String(rows.length))), listed(rows, one, 40)),
  ];
}
