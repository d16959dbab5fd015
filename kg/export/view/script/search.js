/* Search by hanzi (Simplified or Traditional), by alias, by pinyin, by initials; 长 is found as chang and zhang. */

/* What was typed, plain: lower case, Simplified, without spaces and quotes. */
export function plainQuery(query, simplified) {
  const kept = query.normalize("NFKC").toLowerCase().replace(/[\s“”"'‘’《》]/g, "");
  return Array.from(kept, (char) => simplified.get(char) || char).join("");
}

/* Whether Latin letters spell a run of the name from a character on: whole syllables, their beginnings, or mixed.
   Returns how many characters they spell, 0 for none. */
export function spelled(letters, name, at, pinyin) {
  let states = new Map([[0, 0]]);
  for (let here = at; here < name.length && states.size; here++) {
    const readings = readingsOf(name[here], pinyin);
    const next = new Map();
    for (const [done] of states) {
      for (const reading of readings) {
        for (let length = 1; length <= reading.length && letters[done + length - 1] === reading[length - 1]; length++) {
          if (done + length === letters.length) return here - at + 1;
          next.set(done + length, 0);
        }
      }
    }
    states = next;
  }
  return 0;
}

const split = new Map();

function readingsOf(char, pinyin) {
  if (!split.has(char)) split.set(char, pinyin[char] ? pinyin[char].split(" ") : [char.toLowerCase()]);
  return split.get(char);
}

/* Best hits first: [{node, score, at, length, alias}]. Names before aliases, beginnings before middles,
   characters before pinyin, and the more important (lower number) before the less. */
export function search(G, query, limit) {
  const wanted = plainQuery(query, G.simplified);
  if (!wanted) return [];
  const latin = /^[a-z]+$/.test(wanted);
  const hits = [];
  for (let node = 0; node < G.n; node++) {
    const hit = match(G, node, wanted, latin);
    if (hit) hits.push(hit);
  }
  hits.sort((a, b) => b.score - a.score || a.node - b.node);
  return limit < hits.length ? hits.slice(0, limit) : hits;
}

const plain = (text) => text.toLowerCase();

function match(G, node, wanted, latin) {
  const name = G.label[node];
  let best = byLetters(plain(name), wanted, 100);
  if (!best && latin) best = bySound(name, wanted, G.pinyin, 60);
  if (!best && G.alias[node]) {
    for (const alias of G.alias[node].split("|")) {
      const found = byLetters(plainQuery(alias, G.simplified), wanted, 80) || (latin ? bySound(alias, wanted, G.pinyin, 40) : null);
      if (found && (!best || found.score > best.score)) best = { ...found, alias };
    }
  }
  if (!best && G.code[node] && G.code[node].startsWith(wanted)) best = { score: 30, at: 0, length: 0 };
  return best && { node, alias: "", ...best };
}

function byLetters(text, wanted, score) {
  let at = text.indexOf(wanted);
  if (at < 0) {
    const bare = text.replace(/[“”‘’《》]/g, "");
    if (bare === text || !bare.includes(wanted)) return null;
    at = bare.indexOf(wanted);
    return { score: score - (at ? 10 : 0) - spare(text, wanted), at: -1, length: 0 };
  }
  return { score: score + (text === wanted ? 30 : 0) - (at ? 10 : 0) - spare(text, wanted), at, length: wanted.length };
}

const spare = (text, wanted) => Math.min(8, (text.length - wanted.length) / 4);

function bySound(text, letters, pinyin, score) {
  for (let at = 0; at < text.length; at++) {
    const length = spelled(letters, text, at, pinyin);
    if (length) return { score: score + (length === text.length ? 20 : 0) - (at ? 10 : 0) - Math.min(8, text.length - length), at, length };
  }
  return null;
}
