/* What passes the filters: a mask of nodes and one of edges. */

import { mentioned } from "./data.js";

export const fresh = () => ({ kinds: new Set(), predicates: new Set(), doc: -1, place: -1, from: "", until: "", undated: true, sure: 0 });

export function isFresh(F) {
  return !F.kinds.size && !F.predicates.size && F.doc < 0 && F.place < 0 && !F.from && !F.until && F.undated && !F.sure;
}

/* A date of any precision lies in a stretch if any day of it does. */
export function inTime(F, date) {
  if (!date) return F.undated;
  return (!F.until || date.slice(0, F.until.length) <= F.until) && (!F.from || date >= F.from.slice(0, date.length));
}

/* `inside`: mask of the nodes under the chosen place, or null. */
export function passing(G, F, inside) {
  const nodes = new Uint8Array(G.n), edges = new Uint8Array(G.m), docs = G.docs.map((doc) => docPasses(F, doc));
  const byFact = F.doc >= 0 || F.from || F.until || !F.undated || F.sure > 0;
  const strict = F.predicates.size > 0;
  for (let i = 0; i < G.n; i++) nodes[i] = F.kinds.has(G.kind[i]) || (inside && !inside[i]) ? 0 : 1;
  const held = new Uint8Array(G.n);
  for (let e = 0; e < G.m; e++) {
    const a = G.from[e], b = G.to[e];
    if (!nodes[a] || !nodes[b] || F.predicates.has(G.predicate[e])) continue;
    if (byFact && !edgePasses(G, F, e, docs)) continue;
    edges[e] = 1;
    held[a] = held[b] = 1;
  }
  if (byFact || strict) {
    const named = byFact && !strict && !F.sure ? namedIn(G, docs) : null;
    for (let i = 0; i < G.n; i++) if (nodes[i] && !held[i] && !(named && named[i])) nodes[i] = 0;
  }
  return { nodes, edges };
}

const docPasses = (F, doc) => (F.doc < 0 || F.doc === doc.number) && inTime(F, doc.date);

function edgePasses(G, F, e, docs) {
  const first = G.told[e], end = G.told[e + 1];
  if (first === end) return F.doc < 0;
  for (let k = first; k < end; k++) {
    const span = G.span[k];
    if (G.sure[k] >= F.sure && (span < 0 ? F.doc < 0 && F.undated : docs[G.doc[span]])) return true;
  }
  return false;
}

function namedIn(G, docs) {
  mentioned(G);
  const named = new Uint8Array(G.n);
  for (let i = 0; i < G.n; i++) named[i] = G.inDocs[i].some((doc) => docs[doc]) ? 1 : 0;
  return named;
}
