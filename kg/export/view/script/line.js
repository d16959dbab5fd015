/* The timeline of the whole graph: an axis of years, lanes by kind or place, marks that stand for what was then. */

import { $, el, fill } from "./dom.js";
import { nodeOf } from "./data.js";
import { axisOf, unitWord } from "./axis.js";
import { lanesOf } from "./events.js";
import { choices } from "./asks.js";
import { dateWords } from "./text.js";
import { speech, t } from "./words.js";
import { listed, nodeButton, titleOf } from "./facts.js";
import { go, look, toArticle } from "./route.js";
import { change, side } from "./side.js";
import { A } from "./state.js";

const CHAR = 6.8, BUCKETS = 90, NARROW = 40, SHOWN = 40;
const held = { from: -1 };

/* Builds the timeline anew. */
export function line() {
  const { G } = A, ask = A.look.lanes || "kind", node = ask.startsWith("runs:") ? nodeOf(G, ask.slice(5)) : -1;
  const lanes = lanesOf(G, A.pass, A.filter, ask.startsWith("runs:") ? "runs" : ask, node), axis = axisOf(lanes.flatMap(({ items }) => items.map(({ from }) => from)));
  const list = el("section.then", { id: "then", "aria-live": "polite" });
  fill($("time"), head(ask), axis ? el("div.line-of-time", null, units(axis), lanes.map((lane) => track(lane, axis, list))) : el("p.note", null, t("timeNothing")), el("p.note", null, t("timeNote")), list);
}

function head(ask) {
  const { G } = A, groups = [{ title: t("lanesBy"), rows: [["kind", t("lanesKind")], ["place", t("lanesPlace")]] }, { title: t("spread"), rows: choices(G, A.pass, A.filter).flatMap(({ rows }) => rows).filter(([value]) => value.startsWith("runs:")) }].filter(({ rows }) => rows.length);
  const known = groups.some(({ rows }) => rows.some(([value]) => value === ask)), option = ([value, words]) => el("option", { value, selected: value === ask }, words), node = ask.startsWith("runs:") ? nodeOf(G, ask.slice(5)) : -1;
  return el("div.maphead", null, el("label.field", null, el("span", null, t("lanesHow")), el("select", { id: "time-lanes", onchange: (event) => look({ lanes: event.target.value }) }, known || node < 0 ? null : option([ask, G.label[node]]), groups.map(({ title, rows }) => el("optgroup", { label: title }, rows.map(option))))));
}

/* The days, months or years; one is chosen with a press, several by drawing over them. */
function units(axis) {
  const box = el("div.years", null), part = (event) => { const area = box.getBoundingClientRect(); return Math.max(0, Math.min(0.9999, (event.clientX - area.left) / area.width)); };
  const named = labelled(axis.units, Math.max(200, $("time").clientWidth - (matchMedia("(max-width: 900px)").matches ? 98 : 152)));
  for (const { unit, left, width, count } of axis.units) {
    const chosen = (A.filter.from || A.filter.until) && (!A.filter.from || unit >= A.filter.from.slice(0, unit.length)) && (!A.filter.until || unit.slice(0, A.filter.until.length) <= A.filter.until), words = named.get(unit) || "";
    const made = el("button", { "data-unit": unit, "aria-pressed": String(Boolean(chosen)), "aria-label": `${dateWords(unit, speech.at)} (${count})`, title: `${dateWords(unit, speech.at)}: ${count}`, onclick: (event) => { if (!event.detail) choose(unit, unit); } }, words ? el("span", null, words) : null);
    made.style.left = `${left * 100}%`;
    made.style.width = `${width * 100}%`;
    box.append(made);
  }
  box.addEventListener("pointerdown", (event) => { held.from = part(event); });
  box.addEventListener("pointerup", (event) => {
    if (held.from < 0) return;
    const [a, b] = [held.from, part(event)].sort((x, y) => x - y);
    held.from = -1;
    choose(axis.unitAt(a), axis.unitAt(b));
  });
  return el("div.lane.axis", null, el("span.lane-name", null, t("time")), box);
}

/* The words of the units that have some: where there is no room for all, those with most in them; year by year the first says the year. */
function labelled(all, size) {
  const long = ({ unit }, before) => 8 + CHAR * [...unitWord(unit, before, speech.at)].reduce((sum, char) => sum + (char > "\u2fff" ? 1.8 : 1), 0);
  const said = (chosen) => { let before = ""; return chosen.map((one) => { const words = unitWord(one.unit, before, speech.at), from = one.left * size, made = { one, words, from, until: from + long(one, before) }; before = one.unit; return made; }); };
  const fits = (rows) => rows.every(({ until }, at) => until <= (at + 1 < rows.length ? rows[at + 1].from : size));
  let chosen = [];
  for (const one of [...all].sort((a, b) => b.count - a.count || (a.unit < b.unit ? -1 : 1))) {
    const more = [...chosen, one].sort((a, b) => a.left - b.left);
    if (fits(said(more))) chosen = more;
  }
  return new Map(said(chosen).map(({ one, words }) => [one.unit, words]));
}

/* A stretch of time as the filter; the one that holds already is taken away. */
function choose(from, until) {
  const same = A.filter.from === from && A.filter.until === until;
  change(same ? { from: "", until: "" } : { from, until });
  side();
}

/* One lane: what lies close together is one mark, the larger the more there is. */
function track({ name, items, lane }, axis, list) {
  const box = el("div.track", null), piles = new Map(), buckets = $("time").clientWidth < 600 ? NARROW : BUCKETS;
  for (const item of items) {
    const pile = Math.floor(axis.at(item.from) * buckets);
    if (!piles.has(pile)) piles.set(pile, []);
    piles.get(pile).push(item);
  }
  for (const item of items) if (item.until > item.from && axis.until(item.until) - axis.at(item.from) > 1.5 / buckets) box.append(bar(item, axis));
  for (const [pile, some] of piles) {
    const own = some.some(({ term }) => !["told", "attested"].includes(term)), r = Math.min(buckets === NARROW ? 9 : 13, 4 + 2.2 * Math.log2(some.length)), days = [some[0].from, some[some.length - 1].from];
    const words = `${name} · ${[...new Set(days)].map((day) => dateWords(day, speech.at)).join("–")} · ${some.length === 1 ? what(some[0]) : t("things", some.length)}`;
    const made = el(`button.mark${own ? ".own" : ""}`, { "data-lane": lane, "aria-label": words, title: words, onclick: () => { for (const other of $("time").querySelectorAll(".mark.now")) other.classList.remove("now"); made.classList.add("now"); then(list, words, some); } });
    made.style.left = `${((pile + 0.5) / buckets) * 100}%`;
    made.style.setProperty("--r", `${r}px`);
    if (A.G.kinds.includes(lane)) made.style.setProperty("--own", A.G.look[A.G.kinds.indexOf(lane)][A.theme]);
    box.append(made);
  }
  return el("div.lane", null, el("span.lane-name", { title: name }, name, el("span.n", null, ` ${items.length}`)), box);
}

function bar(item, axis) {
  const made = el("i.stretch", null), from = axis.at(item.from);
  made.style.left = `${from * 100}%`;
  made.style.width = `${(axis.until(item.until) - from) * 100}%`;
  return made;
}

const what = ({ node, doc, title }) => (node >= 0 ? `${A.G.label[node]}${title ? ` ${title}` : ""}` : titleOf(A.G.docs[doc]));
const TERMS = { at: "momentAt", began: "momentBegan", ended: "momentEnded", told: "reported", attested: "attested", post: "post", article: "article" };

/* What a mark stands for, below the lanes. */
function then(list, words, some) {
  const when = ({ from, until }) => (until > from ? `${dateWords(from, speech.at)}–${dateWords(until, speech.at)}` : dateWords(from, speech.at));
  const row = (item) => el("div.row", null, el("time", null, when(item)), el("span.tag", null, t(TERMS[item.term])), item.node >= 0 ? nodeButton(item.node) : el("button.to", { onclick: () => go(toArticle(A.G.docs[item.doc])) }, titleOf(A.G.docs[item.doc])), item.title ? el("span.post", null, item.title) : null);
  fill(list, el("h3", null, words), listed(some, row, SHOWN));
}

