/* Figures by what was counted and of whom: 地区生产总值 四川, 常住人口 2025. */

import { aliasesOf } from "./data.js";
import { placeOf } from "./about.js";
import { plainQuery } from "./search.js";

const YEAR = /^(1[89]|20)\d\d年?$/, LEAST = 2;

/* The figures one of whose words names the indicator and whose others name the subject or the year, whole indicators first. */
export function figuresFor(G, words, year, limit) {
  const plain = words.map((word) => plainQuery(word, G.simplified)).filter(Boolean), found = [];
  if (!plain.length || plain.every((word) => /^[a-z]$/.test(word))) return found;
  const asked = year || (plain.find((word) => YEAR.test(word)) || "").slice(0, 4), others = plain.filter((word) => !YEAR.test(word));
  for (const figure of G.figures) {
    const indicator = figure.plain || (figure.plain = plainQuery(figure.indicator, G.simplified)), named = others.filter((word) => word.length >= LEAST && indicator.includes(word));
    if (!named.length || (asked && !figure.period.includes(asked))) continue;
    const rest = others.filter((word) => !named.includes(word));
    if (rest.length && !rest.every((word) => called(G, figure.subject).some((name) => name.includes(word)))) continue;
    found.push([named.includes(indicator) ? 0 : 1, indicator.length, found.length, figure]);
  }
  return found.sort((a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2]).slice(0, limit).map((one) => one[3]);
}

/* All by which the subject of a figure, and the place it lies in, may be called. */
function called(G, subject) {
  const place = subject < 0 ? -1 : placeOf(G, subject);
  return [subject, place].filter((i) => i >= 0).flatMap((i) => [G.label[i], ...aliasesOf(G, i)]);
}
