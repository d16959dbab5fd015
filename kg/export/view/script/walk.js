/* Walks over the graph: shortest path, nearest host, everything under a place. */

import { degree, edgesOf, otherEnd } from "./data.js";
import { Heap } from "./heap.js";

const HUB = 64;

/* What a step through a node costs: what joins everything to everything (a province, the whole country) says little of
   two; what has a few dozen relations costs hardly more than what has two. */
const toll = (G, i) => 1 + Math.log2(1 + degree(G, i) / HUB);

/* The edges of the most telling path from a to b, in order; null where there is none. A few steps through nodes with few
   relations go before one through a hub. `open(e)` says which edges may be used. */
export function pathBetween(G, a, b, open) {
  const cost = new Float64Array(G.n).fill(Infinity), by = new Int32Array(G.n).fill(-1), done = new Uint8Array(G.n), heap = new Heap();
  cost[a] = 0;
  heap.push(0, a);
  for (let here = heap.pop(); here >= 0 && here !== b; here = heap.pop()) {
    if (done[here]) continue;
    done[here] = 1;
    const so = cost[here] + (here === a ? 1 : toll(G, here));
    for (const e of edgesOf(G, here)) {
      const there = otherEnd(G, e, here);
      if (done[there] || cost[there] <= so || !open(e)) continue;
      cost[there] = so;
      by[there] = e;
      heap.push(so, there);
    }
  }
  if (cost[b] === Infinity) return null;
  const path = [];
  for (let here = b; here !== a; here = otherEnd(G, by[here], here)) path.unshift(by[here]);
  return path;
}

/* For each node the nearest of the given ones over passing nodes and edges (itself for a given one), -1 where none is near.
   `twins`: what stands with another under one name, [{node, twins}]. */
export function hosts(G, given, nodes, edges, twins = []) {
  const host = new Int32Array(G.n).fill(-1), queue = Array.from(given);
  for (const node of given) host[node] = node;
  for (const { node, twins: others } of twins) if (host[node] === node) for (const other of others) if (host[other] < 0 && nodes[other]) { host[other] = node; queue.push(other); }
  for (let head = 0; head < queue.length; head++) {
    const here = queue[head];
    for (const e of edgesOf(G, here)) {
      const there = otherEnd(G, e, here);
      if (host[there] >= 0 || !edges[e] || !nodes[there]) continue;
      host[there] = host[here];
      queue.push(there);
    }
  }
  return host;
}

/* The places within each place, as stated: {parents: Int32Array, children: [[…]…]}; of several parents the lowest counts. */
export function placeTree(G) {
  const within = G.predicates.indexOf("within"), above = Array.from({ length: G.n }, () => []);
  for (let e = 0; e < G.m; e++) if (G.predicate[e] === within && G.from[e] !== G.to[e]) above[G.from[e]].push(G.to[e]);
  const parent = new Int32Array(G.n).fill(-1), depth = new Int32Array(G.n).fill(-1);
  const deep = (i, trail) => {
    if (depth[i] >= 0) return depth[i];
    if (trail.has(i)) return 0;
    trail.add(i);
    let best = -1;
    for (const up of above[i]) {
      if (trail.has(up)) continue;
      const down = deep(up, trail);
      if (down > best) { best = down; parent[i] = up; }
    }
    trail.delete(i);
    return (depth[i] = best + 1);
  };
  for (let i = 0; i < G.n; i++) deep(i, new Set());
  const children = new Map();
  for (let i = 0; i < G.n; i++) {
    if (parent[i] < 0) continue;
    if (!children.has(parent[i])) children.set(parent[i], []);
    children.get(parent[i]).push(i);
  }
  return { parent, children };
}

/* A place, all within it, and what is joined to any of them directly or through an organ of it. */
export function under(G, tree, place) {
  const inside = new Uint8Array(G.n), places = [place];
  for (let head = 0; head < places.length; head++) {
    inside[places[head]] = 1;
    for (const child of tree.children.get(places[head]) || []) if (!inside[child]) places.push(child);
  }
  const reach = (from) => {
    const found = [];
    for (const i of from) for (const e of edgesOf(G, i)) {
      const there = otherEnd(G, e, i);
      if (!inside[there] && G.kinds[G.kind[there]] !== "Place") { inside[there] = 1; found.push(there); }
    }
    return found;
  };
  const near = reach(places);
  reach(near.filter((i) => G.kinds[G.kind[i]] === "Organization"));
  return inside;
}
