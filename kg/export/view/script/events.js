/* What has a time: what was, began or ended, posts, what was first told of when, articles; each with the lane it lies in. */

import { alike } from "./about.js";
import { firstOf } from "./runs.js";
import { nodeOfRegion, regionsOf } from "./regions.js";
import { inTime } from "./filter.js";
import { endsOf } from "./text.js";
import { kindWord, nameOf, speech, t } from "./words.js";

const DATED = ["Campaign", "Event", "Project", "Program", "Document", "Award"];

/* [{node | doc, term, from, until, kind}]: node -1 for an article. Of several that say the same, one. */
function all(G, pass, filter) {
  const made = [], seen = new Set(), own = new Uint8Array(G.n);
  const add = (one) => { const key = [one.node, one.doc, one.term, one.from, one.until, one.title].join(" "); if (!seen.has(key)) { seen.add(key); made.push(one); } };
  for (const { node, term, value } of G.moments) {
    const ends = endsOf(value);
    if (!ends) continue;
    own[node] = 1;
    if (pass.nodes[node] && ends.some((day) => inTime(filter, day))) add({ node, term, from: ends[0], until: ends[1], lane: G.kinds[G.kind[node]] });
  }
  for (const one of posts(G, pass, filter)) add(one);
  for (let i = 0; i < G.n; i++) {
    if (own[i] || !pass.nodes[i] || !DATED.includes(G.kinds[G.kind[i]])) continue;
    const { day } = firstOf(G, i);
    if (day && inTime(filter, day)) add({ node: i, term: "told", from: day, until: day, lane: G.kinds[G.kind[i]] });
  }
  for (const doc of G.docs) if (doc.date && inTime(filter, doc.date) && (filter.doc < 0 || filter.doc === doc.number)) add({ node: -1, doc: doc.number, term: "article", from: doc.date, until: doc.date, lane: "article" });
  return made;
}

function posts(G, pass, filter) {
  const made = [];
  for (let e = 0; e < G.m; e++) {
    if (!pass.edges[e] || !G.titles[G.title[e]]) continue;
    for (let k = G.told[e]; k < G.told[e + 1]; k++) {
      const [, start, end] = G.posts[k] || ["", "", ""], day = G.span[k] < 0 ? "" : G.docs[G.doc[G.span[k]]].date, from = start || end || day, until = end || start || day;
      if (from && (inTime(filter, from) || inTime(filter, until))) made.push({ node: G.from[e], term: start || end ? "post" : "attested", title: G.titles[G.title[e]], from, until: until < from ? from : until, lane: "post" });
    }
  }
  return made;
}

/* [{name, items}] by kind, by place, or by the places of the runs of one campaign, those first that were first. */
export function lanesOf(G, pass, filter, how, node) {
  const items = how === "runs" ? ofRuns(G, pass, filter, node) : all(G, pass, filter), lanes = new Map();
  for (const item of items) for (const lane of how === "kind" ? [item.lane] : regionsIn(G, item, how)) {
    if (!lanes.has(lane)) lanes.set(lane, []);
    lanes.get(lane).push(item);
  }
  for (const list of lanes.values()) list.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : a.node - b.node));
  const named = [...lanes].map(([lane, list]) => ({ lane, name: laneWord(G, lane), items: list }));
  const first = ({ items: [one] }) => one.from;
  const order = how === "kind" ? ["post", "Event", "Campaign", "Program", "Project", "Document", "Award", "Person", "Place", "Organization", "article"] : null;
  return named.sort((a, b) => (order ? order.indexOf(a.lane) - order.indexOf(b.lane) : how === "runs" ? (first(a) < first(b) ? -1 : first(a) > first(b) ? 1 : a.lane < b.lane ? -1 : 1) : a.lane < b.lane ? -1 : 1));
}

function ofRuns(G, pass, filter, node) {
  return (node < 0 ? [] : alike(G, node)).filter((one) => pass.nodes[one]).map((one) => ({ one, first: firstOf(G, one) })).filter(({ first }) => first.day && inTime(filter, first.day))
    .map(({ one, first }) => ({ node: one, term: first.own ? "began" : "told", from: first.day, until: first.day, lane: "Campaign" }));
}

/* The lanes of places: provinces, or, where there is one alone or a campaign is followed, what is finer. */
function regionsIn(G, item, how) {
  const found = item.node >= 0 ? regionsOf(G)[item.node] : G.docs[item.doc].home >= 0 ? regionsOf(G)[G.docs[item.doc].home] : [], size = how === "runs" ? 6 : 2;
  return found.length ? [...new Set(found.map((code) => code.slice(0, size)))] : ["none"];
}

export function laneWord(G, lane) {
  if (lane === "post") return t("posts");
  if (lane === "article") return t("articles");
  if (lane === "none") return t("noPlace");
  if (G.kinds.includes(lane)) return kindWord(lane);
  const node = nodeOfRegion(G, lane);
  return node >= 0 ? nameOf(G, node) : G.tiles[lane] ? G.tiles[lane][2 + speech.at] : lane;
}

