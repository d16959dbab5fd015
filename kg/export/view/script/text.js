/* Offsets are code points; strings here are UTF-16. Sentences with the words marked that matter. */

const PAIR = /[\uD800-\uDBFF][\uDC00-\uDFFF]/;

/* A slice by code points. An article of plain characters is sliced as it is. */
export function slice(doc, at, end) {
  if (doc.points === undefined) doc.points = PAIR.test(doc.text) ? Array.from(doc.text) : null;
  return doc.points ? doc.points.slice(at, end).join("") : doc.text.slice(at, end);
}

export const lengthOf = (doc) => (slice(doc, 0, 0), doc.points ? doc.points.length : doc.text.length);

/* The stretch [at, end) as pieces {text, node, at}: node ≥ 0 where a mention stands. Of nested mentions the outer counts. */
export function pieces(doc, mentions, at, end) {
  const made = [];
  let done = at;
  for (const mention of mentions) {
    const stop = mention.at + mention.length;
    if (mention.at < done || stop > end) continue;
    if (mention.at > done) made.push({ text: slice(doc, done, mention.at), node: -1, at: done });
    made.push({ text: slice(doc, mention.at, stop), node: mention.node, at: mention.at });
    done = stop;
  }
  if (done < end) made.push({ text: slice(doc, done, end), node: -1, at: done });
  return made;
}

const DATE = /^\d{4}(-\d\d){0,2}$/;

/* A date as people write it: 2022-04-27 → 2022年4月27日, 2021-11-08/2021-11-10 → 2021年11月8日至10日. Other words stay. */
export function dateWords(date, english) {
  const ends = (date || "").split("/");
  if (!ends.every((end) => DATE.test(end)) || ends.length > 2) return date;
  if (english) return ends.join(" – ");
  const [from, until = ""] = ends, units = ["年", "月", "日"], a = from.split("-"), b = until.split("-");
  const alike = a.findIndex((part, at) => part !== b[at]), skip = a.length === b.length && alike > 0 ? alike : 0;
  const say = (parts) => parts.map((part, at) => `${Number(part)}${units[at]}`);
  return say(a).join("") + (until ? `至${say(b).slice(skip).join("")}` : "");
}

/* [first, last] of a time in EDTF, as far as it says; null where it is open. */
export function endsOf(value) {
  const ends = value.split("/").filter((end) => DATE.test(end));
  return ends.length ? [ends[0], ends[ends.length - 1]] : null;
}

/* 99790000000 元 → 997.9亿元; small numbers as they are. */
export function amount(value, unit, english) {
  const scales = english ? [[1e9, " bn "], [1e6, " m "]] : [[1e8, "亿"], [1e4, "万"]];
  const scale = unit === "%" ? null : scales.find(([size]) => Math.abs(value) >= size && (size > 1e4 || value % 100 === 0));
  const number = scale ? value / scale[0] : value;
  return `${number.toLocaleString("en", { maximumFractionDigits: 4, useGrouping: !scale || number >= 10000 })}${scale ? scale[1] : ""}${unit}`;
}
