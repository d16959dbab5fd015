/* The map: provinces as equal tiles in their usual places, what lies below folded in, coloured by what is asked. */

import { $, el, fill, svgEl } from "./dom.js";

import { answer, askWords, choices } from "./asks.js";
import { below, nodeOfRegion, regionsOf } from "./regions.js";
import { nameOf, speech, t } from "./words.js";
import { go, look, toNode } from "./route.js";
import { A } from "./state.js";

const CLASSES = 5, CELLS = 24;

/* Builds the map anew: at the start, when filters change, when something else is asked. */
export function map() {
  const { G } = A, { ask, at } = A.look, found = answer(G, A.pass, A.filter, ask || "entities"), scale = classes(found, below(G, at)), fine = classes(found, below(G, at).flatMap((code) => below(G, code)));
  fill($("map"), head(ask || "entities"), crumbs(at), G.geo && !at ? polygons(found) : at ? inside(at, found, scale, fine) : country(found, scale, fine), legend(G.geo && !at ? classes(found, G.geo.shapes.map(({ code }) => code)) : scale), unplaced());
}

/* Five classes, the same number of divisions in each as far as that goes: [[least, words]…]. */
function classes(found, level) {
  const values = level.map((code) => found.get(code)).filter((one) => one && one.value > 0).sort((a, b) => a.value - b.value), made = [];
  for (let k = 0; k < CLASSES; k++) {
    const one = values[Math.floor((k * values.length) / CLASSES)];
    if (one && (!made.length || one.value > made[made.length - 1].value)) made.push(one);
  }
  return made;
}

const heat = (scale, one) => { if (!one || !(one.value > 0)) return 0; let at = 1; scale.forEach((least, k) => { if (one.value >= least.value) at = k + 1; }); return Math.round((at * CLASSES) / Math.max(1, scale.length)); };

function head(ask) {
  const { G } = A, groups = choices(G, A.pass, A.filter), known = groups.some(({ rows }) => rows.some(([value]) => value === ask));
  const option = ([value, words]) => el("option", { value, selected: value === ask }, words);
  const select = el("select", { id: "map-ask", onchange: (event) => look({ ask: event.target.value }) }, known ? null : option([ask, askWords(G, ask)]), groups.map(({ title, rows }) => el("optgroup", { label: title }, rows.map(option))));
  return el("div.maphead", null, el("label.field", null, el("span", null, t("mapAsk")), select));
}

function crumbs(at) {
  const { G } = A, steps = ["", ...[2, 4].filter((size) => size <= at.length).map((size) => at.slice(0, size))];
  if (!at) return null;
  return el("nav.crumbs", { "aria-label": t("mapWay") }, steps.map((step, k) => [k ? el("span", { "aria-hidden": "true" }, "›") : null, k === steps.length - 1 ? el("b", null, name(G, step)) : el("button", { onclick: () => look({ at: step }) }, name(G, step))]));
}

const name = (G, region) => { const node = nodeOfRegion(G, region); return region ? (node >= 0 ? nameOf(G, node) : (G.tiles[region] || [0, 0, region, region])[2 + speech.at]) : t("country"); };

function country(found, scale, fine) {
  const { G } = A;
  return el("div.tiles", { role: "group", "aria-label": t("asMap") }, Object.entries(G.tiles).map(([code, tile]) => {
    const made = tileOf(code, tile[2 + speech.at], found, scale, fine, speech.at ? tile[4] : "");
    made.style.gridColumn = tile[0] + 1;
    made.style.gridRow = tile[1] + 1;
    return made;
  }));
}

const inside = (at, found, scale, fine) => el("div.tiles.inside", { role: "group", "aria-label": name(A.G, at) }, below(A.G, at).map((code) => tileOf(code, name(A.G, code), found, scale, fine)), below(A.G, at).length ? null : el("p.note", null, t("mapNothing")));

/* A tile: the name (where there is no room, its letters), the number, and a small square for each division below that has
   a number of its own. */
function tileOf(code, label, found, scale, fine, letters = "") {
  const { G } = A, one = found.get(code), node = nodeOfRegion(G, code), under = below(G, code);
  const cells = under.slice(0, CELLS).map((part) => el(`i.h${heat(fine, found.get(part))}`, { title: `${name(G, part)} ${found.has(part) ? found.get(part).text : ""}` }));
  const made = el(`button.tile.h${heat(scale, one)}`, { "data-region": code, disabled: node < 0 && !under.length, title: one && one.whole ? one.whole : null, "aria-label": `${label} ${one ? one.whole || one.text : t("mapNone")}`, onclick: () => enter(code, node, under.length) }, el(`b${letters ? ".long" : ""}`, null, label), letters ? el("b.letters", null, letters) : null, el("span.value", null, one ? one.text : "·"), cells.length ? el("span.cells", { "aria-hidden": "true" }, cells) : null);
  if (node >= 0 && node === A.focus) made.classList.add("now");
  return made;
}

/* Into a division: what lies below is unfolded, and the panel shows it. */
function enter(code, node, parts) {
  if (parts) A.look.at = code;
  if (node >= 0) go(toNode(A.G, node)); else look({});
}

/* The reader's own polygons, each coloured by the division whose code it bears. */
function polygons(found) {
  const { G } = A, { width, height, shapes } = G.geo, scale = classes(found, shapes.map(({ code }) => code));
  const shape = ({ code, label, path }) => {
    const one = found.get(code), node = nodeOfRegion(G, code), words = `${label || name(G, code)} ${one ? one.text : t("mapNone")}`;
    const made = svgEl("path", { d: path, class: `shape h${heat(scale, one)}${node >= 0 && node === A.focus ? " now" : ""}`, "data-region": code, role: "button", tabindex: node < 0 ? -1 : 0, "aria-label": words }, svgEl("title", {}, words));
    made.addEventListener("click", () => enter(code, node, 0));
    made.addEventListener("keydown", (event) => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); enter(code, node, 0); } });
    return made;
  };
  return svgEl("svg", { class: "geo", viewBox: `0 0 ${width} ${height}`, role: "group", "aria-label": t("asMap") }, ...shapes.map(shape));
}

function legend(scale) {
  if (!scale.length) return el("p.note", null, t("mapNothing"));
  return el("p.scale", null, scale.map((least, k) => [el(`i.h${Math.round(((k + 1) * CLASSES) / scale.length)}`, { "aria-hidden": "true" }), el("span", null, scale.length > 1 || k ? `${least.whole ? "≤" : "≥"} ${least.text}` : least.text)]));
}

/* How much of what passes the filters belongs to no division. */
function unplaced() {
  const { G } = A, regions = regionsOf(G);
  let count = 0;
  for (let i = 0; i < G.n; i++) if (A.pass.nodes[i] && !regions[i].length) count++;
  return el("p.note", null, `${t("mapNote")}${count ? ` ${t("mapUnplaced", count.toLocaleString("en"))}` : ""}`);
}

