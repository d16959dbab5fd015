/* Time: the facts by the dates of their articles, and what has a date of its own, as bars, and two sliders that choose a stretch. */

import { el, svgEl } from "./dom.js";
import { dateWords, endsOf } from "./text.js";
import { speech, t } from "./words.js";
import { A } from "./state.js";

const BARS = 48;

export function timeField(change) {
  const { G, filter } = A, own = G.moments.flatMap(({ value }) => endsOf(value) || []);
  const dates = [...new Set([...G.docs.map((doc) => doc.date), ...own].filter(Boolean))].sort();
  const undated = G.docs.some((doc) => !doc.date);
  const box = el("div", null);
  if (dates.length > 1) box.append(...sliders(dates, filter, change));
  if (undated && dates.length) {
    box.append(el("label.check", null, el("input", { type: "checkbox", checked: filter.undated, id: "by-undated", onchange: (event) => change({ undated: event.target.checked }) }), t("undated")));
  }
  return box;
}

function sliders(dates, filter, change) {
  const last = dates.length - 1;
  const at = (date, otherwise) => (date && dates.some((one) => one >= date) ? dates.findIndex((one) => one >= date) : otherwise);
  const bars = histogram(dates), from = slider(0, at(filter.from, 0)), until = slider(last, at(filter.until, last));
  const shownFrom = el("output", null), shownUntil = el("output", null);
  const tell = () => {
    const a = Math.min(Number(from.value), Number(until.value)), b = Math.max(Number(from.value), Number(until.value));
    shownFrom.textContent = dateWords(dates[a], speech.at);
    shownUntil.textContent = dateWords(dates[b], speech.at);
    for (const bar of bars.children) bar.setAttribute("opacity", Number(bar.dataset.at) >= a && Number(bar.dataset.at) <= b ? 1 : 0.25);
    return { from: a === 0 ? "" : dates[a], until: b === last ? "" : dates[b] };
  };
  const onChange = () => change(tell());
  for (const input of [from, until]) { input.max = last; input.value = input === from ? at(filter.from, 0) : at(filter.until, last); input.addEventListener("input", onChange); }
  from.id = "by-from"; until.id = "by-until";
  tell();
  const field = (word, shown, input) => el("label.field", null, el("span", null, `${t("time")} · ${word}`, shown), input);
  return [bars, field(t("from"), shownFrom, from), field(t("until"), shownUntil, until)];
}

const slider = (fallback, value) => el("input", { type: "range", min: 0, step: 1, value: value ?? fallback });

/* Facts told on each date, and what was, began or ended on it; many dates share a bar. */
function histogram(dates) {
  const { G } = A, step = Math.ceil(dates.length / BARS), count = new Array(Math.ceil(dates.length / step)).fill(0), place = new Map(dates.map((date, at) => [date, Math.floor(at / step)]));
  for (const span of G.span) {
    const date = span < 0 ? "" : G.docs[G.doc[span]].date;
    if (date) count[place.get(date)]++;
  }
  for (const { value } of G.moments) for (const date of new Set(endsOf(value))) count[place.get(date)]++;
  const most = Math.max(...count, 1), width = 240 / count.length;
  const bars = count.map((value, at) => svgEl("rect", { x: (at * width + 0.5).toFixed(1), width: Math.max(1, width - 1).toFixed(1), y: (42 - (40 * value) / most).toFixed(1), height: ((40 * value) / most + 1).toFixed(1), fill: "var(--soft)", rx: 1, "data-at": at * step }));
  return svgEl("svg", { class: "bars", viewBox: "0 0 240 44", preserveAspectRatio: "none", "aria-hidden": "true" }, ...bars);
}
