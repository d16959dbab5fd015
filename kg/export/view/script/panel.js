/* The evidence panel: of a node, a pair, a path, an article, or of the whole graph. */

import { $, el, fill, scrollTo } from "./dom.js";
import { aliasesOf, classesOf, degree, edgesOf, keyOf, mentioned, otherEnd } from "./data.js";
import { dateWords } from "./text.js";
import { classWord, heading, kindWord, nameOf, predicateWord, separator, speech, t } from "./words.js";
import { go, look, toArticle, toCompare, toPath, toRuns } from "./route.js";
import { bothNames, dot, fact, factGroups, kindLine, also, listed, nodeButton, once, relation, said, sentence, tellings, titleOf } from "./facts.js";
import { articleView } from "./reader.js";
import { figureTable } from "./figures.js";
import { timeline, whenLine } from "./timeline.js";
import { isFresh } from "./filter.js";
import { aboutLine, alike } from "./about.js";
import { topics } from "./topics.js";
import { inOrder, runsView } from "./runs.js";
import { spreadChart } from "./spread.js";
import { command, quoted } from "./command.js";
import { compareView } from "./compare.js";
import { inSet, setView, turn } from "./sets.js";
import { noteField } from "./notes.js";
import { change, side } from "./side.js";
import { tenureBars } from "./tenure.js";
import { toRunsAsk } from "./asks.js";
import { alone, foldedIn, neighbours, overview } from "./scene.js";
import { A, centre, fitNear, recompose, setMode, uncover, unfoldAll } from "./state.js";

const FOLD = 80, TOPICS = 12, UNDERTAKINGS = ["Campaign", "Event", "Program", "Project"];

function show(contents, home) {
  const panel = $("panel"), held = panel.contains(document.activeElement), close = el("button.close", { onclick: () => (home ? null : go("")), "aria-label": t("close") }, "×");
  panel.classList.toggle("home", Boolean(home));
  fill(panel, home ? null : close, el("header", null, contents[0]), contents.slice(1));
  panel.scrollTop = 0;
  if (held) panel.focus();
  if (!home) uncover();
}

export function showIntro() {
  const { G } = A, top = (kind) => firstOf(G, G.kinds.indexOf(kind), 5);
  const number = (count, word) => el("div", null, el("b", null, count.toLocaleString("en")), el("span", null, word));
  show([
    el("h2", null, t("intro")),
    el("p.note", null, t("introText")), el("p.note", null, t("drag")),
    el("div.numbers", null, number(G.n, t("entities")), number(G.m, t("relationsUnit")), number(G.docs.length, t("articlesUnit"))), why(),
    group(kindWord("Person"), top("Person").filter((i) => degree(G, i) > 0), (i) => [nodeButton(i), el("small.about", null, aboutLine(G, i))]),
    group(t("topics"), topics(G).filter(({ node }) => A.pass.nodes[node]).slice(0, TOPICS), ({ node, places, twins }) => [twins.length ? runsButton(node) : nodeButton(node), el("small.about", null, t("placesCount", places))]),
    ["Place", "Campaign", "Program"].map((kind) => group(kindWord(kind), top(kind), (i) => nodeButton(i))),
    el("section", null, el("h3", null, t("articles"), el("span.n", null, String(G.docs.length))), listed(G.docs, articleCard)),
    section(t("skipped"), G.skipped, ([source, cause, cure]) => el("p.note", null, `${source}: ${cause}. ${cure}.`)),
    el("section", null, el("p.note", null, t("about", G.docs.length))),
  ].flat(), true);
}

const group = (title, items, make) => (items.length ? el("section", null, el("h3", null, title), items.map((item) => el("div.listed", null, make(item)))) : null);

const runsButton = (i) => el("button.to", { onclick: () => go(toRuns(A.G, i)) }, dot(A.G.kind[i]), ...bothNames(i));

/* What no relation joins to anything, by kind. */
export function showAlone() {
  const { G } = A, found = alone(G, A.pass.nodes);
  show([el("h2", null, t("alone")), el("p.note", null, t("aloneHow")), ...G.kinds.map((kind, number) => section(kindWord(kind), found.filter((i) => G.kind[i] === number), (i) => el("div.listed", null, nodeButton(i), el("small.about", null, aboutLine(G, i)))))].filter(Boolean));
}

/* Why the terminal counts fewer relations. */
function why() {
  const { G } = A, of = (predicate) => G.predicate.filter((one) => one === G.predicates.indexOf(predicate)).length, posts = of("holdsPost"), families = of("broader");
  return posts || families ? el("p.note", { id: "counts-why" }, t("countsWhy", posts, families)) : null;
}

/* The most important nodes of a kind that pass the filters. */
function firstOf(G, kind, most) {
  const found = [];
  for (let i = 0; i < G.n && found.length < most; i++) if (G.kind[i] === kind && A.pass.nodes[i]) found.push(i);
  return found;
}

const articleCard = (doc) => el("button.card", { onclick: () => go(toArticle(doc)) }, el("b", null, titleOf(doc)), el("small", null, [doc.date ? dateWords(doc.date, speech.at) : t("undatedOne"), doc.publisher].filter(Boolean).join(" · ")));

export function showNode(i) {
  const { G } = A, classes = classesOf(G, i).map(classWord), kind = G.kinds[G.kind[i]];
  mentioned(G);
  show([
    el("h2", { lang: speech.at && G.latin[i] ? "en" : "zh" }, nameOf(G, i), speech.at && G.latin[i] ? [" ", el("small.han", { lang: "zh" }, G.label[i])] : null),
    el("p.kindline", null, kindLine(i), classes.length ? el("span", null, classes.join(separator())) : null, G.code[i] ? el("span", null, t("code", G.code[i])) : null),
    alike(G, i).length > 1 ? el("p.kindline", null, el("button.more", { id: "open-runs", onclick: () => go(toRuns(G, i)) }, t("runsAll", alike(G, i).length))) : null,
    whenLine(i),
    aliasesOf(G, i).length ? el("p.also", null, t("also", aliasesOf(G, i).join(separator()))) : null,
    G.mentions[i] ? el("p.also", null, `${t("mentions", G.mentions[i])} · ${t("inArticles", G.inDocs[i].length)}`) : null,
    acts(i),
    noteField(i),
    kind === "Person" ? posts(i) : null,
    figures(i),
    timeline(i, UNDERTAKINGS.includes(kind)),
    factGroups(i).filter((group) => !(kind === "Person" && group.predicate === "holdsPost")).map((group) => groupOf(group, i)),
    quotes(i),
    section(t("articles"), G.inDocs[i].map((number) => G.docs[number]), articleCard),
    el("section", null, el("h3", null, t("inTerminal")), served(i), command(`kg explain output ${quoted(keyOf(G, i))}`)),
  ].flat());
}

/* The facts of one relation, and a step of expansion along it alone. */
function groupOf({ predicate, backwards, edges }, i) {
  const { G } = A, made = section(heading(predicateWord(predicate, backwards)), edges, (e) => fact(e, i));
  const hidden = edges.map((e) => otherEnd(G, e, i)).filter((there) => A.pass.nodes[there] && !A.scene.shown[there]);
  if (made && hidden.length) made.querySelector("h3").append(el("button.more.step-out", { onclick: () => { unfoldAll(hidden); showNode(i); } }, t("unfold", new Set(hidden).size)));
  return made;
}

/* Where the page is served by kg serve: the page of the node, with its RDF, and the page for queries. */
function served(i) {
  if (!/^https?:$/.test(location.protocol)) return null;
  return el("p.kindline", null, el("a", { href: `/${keyOf(A.G, i).split("/").map(encodeURIComponent).join("/")}`, id: "node-page" }, t("nodePage")), el("a", { href: "/query" }, t("queryPage")));
}

const section = (title, items, make) => (items.length ? el("section", null, el("h3", null, title, el("span.n", null, String(items.length))), listed(items, make)) : null);

function acts(i) {
  const { G } = A, folded = foldable(i).length;
  const act = (word, does) => el("button", { onclick: does }, word);
  return el("div.acts", null,
    act(t("centre"), () => centre(i)),
    A.mode === "only" ? act(t("wide"), () => setMode("all")) : act(t("only"), () => setMode("only", [i, ...neighbours(G, A.pass, i, 400)])),
    folded ? act(t("unfold", folded), () => unfold(i)) : null,
    act(t("near"), () => fitNear(i)),
    act(t("path"), () => go(toPath(G, i, -1))),
    act(t("compare"), () => go(toCompare(G, i, -1))),
    el("button", { id: "turn-set", "aria-pressed": String(inSet(i)), onclick: () => { turn(i); showNode(i); } }, t(inSet(i) ? "fromSet" : "toSet")),
    G.kinds[G.kind[i]] === "Place" ? act(t("filterPlace"), () => { change({ place: A.filter.place === i ? -1 : i }); side(); }) : null);
}

/* What an overview would keep on stage of a node: its neighbours, and what is folded into it. */
function foldable(i) {
  if (A.mode !== "overview") return [];
  const open = new Set([...overview(A.G, A.pass.nodes), ...A.unfolded]);
  return [...new Set([...neighbours(A.G, A.pass, i, FOLD), ...foldedIn(A.G, A.scene, i, FOLD)])].filter((node) => !open.has(node));
}

export function unfold(i) {
  for (const node of foldable(i)) A.unfolded.add(node);
  A.unfolded.add(i);
  recompose();
  if (A.focus === i) showNode(i);
}

/* A person's posts, one row a post and status, with the day that attests them. */
function posts(i) {
  const { G } = A, rows = [];
  for (const e of edgesOf(G, i)) {
    if (G.predicates[G.predicate[e]] !== "holdsPost" || G.from[e] !== i) continue;
    for (const k of tellings(e)) rows.push({ e, k, date: G.span[k] < 0 ? "" : G.docs[G.doc[G.span[k]]].date });
  }
  if (!rows.length) return null;
  rows.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : G.sure[b.k] - G.sure[a.k]));
  const row = ({ e, status, times }) =>
    el("tr", null, el("td", null, el("span.post", null, G.titles[G.title[e]])), el("td", null, G.to[e] === i ? "" : nodeButton(G.to[e])), el("td", null, t(status || "attested"), el("br"), el("small", null, times)));
  const lines = new Map();
  for (const { e, k, date } of rows) {
    const [status, start, end] = G.posts[k] || ["attested", "", ""], times = [start, end].filter(Boolean).join("–") || date || t("undatedOne");
    lines.set([e, status, times].join(" "), { e, status, times });
  }
  const heads = el("tr", null, [t("post"), t("organ"), t("status")].map((word) => el("th", { scope: "col" }, word)));
  const said = once(rows.filter(({ k }) => G.span[k] >= 0), ({ k }) => k), ends = (same) => new Set([i, ...same.map(({ e }) => G.to[e])]);
  return el("section", null, el("h3", null, t("posts"), el("span.n", null, String(lines.size))), tenureBars(i), el("table", null, el("thead", null, heads), el("tbody", null, [...lines.values()].map(row))),
    listed(said, (same) => el("div", null, sentence(G.span[same[0].k], ends(same), G.sure[same[0].k], G.rules[G.rule[same[0].k]], G.posts[same[0].k]), also(same[0].k, same.map(({ k }) => k))), 2));
}

const figures = (i) => figureTable(A.G.figures.filter((figure) => figure.subject === i), false);

function quotes(i) {
  const { G } = A, found = G.quotes.filter((quote) => quote.speaker === i || quote.saidAt === i);
  const one = (quote) => el("div.fact", null, quote.speaker !== i && quote.speaker >= 0 ? nodeButton(quote.speaker) : null, quote.saidAt !== i && quote.saidAt >= 0 ? nodeButton(quote.saidAt) : null,
    sentence(quote.span, new Set([i, quote.speaker]), undefined, "quote"));
  return section(t("quotes"), found.filter((quote) => quote.span >= 0), one);
}

/* A line between two nodes: all it stands for. */
export function showPair(a, b, edges) {
  show([el("h2", null, `${nameOf(A.G, a)} — ${nameOf(A.G, b)}`), el("p.kindline", null, edges.length === 1 ? t("bundleOne") : t("bundle", edges.length)), el("div.acts", null, nodeButton(a), nodeButton(b)), section(heading(t("facts")), edges, relation)].flat());
}

export function showPath(a, b, edges, picker) {
  const { G } = A, steps = [el("div", null, nodeButton(a))];
  let here = a;
  for (const e of edges || []) {
    const there = otherEnd(G, e, here), word = predicateWord(G.predicates[G.predicate[e]], G.from[e] !== here);
    steps.push(el("div.step", null, el("span", { "aria-hidden": "true" }, "↓"), el("span.post", null, G.titles[G.title[e]] || word)), said(e), el("div.stop", null, nodeButton(there)));
    here = there;
  }
  const outcome = b < 0 ? null : edges ? el("p.kindline", null, t("steps", edges.length)) : el("p.note", null, isFresh(A.filter) ? t("noPath") : t("noPathFiltered"));
  show([el("h2", null, t("pathTitle")), el("p.kindline", null, t("pathFrom"), nodeButton(a)), picker, outcome, b >= 0 && edges ? el("section", null, steps) : null].filter(Boolean));
}

export function showRuns(i) {
  const act = (word, does) => el("button", { onclick: does }, word);
  show(runsView(i, spreadChart(inOrder(A.G, i)), [act(t("onMap"), () => look({ view: "map", ask: toRunsAsk(A.G, i), at: "" })), act(t("inTime"), () => look({ view: "time", lanes: toRunsAsk(A.G, i) }))]));
}

export function showCompare(a, b, picker) {
  show(compareView(a, b, picker).filter(Boolean));
}

export function showSet() {
  show(setView().filter(Boolean));
}

export function showArticle(number, at, end, now) {
  show(articleView(number, at, end, now));
  const here = $("panel").querySelector(".here") || $("panel").querySelector(".now");
  if (here) scrollTo($("panel"), here, 0.5);
}
