/* What a map can be asked: how many articles, entities or things of a kind, where a campaign was run, how much a figure was. */

import { mentioned, keyOf, nodeOf } from "./data.js";
import { alike } from "./about.js";
import { firstOf } from "./runs.js";
import { regionsOf, upward } from "./regions.js";
import { inTime } from "./filter.js";
import { amount, dateWords } from "./text.js";
import { heading, kindWord, nameOf, speech, t } from "./words.js";

const MOST_RUNS = 30, MOST_FIGURES = 40, REGIONS = 2;

export const toRunsAsk = (G, i) => `runs:${keyOf(G, i)}`;

/* The places of the numbers: Map of division → {value, text}; `pass`: what the filters let through. */
export function answer(G, pass, filter, ask) {
  const [what, ...rest] = ask.split(":"), about = rest.join(":");
  if (what === "figure") return figures(G, filter, about);
  if (what === "runs") return runs(G, pass, nodeOf(G, about));
  if (what === "articles") return articles(G, filter);
  return things(G, pass, what === "kind" ? G.kinds.indexOf(about) : -1);
}

function gather(map, region, one) {
  for (const code of upward(region)) {
    if (!map.has(code)) map.set(code, new Set());
    map.get(code).add(one);
  }
}

const counted = (map) => new Map([...map].map(([code, set]) => [code, { value: set.size, text: set.size.toLocaleString("en") }]));

function things(G, pass, kind) {
  const made = new Map(), regions = regionsOf(G);
  for (let i = 0; i < G.n; i++) if (pass.nodes[i] && (kind < 0 || G.kind[i] === kind)) for (const region of regions[i]) gather(made, region, i);
  return counted(made);
}

/* Articles that name a place of the division. */
function articles(G, filter) {
  const made = new Map(), regions = regionsOf(G), place = G.kinds.indexOf("Place");
  mentioned(G);
  for (let i = 0; i < G.n; i++) {
    if (G.kind[i] !== place || !regions[i].length) continue;
    for (const doc of G.inDocs[i]) if ((filter.doc < 0 || filter.doc === doc) && inTime(filter, G.docs[doc].date)) gather(made, regions[i][0], doc);
  }
  return counted(made);
}

/* Where a campaign was run: how often, and since when. */
function runs(G, pass, node) {
  const made = new Map(), regions = regionsOf(G);
  for (const one of node < 0 ? [] : alike(G, node)) {
    if (!pass.nodes[one]) continue;
    const { day } = firstOf(G, one);
    for (const region of regions[one]) for (const code of upward(region)) {
      const old = made.get(code) || { value: 0, day: "" };
      made.set(code, { value: old.value + 1, day: day && (!old.day || day < old.day) ? day : old.day });
    }
  }
  return dated(made);
}

/* Of what has a day the earliest counts most; where all lie in one year, month and day are enough. */
function dated(made) {
  const days = [...new Set([...made.values()].map(({ day }) => day).filter(Boolean))].sort().reverse(), years = new Set(days.map((day) => day.slice(0, 4)));
  const short = (day) => (years.size === 1 && day.length === 10 ? (speech.at ? day.slice(5) : `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`) : dateWords(day, speech.at));
  return new Map([...made].map(([code, { value, day }]) => [code, day ? { value: days.indexOf(day) + 2, text: short(day), whole: dateWords(day, speech.at) } : { value: 1, text: String(value) }]));
}

/* A figure of each place itself, all in the unit of most places: results, and targets only where there are no results at
   all; levels rather than growth; of several the one of the last period. */
function figures(G, filter, indicator) {
  const found = [], regions = regionsOf(G);
  for (const figure of G.figures) {
    if (figure.indicator !== indicator || figure.subject < 0 || !regions[figure.subject].length || G.kinds[G.kind[figure.subject]] !== "Place" || !G.code[figure.subject]) continue;
    if (!timely(G, filter, figure)) continue;
    found.push({ code: regions[figure.subject][0], unit: `${figure.change}${figure.unit}`, figure });
  }
  const results = found.filter(({ figure }) => figure.aim !== "target"), pool = results.length ? results : found;
  const levels = pool.filter(({ figure }) => !figure.change), best = new Map();
  const unit = common([...new Set((levels.length ? levels : pool).map((one) => `${one.code} ${one.unit}`))].map((one) => one.slice(one.indexOf(" ") + 1)));
  for (const { code, figure } of pool.filter((one) => one.unit === unit)) {
    const old = best.get(code);
    if (!old || figure.period > old.period) best.set(code, figure);
  }
  return new Map([...best].map(([code, figure]) => [code, { value: figure.value, text: amount(figure.value, figure.unit, speech.at), figure }]));
}

/* Whether a figure, or the article that gives it, is of the time that the filter asks for. */
function timely(G, filter, { span, period }) {
  const doc = span < 0 ? null : G.docs[G.doc[span]];
  return !doc || inTime(filter, period.slice(0, 10) || doc.date) || inTime(filter, doc.date);
}

/* What stands most often: figures in other units are not compared. */
function common(list) {
  const count = new Map();
  for (const one of list) count.set(one, (count.get(one) || 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([one]) => one)[0];
}

/* [{title, rows: [[ask, words]…]}]: what is worth asking of what the filters let through. */
export function choices(G, pass, filter) {
  const kinds = G.kinds.filter((_, kind) => G.kind.includes(kind)).map((kind) => [`kind:${kind}`, kindWord(kind)]);
  return [
    { title: t("counted"), rows: [["articles", t("articles")], ["entities", heading(t("entities"))], ...kinds] },
    { title: kindWord("Campaign"), rows: shared(G, pass) },
    { title: t("figures"), rows: measured(G, filter) },
  ].filter(({ rows }) => rows.length);
}

/* Campaigns of one name that were run in several provinces, those in the most first. */
function shared(G, pass) {
  const regions = regionsOf(G), campaign = G.kinds.indexOf("Campaign"), seen = new Set(), found = [];
  for (let i = 0; i < G.n; i++) {
    if (G.kind[i] !== campaign || seen.has(i)) continue;
    const same = alike(G, i);
    for (const one of same) seen.add(one);
    const where = new Set(same.filter((one) => pass.nodes[one]).flatMap((one) => regions[one].map((code) => code.slice(0, 4))));
    if (where.size >= REGIONS) found.push([toRunsAsk(G, i), `${nameOf(G, i)} (${where.size})`, where.size]);
  }
  return found.sort((a, b) => b[2] - a[2]).slice(0, MOST_RUNS);
}

/* Indicators that several places give, headline ones first. */
function measured(G, filter) {
  const places = new Map();
  for (const figure of G.figures) {
    const { indicator, subject } = figure;
    if (subject < 0 || !G.code[subject] || !timely(G, filter, figure)) continue;
    if (!places.has(indicator)) places.set(indicator, new Set());
    places.get(indicator).add(subject);
  }
  return [...places].filter(([, set]) => set.size >= REGIONS).sort((a, b) => b[1].size - a[1].size || (a[0] < b[0] ? -1 : 1)).slice(0, MOST_FIGURES).map(([indicator, set]) => [`figure:${indicator}`, `${indicator} (${set.size})`]);
}

/* What an ask is called. */
export function askWords(G, ask) {
  const [what, ...rest] = ask.split(":"), about = rest.join(":");
  if (what === "runs") { const node = nodeOf(G, about); return node < 0 ? "" : nameOf(G, node); }
  return what === "figure" ? about : what === "kind" ? kindWord(about) : heading(t(what === "articles" ? "articles" : "entities"));
}
