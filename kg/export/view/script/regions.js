/* Which division each entity belongs to, by GB/T 2260: two digits are a province, four a prefecture, six a county. */

import { placeByCode } from "./about.js";
import { placeTree } from "./walk.js";

const CODED = /^[a-z]+\/(\d{6})-/;

/* A code without the zeros that mean "as a whole": 510000 → 51, 510100 → 5101. */
export const bare = (code) => (code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code);

/* The code of a place, or of the nearest above it that has one, "" for none. */
function ofPlace(G, i) {
  const tree = G.tree || (G.tree = placeTree(G));
  for (let here = i, left = 12; here >= 0 && left; here = tree.parent[here], left--) if (G.code[here]) return bare(G.code[here]);
  return "";
}

/* The divisions of every entity: of a place its own, of anything else those of its key or of the places, else of the organs, it is joined to. */
export function regionsOf(G) {
  if (G.regions) return G.regions;
  const made = new Array(G.n), place = G.kinds.indexOf("Place"), organ = G.kinds.indexOf("Organization"), none = [];
  for (let i = 0; i < G.n; i++) if (G.kind[i] === place) { const code = ofPlace(G, i); made[i] = code ? [code] : none; }
  const joined = (i, kind) => {
    let found = none;
    for (let at = G.first[i]; at < G.first[i + 1]; at++) {
      const e = G.around[at], there = G.from[e] === i ? G.to[e] : G.from[e];
      if (there !== i && G.kind[there] === kind) for (const code of made[there]) if (!found.includes(code)) { if (found === none) found = []; found.push(code); }
    }
    return found.length > 1 ? found.sort() : found;
  };
  const settle = (i, further) => { const code = own(G, i); made[i] = code ? [code] : joined(i, place); if (further && !made[i].length) made[i] = joined(i, organ); };
  for (let i = 0; i < G.n; i++) if (G.kind[i] === organ) settle(i, false);
  for (let i = 0; i < G.n; i++) if (G.kind[i] !== organ && G.kind[i] !== place) settle(i, true);
  G.regions = made;
  return made;
}

/* The code in a key, where the graph knows a place of it. */
function own(G, i) {
  const key = G.keys[i], found = typeof key === "string" ? CODED.exec(key) : null, code = found ? found[1] : key === 1 ? G.code[i] : "";
  return code && placeByCode(G).has(code) ? bare(code) : "";
}

/* Itself and what is above it: 510104 → 51, 5101, 510104. */
export const upward = (code) => [2, 4, 6].filter((size) => size <= code.length).map((size) => code.slice(0, size));

export const nodeOfRegion = (G, region) => { const found = placeByCode(G).get(region.padEnd(6, "0")); return found === undefined ? -1 : found; };

/* The divisions right below one that the graph knows; counties stand for their prefecture where the graph has none. */
export function below(G, region) {
  if (!region) return Object.keys(G.tiles);
  const known = [...placeByCode(G).keys()].map(bare).filter((code) => code.startsWith(region) && code.length > region.length), found = new Set();
  for (const code of known) {
    const four = code.slice(0, 4);
    found.add(code.length === 6 && region.length === 2 && nodeOfRegion(G, four) >= 0 ? four : code);
  }
  return [...found].sort();
}
