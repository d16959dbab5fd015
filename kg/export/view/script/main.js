/* The start: reads the data, builds the frame, follows the address. */

import { $, el, fill, say } from "./dom.js";
import { degree, load } from "./data.js";
import { alone, edgesBetween, isLarge } from "./scene.js";
import { kindWord, nameOf, speak, speech, t } from "./words.js";
import { go, opened, read } from "./route.js";
import { lookUnderstood, parted, understood, written } from "./permalink.js";
import { finder } from "./finder.js";
import { everything } from "./results.js";
import { taken } from "./taken.js";
import { chips } from "./chips.js";
import { alike, placeOf } from "./about.js";
import { side } from "./side.js";
import { tableText } from "./table.js";
import { toggle, view } from "./views.js";
import { openCompare, openPath } from "./path.js";
import { loadNotes, notesText } from "./notes.js";
import { showAlone, showArticle, showIntro, showNode, showPair, showRuns, showSet } from "./panel.js";
import { download, savePng, saveSvg, saveJson, saveCsv } from "./save.js";
import { now, open, paint } from "./stage.js";
import { pointer } from "./pointer.js";
import { keys, zoom } from "./keys.js";
import { A, begin, fitAll, focusOn, picture, refilter, setMode, showLine, showMany } from "./state.js";

/* What the reader chose before; a page from disk may not be allowed to remember. */
const memory = {
  get(name) { try { return localStorage.getItem(`zhengtu-${name}`); } catch { return null; } },
  set(name, value) { try { localStorage.setItem(`zhengtu-${name}`, value); } catch { /* not remembered, then */ } },
};

export function start() {
  const raw = JSON.parse($("data").textContent);
  $("data").remove();
  speak(raw.words, memory.get("language") || tongueOf(navigator.languages || [navigator.language]));
  begin(load(raw));
  A.filter = understood(A.G, parted(location.hash).filter);
  A.look = lookUnderstood(A.G, parted(location.hash).filter);
  A.show = () => { view(); status(); paint(); };
  theme(memory.get("theme") || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light"));
  refilter();
  furnish();
  open(picture);
  A.listeners.push(status, () => { if (A.look.view) view(); });
  fitAll(0);
  now();
  pointer();
  keys({ help, toggle, escape });
  finder($("query"), $("hits"), everything, (row, text) => taken(row, text, listAll));
  addEventListener("hashchange", follow);
  follow();
  document.documentElement.dataset.ready = "";
}

/* The first of the browser's languages that the page speaks. */
const tongueOf = (languages) => (/^zh/i.test(languages.find((one) => /^(zh|en)\b/i.test(one))) ? "zh" : "en");

function theme(name) {
  A.theme = name;
  document.documentElement.dataset.theme = name;
}

function dress(name) {
  memory.set("theme", name);
  theme(name);
  furnish();
  follow();
  paint();
}

/* All that carries words; built anew when the language changes. */
function furnish() {
  document.documentElement.lang = speech.at ? "en" : "zh-Hans";
  document.title = `${t("title")} · ${t("counts", A.G.n, A.G.m)}`;
  document.querySelector(".brand .name").textContent = t("title");
  $("count").textContent = t("counts", A.G.n.toLocaleString("en"), A.G.m.toLocaleString("en"));
  $("query").placeholder = matchMedia("(max-width: 900px)").matches ? t("searchShort") : t("search");
  $("query").setAttribute("aria-label", t("searchLabel"));
  $("hits").setAttribute("aria-label", t("searchLabel"));
  $("canvas").setAttribute("role", "application");
  $("canvas").setAttribute("aria-label", t("canvas"));
  $("table").setAttribute("aria-label", t("asTable"));
  $("panel").setAttribute("aria-label", t("facts"));
  $("open-side").setAttribute("aria-label", t("menu"));
  $("open-side").onclick = () => $("open-side").setAttribute("aria-expanded", String($("side").classList.toggle("open")));
  $("skip").textContent = t("skip");
  $("skip").onclick = (event) => { event.preventDefault(); $("panel").focus(); };
  tools();
  zoomTools();
  side(little());
  status();
  view();
}

function tools() {
  const other = A.theme === "dark" ? "light" : "dark";
  const light = el("button.wide", { id: "toggle-theme", "aria-label": t("theme"), title: t("theme"), onclick: () => dress(other) }, A.theme === "dark" ? "☀" : "☾");
  const tongue = el("button", { id: "toggle-language", lang: speech.at ? "zh" : "en", onclick: () => { const to = speech.at ? "zh" : "en"; memory.set("language", to); speak(speech.words, to); furnish(); follow(); paint(); } }, t("language"));
  fill($("tools"), menu(), light, tongue, el("button.wide", { onclick: help, "aria-label": t("help"), title: t("help"), id: "open-help" }, "?"));
}

function menu() {
  const list = el("ul", { hidden: true, id: "save-list" });
  const button = el("button", { "aria-expanded": "false", "aria-controls": "save-list", id: "open-save", onclick: () => shut(!list.hidden) }, t("save"));
  const shut = (closed) => { list.hidden = closed; button.setAttribute("aria-expanded", String(!closed)); };
  for (const [word, does] of [["savePng", savePng], ["saveSvg", saveSvg], ["saveJson", saveJson], ["saveCsv", saveCsv], ["saveNotes", () => download("notes.json", new Blob([notesText()], { type: "application/json" }))], ["openNotes", pickNotes]]) {
    list.append(el("li", null, el("button", { id: word, onclick: () => { shut(true); does(); } }, t(word))));
  }
  const box = el("div.menu.wide", null, button, list);
  box.addEventListener("focusout", (event) => { if (!box.contains(event.relatedTarget)) shut(true); });
  box.addEventListener("keydown", (event) => { if (event.key === "Escape" && !list.hidden) { event.stopPropagation(); shut(true); button.focus(); } });
  return box;
}

/* On a small screen these stand in the drawer. */
function little() {
  const shut = () => { if ($("side").classList.contains("open")) $("open-side").click(); };
  const act = (word, does) => el("button.more", { onclick: () => { shut(); does(); } }, t(word));
  const other = A.theme === "dark" ? "light" : "dark";
  return [act("intro", () => { go(""); showIntro(); $("panel").classList.remove("home"); }), act("theme", () => dress(other)), act("help", help), act("savePng", savePng), act("saveJson", saveJson)];
}

function zoomTools() {
  const tool = (sign, word, does) => el("button", { onclick: does, "aria-label": t(word), title: t(word) }, sign);
  fill($("zoom"), tool("+", "zoomIn", () => zoom(1.4)), tool("−", "zoomOut", () => zoom(1 / 1.4)), tool("⤢", "fit", () => fitAll()));
}

/* What is shown of how much, and the way back to the overview. */
function status() {
  const { G, scene } = A, shown = scene.nodes.length;
  const button = A.mode === "only" ? el("button", { onclick: () => setMode(isLarge(G) ? "overview" : "all") }, t("wide"))
    : A.mode === "overview" ? el("button", { onclick: () => setMode("all"), id: "show-all" }, t("showAll"))
      : isLarge(G) ? el("button", { onclick: () => setMode("overview"), id: "show-overview" }, t("overview")) : null;
  const dust = A.mode === "only" ? 0 : alone(G, A.pass.nodes).filter((i) => !scene.shown[i]).length;
  fill($("status"), el("div.chip", null, shown ? t("shown", shown.toLocaleString("en"), G.n.toLocaleString("en")) : t("nothing"), button), dust ? el("div.chip", null, el("button", { id: "open-alone", onclick: () => go("alone") }, t("aloneChip", dust.toLocaleString("en")))) : null, setChip(), chips());
}

/* How many the reader has gathered, and the way to them. */
const setChip = () => (A.look.set.length ? el("div.chip", null, el("button", { id: "open-set", onclick: () => go("set") }, t("setChip", A.look.set.length))) : null);

/* Notes from a file. */
function pickNotes() {
  const field = el("input", { type: "file", accept: ".json,application/json" });
  field.addEventListener("change", () => {
    if (!field.files.length) return;
    field.files[0].text().then((text) => { const count = loadNotes(text); follow(); say(count < 0 ? t("notesNone") : t("notesLoaded", count)); });
  });
  field.click();
}

/* All that a text finds, as a table. */
function listAll(text) {
  tableText(text);
  if (A.look.view === "table") view(); else toggle("table");
}

function help() {
  const box = $("help"), close = el("button.reset", { onclick: () => box.close() }, t("close"));
  fill(box, el("h2", { id: "help-title" }, t("helpTitle")), el("p.note", null, t("drag")), el("dl", null, speech.words.interface.keys[speech.at].map(([key, does]) => [el("dt", null, el("kbd", null, key)), el("dd", null, does)])), el("p.note", null, t("about", A.G.docs.length)), close);
  box.setAttribute("aria-labelledby", "help-title");
  box.showModal();
}

function escape() {
  if ($("side").classList.contains("open")) $("open-side").click();
  else if (A.look.view) toggle(A.look.view);
  else if (opened()) { go(""); say(t("cleared")); } else if (A.mode === "only") setMode(isLarge(A.G) ? "overview" : "all");
}

/* The filters that the address asks for, where they are not those that hold. */
function sift() {
  const { G } = A, asked = understood(G, parted(location.hash).filter);
  A.look = lookUnderstood(G, parted(location.hash).filter);
  if (written(G, asked) === written(G, A.filter)) return;
  A.filter = asked;
  side();
  refilter();
}

/* Runs of one name are told apart on the picture by their places. */
const placesOf = (G, nodes) => new Map(nodes.map((i) => [i, placeOf(G, i)]).filter(([, place]) => place >= 0).map(([i, place]) => [i, nameOf(G, place)]));

/* Does what the address says. */
function follow() {
  const before = JSON.stringify(A.look);
  sift();
  const asked = read(A.G, location.hash), { G } = A;
  if (JSON.stringify(A.look) !== before) { view(); status(); paint(); }
  if ($("side").classList.contains("open")) $("open-side").click();
  if (asked.doc !== undefined) return showArticle(asked.doc, asked.at, asked.end, A.focus);
  if (asked.path) return openPath(...asked.path);
  if (asked.compare) return openCompare(...asked.compare);
  if (asked.alone) { if (A.focus >= 0 || A.trail) focusOn(-1); return showAlone(); }
  if (asked.set) { showMany(A.look.set); return showSet(); }
  if (asked.pair) {
    showLine(...asked.pair);
    return showPair(...asked.pair, edgesBetween(G, A.pass, A.scene, ...asked.pair));
  }
  if (asked.runs !== undefined) { showMany(alike(G, asked.runs), placesOf(G, alike(G, asked.runs))); return showRuns(asked.runs); }
  const node = asked.node === undefined ? -1 : asked.node;
  if (node !== A.focus || A.trail) focusOn(node);
  if (node < 0) return showIntro();
  showNode(node);
  if (A.look.view === "map") view();
  return say(t("selected", G.label[node], kindWord(G.kinds[G.kind[node]]), degree(G, node)));
}
