// JavaScript readers of what we write: N3.js, jsonld.js, graphology, cytoscape, Comunica. Jobs come as JSON on standard
// input, answers go as JSON to standard output. NODE_PATH says where the packages are.
const { readFileSync } = require("node:fs");

const read = (file) => readFileSync(file, "utf8");

// How many triples N3.js finds in each file.
function n3(files) {
  const { Parser } = require("n3");
  return files.map((file) => new Set(new Parser().parse(read(file)).map((quad) => JSON.stringify(quad))).size);
}

// The canonical N-Quads of a JSON-LD file.
async function canonical(file) {
  const jsonld = require("jsonld");
  return jsonld.canonize(JSON.parse(read(file)), { algorithm: "URDNA2015", format: "application/n-quads", safe: true });
}

// Nodes, edges, and the attributes of the edge that is asked for, as graphology sees them.
function graphology({ format, file, edge }) {
  const { MultiDirectedGraph } = require("graphology");
  const parsers = { gexf: "graphology-gexf/node", graphml: "graphology-graphml/node" };
  const graph = require(parsers[format]).parse(MultiDirectedGraph, read(file));
  return { nodes: graph.order, edges: graph.size, edge: graph.getEdgeAttributes(edge), keys: graph.edges() };
}

function cytoscape(file) {
  const made = require("cytoscape")({ headless: true, elements: JSON.parse(read(file)).elements });
  return { nodes: made.nodes().length, edges: made.edges().length, first: made.nodes()[0].data() };
}

// The rows of each query, by Comunica over the triples that N3.js read.
async function comunica({ graph, queries }) {
  const { Parser, Store } = require("n3");
  const { QueryEngine } = require("@comunica/query-sparql-file");
  const engine = new QueryEngine();
  const store = new Store(new Parser().parse(read(graph)));
  const told = {};
  for (const [name, sparql] of Object.entries(queries)) {
    const rows = await (await engine.queryBindings(sparql, { sources: [store] })).toArray();
    told[name] = rows.map((row) => Object.fromEntries([...row].map(([variable, term]) => [variable.value, term.value])));
  }
  return told;
}

const JOBS = { n3, canonical, graphology, cytoscape, comunica };

(async () => {
  const { job, input } = JSON.parse(read(0));
  process.stdout.write(JSON.stringify(await JOBS[job](input)));
})().catch((error) => {
  console.error(error);
  process.exitCode = 1;
});
