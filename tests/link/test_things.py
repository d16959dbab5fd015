"""What things of a text are one, and under which name. All names are invented, or are the nation's."""

from __future__ import annotations

import pytest

from kg.extract import mentions
from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.link import link
from kg.text.annotated import AnnotatedDocument
from kg.vocab import Kind

LEXICON = Lexicon()


def named(text: str, home: str, kind: Kind) -> dict[str, set[str]]:
    """Every entity of a kind with the surfaces it was found under."""
    document = from_text(text, "t", "t.txt")
    reading = link(AnnotatedDocument(document, LEXICON), mentions(AnnotatedDocument(document, LEXICON)), (home,))
    names = {entity.key: entity.name for entity in reading.entities if entity.kind is kind}
    found: dict[str, set[str]] = {}
    for mention in reading.mentions:
        if mention.entity in names:
            found.setdefault(names[mention.entity], set()).add(document.surface(mention.span))
    return found


# label, text, code of the home, kind, the entities with their surfaces
CASES = [
    (
        "a project that leaves off the home and a word",
        "湟源县东岭至西岭旅游公路改建工程开工建设。东岭旅游公路改建工程投资5亿元。",
        "630123",
        Kind.PROJECT,
        {"湟源县东岭至西岭旅游公路改建工程": {"湟源县东岭至西岭旅游公路改建工程", "东岭旅游公路改建工程"}},
    ),
    (
        "the policy of 2008 to widen demand is not the later strategy",
        "全市抢抓扩大内需政策机遇，落实扩大内需战略。",
        "341000",
        Kind.PROGRAM,
        {"扩大内需政策": {"扩大内需政策"}, "扩大内需战略": {"扩大内需战略"}},
    ),
    (
        "only its host keeps a yearly meeting apart",
        "近日，县委召开经济工作会议，部署工作。",
        "610926",
        Kind.EVENT,
        {"县委经济工作会议": {"经济工作会议"}},
    ),
    (
        "a short name is that of the meeting before it",
        "上午，东岭产业园项目签约仪式举行。市长出席签约仪式。下午，西岭物流园项目签约仪式举行。",
        "610926",
        Kind.EVENT,
        {
            "东岭产业园项目签约仪式": {"东岭产业园项目签约仪式", "签约仪式"},
            "西岭物流园项目签约仪式": {"西岭物流园项目签约仪式"},
        },
    ),
    (
        "全省 is the province",
        "举行黑龙江省重点项目集中开工仪式。在全省重点项目集中开工仪式分会场，市长讲话。",
        "230800",
        Kind.EVENT,
        {"黑龙江省重点项目集中开工仪式": {"黑龙江省重点项目集中开工仪式", "全省重点项目集中开工仪式"}},
    ),
    (
        "a district's congress has its city in its name",
        "区第八次党代会以来，我区发展加快。",
        "421002",
        Kind.EVENT,
        {"中国共产党荆州市沙市区第八次代表大会": {"区第八次党代会"}},
    ),
]


@pytest.mark.parametrize(("label", "text", "home", "kind", "found"), CASES, ids=[c[0] for c in CASES])
def test_things(label: str, text: str, home: str, kind: Kind, found: dict[str, set[str]]) -> None:
    """Each text gives these entities of the kind and no others."""
    assert named(text, home, kind) == found, label


@pytest.mark.parametrize(
    ("label", "text", "none"),
    [
        ("a brand", "县里与宁德时代签订协议。", "宁德市"),  # 宁德 opens the name of a firm
        ("a river in a firm's name", "引进东莞市蜀江新能源科技有限公司。", "蜀江"),
        ("a far county in a work's name", "推进江汉智能家居产业园、云岭医卫用品基地两个项目建设。", "江汉区"),
    ],
)
def test_no_places(label: str, text: str, none: str) -> None:
    """A place that only names something else is none."""
    assert none not in named(text, "421002", Kind.PLACE), label
