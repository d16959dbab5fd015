/* Everything without a mouse. */

import { $, say } from "./dom.js";
import { edgesOf, otherEnd } from "./data.js";
import { go, toNode } from "./route.js";
import { byHand, stage } from "./stage.js";
import { setMode, fitAll, A } from "./state.js";
import { neighbours } from "./scene.js";
import { unfold } from "./panel.js";

const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/* `does`: {help, toggle, escape}. */
export function keys(does) {
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
    if (event.key === "Escape") return does.escape();
    if (typing) return;
    const plain = { "/": () => $("query").focus(), "?": does.help, t: () => does.toggle("table"), m: () => does.toggle("map"), l: () => does.toggle("time"), f: only, e: () => A.focus >= 0 && unfold(A.focus), "0": () => fitAll(), "+": () => zoom(1.4), "=": () => zoom(1.4), "-": () => zoom(1 / 1.4) }[event.key];
    if (plain) { event.preventDefault(); plain(); }
  });
  $("canvas").addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    if (way) { event.preventDefault(); if (A.focus >= 0) step(way); else { stage.camera.pan(-way[0] * 80, -way[1] * 80); byHand(); } }
    if (event.key === "Enter") { event.preventDefault(); if (A.focus >= 0) $("panel").focus(); else if (A.scene.nodes.length) go(toNode(A.G, nearest())); }
  });
}

export function zoom(factor) {
  stage.camera.zoom(factor);
  byHand();
}

function only() {
  if (A.mode === "only") setMode("all");
  else if (A.focus >= 0) setMode("only", [A.focus, ...neighbours(A.G, A.pass, A.focus, 400)]);
}

/* The node nearest to the middle of the stage. */
function nearest() {
  let best = -1, least = Infinity;
  for (const i of A.scene.nodes) {
    const away = Math.hypot(A.x[i] - stage.camera.x, A.y[i] - stage.camera.y);
    if (away < least) { least = away; best = i; }
  }
  return best;
}

/* To the linked node that lies best in a direction. */
function step([dx, dy]) {
  const { G, focus } = A;
  let best = -1, least = Infinity;
  for (const e of edgesOf(G, focus)) {
    const there = otherEnd(G, e, focus), x = A.x[there] - A.x[focus], y = A.y[there] - A.y[focus], along = x * dx + y * dy;
    if (there === focus || along <= 0 || !A.pass.edges[e]) continue;
    const cost = Math.hypot(x, y) + 2 * Math.abs(x * dy - y * dx);
    if (cost < least) { least = cost; best = there; }
  }
  if (best >= 0) { go(toNode(G, best)); say(G.label[best]); }
}
