/* The graph as a sortable table, for those who read rather than look. */

import { $, el, fill } from "./dom.js";
import { dateOf, degree, edgesOf, mentioned } from "./data.js";
import { kindWord, t } from "./words.js";
import { nodeButton } from "./facts.js";
import { aboutLine } from "./about.js";
import { everything } from "./results.js";
import { A } from "./state.js";

const PAGE = 200;
const order = { column: "degree", down: true, text: "" };

const COLUMNS = {
  name: { get: (i) => A.G.label[i], text: true },
  kind: { get: (i) => kindWord(A.G.kinds[A.G.kind[i]]), text: true },
  degree: { get: (i) => degree(A.G, i) },
  mentionsHead: { get: (i) => A.G.mentions[i] },
  articles: { get: (i) => A.G.inDocs[i].length },
  first: { get: firstDate, text: true },
};

function firstDate(i) {
  const { G } = A;
  if (!G.firstDates) G.firstDates = new Map();
  if (!G.firstDates.has(i)) {
    let first = "";
    for (const e of edgesOf(G, i)) for (let k = G.told[e]; k < G.told[e + 1]; k++) { const date = dateOf(G, k); if (date && (!first || date < first)) first = date; }
    G.firstDates.set(i, first);
  }
  return G.firstDates.get(i);
}

/* What the names of the rows must hold; the field shows it. */
export function tableText(text) { order.text = text; }

export function table() {
  const { G } = A, rows = [];
  mentioned(G);
  const found = order.text.trim() ? new Set(everything(G, order.text).nodes) : null;
  for (let i = 0; i < G.n; i++) if ((A.mode === "only" ? A.scene.shown[i] : A.pass.nodes[i]) && (!found || found.has(i))) rows.push(i);
  const { get, text } = COLUMNS[order.column], sign = order.down ? -1 : 1;
  const collator = new Intl.Collator("zh");
  const keyed = rows.map((i) => [get(i), i]);
  keyed.sort((a, b) => sign * (text ? collator.compare(a[0], b[0]) : a[0] - b[0]) || a[1] - b[1]);
  const body = el("tbody", null), head = el("tr", null, Object.keys(COLUMNS).map(columnHead));
  const host = $("table");
  const grow = (from) => {
    body.append(...keyed.slice(from, from + PAGE).map(([, i]) => row(i)));
    if (from + PAGE < keyed.length) {
      const more = el("button.more", { onclick: () => { more.remove(); grow(from + PAGE); } }, t("moreRows", Math.min(PAGE, keyed.length - from - PAGE)));
      host.append(more);
    }
  };
  fill(host, textField(), el("table", null, el("caption", null, t("tableCaption", rows.length.toLocaleString("en"))), el("thead", null, head), body));
  grow(0);
}

/* Narrows the table as one types; the cursor stays. */
function textField() {
  const field = el("input.pick", { id: "table-text", type: "search", value: order.text, placeholder: t("tableText"), "aria-label": t("tableText"), oninput: (event) => {
    order.text = event.target.value;
    const at = event.target.selectionStart;
    table();
    $("table-text").focus();
    $("table-text").setSelectionRange(at, at);
  } });
  return el("div.narrow", null, field);
}

function columnHead(name) {
  const chosen = order.column === name;
  const flip = () => { order.down = chosen ? !order.down : !COLUMNS[name].text; order.column = name; table(); $("table").querySelector(`[data-column="${name}"]`).focus(); };
  return el("th", { scope: "col", "aria-sort": chosen ? (order.down ? "descending" : "ascending") : "none" },
    el("button", { onclick: flip, "data-column": name }, t(name), el("span", { "aria-hidden": "true" }, chosen ? (order.down ? " ↓" : " ↑") : "")));
}

function row(i) {
  const { G } = A;
  const cell = (name) => el(COLUMNS[name].text ? "td" : "td.num", null, String(COLUMNS[name].get(i)));
  return el("tr", null, el("td", { lang: "zh" }, nodeButton(i), el("small.about", null, aboutLine(G, i))), Object.keys(COLUMNS).slice(1).map(cell));
}
