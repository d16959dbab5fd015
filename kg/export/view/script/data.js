/* The columns of the page as typed arrays, and the neighbours of every node. */

export function load(raw) {
  const { nodes, edges, spans } = raw;
  const n = nodes.label.length, m = edges.from.length;
  const G = {
    n, m, base: raw.base, kinds: raw.kinds, look: raw.look, rules: raw.rules, docs: raw.docs, skipped: raw.skipped, tiles: raw.tiles || {}, geo: raw.geo || null, headline: raw.headline || [],
    label: nodes.label, code: full(nodes.code, n), sets: nodes.sets, classes: nodes.classes, keys: nodes.key, alias: full(nodes.alias, n), latin: full(nodes.latin || {}, n),
    kind: Uint8Array.from(nodes.kind), x: Float32Array.from(nodes.x), y: Float32Array.from(nodes.y),
    size: Uint8Array.from(nodes.size), group: Int32Array.from(nodes.group),
    from: Int32Array.from(edges.from), to: Int32Array.from(edges.to), predicate: Uint8Array.from(edges.predicate),
    title: edges.title, titles: edges.titles, predicates: edges.predicates, posts: edges.posts,
    span: Int32Array.from(edges.span), rule: edges.rule, sure: Uint8Array.from(edges.sure),
    doc: Int32Array.from(spans.doc), at: Int32Array.from(spans.at), length: Int32Array.from(spans.length),
    told: Int32Array.from(running(edges.told)),
    figures: raw.figures.map(figure), quotes: raw.quotes.map(quote), moments: raw.moments.map(moment),
    pinyin: raw.pinyin, simplified: pairs(raw.simplified),
  };
  G.alone = raw.alone;
  G.groups = 1 + G.group.reduce((a, b) => Math.max(a, b), -1);
  Object.assign(G, adjacency(n, G.from, G.to));
  G.docs.forEach((doc, at) => { doc.number = at; });
  return G;
}

/* A column of which most is empty comes as the rest by number. */
const full = (column, n) => (Array.isArray(column) ? column : Array.from({ length: n }, (_, i) => column[i] || ""));

const figure = ([indicator, value, unit, bound, change, period, aim, subject, span, rule, sure, ends]) =>
  ({ indicator, value, unit, bound, change, period, aim, subject, span, rule, sure, ends });
const moment = ([node, term, value, words, span, rule, sure]) => ({ node, term, value, words, span, rule, sure });
const quote = ([speaker, span, doc, at, length, saidAt]) => ({ speaker, span, doc, at, length, saidAt });

function running(counts) {
  let sum = 0;
  return [0, ...counts.map((count) => (sum += count))];
}

function pairs(text) {
  const found = new Map(), chars = Array.from(text);
  for (let at = 0; at < chars.length; at += 2) found.set(chars[at], chars[at + 1]);
  return found;
}

/* Edges of node i: around[first[i]] … around[first[i + 1] - 1]. An edge to itself stands once. */
export function adjacency(n, from, to) {
  const first = new Int32Array(n + 1), m = from.length;
  for (let e = 0; e < m; e++) { first[from[e] + 1]++; if (to[e] !== from[e]) first[to[e] + 1]++; }
  for (let i = 0; i < n; i++) first[i + 1] += first[i];
  const next = first.slice(), around = new Int32Array(first[n]);
  for (let e = 0; e < m; e++) { around[next[from[e]]++] = e; if (to[e] !== from[e]) around[next[to[e]]++] = e; }
  return { first, around };
}

export function keyOf(G, i) {
  const key = G.keys[i], kind = G.kinds[G.kind[i]].toLowerCase();
  return key === 0 ? `${kind}/${G.label[i]}` : key === 1 ? `${kind}/${G.code[i]}-${G.label[i]}` : key;
}

export function nodeOf(G, key) {
  if (!G.numbers) {
    G.numbers = new Map();
    for (let i = 0; i < G.n; i++) G.numbers.set(keyOf(G, i), i);
  }
  return G.numbers.has(key) ? G.numbers.get(key) : -1;
}

export const aliasesOf = (G, i) => (G.alias[i] ? G.alias[i].split("|") : []);
export const classesOf = (G, i) => G.sets[G.classes[i]].split(" ").filter(Boolean);
export const edgesOf = (G, i) => G.around.subarray(G.first[i], G.first[i + 1]);
export const otherEnd = (G, e, i) => (G.from[e] === i ? G.to[e] : G.from[e]);
export const degree = (G, i) => G.first[i + 1] - G.first[i];

/* [{at, length, node}] of an article, in text order. */
export function mentionsOf(doc) {
  if (!doc.list) {
    doc.list = [];
    for (let k = 0, at = 0; k < doc.mentions.length; k += 3) {
      at += doc.mentions[k];
      doc.list.push({ at, length: doc.mentions[k + 1], node: doc.mentions[k + 2] });
    }
  }
  return doc.list;
}

/* How often, and in which articles, each node is mentioned. */
export function mentioned(G) {
  if (!G.mentions) {
    G.mentions = new Int32Array(G.n);
    G.inDocs = Array.from({ length: G.n }, () => []);
    G.docs.forEach((doc, number) => {
      for (let k = 2; k < doc.mentions.length; k += 3) {
        const node = doc.mentions[k], list = G.inDocs[node];
        G.mentions[node]++;
        if (list[list.length - 1] !== number) list.push(number);
      }
    });
  }
  return G;
}

/* The date that attests a telling: the article's, else none. */
export function dateOf(G, k) {
  const span = G.span[k];
  return span < 0 ? "" : G.docs[G.doc[span]].date;
}

/* When a node itself was, began or ended, as sentences tell it. */
export function momentsOf(G, i) {
  if (!G.momentsAt) {
    G.momentsAt = new Map();
    for (const one of G.moments) {
      if (!G.momentsAt.has(one.node)) G.momentsAt.set(one.node, []);
      G.momentsAt.get(one.node).push(one);
    }
  }
  return G.momentsAt.get(i) || [];
}
