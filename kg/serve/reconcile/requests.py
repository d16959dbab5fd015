"""Requests of the service to jobs: what a client sends by GET or as a form."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import parse_qsl

from kg.serve.reply import Job, Reply, worded

if TYPE_CHECKING:
    from collections.abc import Mapping

ROOT: Final = "/reconcile"
PATHS: Final = {
    ROOT: "",
    f"{ROOT}/suggest/entity": "entity",
    f"{ROOT}/suggest/type": "type",
    f"{ROOT}/suggest/property": "property",
    f"{ROOT}/properties": "propose",
    f"{ROOT}/preview": "preview",
}
"""Addresses to what is done there; at the first the parameters decide."""


def job(path: str, parameters: str, body: bytes) -> Job | Reply | None:
    """The job of a request, a reply that says what is wrong with it, or None for one that asks who we are."""
    try:
        named = dict(parse_qsl(parameters, errors="strict") + parse_qsl(body.decode(), errors="strict"))
        asked = _asked(PATHS[path], named)
    except (ValueError, UnicodeDecodeError, RecursionError):
        return worded(400, "This is no request of the Reconciliation Service API.")
    return Job("reconcile", json.dumps(asked), "") if asked else None


def _asked(do: str, named: Mapping[str, str]) -> dict[str, Any] | None:
    if do == "preview":
        return {"do": do, "id": named.get("id", "")}
    if do == "propose":
        return {"do": do, "type": named.get("type", "")}
    if do:
        return {"do": do, "prefix": named.get("prefix", "")}
    if "queries" in named:
        return {"do": "queries", "queries": json.loads(named["queries"])}
    if "extend" in named:
        return {"do": "extend", "extend": json.loads(named["extend"])}
    return None
