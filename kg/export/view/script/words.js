/* The two languages of the interface. */

export const speech = { at: 0, words: null };

export function speak(words, language) {
  speech.words = words;
  speech.at = language === "en" ? 1 : 0;
}

/* t("shown", 4, 20) → 显示 4 / 20 */
export function t(key, ...values) {
  const pair = speech.words.interface[key];
  return values.reduce((text, value, at) => text.replace(`{${at}}`, () => String(value)), pair[speech.at]);
}

/* As a heading: English ones begin with a capital. */
export const heading = (text) => text.slice(0, 1).toUpperCase() + text.slice(1);

export const kindWord = (kind) => heading(speech.words.kinds[kind][speech.at]);
export const classWord = (cls) => (speech.words.classes[cls] || [cls, cls])[speech.at];

/* A predicate as said of its subject, or (backwards) of its object. */
export function predicateWord(predicate, backwards) {
  const words = speech.words.predicates[predicate];
  return words[(backwards ? 2 : 0) + speech.at];
}

/* What an entity is called: in English its name in Latin letters where the graph has one. */
export const nameOf = (G, i) => (speech.at && G.latin[i]) || G.label[i];

/* A province by the name that maps have room for (新疆), anything else as it is. */
export const shortName = (G, i) => {
  const tile = /^\d\d0000$/.test(G.code[i] || "") ? G.tiles[G.code[i].slice(0, 2)] : null;
  return tile ? tile[2 + speech.at] : nameOf(G, i);
};

export const separator = () => (speech.at ? ", " : "、");
