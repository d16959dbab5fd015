/* What two entities have in common: neighbours, families, namesakes, figures, articles, and names that are nearly the same. */

import { edgesOf, mentioned, otherEnd } from "./data.js";
import { placeOf } from "./about.js";

const NEAR = 4, MOST = 300, PAIRS = 12;

/* Map of neighbour → how it is joined; what is joined to the organs of a place counts as joined to the place. */
export function around2(G, i) {
  const found = new Map(), isPlace = G.kinds[G.kind[i]] === "Place";
  const take = (from) => { for (const e of edgesOf(G, from)) { const there = otherEnd(G, e, from); if (there !== i && there !== from && !found.has(there)) found.set(there, { predicate: G.predicates[G.predicate[e]], backwards: G.from[e] !== from, edge: e }); } };
  take(i);
  for (const [there, { predicate }] of [...found]) if (isPlace && predicate === "jurisdiction") take(there);
  return found;
}

/* Nodes joined to both, [[node, how to a, how to b]…], the most important first. */
export function common(G, a, b) {
  const one = around2(G, a), two = around2(G, b);
  return [...one.keys()].filter((node) => two.has(node)).sort((x, y) => x - y).map((node) => [node, one.get(node), two.get(node)]);
}

const family = (G, i) => { for (const e of edgesOf(G, i)) if (G.from[e] === i && G.predicates[G.predicate[e]] === "broader") return G.to[e]; return -1; };

/* The longest run of characters that two names share. */
export function longest(x, y) {
  let best = "", row = new Uint8Array(y.length + 1);
  for (let i = 1; i <= x.length; i++) {
    const next = new Uint8Array(y.length + 1);
    for (let j = 1; j <= y.length; j++) if (x[i - 1] === y[j - 1]) { next[j] = row[j - 1] + 1; if (next[j] > best.length) best = x.slice(i - next[j], i); }
    row = next;
  }
  return best;
}

/* Pairs of things, one of each, with one name, one family, or a long run of one name: [[x, y, words]…]. */
export function nearly(G, a, b) {
  const fits = (i) => !["Place", "Person"].includes(G.kinds[G.kind[i]]), both = new Set(common(G, a, b).map(([node]) => node)), made = [];
  const one = [...around2(G, a).keys()].filter((i) => fits(i) && !both.has(i)).slice(0, MOST), two = [...around2(G, b).keys()].filter((i) => fits(i) && !both.has(i)).slice(0, MOST);
  for (const x of one) for (const y of two) {
    if (G.kind[x] !== G.kind[y] || x === y) continue;
    const kin = family(G, x), words = G.label[x] === G.label[y] ? G.label[x] : kin >= 0 && kin === family(G, y) ? G.label[kin] : longest(G.label[x], G.label[y]);
    if (words.length >= NEAR) made.push([x, y, words]);
  }
  made.sort((p, q) => q[2].length - p[2].length || p[0] - q[0] || p[1] - q[1]);
  const used = new Set();
  return made.filter(([x, y]) => !used.has(x) && !used.has(y) && used.add(x) && used.add(y)).slice(0, PAIRS);
}

/* Figures that both have: [[indicator, of a, of b]…], of several the last. */
export function figuresOf2(G, a, b) {
  const of = (i) => new Map(G.figures.filter((figure) => figure.subject === i).map((figure) => [`${figure.indicator} ${figure.change} ${figure.aim}`, figure])), one = of(a), two = of(b);
  return [...one].filter(([name]) => two.has(name)).map(([name, figure]) => [figure.indicator, figure, two.get(name)]);
}

/* Articles that name both. */
export function articlesOf2(G, a, b) {
  mentioned(G);
  const two = new Set(G.inDocs[b]);
  return G.inDocs[a].filter((doc) => two.has(doc));
}

/* The places above both, the nearest first. */
export function aboveBoth(G, a, b) {
  const up = (i) => { const found = []; for (let here = placeOf(G, i); here >= 0 && found.length < 8; here = placeOf(G, here)) found.push(here); return found; }, two = new Set([b, ...up(b)]);
  return [a, ...up(a)].filter((place) => two.has(place) && place !== a && place !== b);
}
