/* A field that suggests entities as one types: arrows choose, Enter takes. */

import { el, fill } from "./dom.js";
import { search } from "./search.js";
import { kindWord, t } from "./words.js";
import { dot } from "./facts.js";
import { A } from "./state.js";

const SHOWN = 12;

/* Joins an input and a list; `pick(node)` is called with what was chosen. */
export function finder(input, list, pick) {
  const box = { hits: [], at: 0, timer: 0 };
  const shut = () => { list.hidden = true; input.setAttribute("aria-expanded", "false"); input.removeAttribute("aria-activedescendant"); };
  const take = (hit) => { if (hit) { shut(); input.value = ""; pick(hit.node); } };
  const mark = (at) => {
    box.at = at;
    [...list.children].forEach((row, number) => row.setAttribute("aria-selected", String(number === at)));
    const row = list.children[at];
    if (row && row.id) { input.setAttribute("aria-activedescendant", row.id); row.scrollIntoView({ block: "nearest" }); }
  };
  const look = () => {
    box.hits = search(A.G, input.value, SHOWN);
    if (!input.value.trim()) return shut();
    const rows = box.hits.map((hit, number) => el("li", { role: "option", id: `${list.id}-${number}`, "aria-selected": "false", onmousedown: (event) => event.preventDefault(), onclick: () => take(hit) }, ...shownHit(hit)));
    fill(list, rows.length ? rows : el("li.none", { role: "option", "aria-disabled": "true", "aria-selected": "false" }, t("noHit", input.value.trim())));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    return mark(0);
  };
  input.addEventListener("input", look);
  input.addEventListener("focus", () => { if (input.value.trim()) look(); });
  input.addEventListener("blur", shut);
  input.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && box.hits.length) { event.preventDefault(); if (list.hidden) look(); else mark((box.at + step + box.hits.length) % box.hits.length); }
    else if (event.key === "Enter") { event.preventDefault(); take(box.hits[box.at]); }
    else if (event.key === "Escape") { event.stopPropagation(); if (list.hidden) input.blur(); shut(); }
  });
}

function shownHit(hit) {
  const { G } = A, name = G.label[hit.node], on = hit.alias ? -1 : hit.at;
  const label = on >= 0 && hit.length ? [name.slice(0, on), el("mark", null, name.slice(on, on + hit.length)), name.slice(on + hit.length)] : [name];
  return [dot(G.kind[hit.node]), el("span", { lang: "zh" }, label), el("span.why", null, hit.alias ? t("alias", hit.alias) : kindWord(G.kinds[G.kind[hit.node]]))];
}
