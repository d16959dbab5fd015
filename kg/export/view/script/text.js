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

/* A date as people write it: 2022-04-27 → 2022年4月27日. */
export function dateWords(date, english) {
  if (!date || english) return date;
  const [year, month, day] = date.split("-").map(Number);
  return `${year}年` + (month ? `${month}月` : "") + (day ? `${day}日` : "");
}

/* 99790000000 元 → 997.9亿元; small numbers as they are. */
export function amount(value, unit, english) {
  const scales = english ? [[1e9, " bn "], [1e6, " m "]] : [[1e8, "亿"], [1e4, "万"]];
  const scale = unit === "%" ? null : scales.find(([size]) => Math.abs(value) >= size && (size > 1e4 || value % 100 === 0));
  const number = scale ? value / scale[0] : value;
  return `${number.toLocaleString("en", { maximumFractionDigits: 4, useGrouping: !scale || number >= 10000 })}${scale ? scale[1] : ""}${unit}`;
}
