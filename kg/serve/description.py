"""What the endpoint says of itself (SPARQL 1.1 Service Description)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.serve import media
from kg.serve.reply import Reply, worded

if TYPE_CHECKING:
    from starlette.datastructures import URL

_FORMATS: Final = "http://www.w3.org/ns/formats/"
_NAMES: Final = (
    "SPARQL_Results_JSON",
    "SPARQL_Results_XML",
    "SPARQL_Results_CSV",
    "SPARQL_Results_TSV",
    "Turtle",
    "N-Triples",
    "RDF_XML",
    "JSON-LD",
)


def description(address: URL, accept: str) -> Reply:
    """The triples: where the endpoint is, that it speaks SPARQL 1.1, in which formats it answers."""
    import pyoxigraph as ox

    chosen = media.triples(accept)
    if chosen is None:
        return worded(406, f"The service description can be had as: {', '.join(media.TRIPLES)}.")
    try:
        endpoint = ox.NamedNode(str(address.replace(query="", fragment="")))
    except ValueError:
        return worded(400, "The address of the request is no IRI.")
    formats = ", ".join(f"<{_FORMATS}{name}>" for name in _NAMES)
    turtle = f"""@prefix sd: <http://www.w3.org/ns/sparql-service-description#> .
        [] a sd:Service ; sd:endpoint {endpoint} ; sd:supportedLanguage sd:SPARQL11Query ;
        sd:resultFormat {formats} ; sd:defaultDataset [ a sd:Dataset ; sd:defaultGraph [ a sd:Graph ] ] ."""
    prefixes = {"sd": "http://www.w3.org/ns/sparql-service-description#", "formats": _FORMATS}
    triples = (quad.triple for quad in ox.parse(turtle.encode(), format=ox.RdfFormat.TURTLE))
    return Reply(200, chosen[0], ox.serialize(triples, format=chosen[1], prefixes=prefixes) or b"")
