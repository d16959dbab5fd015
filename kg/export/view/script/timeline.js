/* When things were, began and ended: beside a node's name, and as a line of time with what is joined to it. */

import { el } from "./dom.js";
import { edgesOf, momentsOf, otherEnd } from "./data.js";
import { dateWords, endsOf } from "./text.js";
import { speech, t } from "./words.js";
import { listed, nodeButton, sentence, tellings } from "./facts.js";
import { A } from "./state.js";

const PARTS = 300, LONG = 20, TERMS = ["at", "began", "ended"];

/* 举行, 开始, 结束; of a project 开工, 建成. */
function termWord(i, term) {
  const project = A.G.kinds[A.G.kind[i]] === "Project";
  return { at: t("momentAt"), began: project ? t("projectBegan") : t("momentBegan"), ended: project ? t("projectEnded") : t("momentEnded") }[term];
}

/* 2021年11月 is told by 2021年11月9日 too: of two that agree the finer; where none is resolved, the words. */
function finest(moments) {
  const values = [...new Set(moments.map(({ value }) => value).filter(Boolean))].sort();
  const kept = values.filter((value) => !values.some((other) => other !== value && other.startsWith(value)));
  return kept.length ? kept.map((value) => dateWords(value, speech.at)) : [...new Set(moments.map(({ words }) => `“${words}”`))];
}

/* [[term, times]] of a node: [["开始", ["2021年11月9日"]]]. */
export function times(i) {
  const own = momentsOf(A.G, i);
  return TERMS.map((term) => [term, own.filter((one) => one.term === term)]).filter(([, found]) => found.length).map(([term, found]) => [termWord(i, term), finest(found)]);
}

export const whenLine = (i) => {
  const told = times(i);
  return told.length ? el("p.kindline.when", null, told.map(([word, values]) => el("span", null, `${word} `, el("b", null, values.join(" / "))))) : null;
};

/* An undertaking with its parts, and theirs. */
function partsOf(i) {
  const { G } = A, parts = new Set([i]);
  for (const part of parts) for (const e of edgesOf(G, part)) {
    if (parts.size < PARTS && G.to[e] === part && ["partOf", "broader"].includes(G.predicates[G.predicate[e]])) parts.add(G.from[e]);
  }
  return parts;
}

/* What was, began or ended of them: one entry a node, term and time, with all the sentences that say so. */
function happened(nodes) {
  const { G } = A, entries = new Map();
  for (const node of nodes) for (const one of momentsOf(G, node)) {
    const key = [node, one.term, one.value || one.words].join(" "), ends = endsOf(one.value);
    if (!entries.has(key)) entries.set(key, { node, term: one.term, value: one.value, words: one.words, order: ends ? ends[0] : "", told: [] });
    entries.get(key).told.push(one);
  }
  return [...entries.values()];
}

/* The sentences that tell of an undertaking and its parts, by the dates that attest them, but for those shown already. */
function attested(parts, shown) {
  const { G } = A, days = new Map();
  for (const part of parts) for (const e of edgesOf(G, part)) for (const k of tellings(e)) {
    const span = G.span[k];
    if (span < 0 || shown.has(span)) continue;
    const date = G.docs[G.doc[span]].date || "";
    if (!days.has(date)) days.set(date, new Map());
    const known = days.get(date).get(span) || { sure: 0, marked: new Set() };
    days.get(date).set(span, { sure: Math.max(known.sure, G.sure[k]), marked: known.marked.add(part).add(otherEnd(G, e, part)), rule: G.rules[G.rule[k]] });
  }
  return [...days].map(([date, said]) => ({ order: date, said }));
}

/* What is known of a node in order of time; of an undertaking also what articles say of it, by their dates. */
export function timeline(i, undertaking) {
  const { G } = A, parts = undertaking ? partsOf(i) : new Set([i]), near = new Set(parts);
  for (const e of edgesOf(G, i)) near.add(otherEnd(G, e, i));
  const own = happened(near), shown = new Set(own.flatMap(({ told }) => told.map(({ span }) => span)));
  const entries = [...own, ...(undertaking ? attested(parts, shown) : [])];
  if (!entries.length) return null;
  entries.sort((a, b) => !a.order - !b.order || (a.order < b.order ? -1 : a.order > b.order ? 1 : (a.said ? 1 : 0) - (b.said ? 1 : 0)));
  const line = (entry) => (entry.said ? saidThen(entry) : was(entry, i));
  return el("section", null, el("h3", null, t("timeline"), el("span.n", null, String(entries.length))), listed(entries, line, LONG, el("ol.line", null)));
}

const clock = (value, words) => el("time", { datetime: value && !value.includes("/") ? value : null }, words);

function was({ node, term, value, words, told }, i) {
  const { G } = A, once = [...new Map(told.map((one) => [one.span, one])).values()];
  const one = ({ span, sure, rule, words: marked }) => sentence(span, new Set([node]), sure, G.rules[rule], null, marked);
  return el("li.own", null, clock(value, value ? dateWords(value, speech.at) : `“${words}”`), " ", el("span.tag", null, termWord(node, term)),
    node === i ? null : el("div", null, nodeButton(node)), listed(once.filter(({ span }) => span >= 0), one, 1));
}

function saidThen({ order, said }) {
  return el("li", null, clock(order, order ? dateWords(order, speech.at) : t("undatedOne")), " ", el("span.tag", null, t("reported")),
    listed([...said].sort((p, q) => p[0] - q[0]), ([span, { sure, marked, rule }]) => sentence(span, marked, sure, rule), 3));
}
