/* The filters that hold, at the top of the stage: each with a cross, and one that takes all away. */

import { el } from "./dom.js";
import { fresh } from "./filter.js";
import { dateWords } from "./text.js";
import { kindWord, nameOf, predicateWord, separator, speech, t } from "./words.js";
import { titleOf } from "./facts.js";
import { change, reset, side } from "./side.js";
import { A } from "./state.js";

/* 只看 人物 where most are hidden, 不看 地点、组织 where few are. */
function hidden(off, all, word) {
  const on = all.filter((one) => !off.has(one));
  const few = on.length && on.length <= off.size, named = (few ? on : [...off]).map(word);
  return t(few ? "onlyThese" : on.length ? "notThese" : "noneOf", named.slice(0, 4).join(separator()) + (named.length > 4 ? "…" : ""));
}

/* [{text, part}]: what each filter is, and what takes it away. */
function active() {
  const { G, filter: F } = A, made = [], base = fresh(), known = G.kinds.map((_, kind) => kind).filter((kind) => G.kind.includes(kind));
  const add = (text, ...names) => made.push({ text, part: Object.fromEntries(names.map((name) => [name, base[name]])) });
  if (F.kinds.size) add(hidden(F.kinds, known, (kind) => kindWord(G.kinds[kind])), "kinds");
  if (F.predicates.size) add(hidden(F.predicates, G.predicates.map((_, at) => at), (at) => predicateWord(G.predicates[at], false)), "predicates");
  if (F.doc >= 0) add(`${t("article")} ${titleOf(G.docs[F.doc])}`, "doc");
  if (F.place >= 0) add(`${t("place")} ${nameOf(G, F.place)}`, "place");
  if (F.from || F.until) add(`${t("time")} ${F.from === F.until ? dateWords(F.from, speech.at) : [F.from, F.until].map((day) => dateWords(day, speech.at)).join("–")}`, "from", "until");
  if (!F.undated) add(t("noUndated"), "undated");
  if (F.sure) add(`${t("sure")} ${F.sure}%`, "sure");
  return made;
}

export function chips() {
  const found = active();
  const chip = ({ text, part }) => el("div.chip.on", null, el("span", null, text), el("button", { "aria-label": t("takeAway", text), onclick: () => { change(part); side(); } }, "×"));
  return [...found.map(chip), found.length ? el("div.chip", null, el("button", { id: "clear-all", onclick: reset }, t("reset"))) : null];
}
