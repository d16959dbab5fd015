"""What a written graph says about an entity: each fact with the sentence, the file and the offsets it was read from."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Final

from kg.errors import UsageError
from kg.export.rdf.terms import text as literal
from kg.ontology import labels
from kg.query.answer import ask
from kg.text.normalize import plain
from kg.vocab import ZT, Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox

_ORDER: Final = {p.value: place for place, p in enumerate(Predicate)}
_KINDS: Final = " ".join(f"zt:{kind.value}" for kind in Kind)
_SPAN: Final = """?why prov:wasDerivedFrom ?span ; zt:rule ?rule ; zt:confidence ?sure .
  OPTIONAL { ?span nif:anchorOf ?words ; nif:beginIndex ?begin ; nif:endIndex ?end ; nif:referenceContext ?article .
    ?article dcterms:source ?file . OPTIONAL { ?article dcterms:date ?date } }"""
_TOLD: Final = "?words ?file ?begin ?end ?date (MIN(?rule) AS ?by) ?sure ?article"
_GROUP: Final = "?words ?file ?begin ?end ?date ?sure ?article"


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """Where a fact was read: the file, the offsets, the sentence; ``file`` is empty for the built-in gazetteer.

    ``article``: the IRI of the article.
    """

    file: str
    begin: int
    end: int
    sentence: str
    date: str
    rule: str
    confidence: float
    article: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """One fact in words, its kind (a predicate, ``time``, ``figure`` or ``quotation``), and its sources."""

    kind: str
    text: str
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Explanation:
    """An entity with all that is told of it. ``classes`` are local names, the base class first.

    ``rules``: the rules that found its mentions, with how many each found.
    """

    iri: str
    name: str
    classes: tuple[str, ...]
    aliases: tuple[str, ...]
    adcode: str
    mentions: int
    facts: tuple[Told, ...]
    rules: tuple[tuple[str, int], ...] = ()


def explain(store: ox.Store, name: str) -> tuple[Explanation, ...]:
    """Every entity that has this name, alias or IRI, each explained, those with the most mentions first.

    A name in Latin letters is taken for pinyin, with or without tones and spaces: linfen, Linfen Shi, lǐ qíng.

    Raises ``UsageError`` with the nearest names where there is none.
    """
    found = _entities(store, name) or _entities(store, plain(name)) or _by_sound(store, name)
    if not found:
        raise UsageError(name, "the graph has no entity of this name", _hint(store, name))
    told = [_explained(store, iri) for iri in sorted(found)]
    return tuple(sorted(told, key=lambda e: (e.name != name, -e.mentions, e.iri)))


def _rows(store: ox.Store, query: str) -> list[tuple[Any, ...]]:
    return list(ask(store, query, "a query of `kg explain`").rows)


def _entities(store: ox.Store, name: str) -> set[str]:
    wanted = literal(name)
    named = f"?e rdfs:label|skos:altLabel ?name FILTER(STR(?name) = {wanted})"
    if "/" in name:  # a whole IRI, or its end: person/王建国
        named = f'FILTER(STR(?e) = {wanted} || STRENDS(STR(?e), CONCAT("/", {wanted})))'
    rows = _rows(store, f"SELECT DISTINCT ?e {{ VALUES ?kind {{ {_KINDS} }} ?e a ?kind . {named} }}")
    return {str(row[0]) for row in rows}


def _by_sound(store: ox.Store, name: str) -> set[str]:
    from kg.query.sound import read_so

    query = f"""SELECT DISTINCT ?e ?n {{ VALUES ?k {{ {_KINDS} }} ?e a ?k ; rdfs:label ?n
      FILTER(LANGMATCHES(LANG(?n), "zh-Hans")) }}"""
    return read_so(((str(iri), str(label)) for iri, label in _rows(store, query)), name)


def _hint(store: ox.Store, name: str) -> str:
    query = f"SELECT DISTINCT ?n {{ VALUES ?k {{ {_KINDS} }} ?e a ?k ; rdfs:label|skos:altLabel ?n }}"
    known = sorted(str(row[0]) for row in _rows(store, query))
    inside = sorted((n for n in known if name and (name in n or n in name)), key=lambda n: (abs(len(n) - len(name)), n))
    near = list(dict.fromkeys([*get_close_matches(name, known, 4, 0.4), *inside]))[:6]
    return f"Do you mean {'、'.join(near)}" if near else "See what there is with: kg query GRAPH entities"


def _explained(store: ox.Store, iri: str) -> Explanation:
    about = _rows(store, f"SELECT ?p ?o {{ <{iri}> ?p ?o }}")
    values: dict[str, list[str]] = defaultdict(list)
    for predicate, value in about:
        values[str(predicate).replace("#", "/").rsplit("/", 1)[-1]].append(str(value))
    name = name_of(store, iri)
    finer = sorted(value.removeprefix(ZT) for value in values["type"] if value.startswith(ZT))
    classes = sorted(finer, key=lambda cls: (cls not in set(Kind), cls))
    count = _rows(store, f"SELECT (COUNT(*) AS ?n) {{ ?m itsrdf:taIdentRef <{iri}> }}")[0][0]
    facts = (*_relations(store, iri), *_times(store, iri), *_figures(store, iri), *_quotations(store, iri))
    aliases = tuple(sorted(set(values["altLabel"]) - {name}))
    code = "".join(values["adcode"][:1])
    return Explanation(iri, name, tuple(classes), aliases, code, int(count), facts, _found_by(store, iri))


def _found_by(store: ox.Store, iri: str) -> tuple[tuple[str, int], ...]:
    query = f"SELECT ?rule (COUNT(*) AS ?n) {{ ?m itsrdf:taIdentRef <{iri}> ; zt:rule ?rule }} GROUP BY ?rule"
    rows = [(str(rule), int(count)) for rule, count in _rows(store, query)]
    return tuple(sorted(rows, key=lambda row: (-row[1], row[0])))


def name_of(store: ox.Store, iri: str) -> str:
    """The Chinese name of what has an IRI; the IRI where it has none."""
    query = f'SELECT ?l {{ <{iri}> rdfs:label ?l FILTER(LANGMATCHES(LANG(?l), "zh-Hans")) }}'
    return next((str(row[0]) for row in _rows(store, query)), iri)


def _relations(store: ox.Store, iri: str) -> list[Told]:
    # Two steps, and labels as options: in one, the store would look at every label of the graph first.
    told = f"""SELECT DISTINCT ?why {{ {{ ?why rdf:subject <{iri}> }} UNION {{ ?why rdf:object <{iri}> }}
      UNION {{ ?post org:postIn <{iri}> . ?why rdf:object ?post }} }}"""
    statements = " ".join(f"<{row[0]}>" for row in _rows(store, told))
    query = f"""SELECT ?s ?p ?o ?status ?from ?to {_TOLD} {{ VALUES ?why {{ {statements} }}
      ?why rdf:subject ?subject ; rdf:predicate ?p ; rdf:object ?object . {_SPAN}
      OPTIONAL {{ ?subject rdfs:label ?s FILTER(LANGMATCHES(LANG(?s), "zh-Hans")) }}
      OPTIONAL {{ ?object rdfs:label ?o FILTER(LANGMATCHES(LANG(?o), "zh-Hans")) }}
      OPTIONAL {{ ?tenure org:member ?subject ; zt:post ?object ; zt:status ?status ; prov:wasDerivedFrom ?span
        OPTIONAL {{ ?tenure zt:began ?from }} OPTIONAL {{ ?tenure zt:ended ?to }} }} FILTER(BOUND(?s) && BOUND(?o))
    }} GROUP BY ?s ?p ?o ?status ?from ?to {_GROUP}"""
    facts: dict[tuple[str, str], set[Source]] = defaultdict(set)
    for s, p, o, status, began, ended, *why in _rows(store, query):
        term = str(p).removeprefix(ZT)
        known = labels(term)
        spell = f"，{began or ''}—{ended or ''}" if began or ended else ""
        kept = f" [{status}{spell}]" if status else ""
        facts[term, f"{s} —{known['zh-hans']} {term}→ {o}{kept}"].add(_source(why))
    rows = sorted(facts.items(), key=lambda fact: (_ORDER.get(fact[0][0], 99), min(fact[1]), fact[0]))
    return [Told(kind, text, tuple(sorted(why))) for (kind, text), why in rows]


def _times(store: ox.Store, iri: str) -> list[Told]:
    query = f"""SELECT ?how ?said ?when {_TOLD} {{ ?why zt:dates <{iri}> ; zt:datedBy ?how ; zt:words ?said . {_SPAN}
      OPTIONAL {{ ?why rdf:value ?when }} }} GROUP BY ?how ?said ?when {_GROUP}"""
    rows = []
    for how, said, when, *why in _rows(store, query):
        term = str(how).removeprefix(ZT)
        text = f"{labels(term)['zh-hans']} {term}: {when or 'not resolved 未定'} ({said})"
        rows.append(Told("time", text, (_source(why),)))
    return _sorted(rows)


def _figures(store: ox.Store, iri: str) -> list[Told]:
    query = f"""SELECT ?indicator ?value ?unit ?bound ?change ?aim ?period
      ?lowest ?highest {_TOLD} {{
      ?why zt:observedFor <{iri}> ; zt:indicator ?indicator ; rdf:value ?value ; zt:bound ?bound . {_SPAN}
      OPTIONAL {{ ?why zt:unit ?unit }} OPTIONAL {{ ?why zt:change ?change }} OPTIONAL {{ ?why zt:period ?period }}
      OPTIONAL {{ ?why zt:aim ?aim }} OPTIONAL {{ ?why zt:lowest ?lowest ; zt:highest ?highest }}
    }} GROUP BY ?indicator ?value ?unit ?bound ?change ?aim ?period ?lowest ?highest {_GROUP}"""
    rows = []
    for indicator, value, unit, *marks in _rows(store, query):
        kept = [str(mark) for mark in marks[:4] if mark and mark not in {"exact", "result"}]
        number = f"{marks[4]}…{marks[5]}" if marks[4] else value
        text = f"{indicator}: {number} {unit or ''}".rstrip() + (f" [{', '.join(kept)}]" if kept else "")
        rows.append(Told("figure", text, (_source(marks[6:]),)))
    return _sorted(rows)


def _quotations(store: ox.Store, iri: str) -> list[Told]:
    query = (
        f"""SELECT ?said {_TOLD} {{ ?why zt:speaker <{iri}> ; rdf:value ?said . {_SPAN} }} GROUP BY ?said {_GROUP}"""
    )
    return _sorted(Told("quotation", str(said), (_source(why),)) for said, *why in _rows(store, query))


def _sorted(facts: Iterable[Told]) -> list[Told]:
    return sorted(facts, key=lambda told: (told.sources, told.text))


def _source(why: Iterable[Any]) -> Source:
    words, file, begin, end, date, rule, sure, article = why
    place = (file or "", begin or 0, end or 0, words or "", str(date or ""))
    return Source(*place, str(rule), float(sure), str(article or ""))
