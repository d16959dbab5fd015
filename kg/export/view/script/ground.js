/* Where the nodes of an overview lie: provinces in their tiles, what belongs to one around it, what many share between them. */

import { placeOf } from "./about.js";
import { regionsOf } from "./regions.js";
import { topics } from "./topics.js";

const TILE = 300, FLAT = 0.82, LEAST_PROVINCES = 5, TURN = 2.399963, FOOT = 8.1;
const BROAD = { columns: 3, wide: 820, high: 84 }, SLIM = { columns: 2, wide: 1220, high: 132 };

/* The provinces on stage, or null where they are too few to make a map. */
export function provincesOf(G, nodes) {
  const found = nodes.filter((i) => /^\d\d0000$/.test(G.code[i]) && G.tiles[G.code[i].slice(0, 2)]);
  return found.length >= LEAST_PROVINCES ? found : null;
}

const middle = (tile) => [tile[0] * TILE, tile[1] * TILE * FLAT];

/* The tile of a node that belongs to one province; null for what several share, and for what belongs to none. */
function tileOf(G, i, topic) {
  const place = G.kinds[G.kind[i]] === "Person" ? placeOf(G, i) : i, codes = topic || place < 0 ? [] : [...new Set(regionsOf(G)[place].map((code) => code.slice(0, 2)))];
  return codes.length === 1 ? G.tiles[codes[0]] || null : null;
}

/* Moves the shown nodes in `xs` and `ys`: provinces into the middle of their tiles, what belongs to one around it, and
   below the tiles, in columns, what several share. Gives back the nodes in those columns. */
export function grounded(G, nodes, xs, ys, slim) {
  const { columns, wide, high } = slim ? SLIM : BROAD;
  const provinces = new Set(provincesOf(G, nodes)), shared = new Set(topics(G).map(({ node }) => node)), around = new Map(), lower = [];
  for (const i of nodes) {
    const tile = tileOf(G, i, shared.has(i));
    if (!tile) { lower.push(i); continue; }
    const [x, y] = middle(tile), count = around.get(tile) || 0, far = 84 + 7 * Math.floor(count / 6);
    if (provinces.has(i)) { xs[i] = x; ys[i] = y; continue; }
    around.set(tile, count + 1);
    xs[i] = x + far * Math.cos(count * TURN + 0.4);
    ys[i] = y + far * 0.8 * Math.sin(count * TURN + 0.4);
  }
  const rank = new Map(topics(G).map(({ node }, at) => [node, at])), order = lower.sort((a, b) => (rank.get(a) ?? 1e6) - (rank.get(b) ?? 1e6) || a - b);
  order.forEach((i, at) => { xs[i] = (at % columns) * wide; ys[i] = TILE * FLAT * FOOT + Math.floor(at / columns) * high; });
  return new Set(order);
}

/* The room that a node of the overview has for its mark and its name, in units of the picture. */
export const roomOf = (slim) => ({ tile: TILE, row: (slim ? SLIM : BROAD).high, wide: (slim ? SLIM : BROAD).wide });

/* The tiles on which the provinces stand: [{x, y, half, node}] in units of the picture. */
export const groundOf = (G, nodes) => (provincesOf(G, nodes) || []).map((i) => { const [x, y] = middle(G.tiles[G.code[i].slice(0, 2)]); return { x, y, half: [TILE * 0.47, TILE * FLAT * 0.47], node: i }; });
