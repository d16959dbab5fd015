/* The parts of the script that need no browser. Run by tests/view/test_script.py, or by hand: node --test tests/view/ */

import assert from "node:assert/strict";
import { test } from "node:test";

import { adjacency, load, keyOf, nodeOf } from "../../kg/export/view/script/data.js";
import { plainQuery, search, spelled } from "../../kg/export/view/script/search.js";
import { amount, dateWords, endsOf, pieces, slice } from "../../kg/export/view/script/text.js";
import { place } from "../../kg/export/view/script/labels.js";
import { hosts, pathBetween, placeTree } from "../../kg/export/view/script/walk.js";
import { fresh, inTime, passing, stretches } from "../../kg/export/view/script/filter.js";
import { Heap } from "../../kg/export/view/script/heap.js";
import { parted, understood, written } from "../../kg/export/view/script/permalink.js";
import { Camera, apart, boxOf } from "../../kg/export/view/script/camera.js";
import { SHAPES } from "../../kg/export/view/script/shapes.js";

/* 甲省 ⊃ 乙市 ⊃ 丙县; 丁 works in 丙县, told by article 0; 戊 is alone. */
function small() {
  return load({
    base: "b/", kinds: ["Person", "Place"], look: [], rules: ["r"], skipped: [],
    nodes: { key: [1, 0, "place/x", 0, 0], label: ["甲省", "乙市", "丙县", "丁一", "戊"], kind: [1, 1, 1, 0, 0], x: [0, 1, 2, 3, 4], y: [0, 0, 0, 0, 0], size: [9, 8, 7, 6, 5], group: [0, 0, 0, 0, 1], alias: ["", "乙|老乙", "", "", ""], code: ["990000", "", "", "", ""], classes: [0, 0, 0, 1, 1], sets: ["Province", ""] },
    edges: { from: [1, 2, 3], to: [0, 1, 2], predicate: [0, 0, 1], title: [0, 0, 0], told: [1, 1, 2], span: [-1, -1, 0, 0], rule: [0, 0, 0, 0], sure: [100, 100, 60, 40], predicates: ["within", "locatedIn"], titles: [""], posts: {} },
    spans: { doc: [0], at: [0], length: [4] },
    docs: [{ id: "1", date: "2021-11-09", text: "𠮷丁一在丙县", mentions: [1, 2, 3, 3, 2, 2] }],
    figures: [], quotes: [], moments: [], pinyin: { 长: "chang zhang", 春: "chun", 丁: "ding", 一: "yi", 乙: "yi", 市: "shi" }, simplified: "長长縣县",
  });
}

test("keys are made from kind, code and name where they can be", () => {
  const G = small();
  assert.deepEqual([0, 1, 2].map((i) => keyOf(G, i)), ["place/990000-甲省", "place/乙市", "place/x"]);
  assert.equal(nodeOf(G, "person/丁一"), 3);
  assert.equal(nodeOf(G, "__proto__"), -1);
});

test("an edge to itself stands once among the neighbours", () => {
  const { first, around } = adjacency(2, Int32Array.of(0, 0), Int32Array.of(0, 1));
  assert.deepEqual([...first], [0, 2, 3]);
  assert.deepEqual([...around], [0, 1, 1]);
});

test("what is typed becomes plain", () => {
  assert.equal(plainQuery(" 長“春” ", new Map([["長", "长"]])), "长春");
  assert.equal(plainQuery("ＡＢ c", new Map()), "abc");
});

test("letters spell names by syllables, initials, or both, in every reading", () => {
  const { pinyin } = small();
  for (const [letters, length] of [["zc", 2], ["cc", 2], ["changchun", 2], ["zhangc", 2], ["chch", 2], ["ch", 1], ["xc", 0], ["changchunx", 0]]) {
    assert.equal(spelled(letters, "长春", 0, pinyin), length, letters);
  }
});

test("names come before aliases, beginnings before middles", () => {
  const G = small();
  assert.deepEqual(search(G, "乙", 9).map((hit) => hit.node), [1]);
  assert.equal(search(G, "老乙", 9)[0].alias, "老乙");
  assert.deepEqual(search(G, "dy", 9).map((hit) => hit.node), [3]);
  assert.deepEqual(search(G, "9900", 9).map((hit) => hit.node), [0]);
  assert.deepEqual(search(G, "   ", 9), []);
  assert.equal(search(G, "丙縣", 9)[0].node, 2);
});

test("offsets are code points, also behind a character beyond the BMP", () => {
  const { docs } = small();
  assert.equal(slice(docs[0], 1, 3), "丁一");
  const made = pieces(docs[0], [{ at: 1, length: 2, node: 3 }, { at: 4, length: 2, node: 2 }, { at: 4, length: 1, node: 9 }], 0, 6);
  assert.deepEqual(made.map((piece) => [piece.text, piece.node]), [["𠮷", -1], ["丁一", 3], ["在", -1], ["丙县", 2]]);
  assert.equal(made.map((piece) => piece.text).join(""), docs[0].text);
});

test("dates and amounts read as people write them", () => {
  assert.equal(dateWords("2021-11-09", 0), "2021年11月9日");
  assert.equal(dateWords("2021-11", 0), "2021年11月");
  assert.equal(dateWords("2021-11-08/2021-11-10", 0), "2021年11月8日至10日");
  assert.equal(dateWords("2021-11-08/2021-12-10", 0), "2021年11月8日至12月10日");
  assert.equal(dateWords("2021/2025", 0), "2021年至2025年");
  assert.equal(dateWords("2021-11-08/2021-11-10", 1), "2021-11-08 – 2021-11-10");
  for (const words of ["前三季度", "", "2021/..", "constructor"]) assert.equal(dateWords(words, 0), words);
  assert.deepEqual(["2021-11", "2021/2022-03", "", "../2021", "x"].map(endsOf), [["2021-11", "2021-11"], ["2021", "2022-03"], null, ["2021", "2021"], null]);
  assert.equal(amount(99790000000, "元", 0), "997.9亿元");
  assert.equal(amount(270000, "条", 0), "27万条");
  assert.equal(amount(8704, "户次", 0), "8,704户次");
  assert.equal(amount(12345, "人", 0), "12,345人");
  assert.equal(amount(92.4, "%", 0), "92.4%");
});

test("labels that are placed do not overlap and stay in sight", () => {
  const wanted = Array.from({ length: 400 }, (_, at) => ({ x: (at * 37) % 500, y: (at * 61) % 400, r: 6, width: 60, height: 14 }));
  const bounds = { left: 0, right: 500, top: 0, bottom: 400 }, placed = place(wanted, bounds, 300);
  assert.ok(placed.length > 20);
  for (const [at, a] of placed.entries()) {
    assert.ok(a.left >= 0 && a.left + a.width <= 500 && a.top >= 0 && a.top + a.height <= 400);
    for (const b of placed.slice(at + 1)) {
      assert.ok(a.left + a.width <= b.left || b.left + b.width <= a.left || a.top + a.height <= b.top || b.top + b.height <= a.top);
    }
  }
});

test("paths, hosts and the tree of places", () => {
  const G = small(), open = () => true;
  assert.deepEqual(pathBetween(G, 3, 0, open), [2, 1, 0]);
  assert.equal(pathBetween(G, 3, 4, open), null);
  assert.equal(pathBetween(G, 3, 0, (e) => e !== 1), null);
  assert.deepEqual(pathBetween(G, 3, 3, open), []);
  const all = { nodes: new Uint8Array(5).fill(1), edges: new Uint8Array(3).fill(1) };
  assert.deepEqual([...hosts(G, [0, 2], all.nodes, all.edges)], [0, 0, 2, 2, -1]);
  assert.deepEqual([...placeTree(G).parent], [-1, 0, 1, -1, -1]);
});

test("places that lie in each other do not hang the tree", () => {
  const G = { n: 3, m: 3, predicates: ["within"], predicate: [0, 0, 0], from: [0, 1, 2], to: [1, 2, 0] };
  assert.equal(placeTree(G).parent.length, 3);
});

test("filters of kind, relation, confidence and time", () => {
  const G = small(), count = (F) => passing(G, { ...fresh(), ...F }, null).nodes.reduce((a, b) => a + b, 0);
  assert.equal(count({}), 5);
  assert.equal(count({ kinds: new Set([1]) }), 2);
  assert.equal(count({ predicates: new Set([0]) }), 2);
  assert.equal(count({ sure: 50 }), 4);
  assert.equal(count({ sure: 70 }), 3);
  assert.equal(count({ doc: 0 }), 2);
  assert.equal(count({ from: "2022" }), 0);
  assert.equal(count({ from: "2021" }), 4); // what is above what was told then
  assert.equal(count({ undated: false }), 2);
});

test("a date of any precision lies in a stretch if one of its days does", () => {
  const F = { ...fresh(), from: "2021-05-01", until: "2021-12-31", undated: false };
  for (const [date, is] of [["2021", true], ["2021-05", true], ["2021-04-30", false], ["2021-12-31", true], ["2022-01-01", false], ["", false]]) assert.equal(inTime(F, date), is, date);
});

test("what has a time of its own passes by it, besides the articles that tell of it", () => {
  const G = small(), count = (F) => passing(G, { ...fresh(), undated: false, ...F }, null).nodes.reduce((a, b) => a + b, 0);
  assert.equal(count({ from: "2023" }), 0);
  G.moments = [{ node: 3, term: "began", value: "2020-03" }, { node: 3, term: "ended", value: "2023-05-06" }, { node: 4, term: "at", value: "2023-02/2023-04" }];
  G.momentsAt = undefined;
  assert.deepEqual(stretches(G.moments.slice(0, 2)), [["2020-03", "2023-05-06"]]);
  assert.equal(count({ from: "2023" }), 2);
  assert.equal(count({ from: "2023-05-07" }), 0);
  assert.equal(count({ until: "2020-03-01" }), 2);
  assert.equal(count({ until: "2020-02" }), 0);
  assert.equal(count({ from: "2023", doc: 0 }), 2);
  assert.equal(count({ from: "2023", sure: 70 }), 0);
});

test("a path keeps off the hub that joins everything", () => {
  const from = [], to = [];
  const join = (a, b) => { from.push(a); to.push(b); };
  for (let i = 0; i < 300; i++) if (i !== 1) join(i, 1);
  join(0, 2); join(2, 3); join(3, 4);
  const G = { n: 300, from: Int32Array.from(from), to: Int32Array.from(to), ...adjacency(300, from, to) };
  assert.deepEqual(pathBetween(G, 0, 4, () => true), [299, 300, 301]);
  assert.deepEqual(pathBetween(G, 0, 200, () => true), [0, 199]);
  assert.deepEqual(pathBetween(G, 0, 1, () => true), [0]);
});

test("a heap gives the cheapest first, of equals the lower number", () => {
  const heap = new Heap();
  for (const [cost, node] of [[3, 1], [1, 9], [2, 5], [1, 4], [2, 2]]) heap.push(cost, node);
  assert.deepEqual(Array.from({ length: 6 }, () => heap.pop()), [4, 9, 2, 5, 1, -1]);
});

test("filters go into the address and come back", () => {
  const G = small(), F = { ...fresh(), kinds: new Set([0]), predicates: new Set([1]), doc: 0, place: 1, from: "2021-11", until: "2022", undated: false, sure: 60 };
  assert.equal(written(G, fresh()), "");
  const words = written(G, F);
  assert.deepEqual(understood(G, words), F);
  assert.deepEqual(parted(`#?${words}!place/a!b`), { filter: words, what: "place/a!b" });
  assert.deepEqual(parted("#%3Fsure=60%21place/x"), { filter: "sure=60", what: "place/x" });
  assert.deepEqual(parted("#person/谁?!"), { filter: "", what: "person/谁?!" });
  assert.deepEqual(understood(G, "hide=Ghost,__proto__&article=none&place=none&from=<b>&sure=999x&undated=maybe"), fresh());
  assert.deepEqual(understood(G, ""), fresh());
});

test("the camera keeps the point under the finger", () => {
  const camera = Object.assign(new Camera(), { width: 200, height: 100, x: 5, y: 7 });
  const before = camera.toWorld(30, 40);
  camera.zoom(2, 30, 40);
  assert.deepEqual(camera.toWorld(30, 40).map(Math.round), before.map(Math.round));
  assert.deepEqual(boxOf([1, 5], [2, 9], [0, 1]), { left: 1, right: 5, top: 2, bottom: 9 });
});

test("points are pushed apart", () => {
  const xs = [0, 0, 1], ys = [0, 0, 0];
  apart(xs, ys, [0, 1, 2], 10);
  assert.ok(Math.hypot(xs[0] - xs[1], ys[0] - ys[1]) > 8);
});

test("every outline is about as large as its circle", () => {
  for (const corners of Object.values(SHAPES)) for (const [x, y] of corners || []) assert.ok(Math.hypot(x, y) < 1.5);
});
