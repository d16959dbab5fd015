/* What a sentence says by itself, and what is read into it from the words around: a relation whose sentences never name both ends. */

import { mentionsOf } from "./data.js";

/* Whether an article names a node between two places. */
function names(doc, node, begin, end) {
  const list = mentionsOf(doc);
  let low = 0, high = list.length;
  while (low < high) { const middle = (low + high) >> 1; if (list[middle].at < begin) low = middle + 1; else high = middle; }
  for (let at = low; at < list.length && list[at].at < end; at++) if (list[at].node === node) return true;
  return false;
}

/* Whether a telling names both ends of its edge; what no article tells is not read at all. */
export function outright(G, e, k) {
  const span = G.span[k];
  if (span < 0) return true;
  const doc = G.docs[G.doc[span]], begin = G.at[span], end = begin + G.length[span];
  return names(doc, G.from[e], begin, end) && (G.from[e] === G.to[e] || names(doc, G.to[e], begin, end));
}

/* Whether an edge is told by no sentence outright. */
export function inferred(G, e) {
  if (!G.inferences) G.inferences = new Int8Array(G.m).fill(-1);
  if (G.inferences[e] < 0) {
    let told = G.told[e] === G.told[e + 1];
    for (let k = G.told[e]; k < G.told[e + 1] && !told; k++) told = outright(G, e, k);
    G.inferences[e] = told ? 0 : 1;
  }
  return G.inferences[e] === 1;
}
