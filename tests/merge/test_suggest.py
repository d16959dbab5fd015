"""What is asked of a person who judges: pairs that may be one, first those with the best reasons; never by sound."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.merge import merge
from kg.merge.suggest import Suggestion, suggestions
from kg.model import Document, Entity, Graph, Reading
from kg.model.text import Masthead
from kg.pipeline.article import read
from kg.vocab import Kind

LEXICON = Lexicon()


class Article(NamedTuple):
    text: str
    home: str
    date: str = "2022-04-27"


def graph_of(articles: list[Article]) -> Graph:
    return merge(reading(article, f"x{number}") for number, article in enumerate(articles))


def reading(article: Article, name: str) -> Reading:
    document = from_text(article.text, name, f"{name}.txt")
    document = replace(document, masthead=replace(document.masthead, date=article.date))
    return read(document, LEXICON, (article.home,) if article.home else ())


def asked(articles: list[Article], a: str, b: str) -> Suggestion | None:
    return next((s for s in suggestions(graph_of(articles)) if {s.a, s.b} == {a, b}), None)


UNTITLED = Article("王建国来到车间，王建国说，要抓落实。", "371400")

LIKELY = [
    (
        "with the post in one article, without in another",
        [Article("山东省委书记王建国在济南讲话。", "370100"), UNTITLED],
        "person/370000-王建国",
        "person/371400-王建国",
    ),
    (
        "one text says what he was before",
        [
            Article("德州市委书记王建国讲话。", "371400", "2020-03-01"),
            Article("原德州市委书记王建国任山东省农业农村厅厅长。", "370000", "2022-03-01"),
        ],
        "person/370000-王建国",
        "person/371400-王建国",
    ),
    (
        "the head of a firm, without the title in another article that names the firm",
        [
            Article("恒丰新材料集团有限公司董事长王建国说，今年很好。", "371400"),
            Article("王建国来到恒丰新材料集团有限公司车间。王建国说，要抓落实。", "371400"),
        ],
        "person/371400-王建国",
        "person/恒丰新材料集团有限公司-王建国",
    ),
    (
        "the head of a firm under its short and its full name",
        [
            Article("恒丰新材料集团有限公司董事长王建国说，今年很好。", "371400"),
            Article("恒丰新材料集团董事长王建国来考察。", "141000"),
        ],
        "person/恒丰新材料集团-王建国",
        "person/恒丰新材料集团有限公司-王建国",
    ),
    (
        "from a county to its city some years later",
        [
            Article("平原县县长王建国讲话。", "371400", "2018-03-01"),
            Article("德州市市长王建国讲话。", "371400", "2022-03-01"),
        ],
        "person/371400-王建国",
        "person/371426-王建国",
    ),
    (
        "a program that two cities of one province name",
        [Article("推进“千山万水”战略。", "370100"), Article("推进“千山万水”战略。", "371400")],
        "program/370100-千山万水战略",
        "program/371400-千山万水战略",
    ),
    (
        "a program of the province given to the city",
        [Article("全省推进“千山万水”战略。", "370000"), Article("推进“千山万水”战略。", "371400")],
        "program/370000-千山万水战略",
        "program/371400-千山万水战略",
    ),
]

UNLIKELY = [
    (
        "two mayors of one name in two provinces in one year",
        [Article("市长李伟讲话。", "371400"), Article("市长李伟讲话。", "141000")],
        "person/371400-李伟",
        "person/141000-李伟",
    ),
    (
        "one theme in two cities",
        [Article("全市开展解放思想大讨论。", "371400"), Article("全市开展解放思想大讨论。", "141000")],
        "campaign/371400-解放思想大讨论",
        "campaign/141000-解放思想大讨论",
    ),
    (
        "one sound, two names",
        [Article("副市长张军讲话。", "371400"), Article("副市长章军讲话。", "371400")],
        "person/371400-张军",
        "person/371400-章军",
    ),
    (
        "a report that every place has",
        [Article("《政府工作报告》提出目标。", "371400"), Article("《政府工作报告》提出目标。", "370000")],
        "document/371400-政府工作报告",
        "document/370000-政府工作报告",
    ),
]


@pytest.mark.parametrize(("articles", "a", "b"), [c[1:] for c in LIKELY], ids=[c[0] for c in LIKELY])
def test_what_is_likely_one_is_asked_with_a_good_score(articles: list[Article], a: str, b: str) -> None:
    made = asked(articles, a, b)
    assert made is not None, [e.key for e in graph_of(articles).entities]
    assert made.score >= 0.45, made


@pytest.mark.parametrize(("articles", "a", "b"), [c[1:] for c in UNLIKELY], ids=[c[0] for c in UNLIKELY])
def test_what_is_two_is_not_asked(articles: list[Article], a: str, b: str) -> None:
    assert {a, b} <= {e.key for e in graph_of(articles).entities}
    assert asked(articles, a, b) is None


def test_waves_of_one_campaign_are_asked_about_with_the_later_articles() -> None:
    years = ["2018-05-01", "2019-01-10", "2022-05-01"]
    articles = [Article("全市开展解放思想大讨论。", "371400", year) for year in years]
    (made,) = [s for s in suggestions(graph_of(articles)) if s.articles]
    assert made.articles == ("x2",)
    assert made.b == "campaign/371400-解放思想大讨论-2022"


def test_namesakes_under_one_key_are_asked_about_where_two_departments_have_them() -> None:
    texts = ["德州市教育局局长李伟讲话。", "德州市交通运输局副局长李伟讲话。", "德州市教育局局长李伟讲话。"]
    (made,) = [s for s in suggestions(graph_of([Article(text, "371400") for text in texts])) if s.articles]
    assert (made.a, made.articles) == ("person/371400-李伟", ("x1",))


def test_a_vice_mayor_who_heads_a_bureau_is_one() -> None:
    texts = ["德州市副市长、公安局局长李伟讲话。", "德州市副市长李伟讲话。"]
    assert not [s for s in suggestions(graph_of([Article(text, "371400") for text in texts])) if s.articles]


def test_a_campaign_over_the_turn_of_a_year_is_one_wave() -> None:
    articles = [Article("全市开展解放思想大讨论。", "371400", year) for year in ("2021-11-01", "2022-04-01")]
    assert not [s for s in suggestions(graph_of(articles)) if s.articles]


def test_the_questions_do_not_depend_on_the_order_of_articles() -> None:
    readings = [reading(article, f"x{n}") for n, (_, articles, _, _) in enumerate(LIKELY) for article in articles]
    readings = [replace(r, document=replace(r.document, id=f"y{n}")) for n, r in enumerate(readings)]
    assert suggestions(merge(readings)) == suggestions(merge(readings[::-1]))


def test_questions_grow_with_the_entities_not_with_their_square() -> None:
    """A name that a thousand places have is asked about a thousand times, not half a million."""
    entities = tuple(Entity(f"program/{code}-某战略", Kind.PROGRAM, "某战略") for code in range(110101, 111101))
    entities += tuple(Entity(f"person/{code}-李伟", Kind.PERSON, "李伟") for code in range(110101, 111101))
    made = suggestions(merge([Reading(Document("1", "1", "", "", masthead=Masthead()), entities=entities)]))
    assert len(made) < 2 * len(entities)


def made_of(*entities: Entity) -> dict[tuple[str, str], float]:
    document = Document("1", "1", "", "", masthead=Masthead())
    return {(s.a, s.b): s.score for s in suggestions(merge([Reading(document, entities=entities)]))}


VARIANTS = [
    ("a firm with and without its legal form", ("恒丰新材料", "恒丰新材料集团有限公司"), True),
    ("a firm and its branch", ("恒丰新材料集团", "恒丰新材料集团德州分公司"), False),
    ("a firm and its subsidiary", ("鞍山某钢集团", "鞍山某钢集团矿业有限公司"), False),
    ("two firms of one beginning", ("恒丰新材料有限公司", "恒丰新能源有限公司"), False),
    ("two firms of one sound", ("恒丰新材料有限公司", "恒峰新材料有限公司"), False),
]


@pytest.mark.parametrize(("names", "asked_about"), [c[1:] for c in VARIANTS], ids=[c[0] for c in VARIANTS])
def test_names_of_firms(names: tuple[str, str], asked_about: bool) -> None:
    firms = [Entity(f"organization/{n}", Kind.ORGANIZATION, n, classes=("Company",)) for n in names]
    assert bool(made_of(*firms)) is asked_about


HEADS = [
    ("with and without a head word", ("千山万水", "千山万水战略"), True),
    ("two head words", ("千山万水战略", "千山万水行动"), True),
    ("two programs", ("千山万水战略", "千乡万村战略"), False),
    ("a part of the name is another program", ("现代产业体系", "现代产业园区建设"), False),
]


@pytest.mark.parametrize(("names", "asked_about"), [c[1:] for c in HEADS], ids=[c[0] for c in HEADS])
def test_names_of_programs_of_one_place(names: tuple[str, str], asked_about: bool) -> None:
    programs = [Entity(f"program/371400-{n}", Kind.PROGRAM, n) for n in names]
    assert bool(made_of(*programs)) is asked_about


def test_one_name_read_as_two_kinds_is_asked_about() -> None:
    kinds = (Kind.PROGRAM, Kind.CAMPAIGN)
    entities = [Entity(f"{kind.value.lower()}/371400-千山万水", kind, "千山万水") for kind in kinds]
    assert made_of(*entities) == {("campaign/371400-千山万水", "program/371400-千山万水"): 0.5}


def test_a_family_is_no_namesake_of_its_runs() -> None:
    family = Entity("campaign/解放思想大讨论", Kind.CAMPAIGN, "解放思想大讨论", classes=("CampaignFamily",))
    runs = [
        Entity(f"campaign/{c}-解放思想大讨论", Kind.CAMPAIGN, "解放思想大讨论", broader=family.key)
        for c in ("371400", "370000")
    ]
    assert not made_of(family, *runs)
