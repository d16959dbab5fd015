"""The answers of the service, as JSON: made in a worker's process, over its store."""

from __future__ import annotations

import html
import json
from typing import TYPE_CHECKING, Any, Final

from kg.ontology import labels
from kg.query.answer import ask
from kg.serve.reconcile.names import Candidate, Named, Names
from kg.serve.reply import Job, Reply, worded
from kg.vocab import ZT, Kind, Predicate

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pyoxigraph as ox

JSON: Final = "application/json"
_KNOWN: Final[dict[int, Names]] = {}
"""The names of the store that this process has open; it opens one, and never writes to it."""
_MOST: Final = 25
_USUAL: Final = 5
_BATCH: Final = 1000
_LITERALS: Final = {"adcode": ("行政区划代码", "zt:adcode"), "aliases": ("别名", "skos:altLabel")}
_TERMS: Final = tuple(predicate.value for predicate in Predicate if predicate is not Predicate.HOLDS_POST)
_LINKS: Final = {term: labels(term)["zh-hans"] for term in _TERMS}


def reconcile(store: ox.Store, base: str, job: Job) -> Reply:
    """The reply to a job of the service: its text is JSON with ``do`` and what that needs."""
    asked = json.loads(job.text)
    names = _KNOWN.get(id(store)) or _KNOWN.setdefault(id(store), Names.of(store, base))
    service = _Service(store, base, names)
    try:
        made = getattr(service, f"do_{asked['do']}")(asked)
    except (KeyError, TypeError, ValueError, AttributeError):
        return worded(400, "This is no request of the Reconciliation Service API.")
    if isinstance(made, str):
        return Reply(200, "text/html; charset=utf-8", made.encode())
    return Reply(200, JSON, json.dumps(made, ensure_ascii=False).encode())


class _Service:
    """One method for each thing to do."""

    def __init__(self, store: ox.Store, base: str, names: Names) -> None:
        self.store, self.base, self.names = store, base, names

    def do_queries(self, asked: dict[str, Any]) -> dict[str, Any]:
        """A batch of names, each with its candidates."""
        queries = dict(asked["queries"])
        if len(queries) > _BATCH:
            raise ValueError("too many")
        return {str(name): {"result": self._candidates(dict(query))} for name, query in queries.items()}

    def _candidates(self, query: dict[str, Any]) -> list[dict[str, Any]]:
        kinds = query.get("type") or []
        wanted = frozenset([kinds] if isinstance(kinds, str) else map(str, kinds))
        agrees = {str(one["pid"]): _value(one.get("v")) for one in query.get("properties") or []}
        limit = min(_MOST, max(1, int(query.get("limit") or _USUAL)))
        return [_candidate(one) for one in self.names.find(str(query["query"]), wanted, agrees, limit)]

    def do_extend(self, asked: dict[str, Any]) -> dict[str, Any]:
        """More columns for matched entities."""
        request = dict(asked["extend"])
        ids, properties = [str(key) for key in request["ids"]], [str(one["id"]) for one in request["properties"]]
        if len(ids) > _BATCH:
            raise ValueError("too many")
        meta = [{"id": name, "name": property_name(name)} for name in properties]
        rows = {key: {name: self._values(key, name) for name in properties} for key in ids}
        return {"meta": meta, "rows": rows}

    def _values(self, key: str, name: str) -> list[dict[str, str]]:
        named = self.names.entities.get(key)
        if named is None:
            return []
        if name == "mentions":
            return [{"str": str(named.mentions)}]
        if name == "posts":
            query = f"SELECT DISTINCT ?l {{ <{self.base}{key}> zt:holdsPost/rdfs:label ?l }} ORDER BY ?l"
            return [{"str": str(row[0])} for row in self._rows(query)]
        if name in _LITERALS:
            query = f"SELECT DISTINCT ?v {{ <{self.base}{key}> {_LITERALS[name][1]} ?v }} ORDER BY ?v"
            return [{"str": str(row[0])} for row in self._rows(query)]
        if name not in _LINKS:
            return []
        query = f"SELECT DISTINCT ?o {{ <{self.base}{key}> zt:{name} ?o }} ORDER BY ?o"
        keys = (str(row[0]).removeprefix(self.base) for row in self._rows(query))
        return [{"id": one, "name": self.names.entities[one].name} for one in keys if one in self.names.entities]

    def _rows(self, query: str) -> Iterable[tuple[Any, ...]]:
        return ask(self.store, query, "the reconciliation service").rows

    def do_entity(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Entities that begin with some characters."""
        return {"result": [_suggested(one) for one in self.names.suggest(str(asked["prefix"]), _MOST)]}

    def do_type(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Kinds of entity."""
        return {"result": [one for one in types() if _fits(str(asked["prefix"]), one)]}

    def do_property(self, asked: dict[str, Any]) -> dict[str, Any]:
        """Properties that can be asked for."""
        return {"result": [one for one in properties() if _fits(str(asked["prefix"]), one)]}

    def do_propose(self, asked: dict[str, Any]) -> dict[str, Any]:
        """The properties that entities of a kind may have."""
        return {"type": str(asked.get("type", "")), "properties": properties()}

    def do_preview(self, asked: dict[str, Any]) -> str:
        """A small page on one entity, to be framed."""
        named = self.names.entities[str(asked["id"])]
        lines = [f"<b>{html.escape(named.name)}</b> <small>{html.escape(' '.join(named.kinds))} {named.adcode}</small>"]
        for name in ("aliases", "posts", "within", "jurisdiction", "unitOf"):
            values = [one.get("name") or one["str"] for one in self._values(named.key, name)][:6]
            if values:
                lines.append(f"<small>{html.escape(property_name(name))}: {html.escape('、'.join(values))}</small>")
        return f'<!DOCTYPE html><html lang="zh-Hans"><meta charset="utf-8"><body>{"<br>".join(lines)}</body></html>'


def manifest(address: str, base: str) -> dict[str, Any]:
    """What the service says of itself; ``address``: where it stands, without a slash at its end."""
    here = f"{address}/reconcile"
    suggest = {kind: {"service_url": address, "service_path": f"/reconcile/suggest/{kind}"} for kind in _SUGGESTED}
    return {
        "versions": ["0.1", "0.2"],
        "name": "Zhengtu 政图",
        "identifierSpace": base,
        "schemaSpace": ZT,
        "defaultTypes": types(),
        "view": {"url": f"{address}/{{{{id}}}}"},
        "preview": {"url": f"{here}/preview?id={{{{id}}}}", "width": 420, "height": 160},
        "suggest": suggest,
        "extend": {
            "propose_properties": {"service_url": address, "service_path": "/reconcile/properties"},
            "property_settings": [],
        },
        "batchSize": 50,
    }


_SUGGESTED: Final = ("entity", "type", "property")


def types() -> list[dict[str, str]]:
    """The kinds of entity, with both names."""
    return [{"id": kind.value, "name": f"{labels(kind.value)['zh-hans']} {kind.value}"} for kind in Kind]


def properties() -> list[dict[str, str]]:
    """What can be asked of an entity."""
    names = [*_LITERALS, "mentions", "posts", *_LINKS]
    return [{"id": name, "name": property_name(name)} for name in names]


def property_name(name: str) -> str:
    """A property in words.

    >>> property_name("within")
    '位于 within'
    """
    known = {"mentions": "提及次数", "posts": "任职"} | {key: words for key, (words, _) in _LITERALS.items()} | _LINKS
    return f"{known[name]} {name}" if name in known else name


def _candidate(one: Candidate) -> dict[str, Any]:
    return {**_suggested(one.named), "score": one.score, "match": one.match}


def _suggested(one: Named) -> dict[str, Any]:
    kinds = [{"id": kind, "name": labels(kind)["zh-hans"]} for kind in one.kinds[:2]]
    told = f"{' '.join(one.kinds)} {one.adcode}".strip()
    return {"id": one.key, "name": one.name, "type": kinds, "description": told}


def _fits(prefix: str, one: dict[str, str]) -> bool:
    wanted = prefix.strip().casefold()
    return wanted in one["id"].casefold() or wanted in one["name"].casefold()


def _value(given: Any) -> str:
    """A value of a property as a client sends it: a text, a matched entity, or a list of such."""
    if isinstance(given, list):
        given = given[0] if given else ""
    return str(given.get("id") or given.get("name") or "") if isinstance(given, dict) else str(given or "")
