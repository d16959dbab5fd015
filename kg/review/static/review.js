// The page of `kg review --web`. Everything from the graph is set as text, never as markup.
"use strict";

const state = { cards: [], at: 0, undo: 0 };
const byId = (id) => document.getElementById(id);

function element(name, text, className) {
  const made = document.createElement(name);
  if (text !== undefined) made.textContent = text;
  if (className) made.className = className;
  return made;
}

function shown() {
  const layer = byId("layer").value;
  return state.cards.filter((card) => !layer || card.layer === layer);
}

async function load() {
  const answer = await fetch("queue.json");
  const told = await answer.json();
  if (!answer.ok) return fail(told.error);
  state.cards = told.cards;
  state.undo = told.undo;
  state.at = Math.min(state.at, Math.max(0, shown().length - 1));
  draw();
}

function fail(why) {
  byId("card").append(element("p", why, "error"));
}

async function send(path, body) {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(body || {}),
  });
  const told = await answer.json();
  if (!answer.ok) return fail(told.error);
  await load();
}

function decide(answer, now) {
  const card = shown()[state.at];
  if (!card) return;
  const identity = card.layer === "pair";
  if (identity !== ["same", "different"].includes(answer)) return;
  send("decide", { card: card.id, answer, now, reason: (byId("reason") || {}).value || "" });
}

function correct() {
  const fields = [...document.querySelectorAll("input[data-field]")];
  if (!fields.length) return;
  const changed = fields.some((field) => field.value !== field.defaultValue);
  if (!changed) return fields[0].focus();
  decide("correct", Object.fromEntries(fields.map((field) => [field.dataset.field, field.value])));
}

function draw() {
  const cards = shown();
  const place = byId("card");
  place.replaceChildren();
  byId("count").textContent = cards.length ? `${state.at + 1} / ${cards.length}` : "";
  const card = cards[state.at];
  if (!card) return place.append(element("p", "没有待核对的内容。 Nothing is left."), undoButton());
  place.append(element("h2", card.text));
  if (card.layer === "pair") drawPair(place, card);
  else drawFact(place, card);
  place.focus();
}

function drawFact(place, card) {
  place.append(element("p", `${card.title} · ${card.article} · ${card.rule} · ${card.confidence}`, "meta"));
  const quote = element("blockquote");
  quote.append(element("span", card.before, "around"), element("mark", card.sentence), element("span", card.after, "around"));
  place.append(quote);
  const fields = element("div", undefined, "row");
  for (const [name, value] of Object.entries(card.now)) {
    const label = element("label", name);
    const input = element("input");
    input.value = value;
    input.defaultValue = value;
    input.dataset.field = name;
    label.append(input);
    fields.append(label);
  }
  place.append(fields, reason());
  const buttons = [["属实 affirm (a)", () => decide("affirm")], ["不实 retract (r)", () => decide("retract")]];
  if (Object.keys(card.now).length) buttons.push(["更正 correct (c)", correct]);
  place.append(row(buttons));
}

function drawPair(place, card) {
  place.append(element("p", `score ${card.confidence}`, "meta"));
  const sides = element("div", undefined, "sides");
  for (const side of card.sides) {
    const box = element("section");
    box.append(element("h3", side.name), element("p", side.key, "meta"));
    for (const sentence of side.sentences) box.append(element("blockquote", sentence));
    sides.append(box);
  }
  place.append(sides, reason(), row([["同一 same (s)", () => decide("same")], ["不同 different (d)", () => decide("different")]]));
}

function reason() {
  const label = element("label", "理由 reason ");
  const input = element("input");
  input.id = "reason";
  input.size = 40;
  label.append(input);
  return label;
}

function row(buttons) {
  const made = element("div", undefined, "row");
  for (const [text, act] of buttons) {
    const button = element("button", text);
    button.type = "button";
    button.addEventListener("click", act);
    made.append(button);
  }
  made.append(undoButton());
  return made;
}

function undoButton() {
  const button = element("button", `撤销 undo (u) ${state.undo || ""}`);
  button.type = "button";
  button.disabled = !state.undo;
  button.addEventListener("click", () => send("undo"));
  return button;
}

function step(by) {
  state.at = Math.max(0, Math.min(state.at + by, shown().length - 1));
  draw();
}

const KEYS = {
  a: () => decide("affirm"), r: () => decide("retract"), c: correct, s: () => decide("same"),
  d: () => decide("different"), n: () => step(1), p: () => step(-1), u: () => state.undo && send("undo"),
};

document.addEventListener("keydown", (event) => {
  const typing = ["INPUT", "SELECT"].includes(event.target.tagName);
  if (typing && event.key === "Escape") return byId("card").focus();
  if (typing || event.ctrlKey || event.metaKey || event.altKey || !KEYS[event.key]) return;
  event.preventDefault();
  KEYS[event.key]();
});
byId("layer").addEventListener("change", () => { state.at = 0; draw(); });
load();
