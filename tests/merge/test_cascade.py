"""Nation, province, city, county: what is part of what, in one article and across articles."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.merge import merge
from kg.model import Graph, Reading
from kg.pipeline.article import read
from kg.vocab import Predicate

LEXICON = Lexicon()

REGION = "自治区党委部署，广西壮族自治区开展解放思想推动广西高质量发展大讨论。"
REGION_CITY = "广西南宁市开展解放思想推动南宁高质量发展大讨论。"
MUNICIPALITY = "重庆市开展解放思想推动重庆高质量发展大讨论。"
DISTRICT = "万州区开展解放思想推动万州高质量发展大讨论。"
PROVINCE, CITY = "山东省开展“建设美丽山东”行动。", "德州市开展“建设美丽德州”行动。"


def reading(number: int, text: str, home: str, date: str = "2022-04-27") -> Reading:
    document = from_text(text, f"x{number}", f"x{number}.txt")
    document = replace(document, masthead=replace(document.masthead, date=date))
    return read(document, LEXICON, (home,))


def parts(graph: Graph) -> set[tuple[str, str]]:
    """(code of the part, code of the whole)."""
    rows = [r for r in graph.relations if r.predicate is Predicate.PART_OF]
    return {(r.subject.partition("/")[2][:6], r.object.partition("/")[2][:6]) for r in rows}


CASES = [
    ("an autonomous region and its city", [(REGION, "450000"), (REGION_CITY, "450100")], {("450100", "450000")}),
    ("a municipality and its district", [(MUNICIPALITY, "500000"), (DISTRICT, "500101")], {("500101", "500000")}),
    ("a province and its city, by quoted names", [(PROVINCE, "370000"), (CITY, "371400")], {("371400", "370000")}),
    ("a city of another province", [(MUNICIPALITY, "500000"), (REGION_CITY, "450100")], set()),
]


@pytest.mark.parametrize(("texts", "told"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_names_show_the_cascade_across_articles(texts: list[tuple[str, str]], told: set[tuple[str, str]]) -> None:
    assert parts(merge(reading(n, *text) for n, text in enumerate(texts))) == told


@pytest.mark.parametrize(("texts", "told"), [c[1:] for c in CASES], ids=[c[0] for c in CASES])
def test_names_show_the_cascade_within_an_article(texts: list[tuple[str, str]], told: set[tuple[str, str]]) -> None:
    whole = "\n".join(text for text, _ in texts)
    assert parts(merge([reading(0, whole, texts[-1][1])])) == told


def test_waves_that_are_years_apart_are_no_part_of_each_other() -> None:
    assert not parts(merge([reading(0, PROVINCE, "370000", "2018-05-01"), reading(1, CITY, "371400", "2022-05-01")]))


def test_the_cascade_has_the_sentence_that_names_the_smaller() -> None:
    readings = [reading(0, PROVINCE, "370000"), reading(1, CITY, "371400")]
    (relation,) = [r for r in merge(readings).relations if r.predicate is Predicate.PART_OF]
    assert relation.evidence.document == "x1"
    assert merge(readings) == merge(readings[::-1])


def test_three_levels_hang_together_step_by_step() -> None:
    county = "青秀区开展解放思想推动青秀高质量发展大讨论。"
    graph = merge(
        [reading(0, REGION, "450000"), reading(1, REGION_CITY, "450100"), reading(2, f"南宁市{county}", "450103")]
    )
    assert parts(graph) == {("450100", "450000"), ("450103", "450100")}
