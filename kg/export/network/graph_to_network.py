"""``Graph`` to a networkx ``MultiDiGraph``: what GraphML, GEXF, node-link JSON, Cytoscape, Neo4j and the view share.

A node is an entity or a post. An edge is a relation as one span tells it: a relation told in three places is three
edges, as it is three statements in the RDF. Two kinds of edge carry no span: ``postIn`` (a post in its organ) and
``broader`` (a campaign in its family). Every attribute has one type throughout and is never missing.
"""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from kg.export.rdf import address
from kg.export.rdf.naming import romanise
from kg.model.facts import GAZETTEER, Evidence
from kg.ontology import ancestors, labels
from kg.vocab import Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from kg.model.facts import Entity
    from kg.model.graph import Article, Graph

STRUCTURE = "structure"
"""The rule of an edge that no span tells: it follows from how a node is made."""


def network(graph: Graph) -> Any:
    """The ``networkx.MultiDiGraph``: nodes by key, edges with globally unique keys, both in sorted order."""
    import networkx as nx

    made = nx.MultiDiGraph()
    for key, attributes in sorted(nodes(graph, *counted(graph.articles)).items()):
        made.add_node(key, **attributes)
    for key, (source, target, told) in sorted(edges(graph).items()):
        made.add_edge(source, target, key=key, **told)
    return made


def counted(articles: Iterable[Article]) -> tuple[Counter[str], Counter[str]]:
    """How often each entity is mentioned, and in how many articles, by key."""
    mentions: Counter[str] = Counter()
    among: Counter[str] = Counter()
    for article in articles:
        here = Counter(mention.entity for mention in article.mentions)
        mentions.update(here)
        among.update(here.keys())
    return mentions, among


def nodes(graph: Graph, mentions: Mapping[str, int], articles: Mapping[str, int]) -> dict[str, dict[str, str | int]]:
    """Entities and posts by key, with their attributes; how often an entity is told of comes from outside."""
    made: dict[str, dict[str, str | int]] = {}
    for entity in graph.entities:
        made[entity.key] = {
            "label": entity.name,
            "label_en": {tag: label for label, tag in romanise(entity)}.get("en", ""),
            "kind": entity.kind.value,
            "classes": " ".join(sorted(_classes(entity))),
            "adcode": entity.adcode,
            "aliases": " | ".join(sorted({text for text, _ in entity.aliases} - {entity.name})),
            "mentions": mentions.get(entity.key, 0),
            "articles": articles.get(entity.key, 0),
        }
    texts = dict.fromkeys(("label_en", "classes", "adcode", "aliases"), "")
    blank: dict[str, str | int] = {**texts, "mentions": 0, "articles": 0}
    for held in graph.posts:
        made.setdefault(address.post(held), {"label": held.title, "kind": "Post", **blank})
    return made


def _classes(entity: Entity) -> set[str]:
    """The finer classes with all above them, as the RDF has them."""
    return {above for cls in entity.classes for above in (cls, *ancestors(cls))} - {entity.kind.value}


_Own = tuple[str, str, str]  # of a post: status, start, end
Edge = tuple[str, str, dict[str, str | int | float]]


def edges(graph: Graph) -> dict[str, Edge]:
    """Edges by their key: subject, predicate, object and span. All rules and roles are named; the surest speaks."""
    articles = {article.id: article for article in graph.articles}
    made: dict[str, Edge] = {}

    def add(source: str, predicate: str, target: str, why: Evidence, role: str = "", own: _Own = ("", "", "")) -> None:
        key = f"{source}|{predicate}|{target}|{address.stretch(why.document, why.span)}"
        status = dict(zip(("status", "start", "end"), own, strict=True))
        told = {**_told(articles.get(why.document), why), "role": role, **status}
        if key not in made:
            roles = {"role": " ".join(sorted(set(role.split())))} if role else {}
            made[key] = (source, target, {**_named(predicate), **told, **roles})
            return
        known = made[key][2]
        surest = told if why.confidence > float(known["confidence"]) else known
        every = {"rule": {*str(known["rule"]).split(), why.rule}, "role": {*str(known["role"]).split(), *role.split()}}
        joined = {name: " ".join(sorted(words)) for name, words in every.items()}
        made[key] = (source, target, {**_named(predicate), **surest, **joined})

    for relation in graph.relations:
        add(relation.subject, relation.predicate.value, relation.object, relation.evidence, relation.role)
    for held in graph.posts:
        post = address.post(held)
        own = held.status, held.start, held.end
        add(held.person, Predicate.HOLDS_POST.value, post, held.evidence, "", own)
        if held.of:
            made[f"{post}|postIn|{held.of}"] = (post, held.of, _structural("postIn"))
    for entity in graph.entities:
        if entity.broader:
            made[f"{entity.key}|broader|{entity.broader}"] = (entity.key, entity.broader, _structural("broader"))
    return made


def _told(article: Article | None, why: Evidence) -> dict[str, str | int | float]:
    """How an edge is known: the sentence with its place, the rule, the confidence, the article's date."""
    return {
        "evidence": article.surface(why.span) if article else "",
        "document": why.document,
        "file": article.document.source if article else GAZETTEER,
        "begin_index": why.span.start,
        "end_index": why.span.end,
        "rule": why.rule,
        "confidence": float(why.confidence),
        "date": (article.document.masthead.date or "") if article else "",
    }


def _structural(predicate: str) -> dict[str, str | int | float]:
    empty = dict.fromkeys(("evidence", "document", "file", "date", "role", "status", "start", "end"), "")
    return {**_named(predicate), **empty, "begin_index": 0, "end_index": 0, "rule": STRUCTURE, "confidence": 1.0}


@cache
def _label(predicate: str) -> tuple[str, str]:
    known = {"postIn": ("设于", "post in"), "broader": ("所属主题", "broader")}
    return known[predicate] if predicate in known else (labels(predicate)["zh-hans"], labels(predicate)["en"])


def _named(predicate: str) -> dict[str, str | int | float]:
    chinese, english = _label(predicate)
    return {"relation": predicate, "label": chinese, "label_en": english}
