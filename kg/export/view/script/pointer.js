/* Mouse, finger and pen on the canvas: pan, zoom, pinch, choose, unfold, move a node. */

import { $, el, fill } from "./dom.js";
import { kindWord, nameOf, speech, t } from "./words.js";
import { degree } from "./data.js";
import { go, opened, toNode, toPair } from "./route.js";
import { COARSE, FINE, byHand, nodeAt, paint, stage } from "./stage.js";
import { unfold } from "./panel.js";
import { turn } from "./sets.js";
import { edgeTip } from "./edgetip.js";
import { times } from "./timeline.js";
import { A } from "./state.js";

const THICKET = 6000;
const hand = { down: new Map(), node: -1, travelled: 0, gap: 0, line: "" };

export function pointer() {
  const canvas = $("canvas");
  canvas.addEventListener("pointerdown", down);
  canvas.addEventListener("pointermove", move);
  canvas.addEventListener("pointerup", up);
  canvas.addEventListener("pointercancel", lost);
  canvas.addEventListener("pointerleave", () => { if (!hand.down.size) hover(-1); });
  canvas.addEventListener("dblclick", (event) => { const node = beneath(event); if (node >= 0) unfold(node); else { stage.camera.zoom(1.8, event.offsetX, event.offsetY); byHand(); } });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    stage.camera.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : event.ctrlKey ? 0.01 : 0.0016)), event.offsetX, event.offsetY);
    byHand();
  }, { passive: false });
}

/* The node that an event means: a finger is broader than a mouse. */
const beneath = (event) => nodeAt(event.offsetX, event.offsetY, event.pointerType === "touch" ? COARSE : FINE);

function down(event) {
  $("canvas").setPointerCapture(event.pointerId);
  hand.down.set(event.pointerId, { x: event.offsetX, y: event.offsetY });
  hand.travelled = hand.down.size > 1 ? 99 : 0;
  hand.node = hand.down.size === 1 && event.pointerType === "mouse" ? beneath(event) : -1;
  hand.gap = spread();
}

const spread = () => { const [a, b] = [...hand.down.values()]; return b ? Math.hypot(a.x - b.x, a.y - b.y) : 0; };

function move(event) {
  const x = event.offsetX, y = event.offsetY, before = hand.down.get(event.pointerId);
  if (!before) return hover(beneath(event), x, y);
  hand.travelled += Math.abs(x - before.x) + Math.abs(y - before.y);
  hand.down.set(event.pointerId, { x, y });
  if (hand.down.size === 2) return pinch();
  if (hand.travelled < 5) return undefined;
  hover(-1);
  $("canvas").classList.add("holding");
  if (hand.node >= 0) {
    A.x[hand.node] += (x - before.x) / stage.camera.k;
    A.y[hand.node] += (y - before.y) / stage.camera.k;
    return paint();
  }
  stage.camera.pan(x - before.x, y - before.y);
  return byHand();
}

function pinch() {
  const [a, b] = [...hand.down.values()], gap = spread();
  if (hand.gap) stage.camera.zoom(gap / hand.gap, (a.x + b.x) / 2, (a.y + b.y) / 2);
  hand.gap = gap;
  byHand();
}

function lost(event) {
  hand.down.delete(event.pointerId);
  hand.gap = 0;
  $("canvas").classList.remove("holding");
}

function up(event) {
  const tapped = hand.travelled < 5 && hand.down.size === 1;
  lost(event);
  if (!tapped) return;
  const node = beneath(event);
  if (node >= 0 && event.shiftKey) return turn(node);
  if (node >= 0) return go(toNode(A.G, node));
  const pair = lineAt(event.offsetX, event.offsetY);
  if (pair) go(toPair(A.G, ...pair));
  else if (opened()) go("");
}

/* The line under a point, as its two ends. */
function lineAt(sx, sy) {
  const { scene } = A, { camera } = stage, [x, y] = camera.toWorld(sx, sy), most = 6 / camera.k;
  let best = null, least = most;
  for (let e = 0; e < scene.a.length; e++) {
    const away = distance(x, y, A.x[scene.a[e]], A.y[scene.a[e]], A.x[scene.b[e]], A.y[scene.b[e]], scene.a.length > 2500 ? 0 : 0.04);
    if (away < least && (A.lit || !(A.lower.has(scene.a[e]) || A.lower.has(scene.b[e]))) && (!A.lit || A.lit.has(scene.a[e]) || A.lit.has(scene.b[e]))) { least = away; best = [scene.a[e], scene.b[e]]; }
  }
  return best;
}

/* From a point to a line that bends by a share of its length: to the chord of each half. */
function distance(x, y, x1, y1, x2, y2, bend) {
  const mx = (x1 + x2) / 2 - (y2 - y1) * bend, my = (y1 + y2) / 2 + (x2 - x1) * bend;
  return Math.min(toChord(x, y, x1, y1, mx, my), toChord(x, y, mx, my, x2, y2));
}

function toChord(x, y, x1, y1, x2, y2) {
  const dx = x2 - x1, dy = y2 - y1, part = Math.max(0, Math.min(1, ((x - x1) * dx + (y - y1) * dy) / (dx * dx + dy * dy || 1)));
  return Math.hypot(x - x1 - part * dx, y - y1 - part * dy);
}

function hover(node, x, y) {
  const tip = $("tip"), { G } = A, line = node < 0 && x !== undefined && A.scene.a.length <= THICKET ? lineAt(x, y) : null, name = line ? line.join(" ") : "";
  if (line && name !== hand.line) { const told = edgeTip(...line); if (told) fill(tip, told); else hand.line = ""; }
  hand.line = name;
  $("canvas").classList.toggle("pointing", node >= 0 || Boolean(line));
  tip.hidden = node < 0 && !line;
  if (line) { tip.style.left = `${Math.max(0, Math.min(x + 14, stage.camera.width - 310))}px`; tip.style.top = `${Math.min(y + 16, stage.camera.height - 120)}px`; }
  if (node >= 0) {
    if (node !== A.hover) fill(tip, nameOf(G, node), el("small", null, [speech.at && G.latin[node] ? G.label[node] : "", kindWord(G.kinds[G.kind[node]]), `${t("relations")} ${degree(G, node)}`, ...times(node).map(([word, values]) => `${word} ${values.join(" / ")}`), A.scene.folded[node] ? `+${A.scene.folded[node]}` : ""].filter(Boolean).join(" · ")));
    tip.style.left = `${Math.min(x + 14, stage.camera.width - 220)}px`;
    tip.style.top = `${Math.min(y + 16, stage.camera.height - 60)}px`;
  }
  if (node === A.hover) return;
  A.hover = node;
  if (stage.cost < 30) paint();
}
