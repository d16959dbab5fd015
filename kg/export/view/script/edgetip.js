/* What a line says when the pointer rests on it: the relation and its surest sentence. */

import { el } from "./dom.js";
import { inferred } from "./context.js";
import { edgesBetween } from "./scene.js";
import { slice } from "./text.js";
import { nameOf, predicateWord, t } from "./words.js";
import { A } from "./state.js";

const LONG = 90;

/* The lines of the tip for what lies between two nodes. */
export function edgeTip(a, b) {
  const { G } = A, edges = edgesBetween(G, A.pass, A.scene, a, b), [e] = edges;
  if (e === undefined) return null;
  const word = G.titles[G.title[e]] || predicateWord(G.predicates[G.predicate[e]], false), told = firstTold(G, e);
  const text = told < 0 ? "" : slice(G.docs[G.doc[told]], G.at[told], G.at[told] + G.length[told]).replace(/\s+/g, " ").trim();
  const notes = [inferred(G, e) ? t("fromContext") : "", edges.length > 1 ? t("moreFacts", edges.length - 1) : ""].filter(Boolean);
  return [el("b", null, `${nameOf(G, G.from[e])} `), el("span.relation", null, word), el("b", null, G.from[e] === G.to[e] ? "" : ` ${nameOf(G, G.to[e])}`),
    text ? el("small", null, `“${text.length > LONG ? `${text.slice(0, LONG)}…` : text}”`) : null, notes.length ? el("small", null, notes.join(" · ")) : null];
}

function firstTold(G, e) {
  for (let k = G.told[e]; k < G.told[e + 1]; k++) if (G.span[k] >= 0) return G.span[k];
  return -1;
}
