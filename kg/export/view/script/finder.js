/* A field that suggests as one types: arrows choose, Enter takes. */

import { el, fill } from "./dom.js";
import { aboutLine } from "./about.js";
import { postWords } from "./posts.js";
import { around } from "./sentences.js";
import { nameOf, speech, t } from "./words.js";
import { figureValue } from "./figures.js";
import { dateWords } from "./text.js";
import { dot, titleOf } from "./facts.js";
import { A } from "./state.js";

/* Joins an input and a list; `look(G, text)` gives the rows and `pick(row)` is called with what was chosen. */
export function finder(input, list, look, pick) {
  const box = { rows: [], at: 0 };
  const options = () => [...list.querySelectorAll('[role="option"]')];
  const shut = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const take = (row) => { if (row) { const text = input.value; shut(); input.value = ""; pick(row, text); } };
  const mark = (at) => {
    box.at = at;
    const rows = options();
    rows.forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    if (!rows[at] || !rows[at].id) return;
    input.setAttribute("aria-activedescendant", rows[at].id);
    if (rows[at].offsetTop < list.scrollTop) list.scrollTop = rows[at].offsetTop - 30;
    else if (rows[at].offsetTop + rows[at].offsetHeight > list.scrollTop + list.clientHeight) list.scrollTop = rows[at].offsetTop + rows[at].offsetHeight - list.clientHeight;
  };
  const show = () => {
    if (!input.value.trim()) return shut();
    const found = look(A.G, input.value);
    box.rows = found.rows;
    fill(list, box.rows.length ? listed(found, list.id, take) : el("li.none", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("noHit", input.value.trim())));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    return mark(0);
  };
  input.addEventListener("input", show);
  input.addEventListener("focus", () => { if (input.value.trim()) show(); });
  input.addEventListener("blur", shut);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && box.rows.length) { event.preventDefault(); if (list.hidden) show(); else mark((box.at + step + box.rows.length) % box.rows.length); }
    else if (event.key === "Enter") { event.preventDefault(); take(box.rows[box.at]); }
    else if (event.key === "Escape") { event.stopPropagation(); if (list.hidden) input.blur(); shut(); }
  });
}

const PARTS = { post: "posts", figure: "figures", sentence: "inTheTexts" };

/* The rows, those of posts and of sentences under a heading. */
function listed({ rows, told }, id, take) {
  const made = [];
  rows.forEach((row, number) => {
    if (PARTS[row.sort] && (!number || rows[number - 1].sort !== row.sort)) made.push(el("li.part", { role: "presentation" }, t(PARTS[row.sort]), row.sort === "sentence" && told > 1 ? el("span.n", null, String(told)) : null));
    else if (number && PARTS[rows[number - 1].sort] === "posts" && !PARTS[row.sort]) made.push(el("li.part", { role: "presentation" }, t("entitiesHead")));
    made.push(el("li", { role: "option", id: `${id}-${number}`, "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => take(row) }, ROWS[row.sort](row)));
  });
  return made;
}

const two = (first, second) => el("span.two", null, el("span.what", { lang: "zh" }, first), el("span.why", null, second));

const ROWS = {
  node: ({ hit }) => [dot(A.G.kind[hit.node]), two(marked(hit), [hit.alias ? t("alias", hit.alias) : "", aboutLine(A.G, hit.node)].filter(Boolean).join(" · "))],
  runs: ({ hit, nodes }) => [dot(A.G.kind[hit.node]), two([marked(hit), el("b.times", null, `×${nodes.length}`)], t("runsOf", nodes.length))],
  post: ({ post }) => [dot(A.G.kind[post.person]), two(nameOf(A.G, post.person), postWords(A.G, post))],
  figure: ({ figure }) => [el("span.quote", { "aria-hidden": "true" }, "#"), two([figure.indicator, " ", el("b", null, figureValue(figure))], [figure.subject >= 0 ? nameOf(A.G, figure.subject) : "", figure.period ? dateWords(figure.period, speech.at) : "", titleOf(A.G.docs[A.G.doc[figure.span]])].filter(Boolean).join(" · "))],
  sentence: ({ hit }) => { const [before, words, after] = around(hit); return [el("span.quote", { "aria-hidden": "true" }, "“"), two([before, el("mark", null, words), after], [titleOf(hit.doc), hit.times > 1 ? t("saidTimes", hit.times) : ""].filter(Boolean).join(" · "))]; },
  more: ({ count }) => [el("span.quote", { "aria-hidden": "true" }, "…"), two(t("moreHits", count), t("moreHitsHow"))],
  filter: ({ asked }) => [el("span.quote", { "aria-hidden": "true" }, "▽"), two(t("filterSo"), [asked.kind, asked.place, asked.year].filter(Boolean).join(" · "))],
};

/* The name with what was typed marked in it; in English the name in Latin letters before it. */
function marked(hit) {
  const { G } = A, name = G.label[hit.node], on = hit.alias || !hit.length ? -1 : hit.at, latin = speech.at && G.latin[hit.node] ? `${G.latin[hit.node]} ` : "";
  return on >= 0 ? [latin, name.slice(0, on), el("mark", null, name.slice(on, on + hit.length)), name.slice(on + hit.length)] : [latin, name];
}
