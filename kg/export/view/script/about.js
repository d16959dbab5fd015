/* What tells an entity from others of its name: what it is, where, when, and in how many articles. */

import { aliasesOf, classesOf, edgesOf, keyOf, mentioned, momentsOf, otherEnd } from "./data.js";
import { endsOf } from "./text.js";
import { classWord, kindWord, nameOf, t } from "./words.js";
import { placeTree } from "./walk.js";

const NEAR = ["conductedIn", "locatedIn", "jurisdiction", "within", "holdsPost", "unitOf", "organizedBy", "received", "implements", "issued", "participatesIn", "undertakes"];
/* Persons and organs act everywhere: theirs is the place of their post, or the one they govern or lie in. */
const OWN = { Person: ["holdsPost"], Organization: ["jurisdiction", "locatedIn", "within", "unitOf"] };
const CODED = /^[a-z]+\/(\d{6})-/;

const isPlace = (G, i) => G.kinds[G.kind[i]] === "Place";

/* Every place by its code. */
export function placeByCode(G) {
  if (!G.byCode) {
    G.byCode = new Map();
    for (let i = G.n - 1; i >= 0; i--) if (G.code[i] && isPlace(G, i)) G.byCode.set(G.code[i], i);
  }
  return G.byCode;
}

/* The place of an entity, or -1: of a place the one above it; else the one in its key, or the nearest that a relation gives. */
export function placeOf(G, i) {
  if (!G.wheres) G.wheres = new Int32Array(G.n).fill(-2);
  if (G.wheres[i] === -2) {
    G.wheres[i] = -1;
    G.wheres[i] = isPlace(G, i) ? (G.tree || (G.tree = placeTree(G))).parent[i] : foundPlace(G, i);
  }
  return G.wheres[i];
}

function foundPlace(G, i) {
  const code = CODED.exec(keyOf(G, i)), coded = code ? placeByCode(G).get(code[1]) : undefined;
  if (coded !== undefined) return coded;
  const near = OWN[G.kinds[G.kind[i]]] || NEAR;
  const ends = [...edgesOf(G, i)].map((e) => [near.indexOf(G.predicates[G.predicate[e]]), otherEnd(G, e, i)]).filter(([how, there]) => how >= 0 && there !== i).sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const direct = ends.find(([, there]) => isPlace(G, there));
  if (direct) return direct[1];
  for (const [, there] of ends) if (G.kinds[G.kind[there]] === "Organization" && placeOf(G, there) >= 0) return placeOf(G, there);
  return -1;
}

/* The first and the last year in which an entity was, or, where it has no time of its own, was told of: ["2021", "2022"]. */
export function yearsOf(G, i) {
  const own = momentsOf(G, i).flatMap(({ value }) => endsOf(value) || []);
  const days = own.length ? own : mentioned(G).inDocs[i].map((doc) => G.docs[doc].date).filter(Boolean);
  const years = days.map((day) => day.slice(0, 4)).sort();
  return years.length ? [years[0], years[years.length - 1]] : null;
}

/* Nodes of one kind and name: the runs of a campaign, the namesakes of a person. Those of a family are its own. */
export function alike(G, i) {
  if (!G.alikes) {
    G.alikes = new Map();
    for (let k = 0; k < G.n; k++) {
      const name = `${G.kind[k]} ${G.label[k]}`;
      if (!G.alikes.has(name)) G.alikes.set(name, []);
      G.alikes.get(name).push(k);
    }
  }
  const same = G.alikes.get(`${G.kind[i]} ${G.label[i]}`), family = new Set(same);
  for (const k of same) for (const e of edgesOf(G, k)) if (G.predicates[G.predicate[e]] === "broader" && G.to[e] === k) family.add(G.from[e]);
  return [...family].sort((a, b) => a - b);
}

/* The finest of what it is: a class where it has one, else its kind. */
export const whatWord = (G, i) => {
  const classes = classesOf(G, i);
  return classes.length ? classWord(classes[classes.length - 1]) : kindWord(G.kinds[G.kind[i]]);
};

/* 活动 · 上海市 · 2026 · 1 篇 */
export function aboutLine(G, i) {
  const place = placeOf(G, i), years = yearsOf(G, i), articles = mentioned(G).inDocs[i].length;
  return [whatWord(G, i), place >= 0 ? nameOf(G, place) : "", years ? [...new Set(years)].join("–") : "", articles ? t("inArticlesShort", articles) : ""].filter(Boolean).join(" · ");
}

/* All by which an entity may be meant beside its name. */
export const aboutWords = (G, i) => {
  const place = placeOf(G, i), above = place >= 0 ? placeOf(G, place) : -1;
  return [aboutLine(G, i), ...[place, above].filter((k) => k >= 0).flatMap((k) => [G.label[k], ...aliasesOf(G, k)])].join(" ");
};
