/* The address after # says what is open: an entity's key, a path, a pair, an article. Back and forward just work. */

import { keyOf, nodeOf } from "./data.js";

export const toNode = (G, i) => keyOf(G, i);
export const toPath = (G, a, b) => `path=${encodeURIComponent(keyOf(G, a))}&to=${encodeURIComponent(b < 0 ? "" : keyOf(G, b))}`;
export const toPair = (G, a, b) => `between=${encodeURIComponent(keyOf(G, a))}&and=${encodeURIComponent(keyOf(G, b))}`;
export const toArticle = (doc, at, end) => `article=${encodeURIComponent(doc.id)}` + (at === undefined ? "" : `&char=${at},${end}`);

export function go(hash) {
  if (decoded(location.hash) === hash || location.hash === `#${hash}`) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = hash;
}

function decoded(hash) {
  try { return decodeURIComponent(hash.slice(1)); } catch { return hash.slice(1); }
}

/* {node}, {path: [a, b]}, {pair: [a, b]}, {doc, at, end} or {}. What the graph does not know is {}. */
export function read(G, hash) {
  const bare = hash.replace(/^#/, "");
  if (/^(path|between|article)=/.test(bare)) {
    const asked = new URLSearchParams(bare.replace(/\+/g, "%2B"));
    const two = (a, b) => [nodeOf(G, asked.get(a)), asked.get(b) ? nodeOf(G, asked.get(b)) : -1];
    if (asked.has("path")) return two("path", "to")[0] < 0 ? {} : { path: two("path", "to") };
    if (asked.has("between")) return two("between", "and").some((i) => i < 0) ? {} : { pair: two("between", "and") };
    const doc = G.docs.findIndex((one) => one.id === asked.get("article"));
    const [at, end] = (asked.get("char") || "").split(",").map(Number);
    return doc < 0 ? {} : { doc, at: Number.isInteger(end) ? at : -1, end: Number.isInteger(end) ? end : -1 };
  }
  const node = nodeOf(G, decoded(hash));
  return node < 0 ? {} : { node };
}
