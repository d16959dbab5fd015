/* The places of the graph in their hierarchy: as a tree that leads to each, and as choices of the filter. */

import { el } from "./dom.js";
import { nameOf, t } from "./words.js";
import { classesOf } from "./data.js";
import { go, toNode } from "./route.js";
import { A } from "./state.js";

const MOST = 400;
const LEVELS = ["Province", "Prefecture", "County", "Township"];

const isDivision = (i) => classesOf(A.G, i).some((cls) => LEVELS.includes(cls));
const children = (i) => (A.tree.children.get(i) || []).filter((child) => A.G.kinds[A.G.kind[child]] === "Place");

function roots() {
  const { G } = A, place = G.kinds.indexOf("Place"), found = [];
  for (let i = 0; i < G.n; i++) if (G.kind[i] === place && A.tree.parent[i] < 0 && (children(i).length || isDivision(i))) found.push(i);
  return found.sort((a, b) => children(b).length - children(a).length || a - b);
}

/* Every division, indented by its depth. */
export function placeOptions() {
  const made = [];
  const add = (i, depth) => {
    if (made.length >= MOST) return;
    made.push(el("option", { value: i, selected: A.filter.place === i }, `${"\u3000".repeat(depth)}${nameOf(A.G, i)}`));
    for (const child of children(i)) if (isDivision(child) || children(child).length) add(child, depth + 1);
  };
  for (const root of roots()) add(root, 0);
  return made;
}

export function placesTree() {
  const all = roots().filter((i) => children(i).length);
  if (!all.length) return null;
  return el("section.tree", null, el("h2", null, t("places")), el("ul.top", null, all.slice(0, 40).map((i) => branch(i, 0))));
}

const leaf = (i) => el("button", { onclick: () => go(toNode(A.G, i)) }, nameOf(A.G, i));

/* A branch: a button that opens it, and the place. What is below is built when it is opened, so a large tree costs nothing. */
function branch(i, depth) {
  const below = children(i);
  if (!below.length) return el("li.leaf", null, leaf(i));
  const list = el("ul", { hidden: true });
  const opener = el("button.opener", { "aria-expanded": "false", "aria-label": A.G.label[i], onclick: () => turn(list.hidden) }, "▸");
  const turn = (open) => {
    if (open && !list.children.length) list.append(...below.slice(0, 200).map((child) => branch(child, depth + 1)));
    list.hidden = !open;
    opener.setAttribute("aria-expanded", String(open));
    opener.textContent = open ? "▾" : "▸";
  };
  if (!depth && below.length <= 12) turn(true);
  return el("li", null, opener, leaf(i), el("span.n", null, ` ${below.length}`), list);
}
