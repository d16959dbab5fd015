/* What a corpus is about: campaigns that were run under one name, and programs carried out, in several provinces. */

import { alike } from "./about.js";
import { regionsOf } from "./regions.js";

const KINDS = ["Campaign", "Program"], SEVERAL = 5;

/* How many digits tell places apart here: provinces where there are several, else what is finer. */
function fineness(G) {
  const provinces = new Set(regionsOf(G).flatMap((codes) => codes.map((code) => code.slice(0, 2))));
  return provinces.size >= SEVERAL ? 2 : 4;
}

/* [{node, twins, places}], what is shared by the most places first; `twins` are the others of its name. */
export function topics(G) {
  if (G.topics) return G.topics;
  const regions = regionsOf(G), size = fineness(G), kinds = KINDS.map((kind) => G.kinds.indexOf(kind)), seen = new Uint8Array(G.n), found = [];
  for (let i = 0; i < G.n; i++) {
    if (seen[i] || !kinds.includes(G.kind[i])) continue;
    const group = alike(G, i), places = new Set();
    for (const one of group) { seen[one] = 1; for (const code of regions[one]) places.add(code.slice(0, size)); }
    if (places.size > 1) found.push({ node: i, twins: group.filter((one) => one !== i), places: places.size });
  }
  G.topics = found.sort((a, b) => b.places - a.places || a.node - b.node);
  return G.topics;
}
