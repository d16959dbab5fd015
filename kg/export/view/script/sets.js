/* A set of entities that the reader gathers: it stands in the address, is marked on the picture, and can be looked at alone. */

import { el } from "./dom.js";
import { aboutLine } from "./about.js";
import { listed, nodeButton, relation } from "./facts.js";
import { noted } from "./notes.js";
import { t } from "./words.js";
import { go, look, toCompare } from "./route.js";
import { A, setMode } from "./state.js";

export const inSet = (i) => A.look.set.includes(i);

/* Takes a node into the set, or out of it. */
export const turn = (i) => look({ set: inSet(i) ? A.look.set.filter((other) => other !== i) : [...A.look.set, i] });

/* The panel of the set: its members, and all that joins them to each other. */
export function setView() {
  const { G } = A, { set } = A.look, among = new Set(set), act = (word, does) => el("button", { onclick: does }, t(word)), between = [];
  for (let e = 0; e < G.m; e++) if (among.has(G.from[e]) && among.has(G.to[e]) && G.from[e] !== G.to[e]) between.push(e);
  const row = (i) => el("div.member", null, el("span.two", null, nodeButton(i), el("small.about", null, aboutLine(G, i))), el("button", { "aria-label": t("outOfSet", G.label[i]), onclick: () => turn(i) }, "×"));
  const marked = noted().filter((i) => !among.has(i));
  return [
    el("h2", null, t("set")), el("p.kindline", null, t("setCount", set.length)),
    el("div.acts", null, set.length ? act("setOnly", () => { look({ view: "" }); setMode("only", set); }) : null, set.length > 1 ? act("compare", () => go(toCompare(G, set[0], set[1]))) : null, set.length ? act("setEmpty", () => { look({ set: [] }); go(""); }) : null, marked.length ? el("button", { onclick: () => look({ set: [...set, ...marked] }) }, t("setNoted", marked.length)) : null),
    set.length ? el("section", null, listed(set, row, 40)) : el("p.note", null, t("setHow")),
    between.length ? el("section", null, el("h3", null, t("setBetween"), el("span.n", null, String(between.length))), listed(between, relation)) : null,
  ];
}
