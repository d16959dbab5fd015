/* What the panel shows of a node: its facts by relation, each with its sentences. */

import { el, svgEl } from "./dom.js";
import { edgesOf, mentionsOf, otherEnd } from "./data.js";
import { outright } from "./context.js";
import { SHAPES } from "./shapes.js";
import { dateWords, pieces, slice } from "./text.js";
import { kindWord, nameOf, predicateWord, separator, speech, t } from "./words.js";
import { go, toArticle, toNode } from "./route.js";
import { A } from "./state.js";

/* The mark of a kind, as in the legend. */
export function dot(kind) {
  const look = A.G.look[kind], corners = SHAPES[look.shape], color = look[A.theme];
  const shape = corners
    ? svgEl("polygon", { points: corners.map(([x, y]) => `${(8 + 5.4 * x).toFixed(1)},${(8 + 5.4 * y).toFixed(1)}`).join(" "), fill: color })
    : svgEl("circle", { cx: 8, cy: 8, r: 6, fill: color });
  return svgEl("svg", { class: "dot", viewBox: "0 0 16 16", "aria-hidden": "true" }, shape);
}

/* The name; in English the characters stand beside the Latin one. */
export const bothNames = (i) => [el("span", null, nameOf(A.G, i)), nameOf(A.G, i) === A.G.label[i] ? null : el("small.han", { lang: "zh" }, A.G.label[i])];

export function nodeButton(i) {
  const { G } = A;
  return el("button.to", { onclick: () => go(toNode(G, i)) }, dot(G.kind[i]), ...bothNames(i), el("span.unseen", null, kindWord(G.kinds[G.kind[i]])));
}

/* The first few, and a button for the rest. */
export function listed(items, make, first = 8, box = el("div", null)) {
  box.append(...items.slice(0, first).map(make));
  const grow = (from) => {
    if (from >= items.length) return;
    const row = { OL: () => el("li.rest", null), TBODY: () => el("tr", null, el("td", { colspan: 3 })) }[box.tagName], last = row ? row() : el("div", null);
    (last.firstChild || last).append(el("button.more", { onclick: () => { last.remove(); box.append(...items.slice(from, from + 100).map(make)); grow(from + 100); } }, t("moreFacts", items.length - from)));
    box.append(last);
  };
  grow(first);
  return box;
}

/* Edges of a node by relation and direction: [{predicate, backwards, edges}], the richest group first. */
export function factGroups(i) {
  const { G } = A, groups = new Map();
  for (const e of edgesOf(G, i)) {
    const backwards = G.from[e] !== i, key = G.predicate[e] * 2 + (backwards ? 1 : 0);
    if (!groups.has(key)) groups.set(key, { predicate: G.predicates[G.predicate[e]], backwards, edges: [] });
    groups.get(key).edges.push(e);
  }
  for (const group of groups.values()) group.edges.sort((a, b) => otherEnd(G, a, i) - otherEnd(G, b, i));
  return [...groups.values()].sort((a, b) => a.edges.length - b.edges.length);
}

export const tellings = (e) => Array.from({ length: A.G.told[e + 1] - A.G.told[e] }, (_, at) => A.G.told[e] + at);

/* One fact: the other end, a post's title, and the sentences. */
export function fact(e, i) {
  const { G } = A, title = G.titles[G.title[e]], there = otherEnd(G, e, i);
  const head = el("div.head", null, title ? el("span.post", null, title) : null, there !== i ? nodeButton(there) : null);
  return el("div.fact", null, head, said(e));
}

/* A whole relation, for an edge or a path. */
export function relation(e) {
  const { G } = A, title = G.titles[G.title[e]];
  const head = el("div.head", null, nodeButton(G.from[e]), el("span.post", null, title || predicateWord(G.predicates[G.predicate[e]], false)), G.from[e] === G.to[e] ? null : nodeButton(G.to[e]));
  return el("div.fact", null, head, said(e));
}

/* The sentences of a relation: the surest, and a button for the others. */
export function said(e) {
  const { G } = A, all = tellings(e), ends = new Set([G.from[e], G.to[e]]), told = all.filter((k) => G.span[k] >= 0), texts = once(told, (k) => k);
  const box = el("div", null);
  const rules = (same) => [...new Set(same.map((k) => G.rules[G.rule[k]]))].join(separator());
  const one = ([k, ...others]) => [sentence(G.span[k], ends, G.sure[k], rules([k, ...others]), G.posts[k], "", !outright(G, e, k)), also(k, others)];
  box.append(...texts.slice(0, 1).flatMap(one).filter(Boolean));
  if (texts.length > 1) {
    const more = el("button.more", { onclick: () => more.replaceWith(...texts.slice(1).flatMap(one).filter(Boolean)) }, t("moreSaid", texts.length - 1));
    box.append(more);
  }
  if (all.length > told.length) box.append(el("span.tag", null, t("gazetteer")));
  if (!all.length) box.append(el("span.tag", null, t("byStructure")));
  return box;
}

/* What tells the same in the same words of one article stands once: [[first, …others]]; `of` gives the telling of an item. */
export function once(items, of) {
  const { G } = A, groups = new Map();
  for (const item of items) {
    const k = of(item), span = G.span[k], doc = G.docs[G.doc[span]];
    const key = [G.doc[span], slice(doc, G.at[span], G.at[span] + G.length[span]).replace(/\s+/g, ""), ...(G.posts[k] || [])].join("|");
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(item);
  }
  return [...groups.values()];
}

/* Where else in the article a sentence stands, null where it stands once. */
export function also(k, others) {
  const { G } = A, doc = G.docs[G.doc[G.span[k]]], places = new Map(others.map((one) => [G.at[G.span[one]], G.span[one]]));
  places.delete(G.at[G.span[k]]);
  const place = ([at, span]) => el("button", { onclick: () => go(toArticle(doc, at, at + G.length[span])) }, t("chars", at, at + G.length[span]));
  return places.size ? el("div.said-also", null, t("saidAlso"), [...places].map(place)) : null;
}

/* A sentence of an article with the words of some nodes, and those of a time, marked; it opens the article. */
export function sentence(span, marked, sure, rule, post, time, read) {
  const { G } = A, doc = G.docs[G.doc[span]], at = G.at[span], end = at + G.length[span];
  const words = [...mentionsOf(doc).filter((m) => marked.has(m.node)), ...found(doc, at, end, time)].sort((a, b) => a.at - b.at);
  const body = pieces(doc, words, at, end).map((piece) => (piece.node < 0 ? piece.text.replace(/\s+/g, " ") : el("mark", null, piece.text)));
  return el("button.said", { onclick: () => go(toArticle(doc, at, end)), title: `${t("rule", rule)} · ${t("chars", at, end)}` }, el("span", null, body), sourceLine(doc, sure, post, read, rule));
}

/* Where words stand in a sentence, as if a node stood there. */
function found(doc, at, end, words) {
  const text = words ? slice(doc, at, end) : "", place = words ? text.indexOf(words) : -1;
  return place < 0 ? [] : [{ at: at + Array.from(text.slice(0, place)).length, length: Array.from(words).length, node: 0 }];
}

export function sourceLine(doc, sure, post, read, rule) {
  const [status, start, end] = post || ["", "", ""], times = [start, end].filter(Boolean).join("–");
  return el("span.source", null,
    el("span", null, titleOf(doc)), doc.date ? el("span", null, dateWords(doc.date, speech.at)) : null, doc.publisher ? el("span", null, doc.publisher) : null,
    status && status !== "attested" ? el("span", null, t(status)) : null, times ? el("span", null, times) : null, sure === undefined ? null : surely(sure), read ? el("span.tag", { title: t("fromContextHow") }, t("fromContext")) : null, rule ? el("span.rule", null, t("rule", rule)) : null);
}

export const titleOf = (doc) => doc.title || doc.source || t("untitled");

function surely(sure) {
  const bar = el("b", null);
  bar.style.width = `${sure}%`;
  return el("span.sure", { title: t("sureTip", sure) }, el("i", { "aria-hidden": "true" }, bar), el("span.unseen", null, t("sureTip", sure)), el("span", { "aria-hidden": "true" }, `${sure}%`));
}

export const kindLine = (i) => [dot(A.G.kind[i]), el("span", null, kindWord(A.G.kinds[A.G.kind[i]]))];
