/* What is on stage: the shown nodes, the lines between them, and how many nodes are folded into each. */

import { hosts } from "./walk.js";
import { degree, edgesOf, otherEnd } from "./data.js";
import { provincesOf } from "./ground.js";
import { topics } from "./topics.js";

const LARGE = 1200, OVERVIEW = 140, LEAST = 60, STRANDS = 500, TOPICS = 26, PERSONS = 14;
const OPEN = [["Province"], "topics", "persons", ["CampaignFamily", "Prefecture"], ["County"], null];

export const isLarge = (G) => G.n > LARGE;

/* The nodes that open a large graph: provinces, what several of them share, persons; without these finer divisions
   and families too, and the most important of the rest where all are few. */
export function overview(G, nodes) {
  const chosen = new Set(), take = (list, most) => { for (const i of list) if (most > 0 && nodes[i] && !chosen.has(i)) { chosen.add(i); most--; } };
  for (const level of OPEN) {
    if (level === "topics") take(topics(G).map(({ node }) => node), TOPICS);
    else if (level === "persons") take(ofKind(G, "Person"), PERSONS);
    else {
      const open = G.sets.map((set) => !level || set.split(" ").some((cls) => level.includes(cls)));
      const country = provincesOf(G, [...chosen]), most = country && chosen.size > country.length ? chosen.size : level ? OVERVIEW : LEAST;
      for (let i = 0; i < G.n && chosen.size < most; i++) if (nodes[i] && open[G.classes[i]]) chosen.add(i);
    }
  }
  return [...chosen].sort((a, b) => a - b);
}

function ofKind(G, name) {
  const kind = G.kinds.indexOf(name), found = [];
  for (let i = 0; i < G.n; i++) if (G.kind[i] === kind && degree(G, i) > 0) found.push(i);
  return found;
}

/* The nodes of a large graph that nothing is joined to: they would be a cloud of dust, and are a list instead. */
export function alone(G, nodes) {
  const found = [];
  if (isLarge(G)) for (let i = 0; i < G.n; i++) if (nodes[i] && !degree(G, i)) found.push(i);
  return found;
}

/* pass: masks of filter.js; mode: all, overview or only; extra: nodes shown besides; only: nodes shown alone. */
export function compose(G, pass, { mode, extra, only }) {
  const shown = new Uint8Array(G.n);
  if (mode === "all") { shown.set(pass.nodes); for (const i of alone(G, pass.nodes)) shown[i] = 0; }
  else for (const i of mode === "only" ? only : overview(G, pass.nodes)) shown[i] = pass.nodes[i];
  if (mode !== "only") for (const i of extra) shown[i] = pass.nodes[i];
  const nodes = [];
  for (let i = 0; i < G.n; i++) if (shown[i]) nodes.push(i);
  const host = mode === "overview" ? hosts(G, nodes, pass.nodes, pass.edges, topics(G)) : null;
  const folded = new Int32Array(G.n);
  if (host) for (let i = 0; i < G.n; i++) if (!shown[i] && host[i] >= 0) folded[host[i]]++;
  return { nodes, shown, host, folded, ...lines(G, pass, shown, host) };
}

/* One line for each joined pair: a, b (ends), count (relations), direct (0 where it stands for folded ones only). */
function lines(G, pass, shown, host) {
  const place = new Map(), a = [], b = [], count = [], direct = [];
  for (let e = 0; e < G.m; e++) {
    if (!pass.edges[e]) continue;
    const straight = shown[G.from[e]] && shown[G.to[e]];
    if (!straight && !host) continue;
    const from = straight ? G.from[e] : stand(G.from[e], shown, host), to = straight ? G.to[e] : stand(G.to[e], shown, host);
    if (from < 0 || to < 0 || from === to) continue;
    const key = from < to ? from * G.n + to : to * G.n + from;
    let at = place.get(key);
    if (at === undefined) {
      place.set(key, (at = a.length));
      a.push(Math.min(from, to)); b.push(Math.max(from, to)); count.push(0); direct.push(0);
    }
    count[at]++;
    if (straight) direct[at] = 1;
  }
  const kept = host ? strongest(count, direct) : null, pick = (list) => (kept ? kept.map((at) => list[at]) : list);
  return { a: Int32Array.from(pick(a)), b: Int32Array.from(pick(b)), count: Int32Array.from(pick(count)), direct: Uint8Array.from(pick(direct)) };
}

/* Of the lines that stand for folded relations only those that stand for the most: the rest would be a thicket. */
function strongest(count, direct) {
  const lifted = count.map((_, at) => at).filter((at) => !direct[at]).sort((x, y) => count[y] - count[x] || x - y);
  return [...count.map((_, at) => at).filter((at) => direct[at]), ...lifted.slice(0, STRANDS)];
}

const stand = (i, shown, host) => (shown[i] ? i : host[i]);

/* The passing nodes folded into a host, the most important first. */
export function foldedIn(G, scene, node, limit) {
  const found = [];
  for (let i = 0; i < G.n && found.length < limit; i++) if (scene.host && scene.host[i] === node && !scene.shown[i]) found.push(i);
  return found;
}

export function neighbours(G, pass, node, limit) {
  const found = new Set();
  for (const e of edgesOf(G, node)) {
    const there = otherEnd(G, e, node);
    if (there !== node && pass.edges[e] && pass.nodes[there]) found.add(there);
  }
  return [...found].sort((x, y) => x - y).slice(0, limit);
}

/* The relations that a line stands for. */
export function edgesBetween(G, pass, scene, a, b) {
  const found = [];
  for (let e = 0; e < G.m; e++) {
    if (!pass.edges[e]) continue;
    const from = scene.shown[G.from[e]] || !scene.host ? G.from[e] : scene.host[G.from[e]];
    const to = scene.shown[G.to[e]] || !scene.host ? G.to[e] : scene.host[G.to[e]];
    if ((from === a && to === b) || (from === b && to === a)) found.push(e);
  }
  return found;
}
