"""The media types of answers, and their short names for links (``?format=csv``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.serve.negotiate import choose

if TYPE_CHECKING:
    import pyoxigraph as ox

RESULTS: Final = {
    "application/sparql-results+json": "JSON",
    "application/sparql-results+xml": "XML",
    "text/csv": "CSV",
    "text/tab-separated-values": "TSV",
    "application/json": "JSON",
    "application/xml": "XML",
}
TRIPLES: Final = {
    "text/turtle": "TURTLE",
    "application/n-triples": "N_TRIPLES",
    "application/rdf+xml": "RDF_XML",
    "application/ld+json": "JSON_LD",
    "application/json": "JSON_LD",
    "application/xml": "RDF_XML",
}
HTML: Final = "text/html"
SHORT: Final = {
    "json": "application/sparql-results+json, application/ld+json;q=0.9",
    "xml": "application/sparql-results+xml, application/rdf+xml;q=0.9",
    "csv": "text/csv",
    "tsv": "text/tab-separated-values",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "rdfxml": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "html": HTML,
}


def results(accept: str) -> tuple[str, ox.QueryResultsFormat] | None:
    """The media type and format of rows or a truth, or ``None`` where the client takes none."""
    import pyoxigraph as ox

    media = choose(accept, tuple(RESULTS))
    return (media, getattr(ox.QueryResultsFormat, RESULTS[media])) if media else None


def triples(accept: str) -> tuple[str, ox.RdfFormat] | None:
    """The media type and format of triples, or ``None`` where the client takes none."""
    import pyoxigraph as ox

    media = choose(accept, tuple(TRIPLES))
    return (media, getattr(ox.RdfFormat, TRIPLES[media])) if media else None
