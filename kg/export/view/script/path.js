/* The way from one entity to another, over what passes the filters. */

import { el, say } from "./dom.js";
import { pathBetween } from "./walk.js";
import { t } from "./words.js";
import { go, toPath } from "./route.js";
import { finder } from "./finder.js";
import { entities } from "./results.js";
import { showPath } from "./panel.js";
import { isFresh } from "./filter.js";
import { A, focusOn, showTrail } from "./state.js";

export function openPath(a, b) {
  const { G, pass } = A;
  const edges = b < 0 ? null : pathBetween(G, a, b, (e) => pass.edges[e] === 1);
  if (edges && edges.length) showTrail(edges);
  else focusOn(a);
  showPath(a, b, edges, picker(a));
  if (b < 0) document.getElementById("path-to").focus();
  else say(edges ? t("steps", edges.length) : t(isFresh(A.filter) ? "noPath" : "noPathFiltered"));
}

function picker(a) {
  const input = el("input.pick", { id: "path-to", type: "text", role: "combobox", "aria-expanded": "false", "aria-controls": "path-hits", "aria-autocomplete": "list", autocomplete: "off", placeholder: t("pathTo"), "aria-label": t("pathTo") });
  const list = el("ul", { id: "path-hits", role: "listbox", "aria-label": t("pathTo"), hidden: true });
  finder(input, list, entities, ({ hit }) => go(toPath(A.G, a, hit.node)));
  return el("div.find.inline", null, input, list);
}
