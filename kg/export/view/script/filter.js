/* What passes the filters: a mask of nodes and one of edges. */

import { mentioned, momentsOf } from "./data.js";
import { endsOf } from "./text.js";

export const fresh = () => ({ kinds: new Set(), predicates: new Set(), doc: -1, place: -1, from: "", until: "", undated: true, sure: 0 });

export function isFresh(F) {
  return !F.kinds.size && !F.predicates.size && F.doc < 0 && F.place < 0 && !F.from && !F.until && F.undated && !F.sure;
}

/* A date of any precision lies in a stretch if any day of it does. */
export function inTime(F, date) {
  if (!date) return F.undated;
  return (!F.until || date.slice(0, F.until.length) <= F.until) && (!F.from || date >= F.from.slice(0, date.length));
}

/* Whether a stretch of time meets the chosen one. */
const meets = (F, [begin, end]) => (!F.until || begin.slice(0, F.until.length) <= F.until) && (!F.from || end >= F.from.slice(0, end.length));

/* The stretches of a node's own time: each day or days on which it was, and from its beginning to its end. */
export function stretches(moments) {
  const made = [], whole = [];
  for (const { term, value } of moments) {
    const ends = endsOf(value);
    if (ends) (term === "at" ? made : whole).push(ends);
  }
  if (whole.length) made.push([whole.map(([begin]) => begin).sort()[0], whole.map(([, end]) => end).sort().pop()]);
  return made;
}

/* The nodes whose own time meets the chosen one; null where no time is chosen. */
function timely(G, F) {
  if (!F.from && !F.until && F.undated) return null;
  const own = new Uint8Array(G.n);
  for (const { node } of G.moments) if (!own[node] && stretches(momentsOf(G, node)).some((ends) => meets(F, ends))) own[node] = 1;
  return own;
}

const NO = 0, WEAK = 1, STRONG = 2;

/* `inside`: mask of the nodes under the chosen place, or null. */
export function passing(G, F, inside) {
  const nodes = new Uint8Array(G.n), edges = new Uint8Array(G.m), own = timely(G, F), weak = [];
  const chosen = G.docs.map((doc) => F.doc < 0 || F.doc === doc.number), docs = G.docs.map((doc, at) => chosen[at] && inTime(F, doc.date));
  const byFact = F.doc >= 0 || F.from || F.until || !F.undated || F.sure > 0;
  const strict = F.predicates.size > 0;
  for (let i = 0; i < G.n; i++) nodes[i] = F.kinds.has(G.kind[i]) || (inside && !inside[i]) ? 0 : 1;
  const held = new Uint8Array(G.n);
  for (let e = 0; e < G.m; e++) {
    const a = G.from[e], b = G.to[e];
    if (!nodes[a] || !nodes[b] || F.predicates.has(G.predicate[e])) continue;
    const how = byFact ? edgePasses(G, F, e, own && (own[a] || own[b]) ? chosen : docs) : STRONG;
    if (how === WEAK) weak.push(e);
    if (how !== STRONG) continue;
    edges[e] = 1;
    held[a] = held[b] = 1;
  }
  if (byFact || strict) {
    const named = byFact && !strict && !F.sure ? namedIn(G, docs, own && { own, chosen }) : null;
    for (let i = 0; i < G.n; i++) if (nodes[i] && !held[i] && !(named && named[i])) nodes[i] = 0;
  }
  background(G, nodes, edges, weak);
  return { nodes, edges };
}

/* What no article tells (a county lies in its city, a campaign belongs to a family) has no time: where one is chosen,
   it shows what is above the nodes that pass, and joins them, but lets no other pass. */
function background(G, nodes, edges, weak) {
  for (let grown = true; grown;) {
    grown = false;
    for (const e of weak) if (nodes[G.from[e]] && !nodes[G.to[e]]) nodes[G.to[e]] = grown = 1;
  }
  for (const e of weak) edges[e] = nodes[G.from[e]] && nodes[G.to[e]] ? 1 : 0;
}

/* `docs`: the articles that count for this edge; all that are chosen where an end of it has its own time. */
function edgePasses(G, F, e, docs) {
  const first = G.told[e], end = G.told[e + 1], untold = F.doc >= 0 ? NO : F.from || F.until ? WEAK : STRONG;
  let best = first === end ? untold : NO;
  for (let k = first; k < end; k++) {
    const span = G.span[k];
    if (G.sure[k] < F.sure) continue;
    if (span >= 0 && docs[G.doc[span]]) return STRONG;
    if (span < 0 && F.undated) best = untold;
  }
  return best;
}

function namedIn(G, docs, besides) {
  mentioned(G);
  const named = new Uint8Array(G.n);
  for (let i = 0; i < G.n; i++) {
    const counting = besides && besides.own[i] ? besides.chosen : docs;
    named[i] = G.inDocs[i].some((doc) => counting[doc]) ? 1 : 0;
  }
  return named;
}
