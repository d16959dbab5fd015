/* The canvas on stage: when to draw, and how to move a large picture without drawing it anew at every step. */

import { $ } from "./dom.js";
import { Camera } from "./camera.js";
import { CanvasPen } from "./canvas.js";
import { draw } from "./draw.js";

const SLOW = 13, REST = 140, MARGIN = 0.2, AGAIN = 600, ABOVE = 30;
export const FINE = 12;
export const COARSE = 22;

export const stage = { camera: new Camera(), cost: 0, drawn: null, seen: [], asked: 0, rest: 0, flight: 0, picture: null, aim: null };

/* `picture()` gives what draw() needs, without the camera. */
export function open(picture) {
  stage.canvas = $("canvas");
  stage.context = stage.canvas.getContext("2d", { alpha: false });
  stage.buffer = document.createElement("canvas");
  stage.picture = picture;
  new ResizeObserver(resize).observe(stage.canvas.parentElement);
  resize();
}

function resize() {
  const { clientWidth: width, clientHeight: height } = stage.canvas.parentElement;
  stage.ratio = Math.min(2, window.devicePixelRatio || 1);
  stage.canvas.width = Math.max(1, width * stage.ratio);
  stage.canvas.height = Math.max(1, height * stage.ratio);
  Object.assign(stage.camera, { width: Math.max(1, width), height: Math.max(1, height) });
  if (stage.aim) {
    cancelAnimationFrame(stage.flight);
    clear();
    Object.assign(stage.camera, stage.aim());
  }
  paint();
}

/* What covers the picture: the chips above it; on a small screen the panel below, and the switch of the views over it. */
function clear() {
  const area = stage.canvas.parentElement.getBoundingClientRect(), edge = (id, side) => { const box = $(id).getBoundingClientRect(); return box.height ? box[side] : null; };
  const chips = $("status").lastElementChild, views = edge("views", "top"), half = area.top + area.height / 2;
  stage.camera.top = chips ? Math.max(0, Math.min(area.height / 3, chips.getBoundingClientRect().bottom - area.top - ABOVE)) : 0;
  stage.camera.bottom = views !== null && views > half - area.height / 4 && matchMedia("(max-width: 900px)").matches ? Math.max(0, area.bottom - views - ABOVE) : 0;
}

/* What covers the picture may be another: fly again. */
export function settle() {
  const { top, bottom } = stage.camera;
  clear();
  if (stage.aim && (top !== stage.camera.top || bottom !== stage.camera.bottom)) fly(stage.aim());
}

/* Fly to what `aim()` says, and again whenever the stage changes its size, until a hand moves the camera. */
export function aimAt(aim, wait) {
  stage.aim = aim;
  clear();
  fly(aim(), wait);
}

/* A hand moved the camera: it stays where it was put. */
export function byHand() {
  stage.aim = null;
  cancelAnimationFrame(stage.flight);
  moved();
}

/* Draw anew at the next frame. */
export function paint() {
  stage.fresh = true;
  ask();
}

/* The camera moved: a quick picture is drawn anew, a slow one is shifted now and drawn when the camera rests. */
export function moved() {
  if (stage.cost < SLOW || (bare(placed()) && performance.now() - stage.at > AGAIN + 3 * stage.cost)) return paint();
  clearTimeout(stage.rest);
  stage.rest = setTimeout(paint, REST);
  return ask();
}

/* Draw without waiting for a frame: the first picture stands before anyone sees an empty stage. */
export function now() {
  cancelAnimationFrame(stage.asked);
  frame();
}

function ask() {
  if (!stage.asked) stage.asked = requestAnimationFrame(frame);
}

function frame() {
  stage.asked = 0;
  if (stage.fresh) {
    stage.fresh = false;
    full();
  }
  blit();
}

function full() {
  const begun = performance.now(), margin = stage.cost < SLOW ? 0 : MARGIN, camera = Object.assign(new Camera(), stage.camera);
  camera.width *= 1 + 2 * margin;
  camera.height *= 1 + 2 * margin;
  const { buffer, ratio } = stage, width = Math.round(camera.width * ratio), height = Math.round(camera.height * ratio);
  if (buffer.width !== width || buffer.height !== height) { buffer.width = width; buffer.height = height; }
  const context = buffer.getContext("2d", { alpha: false });
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  const made = draw(new CanvasPen(context), { ...stage.picture(), camera, edge: margin / (1 + 2 * margin) });
  stage.seen = made.seen.map((spot) => ({ ...spot, x: spot.x - (camera.width - stage.camera.width) / 2, y: spot.y - (camera.height - stage.camera.height) / 2 }));
  stage.placed = made.placed;
  stage.drawn = { ...camera.state, width: camera.width, height: camera.height };
  stage.at = performance.now();
  stage.cost = stage.at - begun;
}

/* Where the picture that was drawn lies now. */
function placed() {
  const { drawn, camera } = stage, scale = camera.k / drawn.k, width = drawn.width * scale, height = drawn.height * scale;
  const x = (drawn.x - camera.x) * camera.k + (camera.width - width) / 2, y = (drawn.y - camera.y) * camera.k + (camera.height - height) / 2;
  return { x, y, width, height };
}

/* Whether it leaves a part of the stage bare. */
const bare = ({ x, y, width, height }) => x > 0 || y > 0 || x + width < stage.camera.width || y + height < stage.camera.height;

function blit() {
  const { context, buffer, camera, ratio } = stage, spot = placed();
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  if (bare(spot)) {
    context.fillStyle = getComputedStyle(document.documentElement).getPropertyValue("--ground");
    context.fillRect(0, 0, camera.width, camera.height);
  }
  context.drawImage(buffer, spot.x, spot.y, spot.width, spot.height);
}

/* The node under a point of the screen, or -1: the nearest within its outline or within `reach` pixels of its middle. */
export function nodeAt(x, y, reach = FINE) {
  const { seen, drawn, camera } = stage;
  if (!drawn) return -1;
  const scale = camera.k / drawn.k, ox = (drawn.x - camera.x) * camera.k, oy = (drawn.y - camera.y) * camera.k;
  let best = -1, least = Infinity;
  for (const spot of seen) {
    const dx = (spot.x - camera.width / 2) * scale + camera.width / 2 + ox - x, dy = (spot.y - camera.height / 2) * scale + camera.height / 2 + oy - y;
    const middle = Math.hypot(dx, dy), away = middle - spot.r;
    if ((away < 5 || middle <= reach) && away < least) { least = away; best = spot.i; }
  }
  return best;
}

/* Fly to a state of the camera; at once where motion is not wanted. */
function fly(to, wait = 380) {
  cancelAnimationFrame(stage.flight);
  const from = stage.camera.state, begun = performance.now();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches || !wait) {
    Object.assign(stage.camera, to);
    paint();
    return;
  }
  const step = (now) => {
    const part = Math.min(1, Math.max(0, (now - begun) / wait)), ease = 1 - (1 - part) ** 3;
    stage.camera.k = from.k * (to.k / from.k) ** ease;
    stage.camera.x = from.x + (to.x - from.x) * ease;
    stage.camera.y = from.y + (to.y - from.y) * ease;
    if (part < 1) { moved(); stage.flight = requestAnimationFrame(step); } else paint();
  };
  stage.flight = requestAnimationFrame(step);
}
