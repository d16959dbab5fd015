/* How a campaign spread: the places that had it, one step up for each, from the first to the last. */

import { el, svgEl } from "./dom.js";
import { axisOf } from "./axis.js";
import { dateWords } from "./text.js";
import { nameOf, speech, t } from "./words.js";
import { A } from "./state.js";

const WIDE = 340, HIGH = 120, LEFT = 26, FOOT = 22;

/* `rows` as of runs.js, in order of time; null where fewer than two have one. */
export function spreadChart(rows) {
  const dated = rows.filter(({ first }) => first.day), axis = dated.length > 1 ? axisOf(dated.map(({ first }) => first.day)) : null;
  if (!axis) return null;
  const days = dated.map(({ first }) => axis.at(first.day)), low = days[0], span = days[days.length - 1] - low || 1;
  const x = (at) => LEFT + ((days[at] - low) / span) * (WIDE - LEFT - 12), y = (count) => HIGH - FOOT - (count / dated.length) * (HIGH - FOOT - 12);
  let path = `M${LEFT} ${y(0)}`;
  dated.forEach((_, at) => { path += `L${x(at).toFixed(1)} ${y(at).toFixed(1)}L${x(at).toFixed(1)} ${y(at + 1).toFixed(1)}`; });
  const dots = dated.map(({ node, place, first }, at) => svgEl("circle", { cx: x(at).toFixed(1), cy: y(at + 1).toFixed(1), r: 3.2, class: first.own ? "own" : "told" }, svgEl("title", {}, `${nameOf(A.G, place >= 0 ? place : node)} ${dateWords(first.day, speech.at)}`)));
  const word = (at, anchor, text) => svgEl("text", { x: at, y: HIGH - 6, "text-anchor": anchor, class: "tick" }, text), first = dated[0].first.day, last = dated[dated.length - 1].first.day;
  const label = t("spreadLabel", dated.length, dateWords(first, speech.at), dateWords(last, speech.at));
  return el("section", null, el("h3", null, t("spread")), svgEl("svg", { class: "spread", viewBox: `0 0 ${WIDE} ${HIGH}`, role: "img", "aria-label": label }, svgEl("path", { d: path, class: "step" }), ...dots,
    word(LEFT, "start", dateWords(first, speech.at)), first === last ? "" : word(WIDE - 4, "end", dateWords(last, speech.at)), svgEl("text", { x: LEFT - 6, y: y(dated.length) + 4, "text-anchor": "end", class: "tick" }, String(dated.length))), el("p.note", null, t("spreadNote")));
}
