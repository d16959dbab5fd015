/* Few of many nodes lie far apart where the rest has gone: they draw near, linked ones nearer, and none onto another. */

import { isFresh } from "./filter.js";

const FEW = 400, GAP = 90, TURNS = 60;

/* Whether so little of a graph is shown that its places in the whole say nothing. Without filters the places stay. */
export const isFew = (G, scene, filter) => scene.nodes.length <= FEW && scene.nodes.length * 2 < G.n && !isFresh(filter);

/* Moves the shown nodes in `xs` and `ys`, each a little toward the middle and toward what it is linked to. */
export function gather(scene, xs, ys) {
  const { nodes, a, b } = scene, n = nodes.length;
  if (n < 2) return;
  const cx = nodes.reduce((sum, i) => sum + xs[i], 0) / n, cy = nodes.reduce((sum, i) => sum + ys[i], 0) / n;
  const wide = Math.max(1, ...nodes.map((i) => Math.hypot(xs[i] - cx, ys[i] - cy))), scale = Math.min(1, (Math.sqrt(n) * GAP) / 1.6 / wide);
  for (const i of nodes) { xs[i] = cx + (xs[i] - cx) * scale; ys[i] = cy + (ys[i] - cy) * scale; }
  for (let turn = 0; turn < TURNS; turn++) {
    for (const i of nodes) { xs[i] += (cx - xs[i]) * 0.015; ys[i] += (cy - ys[i]) * 0.015; }
    for (let e = 0; e < a.length; e++) pull(xs, ys, a[e], b[e]);
    for (let p = 0; p < n; p++) for (let q = p + 1; q < n; q++) push(xs, ys, nodes[p], nodes[q]);
  }
}

function pull(xs, ys, a, b) {
  const dx = xs[b] - xs[a], dy = ys[b] - ys[a], away = Math.hypot(dx, dy);
  if (away > GAP) shift(xs, ys, a, b, dx, dy, (0.12 * (away - GAP)) / away);
}

function push(xs, ys, a, b) {
  const dx = xs[b] - xs[a] || 0.1, dy = ys[b] - ys[a];
  if (Math.abs(dx) > GAP || Math.abs(dy) > GAP) return;
  const away = Math.hypot(dx, dy);
  if (away < GAP) shift(xs, ys, a, b, dx, dy, (-0.5 * (GAP - away)) / away);
}

/* Both by a part of what lies between them. */
function shift(xs, ys, a, b, dx, dy, part) {
  xs[a] += dx * part; ys[a] += dy * part;
  xs[b] -= dx * part; ys[b] -= dy * part;
}
