/* The left column: the legend, which is the filter of kinds; relations, article, place, time, confidence. */

import { $, el, fill } from "./dom.js";
import { fresh, isFresh } from "./filter.js";
import { heading, kindWord, predicateWord, t } from "./words.js";
import { dot, titleOf } from "./facts.js";
import { placeOptions, placesTree } from "./places.js";
import { timeField } from "./time.js";
import { remember } from "./route.js";
import { A, refilter } from "./state.js";

const drawer = { small: null };

/* Builds the column anew: at the start and when language or theme changes. `small`: buttons that a small screen has no other room for. */
export function side(small = drawer.small) {
  drawer.small = small;
  fill($("side"), small ? el("section.little", null, small) : null, legend(), filters(), placesTree(), relations(), el("button.reset", { onclick: reset, id: "reset" }, t("reset")));
  $("side").setAttribute("aria-label", t("menu"));
  $("reset").hidden = isFresh(A.filter);
}

export function reset() {
  A.filter = fresh();
  side();
  refilter();
  remember();
}

export function change(part) {
  Object.assign(A.filter, part);
  $("reset").hidden = isFresh(A.filter);
  refilter();
  remember();
}

function counts(column, size) {
  const made = new Array(size).fill(0);
  for (const value of column) made[value]++;
  return made;
}

/* A list of switches: all on at the start; "all" and "none" at its head. */
function switches(title, rows, off, name, folded) {
  const list = el("ul.legend", null);
  const flip = (value, button) => {
    if (off.has(value)) off.delete(value); else off.add(value);
    button.setAttribute("aria-pressed", String(!off.has(value)));
    change({});
  };
  for (const { value, label, count, mark } of rows) {
    const button = el("button", { "aria-pressed": String(!off.has(value)), onclick: () => flip(value, button), "data-switch": `${name}-${value}` }, mark, el("span", null, label), el("span.n", null, count.toLocaleString("en")));
    list.append(el("li", null, button));
  }
  const set = (on) => {
    off.clear();
    if (!on) for (const { value } of rows) off.add(value);
    for (const button of list.querySelectorAll("button")) button.setAttribute("aria-pressed", String(on));
    change({});
  };
  const all = el("span", null, el("button", { onclick: () => set(true) }, t("all")), el("button", { onclick: () => set(false) }, t("none")));
  if (!folded) return el("section", null, el("h2", null, title, all), list);
  return el("section", null, el("details", { open: off.size > 0 }, el("summary", null, title, el("span.n", null, ` ${rows.length}`)), el("h2", null, all), list));
}

function legend() {
  const { G } = A, count = counts(G.kind, G.kinds.length);
  const rows = G.kinds.map((kind, value) => ({ value, label: kindWord(kind), count: count[value], mark: dot(value) })).filter((row) => row.count);
  return switches(t("legend"), rows, A.filter.kinds, "kind");
}

function relations() {
  const { G } = A, count = counts(G.predicate, G.predicates.length);
  const rows = G.predicates.map((predicate, value) => ({ value, label: heading(predicateWord(predicate, false)), count: count[value], mark: null })).filter((row) => row.count);
  return switches(t("relations"), rows.sort((a, b) => b.count - a.count), A.filter.predicates, "predicate", true);
}

function filters() {
  const { G, filter } = A;
  const article = el("select", { onchange: (event) => change({ doc: Number(event.target.value) }), id: "by-article" },
    el("option", { value: -1 }, t("anyArticle")), G.docs.map((doc, at) => el("option", { value: at, selected: filter.doc === at }, `${doc.date ? `${doc.date} ` : ""}${titleOf(doc)}`)));
  const place = el("select", { onchange: (event) => change({ place: Number(event.target.value) }), id: "by-place" }, el("option", { value: -1 }, t("anyPlace")), placeOptions());
  const shown = el("output", null, `${filter.sure}%`);
  const sure = el("input", { type: "range", min: 0, max: 100, step: 5, value: filter.sure, id: "by-sure", oninput: (event) => { shown.textContent = `${event.target.value}%`; change({ sure: Number(event.target.value) }); } });
  return el("section", null, el("h2", null, t("filters")),
    el("label.field", null, el("span", null, t("article")), article), el("label.field", null, el("span", null, t("place")), place),
    timeField(change), el("label.field", null, el("span", null, t("sure"), shown), sure));
}
