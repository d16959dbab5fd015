/* The one state of the page, and what follows when a part of it changes. */

import { edgesOf, otherEnd } from "./data.js";
import { fresh, passing } from "./filter.js";
import { compose, isLarge, neighbours } from "./scene.js";
import { placeTree, under } from "./walk.js";
import { apart, boxOf } from "./camera.js";
import { groundOf, grounded, provincesOf, roomOf } from "./ground.js";
import { gather, isFew } from "./gather.js";
import { aimAt, paint, settle, stage } from "./stage.js";

const NEAR = 80, ROOM = 130, LABEL = 120;

export const A = { G: null, filter: fresh(), mode: "all", unfolded: new Set(), focus: -1, hover: -1, trail: null, pair: [], marked: [], lit: null, only: [], theme: "light", look: { view: "", ask: "", at: "", lanes: "", set: [] }, show: () => {}, spread: "", laid: new Set(), lower: new Set(), listeners: [] };

export function begin(G) {
  A.G = G;
  A.mode = isLarge(G) ? "overview" : "all";
  A.tree = G.tree = placeTree(G);
  A.x = G.x.slice();
  A.y = G.y.slice();
  A.islands = islandsOf(G);
}

/* Middle, radius and name of every community; the last group gathers what is too small to be one. */
function islandsOf(G) {
  const made = [];
  for (let group = 0; group < G.groups; group++) made.push({ x: 0, y: 0, r: 0, count: 0, node: -1 });
  for (let i = 0; i < G.n; i++) { const it = made[G.group[i]]; it.x += G.x[i]; it.y += G.y[i]; it.count++; }
  for (const it of made) { it.x /= it.count || 1; it.y /= it.count || 1; }
  for (let i = 0; i < G.n; i++) { const it = made[G.group[i]]; it.r = Math.max(it.r, Math.hypot(G.x[i] - it.x, G.y[i] - it.y) + 40); }
  for (let i = G.n - 1; i >= 0; i--) { const it = made[G.group[i]]; if (G.kinds[G.kind[i]] === "Place") it.node = i; }
  for (let i = 0; i < G.n; i++) { const it = made[G.group[i]]; if (it.node < 0) it.node = i; }
  if (G.alone) made.pop();
  return made;
}

/* Filters changed. */
export function refilter() {
  const inside = A.filter.place >= 0 ? under(A.G, A.tree, A.filter.place) : null;
  A.pass = passing(A.G, A.filter, inside);
  recompose();
  if (stage.aim === whole) fitAll();
}

/* What is shown changed. */
export function recompose() {
  const extra = new Set(A.unfolded), { G } = A;
  if (A.focus >= 0) for (const i of [A.focus, ...neighbours(G, A.pass, A.focus, NEAR)]) extra.add(i);
  if (A.trail) for (const i of onTrail()) extra.add(i);
  A.scene = compose(G, A.pass, { mode: A.mode, extra, only: A.only });
  makeRoom();
  light();
  for (const listener of A.listeners) listener();
  paint();
}

/* Whether there are nodes on stage that have no place in the overview yet. */
function newcomers(scene) {
  const fresh = scene.nodes.some((i) => !A.laid.has(i));
  A.laid = new Set([...A.laid, ...scene.nodes]);
  return fresh && Boolean(provincesOf(A.G, scene.nodes));
}

/* In the overview the nodes stand for many and are drawn large: they make room for each other. Few of many draw near. */
function makeRoom() {
  const { G, scene } = A, how = isFew(G, scene, A.filter) ? `few ${scene.nodes.join()}` : A.mode === "overview" ? "overview" : "";
  if (how === A.spread && how !== "overview") return;
  if (how === "overview" && A.spread === how && !newcomers(scene)) return;
  if (A.spread) { A.x = G.x.slice(); A.y = G.y.slice(); }
  A.lower = new Set();
  A.spread = how;
  if (how.startsWith("few")) gather(scene, A.x, A.y);
  if (how !== "overview") return;
  if (provincesOf(G, scene.nodes)) { A.slim = matchMedia("(max-width: 600px)").matches; A.lower = grounded(G, scene.nodes, A.x, A.y, A.slim); return; }
  const box = boxOf(G.x, G.y, scene.nodes), need = Math.sqrt(((box.right - box.left) * (box.bottom - box.top)) / scene.nodes.length) * 0.8;
  apart(A.x, A.y, scene.nodes, need);
}

const onTrail = () => [...A.pair, ...A.marked.flatMap((e) => [A.G.from[e], A.G.to[e]])];

/* Which nodes are lit: the focus with its neighbours, or a path. */
function light() {
  const { G } = A;
  if (A.trail) {
    A.lit = new Set(onTrail());
    return;
  }
  A.marked = A.focus >= 0 ? Array.from(edgesOf(G, A.focus)).filter((e) => A.pass.edges[e]) : [];
  A.lit = A.focus >= 0 ? new Set([A.focus, ...A.marked.map((e) => otherEnd(G, e, A.focus))]) : null;
}

export function focusOn(node) {
  A.trail = null;
  A.focus = node;
  if (node >= 0 && A.mode === "only" && !A.only.includes(node)) A.mode = "all";
  recompose();
  if (node >= 0) centre(node);
}

const lineName = (a, b) => `${Math.min(a, b)} ${Math.max(a, b)}`;

/* The line between two nodes, and no other; the camera stays where it is. */
export function showLine(a, b) {
  A.called = null;
  A.focus = -1;
  A.pair = [a, b];
  A.marked = Array.from(edgesOf(A.G, a)).filter((e) => A.pass.edges[e] && otherEnd(A.G, e, a) === b);
  A.trail = new Set([lineName(a, b)]);
  recompose();
}

export function showTrail(edges) {
  A.called = null;
  const { G } = A;
  A.focus = -1;
  A.pair = [];
  A.marked = edges;
  A.trail = new Set(edges.map((e) => lineName(G.from[e], G.to[e])));
  recompose();
  aimAt(() => stage.camera.over(boxOf(A.x, A.y, A.lit || []), 1.3));
}

/* Some nodes, lit among the others; the camera shows them all. */
export function showMany(nodes, called = null) {
  A.called = called;
  A.focus = -1;
  A.pair = nodes;
  A.marked = [];
  A.trail = new Set();
  recompose();
  aimAt(() => stage.camera.over(boxOf(A.x, A.y, nodes.filter((i) => A.scene.shown[i])), 1.3, 0.01, LABEL));
}

/* The camera over a node, near enough to read its neighbours. */
export function centre(node) {
  aimAt(() => {
    const box = boxOf(A.x, A.y, [...(A.lit || [node])].filter((i) => A.scene.shown[i]));
    const { k } = stage.camera.over(box, 1.25, 0.5);
    return stage.camera.onto(A.x[node], A.y[node], k);
  });
}

/* The camera that shows a node with all its neighbours on stage. */
export function fitNear(node) {
  aimAt(() => stage.camera.over(boxOf(A.x, A.y, [...(A.lit || [node])].filter((i) => A.scene.shown[i])), 1.4));
}

const whole = () => {
  const box = boxOf(A.x, A.y, A.scene.nodes);
  return stage.camera.over(A.lower.size ? { ...box, left: box.left - ROOM, right: box.right + ROOM, top: box.top - ROOM } : box, 1.4);
};

export function fitAll(wait) {
  aimAt(whole, wait);
}

/* The panel covers a part of a small screen: the camera looks at what is left; the whole would be a speck there, and stays. */
export function uncover() {
  if (stage.aim !== whole) settle();
}

/* Puts more nodes on stage, beside those that are there. */
export function unfoldAll(nodes) {
  if (A.mode === "only") A.only = [...new Set([...A.only, ...nodes])];
  else for (const node of nodes) A.unfolded.add(node);
  recompose();
}

export function setMode(mode, only = []) {
  A.mode = mode;
  A.only = only;
  if (mode !== "only") A.unfolded.clear();
  recompose();
  fitAll();
}

export const picture = () => ({ G: A.G, scene: A.scene, pass: A.pass, x: A.x, y: A.y, set: A.look.set, called: A.trail ? A.called : null, lit: A.lit, focus: A.focus, hover: A.hover, trail: A.trail, marked: A.marked, lower: A.lower, room: roomOf(A.slim), ground: A.spread === "overview" ? groundOf(A.G, A.scene.nodes) : [], islands: A.spread.startsWith("few") || (A.spread === "overview" && provincesOf(A.G, A.scene.nodes)) ? [] : A.islands, theme: A.theme });
