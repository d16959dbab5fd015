/* The four ways to see the graph: as a picture, as a map, in time, as a table. */

import { $, el, fill } from "./dom.js";
import { map } from "./map.js";
import { line } from "./line.js";
import { table } from "./table.js";
import { paint } from "./stage.js";
import { t } from "./words.js";
import { look } from "./route.js";
import { A } from "./state.js";

const SHEETS = { map, time: line, table }, WORDS = { "": "asGraph", map: "asMap", time: "asTime", table: "asTable" };

/* Shows what the address asks for, built anew. */
export function view() {
  const now = A.look.view;
  $("stage").classList.toggle("sheeted", Boolean(now));
  for (const [name, build] of Object.entries(SHEETS)) {
    $(name).hidden = now !== name;
    if (now === name) build(); else $(name).replaceChildren();
  }
  if (!now) paint();
  buttons();
}

function buttons() {
  const button = (name) => el("button", { id: name === "table" ? "toggle-table" : `view-${name || "graph"}`, "aria-pressed": String(A.look.view === name), onclick: () => toggle(name) }, t(WORDS[name]));
  const held = $("views").contains(document.activeElement) ? document.activeElement.id : "";
  fill($("views"), Object.keys(WORDS).map(button));
  $("views").setAttribute("aria-label", t("views"));
  if (held && $(held)) $(held).focus();
}

/* Into a way of seeing, or, where it is that already, back to the picture. */
export const toggle = (name) => look({ view: A.look.view === name ? "" : name });
