/* Which division each entity belongs to, by GB/T 2260: two digits are a province, four a prefecture, six a county. */

import { edgesOf, keyOf, otherEnd } from "./data.js";
import { placeByCode } from "./about.js";
import { placeTree } from "./walk.js";

const CODED = /^[a-z]+\/(\d{6})-/;

const isPlace = (G, i) => G.kinds[G.kind[i]] === "Place";
const isOrgan = (G, i) => G.kinds[G.kind[i]] === "Organization";

/* A code without the zeros that mean "as a whole": 510000 → 51, 510100 → 5101. */
export const bare = (code) => code.replace(/^(\d\d)0000$/, "$1").replace(/^(\d{4})00$/, "$1");

/* The code of a place, or of the nearest above it that has one, "" for none. */
function ofPlace(G, i) {
  const tree = G.tree || (G.tree = placeTree(G));
  for (let here = i, left = 12; here >= 0 && left; here = tree.parent[here], left--) if (G.code[here]) return bare(G.code[here]);
  return "";
}

/* The divisions of every entity: of a place its own, of anything else those of its key or of the places, else of the organs, it is joined to. */
export function regionsOf(G) {
  if (G.regions) return G.regions;
  const made = new Array(G.n);
  for (let i = 0; i < G.n; i++) if (isPlace(G, i)) { const code = ofPlace(G, i); made[i] = code ? [code] : []; }
  const joined = (i, fits) => [...new Set([...edgesOf(G, i)].map((e) => otherEnd(G, e, i)).filter((there) => there !== i && fits(G, there)).flatMap((there) => made[there] || []))].sort();
  const own = (i) => { const code = CODED.exec(keyOf(G, i)); return code && placeByCode(G).has(code[1]) ? [bare(code[1])] : []; };
  const settle = (i, fits) => { const coded = own(i); made[i] = coded.length ? coded : joined(i, isPlace); if (!made[i].length && fits) made[i] = joined(i, fits); };
  for (let i = 0; i < G.n; i++) if (isOrgan(G, i)) settle(i, null);
  for (let i = 0; i < G.n; i++) if (!isPlace(G, i) && !isOrgan(G, i)) settle(i, isOrgan);
  G.regions = made;
  return made;
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
