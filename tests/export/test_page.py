"""The page as bytes: one file, nothing fetched, every text as data. What it does in a browser is in tests/view/."""

from __future__ import annotations

import base64
import hashlib
import json
import os
import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from kg.export.markup import shown
from kg.export.page import page
from kg.export.view import assets
from kg.export.view.builder import builder, network, read
from kg.model import Graph
from tests.export.specimen import specimen

if TYPE_CHECKING:
    from typing import Any

    from kg.model.graph import Graph as Whole


class Elements(HTMLParser):
    """Tags, attributes and the text inside script and style elements."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        if self.tags and self.tags[-1][0] in {"script", "style"} and data.strip():
            self.inside.append((self.tags[-1][0], data))


def elements(graph: Whole) -> Elements:
    parser = Elements()
    parser.feed(page(graph).decode())
    return parser


def payload(graph: Whole) -> Any:
    return json.loads(next(text for tag, text in elements(graph).inside if tag == "script"))


def test_nothing_is_fetched() -> None:
    for tag, attributes in elements(specimen()).tags:
        assert tag not in {"img", "iframe", "object", "embed", "base", "form", "video", "audio"}
        for name in ("src", "href", "srcset", "data", "action"):
            assert (attributes.get(name) or "#").startswith(("#", "data:")), (tag, attributes)


def test_policy_names_the_script_and_style_that_stand_there() -> None:
    found = elements(specimen())
    policy = next(a["content"] for tag, a in found.tags if a.get("http-equiv") == "Content-Security-Policy")
    assert policy is not None
    for tag, text in found.inside[:1] + found.inside[2:]:
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_hostile_words_stay_inside_the_data() -> None:
    html = page(specimen()).decode()
    assert html.count("<script") == 2
    assert "<script>公司" not in html
    made = payload(specimen())
    assert "<script>公司&" in made["nodes"]["label"]
    assert made["docs"][0]["text"] == specimen().articles[0].document.text


def test_every_entity_and_fact_is_there() -> None:
    graph, made = specimen(), payload(specimen())
    assert sorted(made["nodes"]["label"]) == sorted(shown(entity.name) for entity in graph.entities)
    told = {(r.subject, r.predicate, r.object, r.evidence.span, r.evidence.rule) for r in graph.relations}
    assert sum(made["edges"]["told"]) == len(made["edges"]["span"]) == len(told) + len(graph.posts)
    assert len(made["figures"]) == len(graph.figures)
    assert len(made["quotes"]) == len(graph.quotes)


def test_spans_lead_to_the_sentence() -> None:
    made, article = payload(specimen()), specimen().articles[0]
    spans, text = made["spans"], made["docs"][0]["text"]
    assert set(spans["doc"]) == {0}
    shown = {text[at : at + length] for at, length in zip(spans["at"], spans["length"], strict=True)}
    told = [fact.evidence for fact in (*specimen().relations, *specimen().posts)]
    assert shown == {article.surface(why.span) for why in told if why.document == "001"}


def test_the_same_bytes_again() -> None:
    assert page(specimen()) == page(specimen())


def test_the_same_bytes_whatever_the_hash_seed() -> None:
    call = "import hashlib; from kg.export.page import page; from tests.view.synthetic import synthetic; "
    call += "print(hashlib.sha256(page(synthetic(300))).hexdigest())"
    made = set()
    for seed in ("1", "2"):
        how = {**os.environ, "PYTHONHASHSEED": seed}
        made.add(
            subprocess.run([sys.executable, "-c", call], capture_output=True, text=True, env=how, check=True).stdout
        )
    assert len(made) == 1


@pytest.mark.parametrize("graph", [Graph(), Graph(articles=specimen().articles)], ids=["nothing", "articles only"])
def test_an_empty_graph_has_a_page(graph: Whole) -> None:
    assert b"<!DOCTYPE html>" in page(graph)


def test_each_module_has_a_scope_of_its_own() -> None:
    opened = [line.split()[1] for line in assets.script().splitlines() if line.startswith("const of_")]
    assert opened == [f"of_{name}" for name in read("parts.json")["script"]]
    assert not any(line.startswith(("import ", "export ")) for line in assets.script().splitlines())
    assert set(read("parts.json")) == {"style", "script"}


def test_pyvis_has_what_the_page_draws() -> None:
    pytest.importorskip("pyvis")
    net, drawn = network(specimen()), builder(specimen())
    assert type(net).__module__ == "pyvis.network"
    assert (net.nodes, len(net.edges)) == (drawn.nodes, len(drawn.edges))
    assert len(net.nodes) == len(specimen().entities)
    assert {"id", "label", "x", "y", "size", "shape", "color", "group"} <= set(net.nodes[0])
