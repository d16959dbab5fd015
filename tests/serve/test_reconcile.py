"""The Reconciliation Service API: who we are, matching, suggestions, preview, more columns; and what is refused."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
import pytest

from kg.export.rdf.ntriples import ntriples
from kg.model import Entity, Graph
from kg.serve.reconcile.names import Names
from kg.vocab import BASE, Kind

if TYPE_CHECKING:
    from starlette.testclient import TestClient


def asked(client: TestClient, **queries: Any) -> dict[str, Any]:
    answer = client.post("/reconcile", data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.json()
    return found


def test_who_we_are(client: TestClient) -> None:
    told = client.get("/reconcile").json()
    assert told["versions"] == ["0.1", "0.2"]
    assert told["identifierSpace"] == BASE
    assert {kind["id"] for kind in told["defaultTypes"]} == {kind.value for kind in Kind}
    assert told["view"]["url"].endswith("/{{id}}")
    for part in ("entity", "type", "property"):
        address = told["suggest"][part]["service_url"] + told["suggest"][part]["service_path"]
        assert client.get(address.removeprefix("http://127.0.0.1"), params={"prefix": "某"}).status_code == 200


def test_an_exact_name_is_a_match_in_either_script(client: TestClient) -> None:
    found = asked(client, a={"query": "张三丰", "type": "Person"}, b={"query": "張三豐"}, c={"query": "没有此人啊"})
    assert [one["id"] for one in found["a"]["result"]] == ["person/张三丰"]
    assert found["a"]["result"][0]["match"]
    assert found["b"]["result"][0]["id"] == "person/张三丰"
    assert found["c"]["result"] == []


EXCHANGE = json.loads(Path(__file__).with_name("openrefine.json").read_text("utf-8"))


@pytest.mark.parametrize("said", EXCHANGE, ids=["match a column", "fetch two columns"])
def test_what_openrefine_says_is_answered_as_it_was(said: dict[str, Any], client: TestClient) -> None:
    """Recorded between OpenRefine 3.6.2 of Debian and this server (tests/clients/test_openrefine.py has it live)."""
    headers = {"Content-Type": said["type"], "User-Agent": said["agent"]}
    answer = client.request(said["method"], said["path"], content=said["body"].encode(), headers=headers)
    assert (answer.status_code, answer.json()) == (200, said["answer"])


def test_the_type_bounds_the_candidates(client: TestClient) -> None:
    found = asked(client, a={"query": "某市", "type": "Place"}, b={"query": "某市", "type": ["Person"]})
    assert found["a"]["result"][0]["id"] == "place/991000-某市"
    assert {kind["id"] for one in found["a"]["result"] for kind in one["type"]} >= {"Place"}
    assert found["b"]["result"] == []


def test_more_columns(client: TestClient) -> None:
    wanted = {
        "ids": ["place/991021-𠮷县", "person/张三丰", "nobody"],
        "properties": [{"id": p} for p in ("adcode", "within", "posts", "odd")],
    }
    told = client.post("/reconcile", data={"extend": json.dumps(wanted)}).json()
    assert [one["id"] for one in told["meta"]] == ["adcode", "within", "posts", "odd"]
    county = told["rows"]["place/991021-𠮷县"]
    assert county["adcode"] == [{"str": "991021"}]
    assert county["within"] == [{"id": "place/991000-某市", "name": "某市"}]
    assert {"str": "某市市长"} in told["rows"]["person/张三丰"]["posts"]
    assert told["rows"]["nobody"] == {"adcode": [], "within": [], "posts": [], "odd": []}
    proposed = client.get("/reconcile/properties", params={"type": "Place"}).json()
    assert {one["id"] for one in proposed["properties"]} >= {"adcode", "within", "jurisdiction", "posts"}


def test_suggestions_and_preview(client: TestClient) -> None:
    found = client.get("/reconcile/suggest/entity", params={"prefix": "某"}).json()["result"]
    assert "place/991000-某市" in {one["id"] for one in found}
    kinds = client.get("/reconcile/suggest/type", params={"prefix": "地"}).json()["result"]
    assert [one["id"] for one in kinds] == ["Place"]
    page = client.get("/reconcile/preview", params={"id": "person/张三丰"})
    assert "张三丰" in page.text
    assert "frame-ancestors" not in page.headers["content-security-policy"]
    hostile = client.get("/reconcile/preview", params={"id": "organization/script-公司"})
    assert "<script" not in hostile.text


WRONG = [
    {"queries": "{"},
    {"queries": "[1]"},
    {"queries": '{"a": {}}'},
    {"extend": "{}"},
    {"queries": '{"a": {"query": "x", "limit": "y"}}'},
]


@pytest.mark.parametrize("data", WRONG)
def test_what_is_no_request(data: dict[str, str], client: TestClient) -> None:
    assert client.post("/reconcile", data=data).status_code == 400


def test_a_page_of_another_site_may_not_ask(client: TestClient) -> None:
    headers = {"sec-fetch-site": "cross-site", "origin": "http://evil.example"}
    assert client.post("/reconcile", data={"queries": "{}"}, headers=headers).status_code == 403


def test_two_of_one_name_are_no_match_until_a_code_decides() -> None:
    places = [
        Entity(f"place/{code}-鼓楼区", Kind.PLACE, "鼓楼区", (), ("County",), code) for code in ("320106", "350102")
    ]
    store = ox.Store()
    store.bulk_load(ntriples(Graph(entities=tuple(places))), format=ox.RdfFormat.N_TRIPLES)
    names = Names.of(store, BASE)
    both = names.find("鼓楼区", frozenset(), {}, 5)
    assert [one.match for one in both] == [False, False]
    one, other = names.find("鼓楼区", frozenset(), {"adcode": "350102"}, 5)
    assert (one.named.adcode, one.match, other.match) == ("350102", True, False)
    near = names.find("鼓楼区政府", frozenset({"Place"}), {}, 5)
    assert near
    assert not near[0].match
