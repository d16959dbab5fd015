"""The pages: nodes at their paths in HTML and RDF, the view, the query page, the terms. Nothing in them is markup."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest
import rdflib

from kg.query import shipped
from tests.export.specimen import CITY, COMPANY, PERSON

if TYPE_CHECKING:
    from pathlib import Path

    from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}
KG = "https://w3id.org/zhengtu/kg/"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.links += [value or "" for name, value in attrs if name in {"href", "src"}]


def parsed(text: str) -> _Tags:
    tags = _Tags()
    tags.feed(text)
    return tags


def test_a_person_for_people(client: TestClient) -> None:
    answer = client.get(f"/{quote(PERSON)}", headers=HTML)
    assert answer.status_code == 200
    assert "<h1>张三丰</h1>" in answer.text
    assert "某市市委書記張三豐在大會上說" in answer.text
    assert '001_某报.txt <a href="/#article=001&amp;char=7,' in answer.text


def test_a_node_leads_to_the_view_and_its_offsets_into_the_article(client: TestClient) -> None:
    answer = client.get(f"/{quote(PERSON)}", headers=HTML).text
    assert f'<a href="/#{quote(PERSON)}">' in answer
    assert '<a href="/#article=001&amp;char=7,' in answer


FORMS = [
    ("text/turtle", "turtle"),
    ("application/ld+json", "json-ld"),
    ("application/rdf+xml", "xml"),
    ("application/n-triples", "nt"),
]


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph")  # of rdflib by itself
@pytest.mark.parametrize(("media", "form"), FORMS, ids=[row[0] for row in FORMS])
def test_a_person_for_programs(media: str, form: str, client: TestClient) -> None:
    answer = client.get(f"/{quote(PERSON)}", headers={"Accept": media})
    assert answer.headers["content-type"].partition(";")[0] == media
    graph = rdflib.Graph().parse(data=answer.content, format=form)
    person, zt = rdflib.URIRef(KG + PERSON), rdflib.Namespace("https://w3id.org/zhengtu/ontology#")
    assert len(list(graph.objects(person, zt.holdsPost))) == 2
    for statement in graph.subjects(rdflib.RDF.subject, person):
        span = graph.value(statement, rdflib.URIRef("http://www.w3.org/ns/prov#wasDerivedFrom"))
        assert graph.value(span, rdflib.URIRef(NIF + "anchorOf"))


NIF = "http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#"


@pytest.mark.parametrize("form", ["turtle", "jsonld"])
def test_links_to_the_forms(form: str, client: TestClient) -> None:
    assert client.get(f"/{quote(PERSON)}?format={form}", headers=HTML).headers["content-type"] != "text/html"


@pytest.mark.parametrize("path", ["article/001", CITY, "post/991000-中共某市委员会/市委书记", "gazetteer"])
def test_every_kind_of_node_has_a_page(path: str, client: TestClient) -> None:
    answer = client.get(f"/{quote(path)}", headers=HTML)
    assert answer.status_code == 200
    assert KG + path in answer.text


def test_all_links_of_a_page_lead_somewhere(client: TestClient) -> None:
    for link in parsed(client.get(f"/{quote(CITY)}", headers=HTML).text).links:
        if link.startswith("/") and link != "/":
            assert client.get(link.partition("#")[0], headers=HTML).status_code == 200, link


MISSING = ["person/nobody", "no", "place/<script>", 'a"b', "a b", "person/张三丰/x", "static/../answers.py"]


@pytest.mark.parametrize("path", MISSING)
def test_what_is_not_there(path: str, client: TestClient) -> None:
    answer = client.get(f"/{quote(path)}", headers=HTML)
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/plain")


def test_hostile_names_are_text(client: TestClient) -> None:
    answer = client.get(f"/{quote(COMPANY)}", headers=HTML)
    assert answer.status_code == 200
    assert "&lt;script&gt;公司&amp;" in answer.text
    assert "script" not in parsed(answer.text).tags
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe-inline" not in policy


def test_the_query_page_has_every_question_and_runs_offline(client: TestClient) -> None:
    text = client.get("/query").text
    inner = text.partition('id="shipped">')[2].partition("</script>")[0]
    told = json.loads(inner)
    assert told["base"] == KG
    assert [query["name"] for query in told["queries"]] == [query.name for query in shipped()]
    links = parsed(text).links
    assert all(link.startswith(("/", "?", "#")) or not link for link in links)
    for link in links:
        if link.startswith("/static/"):
            assert client.get(link).status_code == 200


def test_the_terms(client: TestClient) -> None:
    answer = client.get("/ontology")
    assert 'id="holdsPost"' in answer.text
    assert "担任" in answer.text


def test_the_view_where_there_is_one(client: TestClient, specimen_turtle: Path) -> None:
    view = specimen_turtle.parent / "graph.html"
    view.unlink(missing_ok=True)  # other tests share the folder
    assert client.get("/", follow_redirects=False).headers["location"] == "/query"
    view.write_text("<!DOCTYPE html><title>图</title>", "utf-8")
    try:
        assert "<title>图" in client.get("/").text
    finally:
        view.unlink()
