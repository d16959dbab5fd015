/* What a search finds, in rows: posts, entities with those alike as one, sentences, and how many more there are. */

import { alike, aboutWords, yearsOf } from "./about.js";
import { postsFor } from "./posts.js";
import { figuresFor } from "./measures.js";
import { plainQuery, search } from "./search.js";
import { sentencesWith } from "./sentences.js";
import { ofKind, parse } from "./typed.js";
import { placeTree, under } from "./walk.js";

const FIGURES = 4, POSTS = 4, NAMES = 8, SENTENCES = 4;

/* The best place of a name, or -1. */
export function placeNamed(G, name) {
  const place = G.kinds.indexOf("Place"), hit = search(G, name, G.n).find(({ node }) => G.kind[node] === place);
  return hit ? hit.node : -1;
}

/* Whether a node is what the typed filters ask for. */
function sieve(G, asked) {
  const kind = asked.kind ? ofKind(G, asked.kind) : null, place = asked.place ? placeNamed(G, asked.place) : -1;
  const inside = place < 0 ? null : under(G, G.tree || (G.tree = placeTree(G)), place);
  const within = (i) => { const years = yearsOf(G, i); return Boolean(years) && years[0] <= asked.year && asked.year <= years[1]; };
  return (i) => (!kind || kind.has(i)) && (!asked.place || (inside && inside[i] === 1)) && (!asked.year || within(i));
}

const filtered = (asked) => Boolean(asked.kind || asked.place || asked.year);

/* Hits by name; where no name holds all that was typed, one word is the name and the others say what, where or when. */
function named(G, asked) {
  const fits = sieve(G, asked), keep = (hits) => (filtered(asked) ? hits.filter((hit) => fits(hit.node)) : hits);
  if (!asked.words.length) return filtered(asked) ? keep(Array.from({ length: G.n }, (_, node) => ({ node, alias: "", at: 0, length: 0 }))) : [];
  const whole = keep(search(G, asked.words.join(""), G.n));
  if (whole.length || asked.words.length < 2) return whole;
  for (const name of [...asked.words].sort((a, b) => b.length - a.length)) {
    const others = asked.words.filter((word) => word !== name).map((word) => plainQuery(word, G.simplified));
    const hits = keep(search(G, name, G.n)).filter(({ node }) => { const about = plainQuery(aboutWords(G, node), G.simplified); return others.every((word) => about.includes(word)); });
    if (hits.length) return hits;
  }
  return [];
}

/* Entities only, one row each: for a field that wants one. */
export function entities(G, text) {
  const found = named(G, parse(text));
  return { rows: found.slice(0, NAMES + POSTS).map((hit) => ({ sort: "node", hit })), left: Math.max(0, found.length - NAMES - POSTS), nodes: [] };
}

/* {rows: [{sort: "post" | "node" | "runs" | "figure" | "sentence" | "filter" | "more", …}], nodes: all that were found by name}. */
export function everything(G, text) {
  const asked = parse(text), found = named(G, asked), among = new Set(found.map((hit) => hit.node)), seen = new Set(), rows = [];
  const posts = postsFor(G, asked.words, asked.year, POSTS).map((post) => ({ sort: "post", post }));
  rows.push(...posts.filter(({ post }) => !post.part));
  let names = 0;
  for (const hit of found) {
    if (seen.has(hit.node)) continue;
    const group = hit.alias ? [hit.node] : alike(G, hit.node), ours = group.filter((node) => among.has(node));
    for (const node of ours) seen.add(node);
    if (++names > NAMES) break;
    rows.push(ours.length > 1 ? { sort: "runs", hit, nodes: ours } : { sort: "node", hit });
  }
  const shown = rows.reduce((sum, row) => sum + (row.nodes ? row.nodes.length : row.hit ? 1 : 0), 0);
  if (found.length > shown) rows.push({ sort: "more", count: found.length - shown, text });
  rows.push(...posts.filter(({ post }) => post.part));
  for (const figure of figuresFor(G, asked.words, asked.year, FIGURES)) if (figure.span >= 0) rows.push({ sort: "figure", figure });
  const told = sentencesWith(G, asked.rest, SENTENCES);
  for (const hit of told.hits) rows.push({ sort: "sentence", hit });
  if (filtered(asked)) rows.push({ sort: "filter", asked });
  return { rows, told: told.all, nodes: found.map((hit) => hit.node) };
}
