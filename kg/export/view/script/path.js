/* The way from one entity to another, over what passes the filters; and two entities side by side. */

import { el, say } from "./dom.js";
import { pathBetween } from "./walk.js";
import { t } from "./words.js";
import { go, toCompare, toPath } from "./route.js";
import { finder } from "./finder.js";
import { entities } from "./results.js";
import { showCompare, showPath } from "./panel.js";
import { common } from "./shared.js";
import { isFresh } from "./filter.js";
import { A, focusOn, showMany, showTrail } from "./state.js";

const SHARED = 60;

export function openPath(a, b) {
  const { G, pass } = A;
  const edges = b < 0 ? null : pathBetween(G, a, b, (e) => pass.edges[e] === 1);
  if (edges && edges.length) showTrail(edges);
  else focusOn(a);
  showPath(a, b, edges, picker((node) => go(toPath(A.G, a, node)), "pathTo"));
  if (b < 0) document.getElementById("path-to").focus();
  else say(edges ? t("steps", edges.length) : t(isFresh(A.filter) ? "noPath" : "noPathFiltered"));
}

export function openCompare(a, b) {
  if (b < 0) focusOn(a); else showMany([a, b, ...common(A.G, a, b).slice(0, SHARED).map(([node]) => node)]);
  showCompare(a, b, picker((node) => go(toCompare(A.G, a, node)), "compareTo"));
  if (b < 0) document.getElementById("path-to").focus();
}

function picker(pick, word) {
  const input = el("input.pick", { id: "path-to", type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": "path-hits", "aria-autocomplete": "list", autocomplete: "off", placeholder: t(word), "aria-label": t(word) });
  const list = el("ul", { id: "path-hits", role: "listbox", "aria-label": t(word), hidden: true });
  finder(input, list, entities, ({ hit }) => pick(hit.node));
  return el("div.find.inline", null, input, list);
}
