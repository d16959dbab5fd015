/* The address after # says what is open: an entity's key, a path, a pair, an article. Back and forward just work. */

import { keyOf, nodeOf } from "./data.js";
import { lookWritten, parted, written } from "./permalink.js";
import { A } from "./state.js";

export const toNode = (G, i) => keyOf(G, i);
export const toPath = (G, a, b) => `path=${encodeURIComponent(keyOf(G, a))}&to=${encodeURIComponent(b < 0 ? "" : keyOf(G, b))}`;
export const toPair = (G, a, b) => `between=${encodeURIComponent(keyOf(G, a))}&and=${encodeURIComponent(keyOf(G, b))}`;
export const toRuns = (G, i) => `runs=${encodeURIComponent(keyOf(G, i))}`;
export const toCompare = (G, a, b) => `compare=${encodeURIComponent(keyOf(G, a))}&with=${encodeURIComponent(b < 0 ? "" : keyOf(G, b))}`;
export const toArticle = (doc, at, end) => `article=${encodeURIComponent(doc.id)}` + (at === undefined ? "" : `&char=${at},${end}`);

/* Opens something; the filters stay, and stand before it. */
export function go(what) {
  const hash = address(what);
  if (decoded(location.hash.slice(1)) === hash || location.hash === `#${hash}`) dispatchEvent(new HashChangeEvent("hashchange"));
  else location.hash = hash;
}

const address = (what) => { const before = [written(A.G, A.filter), lookWritten(A.G, A.look)].filter(Boolean).join("&"); return before ? `?${before}!${what}` : what; };

/* The graph is looked at otherwise: {view, ask, at, lanes, set}; what is open stays. */
export function look(part) {
  Object.assign(A.look, part);
  const hash = address(opened());
  if (location.hash.slice(1) === hash) return A.show();
  location.hash = hash;
  return A.show();
}

/* What is open, "" for nothing. */
export const opened = () => parted(location.hash).what;

let later = 0;

/* The filters changed: the address says so, without a step in the history; not at every touch of a slider. */
export function remember() {
  clearTimeout(later);
  later = setTimeout(() => {
    try { history.replaceState(null, "", `#${address(opened())}`); } catch { /* shut off in a frame: said with the next step */ }
  }, 200);
}

function decoded(text) {
  try { return decodeURIComponent(text); } catch { return text; }
}

/* {node}, {path: [a, b]}, {pair: [a, b]}, {runs}, {compare: [a, b]}, {set}, {alone}, {doc, at, end} or {}. What the graph does not know is {}. */
export function read(G, hash) {
  const bare = parted(hash).what;
  if (bare === "set" || bare === "alone") return { [bare]: true };
  if (/^(path|between|article|runs|compare)=/.test(bare)) {
    const asked = new URLSearchParams(bare.replace(/\+/g, "%2B"));
    const two = (a, b) => [nodeOf(G, asked.get(a)), asked.get(b) ? nodeOf(G, asked.get(b)) : -1];
    if (asked.has("path")) return two("path", "to")[0] < 0 ? {} : { path: two("path", "to") };
    if (asked.has("compare")) return two("compare", "with")[0] < 0 ? {} : { compare: two("compare", "with") };
    if (asked.has("between")) return two("between", "and").some((i) => i < 0) ? {} : { pair: two("between", "and") };
    if (asked.has("runs")) return nodeOf(G, asked.get("runs")) < 0 ? {} : { runs: nodeOf(G, asked.get("runs")) };
    const doc = G.docs.findIndex((one) => one.id === asked.get("article"));
    const [at, end] = (asked.get("char") || "").split(",").map(Number);
    return doc < 0 ? {} : { doc, at: Number.isInteger(end) ? at : -1, end: Number.isInteger(end) ? end : -1 };
  }
  const node = nodeOf(G, decoded(bare));
  return node < 0 ? {} : { node };
}
