/* Figures as a small table: what was counted, how much, when; each leads to its sentence. */

import { el } from "./dom.js";
import { amount, dateWords } from "./text.js";
import { speech, t } from "./words.js";
import { go, toArticle } from "./route.js";
import { listed, nodeButton } from "./facts.js";
import { A } from "./state.js";

const ROWS = 12;

/* 同比 超27万条（目标）: change, bound, amount, aim. */
function value(figure) {
  const change = figure.change ? `${t(figure.change)} ` : "", bound = figure.bound === "exact" ? "" : t(figure.bound);
  return `${change}${bound}${amount(figure.value, figure.unit, speech.at)}${figure.aim === "target" ? `（${t("target")}）` : ""}`;
}

/* A section with the figures, or null where there are none; with whom they are of where that is not plain. */
export function figureTable(figures, whose) {
  const { G } = A;
  if (!figures.length) return null;
  const place = (figure) => [G.docs[G.doc[figure.span]], G.at[figure.span], G.at[figure.span] + G.length[figure.span]];
  const row = (figure) => el("tr", null,
    el("td", null, figure.span < 0 ? figure.indicator : el("button", { onclick: () => go(toArticle(...place(figure))) }, figure.indicator)),
    el("td.num", null, value(figure)),
    whose ? el("td", null, figure.subject < 0 ? "" : nodeButton(figure.subject)) : el("td.when", null, dateWords(figure.period, speech.at)));
  const heads = el("tr", null, [t("indicator"), t("value"), whose ? t("of") : t("period")].map((word) => el("th", { scope: "col" }, word)));
  return el("section", null, el("h3", null, t("figures"), el("span.n", null, String(figures.length))), el("table", null, el("thead", null, heads), listed(figures, row, ROWS, el("tbody", null))));
}
