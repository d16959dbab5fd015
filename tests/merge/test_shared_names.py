"""A campaign of one name in several places is a family with a run for each. All campaigns are invented."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.merge import merge
from kg.pipeline.article import read

if TYPE_CHECKING:
    from kg.model import Graph, Reading

LEXICON = Lexicon()
RUN = "{place}实施山村护岸提升行动，成效明显。{place}各地积极参与。"


def reading(number: int, text: str, home: str) -> Reading:
    return read(from_text(text, f"x{number}", f"x{number}.txt"), LEXICON, (home,))


def runs(graph: Graph) -> dict[str, set[str]]:
    """Name of each family → the codes of its runs."""
    families = {e.key: e.name for e in graph.entities if "CampaignFamily" in e.classes}
    return {
        name: {e.key.partition("/")[2][:6] for e in graph.entities if e.broader == key}
        for key, name in families.items()
    }


CASES = [
    ("two provinces", [("山东省", "370000"), ("河南省", "410000")], {"370000", "410000"}),
    (
        "three counties",
        [("滕州市", "370481"), ("肥城市", "370983"), ("景县", "131127")],
        {"370481", "370983", "131127"},
    ),
    ("a province and its county: one runs it, one takes part", [("山东省", "370000"), ("滕州市", "370481")], None),
    ("one place in two articles", [("山东省", "370000"), ("山东省", "370000")], None),
]


@pytest.mark.parametrize(("places", "codes"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_one_name_in_several_places(places: list[tuple[str, str]], codes: set[str] | None) -> None:
    graph = merge(reading(n, RUN.format(place=place), code) for n, (place, code) in enumerate(places))
    assert runs(graph) == ({"山村护岸提升行动": codes} if codes else {})


def test_the_order_of_articles_does_not_matter() -> None:
    readings = [reading(n, RUN.format(place=place), code) for n, (place, code) in enumerate(CASES[1][1])]
    assert merge(readings) == merge(reversed(readings))
