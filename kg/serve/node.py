"""One node of the graph at its own path: a page for people, or RDF with all that is told of it, evidence included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.export.rdf.terms import iri as light
from kg.query.answer import asked
from kg.serve import media
from kg.serve.negotiate import choose
from kg.serve.reply import Job, Reply, worded, written

if TYPE_CHECKING:
    import pyoxigraph as ox

_SOURCE: Final = "the node's page"
_ABOUT: Final = "rdf:subject|rdf:object|zt:observedFor|zt:speaker|zt:dates|org:member|nif:referenceContext"


def node(store: ox.Store, base: str, job: Job) -> Reply:
    """The reply for a path: 404 where the graph has no such node, 406 for media that nobody offers."""
    from kg.serve.page import page

    there = light(base, job.text)
    if there != f"<{base}{job.text}>" or not known(store, there):
        return worded(404, "The graph has nothing at this address.")
    chosen = choose(job.accept, (media.HTML, *media.TRIPLES) if "html" in job.accept else (*media.TRIPLES, media.HTML))
    if chosen is None:
        return worded(406, f"This node can be had as: {', '.join((media.HTML, *media.TRIPLES))}.")
    if chosen == media.HTML:
        return Reply(200, "text/html; charset=utf-8", page(store, base, there).encode())
    return described(store, there, chosen)


def known(store: ox.Store, there: str) -> bool:
    """Whether the graph says anything of the node."""
    with asked(store, f"ASK {{ {{ {there} ?p ?o }} UNION {{ ?s ?p {there} }} }}", _SOURCE) as found:
        return bool(found)


def described(store: ox.Store, there: str, kind: str) -> Reply:
    """The node's own triples, what is stated of it, and the spans behind that."""
    chosen: Any = media.triples(kind)
    query = f"""CONSTRUCT {{ ?s ?p ?o }} WHERE {{
      {{ {{ VALUES ?s {{ {there} }} }} UNION {{ ?s {_ABOUT} {there} }} UNION {{ ?s itsrdf:taIdentRef {there} }}
        UNION {{ ?why rdf:subject|rdf:object|zt:observedFor|zt:speaker|zt:dates {there} ; prov:wasDerivedFrom ?s }} }}
      ?s ?p ?o }}"""
    with asked(store, query, _SOURCE) as found:
        return written(found, *chosen)
