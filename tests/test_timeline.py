"""The timeline of an entity in a built graph."""

from __future__ import annotations

from dataclasses import replace

import pyoxigraph as ox
import pytest

from kg.errors import UsageError
from kg.export.rdf.ntriples import ntriples
from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.merge import merge
from kg.pipeline.article import read
from kg.timeline import timeline

TEXT = (
    "市委书记王建国在德州市委六届三次全会上讲话。\n"
    "从2021年11月开始，全市开展“三提三争”解放思想大讨论。\n"
    "2022年3月31日，德州市委召开六届三次全会。\n"
    "全市新签约项目36个。\n"
)


@pytest.fixture(scope="module")
def store() -> ox.Store:
    document = from_text(TEXT, "a", "a.txt")
    document = replace(document, masthead=replace(document.masthead, date="2022-04-27"))
    made = ox.Store()
    graph = merge([read(document, Lexicon(), ("371400",))])
    made.bulk_load(ntriples(graph), format=ox.RdfFormat.N_TRIPLES)
    return made


def test_times_of_what_is_linked_stand_in_order(store: ox.Store) -> None:
    ((_, lines),) = timeline(store, "德州市")
    dated = [(line.when, line.kind) for line in lines if line.kind in {"at", "began"}]
    assert ("2021-11", "began") in dated
    assert ("2022-03-31", "at") in dated
    assert [line.when for line in lines if line.when] == sorted(line.when for line in lines if line.when)


def test_a_post_is_attested_by_the_day_of_the_text(store: ox.Store) -> None:
    ((_, lines),) = timeline(store, "王建国")
    assert ("2022-04-27", "attested") in [(line.when, line.kind) for line in lines]


def test_an_unknown_name_is_told_with_its_neighbours(store: ox.Store) -> None:
    with pytest.raises(UsageError, match="德州市"):
        timeline(store, "德州州市")
