/* What is typed in the search: words, and filters written as words, kind:人物 place:临汾 year:2022. */

import { plainQuery } from "./search.js";
import { speech } from "./words.js";

const NAMES = { kind: "kind", 类型: "kind", 類型: "kind", place: "place", 地点: "place", 地點: "place", year: "year", 年份: "year", 年: "year" };
const FILTER = /(?:^|\s)(kind|place|year|类型|類型|地点|地點|年份|年)\s*[:：]\s*(\S*)/gi;

/* {words: ["提振消费"], kind, place, year}: what is not asked is "". */
export function parse(text) {
  const asked = { kind: "", place: "", year: "" };
  const rest = text.normalize("NFKC").replace(FILTER, (_, name, value) => { asked[NAMES[name.toLowerCase()] || NAMES[name]] = value; return " "; });
  return { ...asked, words: rest.split(/\s+/).filter(Boolean), rest: rest.trim() };
}

/* Which kinds a word means, in either language, by kind or by class: a mask of nodes. */
export function ofKind(G, word) {
  const wanted = plainQuery(word, G.simplified), says = (pair) => pair.some((one) => one.toLowerCase().startsWith(wanted));
  const kinds = G.kinds.map((kind) => says([kind, ...speech.words.kinds[kind]])), sets = G.sets.map((set) => set.split(" ").some((cls) => cls && says([cls, ...(speech.words.classes[cls] || [])])));
  return { kinds, has: (i) => kinds[G.kind[i]] || sets[G.classes[i]] };
}
