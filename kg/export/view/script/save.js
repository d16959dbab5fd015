/* What is seen, taken home: as PNG, SVG, JSON, CSV. */

import { Camera } from "./camera.js";
import { CanvasPen } from "./canvas.js";
import { SvgPen } from "./svg.js";
import { draw } from "./draw.js";
import { keyOf, momentsOf } from "./data.js";
import { slice } from "./text.js";
import { t } from "./words.js";
import { stage } from "./stage.js";
import { A, picture } from "./state.js";

export function download(name, blob) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10000);
}

export function savePng() {
  const scale = 2, canvas = document.createElement("canvas"), { camera } = stage;
  canvas.width = camera.width * scale;
  canvas.height = camera.height * scale;
  const context = canvas.getContext("2d", { alpha: false });
  context.scale(scale, scale);
  draw(new CanvasPen(context), { ...picture(), hover: -1, camera });
  canvas.toBlob((blob) => download("graph.png", blob), "image/png");
}

export function svgText() {
  const pen = new SvgPen(stage.buffer.getContext("2d"));
  draw(pen, { ...picture(), hover: -1, camera: Object.assign(new Camera(), stage.camera) });
  return pen.whole(t("title"));
}

export const saveSvg = () => download("graph.svg", new Blob([svgText()], { type: "image/svg+xml" }));

function momentData({ term, value, words, span, sure }) {
  const { G } = A, doc = span < 0 ? null : G.docs[G.doc[span]], begin = doc ? G.at[span] : 0;
  return { term, value, words, article: doc ? doc.id : "gazetteer", begin, end: doc ? begin + G.length[span] : 0, confidence: sure / 100 };
}

/* The shown nodes and the relations between them, with their sentences. */
export function shownData() {
  const { G, scene, pass } = A, nodes = scene.nodes.map((i) => ({ id: keyOf(G, i), iri: G.base + keyOf(G, i), label: G.label[i], kind: G.kinds[G.kind[i]], aliases: G.alias[i] ? G.alias[i].split("|") : [], moments: momentsOf(G, i).map(momentData), x: A.x[i], y: A.y[i] })), edges = [];
  for (let e = 0; e < G.m; e++) {
    if (!pass.edges[e] || !scene.shown[G.from[e]] || !scene.shown[G.to[e]]) continue;
    const evidence = [];
    for (let k = G.told[e]; k < G.told[e + 1]; k++) {
      const span = G.span[k], doc = span < 0 ? null : G.docs[G.doc[span]], begin = doc ? G.at[span] : 0, end = doc ? begin + G.length[span] : 0;
      evidence.push({ article: doc ? doc.id : "gazetteer", begin, end, text: doc ? slice(doc, begin, end) : "", rule: G.rules[G.rule[k]], confidence: G.sure[k] / 100, date: doc ? doc.date : "" });
    }
    edges.push({ from: keyOf(G, G.from[e]), relation: G.predicates[G.predicate[e]], title: G.titles[G.title[e]], to: keyOf(G, G.to[e]), evidence });
  }
  return { nodes, edges };
}

export const saveJson = () => download("graph-shown.json", new Blob([JSON.stringify(shownData(), null, 1)], { type: "application/json" }));

/* A cell that no spreadsheet runs as a formula. */
const cell = (value) => `"${String(value).replace(/^[=+\-@\t\r]/, "'$&").replace(/"/g, '""')}"`;

export function saveCsv() {
  const { nodes, edges } = shownData(), label = new Map(nodes.map((node) => [node.id, node.label]));
  const rows = [["subject", "relation", "title", "object", "sentence", "article", "begin", "end", "date", "confidence"]];
  for (const edge of edges) for (const why of edge.evidence.length ? edge.evidence : [{ text: "", article: "", begin: "", end: "", date: "", confidence: "" }]) {
    rows.push([label.get(edge.from), edge.relation, edge.title, label.get(edge.to), why.text, why.article, why.begin, why.end, why.date, why.confidence]);
  }
  download("graph-shown.csv", new Blob(["\ufeff", rows.map((row) => row.map(cell).join(",")).join("\r\n")], { type: "text/csv" }));
}
