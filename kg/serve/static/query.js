// The query page: fills in shipped queries, sends SPARQL to the endpoint, shows rows. All text goes in as text nodes.
const at = (id) => document.getElementById(id);
const { base, queries } = JSON.parse(at("shipped").textContent);
const START = "SELECT ?name ?kind {\n  ?entity a ?kind ; rdfs:label ?name\n  FILTER(LANGMATCHES(LANG(?name), \"zh-Hans\"))\n} LIMIT 50\n";
const SHOWN = 2000;

function make(tag, text = "", parent = null) {
  const node = document.createElement(tag);
  node.textContent = text;
  if (parent) parent.append(node);
  return node;
}

for (const query of queries) {
  const option = make("option", `${query.zh} ${query.en}`, at("pick"));
  option.value = query.name;
}

// A literal as SPARQL writes it: quotes, backslashes and line breaks cannot end it.
const literal = (text) => JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029]/g, "");

function filled(query) {
  let text = query.text;
  for (const { name } of query.parameters) {
    const value = at(`param-${name}`)?.value.trim();
    if (value) text = text.replace(`VALUES ?${name} { UNDEF }`, () => `VALUES ?${name} { ${literal(value)} }`);
  }
  return text;
}

function picked() {
  const query = queries.find(({ name }) => name === at("pick").value);
  at("parameters").replaceChildren();
  at("about").textContent = query ? `${query.aboutZh} ${query.about}` : "";
  if (!query) return;
  for (const { name, about, required } of query.parameters) {
    const label = make("label", `${name} (${about}) `, at("parameters"));
    const input = make("input", "", label);
    input.id = `param-${name}`;
    input.required = required;
    input.addEventListener("input", () => { at("query").value = filled(query); });
  }
  at("query").value = filled(query);
}

function cell(row, term) {
  const td = make("td", "", row);
  if (!term) return;
  if (term.type === "uri") {
    const inside = term.value.startsWith(base);
    const link = make("a", inside ? term.value.slice(base.length) : term.value, td);
    if (inside) link.href = "/" + term.value.slice(base.length);
    else if (/^https?:/.test(term.value)) { link.href = term.value; link.rel = "noopener noreferrer"; }
    return;
  }
  td.textContent = term.value;
  if (term["xml:lang"]) td.lang = term["xml:lang"];
  if (/#(integer|decimal|double)$/.test(term.datatype ?? "")) td.className = "number";
}

function shown(answer) {
  if ("boolean" in answer) {
    make("p", answer.boolean ? "是 yes" : "否 no", at("results"));
    return "";
  }
  const rows = answer.results.bindings;
  const table = make("table", "", at("results"));
  const head = make("tr", "", make("thead", "", table));
  for (const name of answer.head.vars) make("th", name, head).scope = "col";
  const body = make("tbody", "", table);
  for (const binding of rows.slice(0, SHOWN)) {
    const row = make("tr", "", body);
    for (const name of answer.head.vars) cell(row, binding[name]);
  }
  return `${rows.length} 行 rows${rows.length > SHOWN ? `；显示 ${SHOWN} shown` : ""}`;
}

async function ask(query) {
  const accept = "application/sparql-results+json, text/turtle;q=0.9";
  const headers = { "Content-Type": "application/sparql-query", Accept: accept };
  const response = await fetch("/sparql", { method: "POST", headers, body: query });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  if (response.headers.get("Content-Type").startsWith("text/turtle")) {
    make("pre", text, at("results"));
    return "";
  }
  return shown(JSON.parse(text));
}

async function run() {
  const query = at("query").value;
  for (const id of ["results", "error", "status"]) at(id).replaceChildren();
  history.replaceState(null, "", `#query=${encodeURIComponent(query)}`);
  at("status").textContent = "…";
  const began = performance.now();
  try {
    const told = await ask(query);
    at("status").textContent = `${told} ${Math.round(performance.now() - began)} ms`;
    at("links").hidden = false;
    for (const id of ["csv", "tsv", "json", "xml"]) at(id).href = `/sparql?format=${id}&query=${encodeURIComponent(query)}`;
  } catch (error) {
    at("status").textContent = "";
    at("links").hidden = true;
    at("error").textContent = error.message;
  }
}

at("pick").addEventListener("change", picked);
at("form").addEventListener("submit", (event) => { event.preventDefault(); run(); });
at("query").addEventListener("keydown", (event) => { if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) run(); });
const kept = new URLSearchParams(location.hash.slice(1)).get("query");
at("query").value = kept ?? START;
if (kept) run();
