/* What a row of the search leads to. */

import { $ } from "./dom.js";
import { endsOf } from "./text.js";
import { spanOf } from "./sentences.js";
import { placeNamed } from "./results.js";
import { ofKind } from "./typed.js";
import { go, toArticle, toNode, toRuns } from "./route.js";
import { change, side } from "./side.js";
import { A } from "./state.js";

/* `listAll(text)` shows all that a text finds. */
export function taken(row, text, listAll) {
  const { G } = A;
  if (row.sort === "more") return listAll(text);
  if (row.sort === "filter") return sift(row.asked);
  if (row.sort === "sentence") go(toArticle(row.hit.doc, ...spanOf(row.hit)));
  else if (row.sort === "figure") go(toArticle(G.docs[G.doc[row.figure.span]], G.at[row.figure.span], G.at[row.figure.span] + G.length[row.figure.span]));
  else if (row.sort === "runs") go(toRuns(G, row.hit.node));
  else go(toNode(G, row.sort === "post" ? row.post.person : row.hit.node));
  return $("panel").focus();
}

/* The typed filters, as filters of the page. */
function sift(asked) {
  const { G } = A, part = {};
  if (asked.kind) {
    const { kinds } = ofKind(G, asked.kind);
    if (kinds.some(Boolean)) part.kinds = new Set(kinds.flatMap((on, kind) => (on ? [] : [kind])));
  }
  if (asked.place) part.place = placeNamed(G, asked.place);
  if (asked.year && endsOf(asked.year)) Object.assign(part, { from: asked.year, until: asked.year, undated: false });
  change(part);
  side();
}
