/* An article with every mention marked, each leading back to the graph. */

import { el } from "./dom.js";
import { mentionsOf } from "./data.js";
import { dateWords, lengthOf, pieces } from "./text.js";
import { kindWord, speech, t } from "./words.js";
import { go, toNode } from "./route.js";
import { nodeButton, titleOf } from "./facts.js";
import { command, quoted } from "./command.js";
import { figureTable } from "./figures.js";
import { A } from "./state.js";

/* The panel of an article; [at, end) is the sentence that someone came for, -1 for none. */
export function articleView(number, at, end, now) {
  const { G } = A, doc = G.docs[number], list = mentionsOf(doc), size = lengthOf(doc);
  const plain = (from, to) => pieces(doc, list, from, to).map((piece) => (piece.node < 0 ? piece.text : mention(piece, now)));
  const part = (from, to) => scrapped(doc, from, to).map(([begin, end, scrap]) => (scrap ? el("span.scrap", { title: t("scrap") }, plain(begin, end)) : plain(begin, end))).flat();
  const text = at < 0 ? part(0, size) : [...part(0, at), el("span.here", null, part(at, end)), ...part(end, size)];
  const facts = [doc.date && dateWords(doc.date, speech.at), doc.publisherNode < 0 && doc.publisher, doc.source].filter(Boolean);
  return [
    el("h2", null, titleOf(doc)),
    el("p.kindline", null, facts.map((word) => el("span", null, word))),
    doc.publisherNode >= 0 ? el("p.kindline", null, t("publisher"), nodeButton(doc.publisherNode)) : null,
    doc.authors.length ? el("p.kindline", null, t("author"), doc.authors.map(nodeButton)) : null,
    el("p.note", null, t("highlights", list.length)),
    at < 0 ? null : el("div", { id: "trace" }, el("p.note", null, t("traceHow")), command(traceOf(doc, at))),
    el("section", null, el("div.text", { lang: "zh" }, text)),
    figureTable(G.figures.filter((figure) => figure.span >= 0 && G.doc[figure.span] === number), true),
  ];
}

/* The stretch [from, to) as [begin, end, whether it belongs to the web page and not to the article]. */
function scrapped(doc, from, to) {
  const made = [];
  let done = from;
  for (const [begin, end] of doc.scraps || []) {
    if (end <= done || begin >= to) continue;
    if (begin > done) made.push([done, begin, false]);
    made.push([Math.max(done, begin), Math.min(end, to), true]);
    done = Math.min(end, to);
  }
  return done < to ? [...made, [done, to, false]] : made;
}

/* What shows how the sentence was read, in a terminal, in the folder of the file. */
const MANY = /\.(csv|tsv|jsonl|ndjson|parquet|zip|tar|tgz|gz)$/i;
const traceOf = (doc, at) => `kg trace ${quoted(doc.source)}${MANY.test(doc.source) ? ` --article ${quoted(doc.id)}` : ""} --at ${at}`;

function mention(piece, now) {
  const { G } = A, kind = G.kind[piece.node];
  const made = el(`button.in${piece.node === now ? ".now" : ""}`, { onclick: () => go(toNode(G, piece.node)), title: `${kindWord(G.kinds[kind])} · ${G.label[piece.node]}` }, piece.text);
  made.style.borderBottomColor = G.look[kind][A.theme];
  return made;
}
