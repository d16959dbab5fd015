"""What a written graph knows of an entity in order of time: what happened, who held which post, what was counted.

Three dates are three things: when something was (``at``, ``began``, ``ended``, ``period``), when a text attests it
(``attested``), and the day of the text itself (``file date``), which is only what it is where nothing else is told.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from kg.explain import explain
from kg.ontology import labels
from kg.query.answer import ask
from kg.vocab import ZT

if TYPE_CHECKING:
    from collections.abc import Callable

    import pyoxigraph as ox

_SPAN: Final = """?why prov:wasDerivedFrom ?span . ?span nif:anchorOf ?sentence ; nif:referenceContext ?article .
  ?article dcterms:source ?file . OPTIONAL { ?article dcterms:date ?day }"""
_CHINESE: Final = 'FILTER(LANGMATCHES(LANG(?name), "zh-Hans"))'
_QUERIES: Final = {
    "own": f"""SELECT ?when ?how ?name ?sentence ?file ?day {{ ?why zt:dates ?e ; zt:datedBy ?how ; zt:words ?words .
      ?e rdfs:label ?name {_CHINESE} OPTIONAL {{ ?why rdf:value ?when }} {_SPAN} }}""",
    "linked": f"""SELECT ?when ?how ?name ?sentence ?file ?day {{ VALUES ?link {{ zt:participatesIn zt:conductedIn
      zt:organizedBy zt:partOf zt:locatedIn zt:undertakes }} {{ ?e ?link ?thing }} UNION {{ ?thing ?link ?e }}
      ?why zt:dates ?thing ; zt:datedBy ?how ; rdf:value ?when . ?thing rdfs:label ?name {_CHINESE} {_SPAN} }}""",
    "tenure": f"""SELECT ?when ?status ?from ?to ?who ?post ?sentence ?file ?day {{ {{ ?why org:member ?e }}
      UNION {{ ?why zt:post/org:postIn ?e }}
      ?why org:member/rdfs:label ?who ; zt:post/rdfs:label ?post ; zt:status ?status .
      FILTER(LANGMATCHES(LANG(?who), "zh-Hans")) OPTIONAL {{ ?why zt:attestedOn ?when }}
      OPTIONAL {{ ?why zt:began ?from }} OPTIONAL {{ ?why zt:ended ?to }} {_SPAN} }}""",
    "figure": f"""SELECT ?when ?indicator ?value ?unit ?sentence ?file ?day {{ ?why zt:observedFor ?e ;
      zt:indicator ?indicator ; rdf:value ?value . OPTIONAL {{ ?why zt:unit ?unit }}
      OPTIONAL {{ ?why zt:period ?when }} {_SPAN} }}""",
}


@dataclass(frozen=True, slots=True, order=True)
class Line:
    """One line: the time in EDTF or "", what it is the time of (``at``, ``attested`` …), what happened, where told."""

    when: str
    kind: str
    text: str
    file: str
    sentence: str


def timeline(store: ox.Store, name: str) -> tuple[tuple[str, tuple[Line, ...]], ...]:
    """For every entity of this name its IRI and its lines, the earliest first, those without a time last.

    Raises ``UsageError`` with the nearest names where there is none.
    """
    return tuple((one.iri, _lines(store, one.iri)) for one in explain(store, name))


def _lines(store: ox.Store, iri: str) -> tuple[Line, ...]:
    found: set[Line] = set()
    for kind, query in _QUERIES.items():
        bound = query.replace("?e ", f"<{iri}> ").replace("?e}", f"<{iri}>}}")
        for row in ask(store, bound, "a query of `kg timeline`").rows:
            found.update(_MAKERS[kind](*("" if cell is None else str(cell) for cell in row)))
    return tuple(sorted(found, key=lambda line: (not line.when, line)))


def _dated(when: str, how: str, name: str, sentence: str, file: str, _day: str) -> list[Line]:
    term = how.removeprefix(ZT)
    return [Line(when, term, f"{name}（{labels(term)['zh-hans']}）", file, sentence)]


def _held(when: str, status: str, began: str, ended: str, who: str, post: str, *told: Any) -> list[Line]:
    sentence, file, _ = told
    spell = [("began", began), ("ended", ended)]
    lines = [Line(value, kind, f"{who} {post} [{status}]", file, sentence) for kind, value in spell if value]
    return [*lines, Line(when, "attested", f"{who} {post} [{status}]", file, sentence)]


def _counted(when: str, indicator: str, value: str, unit: str, sentence: str, file: str, day: str) -> list[Line]:
    kind = "period" if when else "file date"
    return [Line(when or day, kind, f"{indicator} {value} {unit}".rstrip(), file, sentence)]


_MAKERS: Final[dict[str, Callable[..., list[Line]]]] = {
    "own": _dated,
    "linked": _dated,
    "tenure": _held,
    "figure": _counted,
}
