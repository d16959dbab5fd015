"""The overview of a large graph: what the corpus is about, places in their tiles, what stands alone as a list."""

from __future__ import annotations

import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import unquote

from kg.export.view.builder import builder
from kg.model import Entity, Graph, Post, Relation
from kg.vocab import Kind, Predicate
from tests.export.specimen import KNOWN
from tests.view.test_first_use import PROVINCES, circles, country, drawing, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.view.conftest import Opened

    Open = Callable[..., Opened]

SVG = "{http://www.w3.org/2000/svg}"


def corpus() -> Graph:
    """Twenty-five provinces; one program that all carry out, one campaign in ten of them, a person, loose documents."""
    graph = country()
    tops = [entity for entity in graph.entities if "Province" in entity.classes]
    program, organ = (
        Entity("program/全省共办", Kind.PROGRAM, "全省共办"),
        Entity("organization/某厅", Kind.ORGANIZATION, "某厅"),
    )
    runs = [Entity(f"campaign/{top.adcode}-除雪行动", Kind.CAMPAIGN, "除雪行动") for top in tops[:10]]
    person = Entity("person/甲丙", Kind.PERSON, "甲丙")
    loose = [Entity(f"document/孤文{number}", Kind.DOCUMENT, f"孤文{number}") for number in range(7)]
    relations = [Relation(top.key, Predicate.IMPLEMENTS, program.key, KNOWN) for top in tops]
    relations += [
        Relation(run.key, Predicate.CONDUCTED_IN, top.key, KNOWN) for run, top in zip(runs, tops, strict=False)
    ]
    relations.append(Relation(organ.key, Predicate.JURISDICTION, tops[0].key, KNOWN))
    return replace(
        graph,
        entities=tuple(sorted([*graph.entities, program, organ, person, *runs, *loose])),
        relations=tuple(sorted([*graph.relations, *relations])),
        posts=(Post(person.key, "厅长", organ.key, "attested", KNOWN),),
    )


def spots(picture: ElementTree.Element) -> dict[str, tuple[float, float]]:
    """Where each word of the picture stands."""
    return {
        (text.text or "").split(" +")[0]: (float(text.get("x") or 0), float(text.get("y") or 0))
        for text in picture.iter(f"{SVG}text")
    }


def test_it_opens_with_what_many_share_persons_and_provinces_in_their_tiles(opened: Open) -> None:
    page = opened(corpus())
    found = spots(drawing(page))
    assert {"全省共办", "除雪行动", "黑龙江", "云南"} <= set(found)
    assert found["黑龙江"][0] > found["云南"][0] + 100
    assert found["黑龙江"][1] < found["云南"][1] - 100
    assert found["全省共办"][1] > max(found[name][1] for name in ("云南", "广东", "广西"))
    assert not [word for word in found if word.startswith("甲") and word.endswith("县")]
    assert "除雪行动 +9" in words(drawing(page))  # its other runs are folded into one
    look = page.tab.evaluate("document.querySelector('[data-switch=kind-0] .dot [fill]').getAttribute('fill')")
    assert len(circles(drawing(page), look)) == 1
    assert page.complaints == []


def test_the_panel_opens_with_persons_and_what_is_shared(opened: Open) -> None:
    page = opened(corpus())
    heads = page.texts("#panel h3")
    assert heads.index("人物") < heads.index("多地共有") < heads.index("地点")
    shared = page.tab.locator("#panel section", has=page.tab.locator("h3", has_text="多地共有")).inner_text()
    assert "25 个地方" in shared
    assert "10 个地方" in shared
    page.tab.locator("#panel .to", has_text="除雪行动").first.click()
    page.heading("除雪行动")
    assert unquote(unquote(page.tab.evaluate("location.hash"))).startswith("#runs=campaign/")


def test_what_has_no_relation_is_a_list(opened: Open) -> None:
    page = opened(corpus())
    assert page.tab.inner_text("#open-alone") == "另有 7 个无关系"
    page.tab.click("#show-all")
    assert page.shown() == len(corpus().entities) - 7
    page.tab.click("#open-alone")
    page.heading("没有关系的实体")
    assert "文献 7" in " ".join(page.texts("#panel h3")).replace("\n", " ")
    page.tab.locator("#panel .to", has_text="孤文3").click()
    page.heading("孤文3")


def test_every_province_has_its_name_on_a_phone(opened: Open) -> None:
    told = " ".join(words(drawing(opened(corpus(), "", 390, 844, has_touch=True))))
    assert [name for name in PROVINCES.values() if name[:2] not in told] == []


def test_a_county_lies_beside_its_city_and_not_beside_those_it_works_with() -> None:
    city, other, county = (
        f"place/99{code}-{name}" for code, name in (("1000", "甲市"), ("2000", "乙市"), ("1002", "甲县"))
    )
    entities = [
        Entity(key, Kind.PLACE, key.split("-")[1], (), (cls,), key[6:12])
        for key, cls in ((city, "Prefecture"), (other, "Prefecture"), (county, "County"))
    ]
    relations = [Relation(county, Predicate.WITHIN, city, KNOWN)]
    for number in range(9):
        for key in (city, other):
            event = f"event/{key[6:12]}-{number}"
            entities.append(Entity(event, Kind.EVENT, f"会{number}"))
            relations.append(Relation(event, Predicate.CONDUCTED_IN, key, KNOWN))
    for number in range(3):
        relations.append(Relation(county, Predicate.PARTICIPATES_IN, f"event/992000-{number}", KNOWN))
    graph = Graph(entities=tuple(sorted(entities)), relations=tuple(sorted(relations)))
    at = {node["id"]: node for node in builder(graph).nodes}
    assert at[county]["community"] == at[city]["community"] != at[other]["community"]
