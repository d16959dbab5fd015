/* The filters as a part of the address, before what is open: #?from=2021-11&sure=60!place/141000-临汾市 */

import { keyOf, nodeOf } from "./data.js";
import { fresh, isFresh } from "./filter.js";

const VIEWS = ["map", "time", "table"];

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

/* How the graph is looked at, in words: the view, what a map asks and where it is, the lanes of a timeline, a set of nodes. */
export function lookWritten(G, look) {
  const rows = [["view", look.view], ["ask", look.ask], ["at", look.at], ["lanes", look.lanes], ["set", look.set.map((i) => keyOf(G, i)).join("|")]];
  return String(new URLSearchParams(rows.filter(([, value]) => value)));
}

/* What such words ask for; what is not known is left out. */
export function lookUnderstood(G, words) {
  const asked = new URLSearchParams(words), get = (name) => asked.get(name) || "";
  return {
    view: VIEWS.includes(get("view")) ? get("view") : "", ask: get("ask"), at: /^(\d\d|\d{4})$/.test(get("at")) ? get("at") : "", lanes: get("lanes"),
    set: [...new Set(get("set").split("|").map((key) => nodeOf(G, key)).filter((i) => i >= 0))],
  };
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
