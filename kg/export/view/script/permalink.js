/* The filters as a part of the address, before what is open: #?from=2021-11&sure=60!place/141000-临汾市 */

import { keyOf, nodeOf } from "./data.js";
import { fresh, isFresh } from "./filter.js";

/* {filter, what} of an address. A key begins with its kind and a path with its name, so "?" begins nothing else. */
export function parted(hash) {
  const bare = hash.replace(/^#/, "");
  const found = /^(?:\?|%3F)([^!]*?)(?:!|%21)/i.exec(bare);
  return found ? { filter: found[1], what: bare.slice(found[0].length) } : { filter: "", what: bare };
}

/* The filters in words, "" where there are none. */
export function written(G, F) {
  if (isFresh(F)) return "";
  const list = (chosen, names) => [...chosen].map((at) => names[at]).sort().join(",");
  const rows = [["hide", list(F.kinds, G.kinds)], ["without", list(F.predicates, G.predicates)], ["article", F.doc < 0 ? "" : G.docs[F.doc].id],
    ["place", F.place < 0 ? "" : keyOf(G, F.place)], ["from", F.from], ["until", F.until], ["undated", F.undated ? "" : "no"], ["sure", F.sure || ""]];
  return String(new URLSearchParams(rows.filter(([, value]) => value)));
}

/* The filters that such words ask for; what the graph does not know is left out. */
export function understood(G, words) {
  const asked = new URLSearchParams(words), F = fresh(), date = /^\d{4}(-\d\d){0,2}$/;
  const numbers = (name, known) => new Set((asked.get(name) || "").split(",").map((one) => known.indexOf(one)).filter((at) => at >= 0));
  const day = (name) => (date.test(asked.get(name)) ? asked.get(name) : "");
  return {
    ...F, kinds: numbers("hide", G.kinds), predicates: numbers("without", G.predicates), from: day("from"), until: day("until"),
    doc: asked.has("article") ? G.docs.findIndex((doc) => doc.id === asked.get("article")) : -1, place: asked.has("place") ? nodeOf(G, asked.get("place")) : -1,
    undated: asked.get("undated") !== "no", sure: Math.max(0, Math.min(100, Math.round(Number(asked.get("sure")) || 0))),
  };
}
