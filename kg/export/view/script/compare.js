/* Two entities side by side: what each is, what they share, where they are alike, and figures of both. */

import { el } from "./dom.js";
import { degree, mentioned } from "./data.js";
import { aboutLine, placeOf, whatWord, yearsOf } from "./about.js";
import { aboveBoth, articlesOf2, common, figuresOf2, nearly } from "./shared.js";
import { heading, nameOf, predicateWord, t } from "./words.js";
import { go, toArticle, toNode, toPath } from "./route.js";
import { listed, nodeButton, said, titleOf } from "./facts.js";
import { figureValue } from "./figures.js";
import { A } from "./state.js";

const section = (title, items, make) => (items.length ? el("section", null, el("h3", null, title, el("span.n", null, String(items.length))), listed(items, make)) : null);

/* The panel; `picker` chooses the second, `b` is -1 as long as there is none. */
export function compareView(a, b, picker) {
  const { G } = A, head = [el("h2", null, t("compareTitle")), el("div.acts", null, nodeButton(a), b >= 0 ? nodeButton(b) : null), picker];
  if (b < 0) return head;
  const shares = common(G, a, b), alike = nearly(G, a, b), figures = figuresOf2(G, a, b), above = aboveBoth(G, a, b), docs = articlesOf2(G, a, b);
  return [
    ...head, sideBySide(a, b),
    section(t("sharedBoth"), shares, ([node, one, two]) => sharedFact(a, b, node, one, two)),
    section(t("alikeNames"), alike, ([x, y, words]) => el("div.fact", null, el("div.head", null, el("span.post", null, words)), pair(x, y))),
    figures.length ? el("section", null, el("h3", null, t("figures"), el("span.n", null, String(figures.length))), figureRows(a, b, figures)) : null,
    section(t("aboveBoth"), above, (place) => el("div", null, nodeButton(place))),
    section(t("articles"), docs.map((doc) => G.docs[doc]), (doc) => el("button.card", { onclick: () => go(toArticle(doc)) }, el("b", null, titleOf(doc)))),
    shares.length || alike.length || figures.length || docs.length ? null : el("p.note", null, t("sharedNothing")),
    el("div.acts", null, el("button", { onclick: () => go(toPath(G, a, b)) }, t("path"))),
  ];
}

const pair = (x, y) => el("div.pair", null, [x, y].map((i) => el("button.to", { onclick: () => go(toNode(A.G, i)) }, el("span.two", null, el("span", null, nameOf(A.G, i)), el("small", null, aboutLine(A.G, i))))));

function sideBySide(a, b) {
  const { G } = A, place = (i) => (placeOf(G, i) >= 0 ? nameOf(G, placeOf(G, i)) : ""), years = (i) => [...new Set(yearsOf(G, i) || [])].join("–");
  mentioned(G);
  const rows = [["kind", (i) => whatWord(G, i)], ["place", place], ["time", years], ["degree", (i) => degree(G, i)], ["articles", (i) => G.inDocs[i].length], ["mentionsHead", (i) => G.mentions[i]]];
  const cells = rows.map(([word, get]) => [word, get(a), get(b)]).filter(([, one, two]) => one || two);
  return el("section", null, el("table.sides", null, el("thead", null, el("tr", null, el("th", { scope: "col" }, el("span.unseen", null, t("facts"))), [a, b].map((i) => el("th", { scope: "col" }, nameOf(G, i))))),
    el("tbody", null, cells.map(([word, one, two]) => el("tr", null, el("th", { scope: "row" }, t(word)), el("td", null, String(one)), el("td", null, String(two)))))));
}

/* One they share: how each is joined to it, with a sentence of each. */
function sharedFact(a, b, node, one, two) {
  const how = ({ predicate, backwards }) => heading(predicateWord(predicate, !backwards));
  const words = [...new Set([how(one), how(two)])].join(" / ");
  return el("div.fact", null, el("div.head", null, nodeButton(node), el("span.tag", null, words)), said(one.edge), one.edge === two.edge ? null : said(two.edge));
}

function figureRows(a, b, figures) {
  const { G } = A, value = (figure) => el("td.num", null, figureValue(figure), figure.period ? el("small", null, ` ${figure.period}`) : null);
  return el("table.sides", null, el("thead", null, el("tr", null, el("th", { scope: "col" }, t("indicator")), [a, b].map((i) => el("th", { scope: "col" }, nameOf(G, i))))),
    listed(figures, ([indicator, one, two]) => el("tr", null, el("th", { scope: "row" }, indicator), value(one), value(two)), 20, el("tbody", null)));
}
