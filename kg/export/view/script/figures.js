/* Figures as a small table: what was counted, how much, when; each leads to its sentence. */

import { el } from "./dom.js";
import { amount, dateWords } from "./text.js";
import { speech, t } from "./words.js";
import { go, toArticle } from "./route.js";
import { listed, nodeButton } from "./facts.js";
import { A } from "./state.js";

const ROWS = 12;

/* Which of the headline figures an indicator is, those that are none last; one that only begins so comes after. */
function rank(G, indicator) {
  const at = G.headline.findIndex((names) => names.includes(indicator)), near = at < 0 ? G.headline.findIndex((names) => names.some((name) => indicator.startsWith(name))) : -1;
  return at >= 0 ? 2 * at : near >= 0 ? 2 * near + 1 : 2 * G.headline.length;
}

/* 同比 超27万条（目标）: change, bound, amount, aim; a range as its two ends (10亿元–15亿元). */
export function figureValue(figure) {
  const change = figure.change ? `${t(figure.change)} ` : "", bound = figure.bound === "exact" || figure.ends ? "" : t(figure.bound);
  const told = (figure.ends || [figure.value]).map((end) => amount(end, figure.unit, speech.at)).join("–");
  return `${change}${bound}${told}${figure.aim === "target" ? `（${t("target")}）` : ""}`;
}

/* A section with the figures, or null where there are none; with whom they are of where that is not plain. */
export function figureTable(figures, whose) {
  const { G } = A;
  if (!figures.length) return null;
  const place = (figure) => [G.docs[G.doc[figure.span]], G.at[figure.span], G.at[figure.span] + G.length[figure.span]];
  const sorted = [...figures].map((figure, at) => [rank(G, figure.indicator), figure.indicator, figure.period, at, figure]).sort((p, q) => p[0] - q[0] || (p[1] < q[1] ? -1 : p[1] > q[1] ? 1 : p[2] > q[2] ? -1 : p[2] < q[2] ? 1 : p[3] - q[3])).map((one) => one[4]);
  const first = (figure) => { const at = sorted.indexOf(figure); return !at || sorted[at - 1].indicator !== figure.indicator || at === ROWS; };
  const row = (figure) => el("tr", null,
    first(figure) ? el("td", null, figure.span < 0 ? figure.indicator : el("button", { onclick: () => go(toArticle(...place(figure))) }, figure.indicator)) : el("td.again", null, figure.span < 0 ? "〃" : el("button", { "aria-label": figure.indicator, title: figure.indicator, onclick: () => go(toArticle(...place(figure))) }, "〃")),
    el("td.num", null, figureValue(figure)),
    whose ? el("td", null, figure.subject < 0 ? "" : nodeButton(figure.subject)) : el("td.when", null, dateWords(figure.period, speech.at)));
  const heads = el("tr", null, [t("indicator"), t("value"), whose ? t("of") : t("period")].map((word) => el("th", { scope: "col" }, word)));
  return el("section", null, el("h3", null, t("figures"), el("span.n", null, String(figures.length))), el("table", null, el("thead", null, heads), listed(sorted, row, ROWS, el("tbody", null))));
}
