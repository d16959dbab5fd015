/* One picture of the scene with any pen: islands, lines, nodes, labels, from back to front. */

import { inferred } from "./context.js";
import { Space, place } from "./labels.js";
import { nameOf, predicateWord, separator, shortName, speech } from "./words.js";

const SANS = 'system-ui,"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif';
const SERIF = '"Songti SC","Noto Serif CJK SC","Noto Sans CJK SC",SimSun,serif';
const MANY = 2500, CLEAR = 120, BEND = 0.08, BIG = 0.6, NAMED = 40, NARROW = 600, SPOKEN = 40;
const HUES = { light: ["#d9a441", "#5a9bd4", "#7bb274", "#c779a8", "#d9785f", "#6cb6b0", "#9a86d1", "#a3a05a"], dark: ["#b8862b", "#3f7fb8", "#5c9955", "#a85a8a", "#b85c45", "#4a9690", "#7a66b5", "#85823f"] };

export const colours = (theme) => (theme === "dark"
  ? { ground: "#12161c", ink: "#e8e6e1", soft: "#a5adb8", line: "#7e8b9c", accent: "#ff8a73", node: "#12161c", set: "#8fc1ff", theme }
  : { ground: "#f7f5f0", ink: "#1d232b", soft: "#59626f", line: "#7c8490", accent: "#b23a26", node: "#fffefb", set: "#1758a6", theme });

/* V: {G, scene, camera, x, y, lit (Set or null), focus, hover (node or -1), trail, marked (edges), islands, theme,
   edge: the share of each side that lies out of sight} */
export function draw(pen, V) {
  const { camera, theme } = V, ink = colours(theme);
  pen.ground(ink.ground, camera.width, camera.height);
  tiles(pen, V, ink);
  const regions = islands(pen, V, ink);
  strands(pen, V, ink);
  const seen = dots(pen, V, ink);
  return names(pen, V, ink, seen, regions);
}

/* A node is never so small that it is lost among the few that are shown: a fifth of the way to the next is its least radius. */
const least = ({ scene, camera }) => Math.max(1.3, Math.min(6, 0.2 * Math.sqrt((camera.width * camera.height) / Math.max(1, scene.nodes.length))));

export const radius = (size, k, floor) => Math.max(floor, Math.min(size * 1.9, size * Math.pow(k, 0.72)));

/* The ground under provinces that stand in their tiles. */
function tiles(pen, V, ink) {
  for (const { x, y, half, node } of V.ground || []) {
    const [sx, sy] = V.camera.toScreen(x, y), w = half[0] * V.camera.k, h = half[1] * V.camera.k;
    pen.box(sx - w, sy - h, 2 * w, 2 * h, 10 * V.camera.k + 2, HUES[ink.theme][node % 8], (ink.theme === "dark" ? 0.16 : 0.15) * (V.lit ? 0.5 : 1));
  }
}

function islands(pen, V, ink) {
  const { G, scene, camera, lit } = V, regions = [], dim = lit ? 0.5 : 1;
  const members = new Map();
  for (const i of scene.nodes) {
    if (G.group[i] >= V.islands.length) continue;
    if (!members.has(G.group[i])) members.set(G.group[i], []);
    members.get(G.group[i]).push(i);
  }
  for (const [group, nodes] of members) {
    const island = V.islands[group], points = [];
    if (G.n > MANY) {
      const [x, y] = camera.toScreen(island.x, island.y);
      points.push(x, y, island.r * camera.k);
    } else for (const i of nodes) points.push(...camera.toScreen(V.x[i], V.y[i]), Math.max(4, 52 * camera.k));
    pen.cloud(points, HUES[ink.theme][group % 8], (ink.theme === "dark" ? 0.13 : 0.12) * dim);
    if (nodes.length > 5) regions.push({ group, island, nodes: nodes.length, top: G.n > MANY ? island.y - island.r : Math.min(...nodes.map((i) => V.y[i])) - 46 });
  }
  return regions;
}

function strands(pen, V, ink) {
  const { scene, camera, lit } = V, { a, b } = scene, X = V.x, Y = V.y;
  const plain = [], lifted = [], bright = [], guessed = [], unsaid = onlyRead(V), lower = V.lower || new Set(), k = camera.k, ox = camera.width / 2 - camera.x * k, oy = camera.height / 2 - camera.y * k;
  const w = camera.width, h = camera.height;
  for (let e = 0; e < a.length; e++) {
    const x1 = X[a[e]] * k + ox, y1 = Y[a[e]] * k + oy, x2 = X[b[e]] * k + ox, y2 = Y[b[e]] * k + oy;
    if ((x1 < 0 && x2 < 0) || (y1 < 0 && y2 < 0) || (x1 > w && x2 > w) || (y1 > h && y2 > h)) continue;
    if (lower.size && (lower.has(a[e]) || lower.has(b[e])) && !(lit && isLit(V, a[e], b[e])) && V.hover !== a[e] && V.hover !== b[e]) continue;
    const on = lit && isLit(V, a[e], b[e]), list = on ? (unsaid.has(a[e] * V.G.n + b[e]) ? guessed : bright) : scene.direct[e] ? plain : lifted;
    list.push(x1, y1, x2, y2);
  }
  const many = a.length > MANY, bend = many ? 0 : BEND, faint = lit ? 0.3 : 1;
  const thick = Math.max(0.5, Math.min(1.2, k * 1.4));
  pen.lines(plain, { color: ink.line, width: many ? 0.5 : thick, alpha: (many ? 0.1 : 0.34) * faint, bend });
  pen.lines(lifted, { color: ink.line, width: thick, alpha: 0.24 * faint, bend, dash: many ? [] : [3, 4] });
  pen.lines(bright, { color: ink.accent, width: 1.5, alpha: 0.75, bend: BEND });
  pen.lines(guessed, { color: ink.accent, width: 1.5, alpha: 0.75, bend: BEND, dash: [6, 4] });
}

/* The lit lines that no sentence tells outright: they are read from what stands around it, and drawn broken. */
function onlyRead({ G, marked }) {
  const read = new Set(), told = new Set();
  for (const e of marked) (inferred(G, e) ? read : told).add(Math.min(G.from[e], G.to[e]) * G.n + Math.max(G.from[e], G.to[e]));
  for (const key of told) read.delete(key);
  return read;
}

const isLit = (V, a, b) => (V.trail ? V.trail.has(`${Math.min(a, b)} ${Math.max(a, b)}`) : a === V.focus || b === V.focus);

function dots(pen, V, ink) {
  const { G, scene, camera, lit } = V, k = camera.k, margin = 40, seen = [], floor = least(V), held = new Set((V.ground || []).map(({ node }) => node)), lower = V.lower || new Set();
  const piles = new Map();
  for (const i of scene.nodes) {
    const [x, y] = camera.toScreen(V.x[i], V.y[i]);
    if (x < -margin || y < -margin || x > camera.width + margin || y > camera.height + margin) continue;
    const r = scene.folded[i] ? Math.max(radius(G.size[i], k, floor), Math.min(17, 3.5 + Math.sqrt(scene.folded[i]) * 0.7)) : radius(G.size[i], k, floor), bright = !lit || lit.has(i);
    const spot = { i, x, y, r: held.has(i) ? Math.min(r, V.room.tile * k * 0.15) : lower.has(i) ? Math.min(r, V.room.row * k * 0.32) : held.size ? Math.min(r, V.room.tile * k * 0.09) : r, bright };
    seen.push(spot);
    const pile = G.kind[i] * 2 + (bright ? 1 : 0);
    if (!piles.has(pile)) piles.set(pile, []);
    piles.get(pile).push(x, y, spot.r);
  }
  const width = scene.nodes.length > MANY ? 0 : scene.host ? 1.5 : Math.min(1.5, k * 2);
  for (const pile of [...piles.keys()].sort((p, q) => (p % 2) - (q % 2) || p - q)) {
    const look = G.look[pile >> 1];
    pen.marks(look.shape, piles.get(pile), { fill: look[ink.theme], stroke: ink.node, width, alpha: pile % 2 ? 1 : 0.22 });
  }
  for (const spot of seen) {
    if (spot.i !== V.focus && spot.i !== V.hover) continue;
    pen.marks(G.look[G.kind[spot.i]].shape, [spot.x, spot.y, spot.r + 4], { fill: null, stroke: ink.accent, width: 2.5 });
  }
  const chosen = new Set(V.set || []);
  for (const spot of seen) if (chosen.has(spot.i)) pen.marks(G.look[G.kind[spot.i]].shape, [spot.x, spot.y, spot.r + 7], { fill: null, stroke: ink.set, width: 2 });
  return seen;
}

const cut = (text, most) => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

function names(pen, V, ink, seen, regions) {
  const { G, scene, camera, lit } = V, k = camera.k, wanted = [];
  const order = scene.host ? [...seen].sort((p, q) => scene.folded[q.i] - scene.folded[p.i] || p.i - q.i) : seen.slice(0, 6000);
  const first = (spot) => (spot.i === V.focus || spot.i === V.hover ? 0 : lit && lit.has(spot.i) ? 1 : 2);
  const lowly = (spot) => (V.lower && V.lower.has(spot.i) ? 1 : 0);
  const largest = seen.reduce((most, spot) => Math.max(most, spot.r), 0), narrow = camera.width < NARROW;
  const big = new Set(order.filter((spot) => spot.r >= BIG * largest && spot.r > 3).sort((p, q) => q.r - p.r).slice(0, NAMED));
  order.sort((p, q) => (big.has(q) ? q.r : 0) - (big.has(p) ? p.r : 0) || lowly(q) - lowly(p));
  if (lit || V.hover >= 0) order.sort((p, q) => first(p) - first(q));
  const held = new Set((V.ground || []).map(({ node }) => node));
  for (const spot of order) {
    if (lit && !spot.bright && spot.i !== V.hover) continue;
    if (first(spot) === 2 && spot.r < 3.2 && wanted.length > 60 && !lowly(spot)) continue;
    if (held.has(spot.i) || lowly(spot)) { wanted.push(settled(pen, V, spot, held.has(spot.i))); continue; }
    const size = Math.round(Math.max(11, Math.min(17, 8 + spot.r * 0.52))), heavy = spot.r > 11 ? 600 : 400;
    const full = first(spot) === 0, folded = scene.folded[spot.i], sure = big.has(spot), tight = narrow && sure && !full;
    const text = cut(V.called && V.called.has(spot.i) ? V.called.get(spot.i) : tight ? shortName(G, spot.i) : nameOf(G, spot.i), full ? 40 : speech.at ? 24 : 13) + (folded && !tight ? ` +${folded}` : "");
    wanted.push({ x: spot.x, y: spot.y, r: spot.r, width: pen.measure(text, size, heavy, SANS), height: size + 2, must: full, sure, wide: sure || first(spot) < 2 || Boolean(scene.host), text, size, heavy });
  }
  const { edge = 0 } = V, bounds = { left: edge * camera.width, top: edge * camera.height, right: camera.width * (1 - edge), bottom: camera.height * (1 - edge) };
  const placed = place([...titles(pen, V, regions), ...wanted], bounds, 320, seen.filter((spot) => (lit ? lit.size < CLEAR && lit.has(spot.i) : scene.host || spot.r > 9)));
  for (const label of placed) {
    if (label.region) pen.text(label.text, label.left, label.top, { size: label.size, weight: 600, family: SERIF, color: ink.soft, halo: ink.ground, alpha: lit ? 0.3 : 0.85, spacing: label.size * 0.2 });
    else pen.text(label.text, label.left, label.top, { size: label.size, weight: label.heavy, family: SANS, color: ink.ink, halo: ink.ground });
  }
  if (V.trail || V.focus >= 0) strandNames(pen, V, ink, placed, V.marked);
  else if (!scene.host && scene.a.length <= SPOKEN) strandNames(pen, V, ink, placed, shownEdges(V));
  return { seen, placed, k };
}

/* The name of what has a fixed place in the overview: of a province in its tile, of what many share beside its mark. */
function settled(pen, V, spot, tile) {
  const { G, scene, camera } = V, room = (tile ? V.room.tile : V.room.row) * camera.k, size = Math.round(tile ? Math.max(9, Math.min(15, room * 0.16)) : Math.max(9, Math.min(14, room * 0.62)));
  const folded = scene.folded[spot.i], count = folded ? ` +${folded}` : "", heavy = tile && folded ? 600 : 400, space = tile ? room * 0.97 : V.room.wide * camera.k - spot.r * 2 - 14;
  const wide = (text) => pen.measure(text, size, heavy, SANS);
  let name = tile ? shortName(G, spot.i) : nameOf(G, spot.i);
  const counted = (!tile || room > 70) && (!tile || wide(name + count) <= space) ? count : "";
  if (!tile) while (name.length > 4 && wide(name + counted) > space) name = cut(name, name.length - 1);
  const text = name + counted;
  return { x: spot.x, y: spot.y, r: spot.r, width: wide(text), height: size + 2, fixed: true, side: !tile, text, size, heavy };
}

/* The name of an island stands above it, like the name of a country on a map. */
function titles(pen, V, regions) {
  const { camera } = V, made = [];
  for (const { island, top } of regions.sort((p, q) => q.nodes - p.nodes).slice(0, 24)) {
    const r = island.r * camera.k;
    if (r < 40 || r > camera.height * 0.9) continue;
    const size = Math.round(Math.max(14, Math.min(26, r / 8))), [x, y] = camera.toScreen(island.x, top), text = nameOf(V.G, island.node);
    const width = pen.measure(text, size, 600, SERIF) + text.length * size * 0.2;
    made.push({ x, y: y - size * 0.7, r: 0, width, height: size + 4, text, size, region: true });
  }
  return made;
}

/* The relations between what is shown, where these are few. */
function shownEdges({ G, scene, pass }) {
  if (!scene.spoken) {
    scene.spoken = [];
    for (let e = 0; e < G.m; e++) if (pass.edges[e] && scene.shown[G.from[e]] && scene.shown[G.to[e]]) scene.spoken.push(e);
  }
  return scene.spoken;
}

/* What the lines say, where there are few of them. */
function strandNames(pen, V, ink, placed, edges) {
  const { G, scene, camera } = V, near = new Map();
  if (edges.length > 60 || camera.k < 0.35) return;
  for (const e of edges) {
    const a = Math.min(G.from[e], G.to[e]), b = Math.max(G.from[e], G.to[e]), key = a * G.n + b;
    if (a === b || !scene.shown[a] || !scene.shown[b]) continue;
    if (!near.has(key)) near.set(key, { a, b, words: new Set() });
    near.get(key).words.add(G.titles[G.title[e]] || predicateWord(G.predicates[G.predicate[e]], false));
  }
  if (near.size > 26) return;
  const space = new Space();
  for (const { left, top, width, height } of placed) space.take({ left, top, right: left + width, bottom: top + height });
  for (const { a, b, words } of near.values()) {
    const [x1, y1] = camera.toScreen(V.x[a], V.y[a]), [x2, y2] = camera.toScreen(V.x[b], V.y[b]);
    if (Math.hypot(x2 - x1, y2 - y1) < 90) continue;
    const text = [...words].slice(0, 2).join(separator()), width = pen.measure(text, 11, 400, SANS);
    const left = (x1 + x2) / 2 - (y2 - y1) * BEND / 2 - width / 2, top = (y1 + y2) / 2 + (x2 - x1) * BEND / 2 - 7;
    const box = { left, top, right: left + width, bottom: top + 13 };
    if (!space.free(box)) continue;
    space.take(box);
    pen.text(text, left, top, { size: 11, family: SANS, color: ink.accent, halo: ink.ground });
  }
}
