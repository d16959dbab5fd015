"""A small graph made by hand, with every kind of fact, Traditional text, awkward quotes and hostile strings."""

from __future__ import annotations

from kg.model import (
    Article,
    Citation,
    Document,
    Entity,
    Evidence,
    Figure,
    Graph,
    Masthead,
    Mention,
    Post,
    Quote,
    Relation,
    Skipped,
    Span,
)
from kg.vocab import Cites, Kind, Predicate

TEXT = (
    "長春某報訊\r\n某市市委書記張三豐在大會上說：“要'拼'要\"幹\"\\n！”\n"
    "某市開展“比學趕超”大討論，走訪企業8704戶次，投資997.9億元。𠮷縣參與大討論，與<script>公司&合作。\n"
)
PLAIN = (
    "长春某报讯\r\n某市市委书记张三丰在大会上说：“要'拼'要\"干\"\\n！”\n"
    "某市开展“比学赶超”大讨论，走访企业8704户次，投资997.9亿元。𠮷县参与大讨论，与<script>公司&合作。\n"
)
CITY, COUNTY, PROVINCE = "place/991000-某市", "place/991021-𠮷县", "place/990000-某省"
ORGAN, COMPANY, PAPER = "organization/991000-中共某市委员会", "organization/script-公司", "organization/某报"
PERSON, CAMPAIGN, FAMILY = "person/张三丰", "campaign/991000-2021-比学赶超大讨论", "campaign/大讨论"
EVENT, PROGRAM, PROJECT = "event/991000-大会", "program/某战略", "project/某电站"
PLAN, ORDER, AWARD = "document/某方案", "document/某决定", "award/某称号"


def span(words: str, after: str = "") -> Span:
    """The first place of some words in the text, after some other words."""
    start = TEXT.index(words, TEXT.index(after) if after else 0)
    return Span(start, start + len(words))


FIRST = Span(7, TEXT.index("\n", 8))
SECOND = Span(FIRST.end + 1, len(TEXT) - 1)


def because(where: Span, rule: str = "by-hand", confidence: float = 0.9, document: str = "001") -> Evidence:
    return Evidence(document, where, rule, confidence)


KNOWN = Evidence("gazetteer", Span(0, 0), "gazetteer", 1.0)


def _entities() -> tuple[Entity, ...]:
    return (
        Entity(AWARD, Kind.AWARD, "某称号"),
        Entity(CAMPAIGN, Kind.CAMPAIGN, "“比学赶超”大讨论", (("“比學趕超”大討論", "zh-Hant"),), broader=FAMILY),
        Entity(FAMILY, Kind.CAMPAIGN, "大讨论", classes=("CampaignFamily",)),
        Entity(ORDER, Kind.DOCUMENT, "某决定"),
        Entity(PLAN, Kind.DOCUMENT, "某方案", (("某府发[2021]3号", "zh-Hans"),), ("PolicyDocument",)),
        Entity(EVENT, Kind.EVENT, "某市大会", (("大會", "zh-Hant"),)),
        Entity(ORGAN, Kind.ORGANIZATION, "中共某市委员会", (("市委", "zh-Hans"),), ("PartyOrgan",)),
        Entity(COMPANY, Kind.ORGANIZATION, "<script>公司&", (), ("Company",)),
        Entity(PAPER, Kind.ORGANIZATION, "某报", (("某報", "zh-Hant"),), ("Media",)),
        Entity(PERSON, Kind.PERSON, "张三丰", (("張三豐", "zh-Hant"), ("张三丰", "zh-Hans"))),
        Entity(PROVINCE, Kind.PLACE, "某省", (), ("Province",), "990000"),
        Entity(CITY, Kind.PLACE, "某市", (("全市", "zh-Hans"),), ("City", "Prefecture"), "991000"),
        Entity(COUNTY, Kind.PLACE, "𠮷县", (("𠮷縣", "zh-Hant"),), ("County",), "991021"),
        Entity(PROGRAM, Kind.PROGRAM, "某战略"),
        Entity(PROJECT, Kind.PROJECT, '某"电站"\x0b'),
    )


def _relations() -> tuple[Relation, ...]:
    rows = [
        (COUNTY, Predicate.WITHIN, CITY),
        (ORGAN, Predicate.JURISDICTION, CITY),
        (CAMPAIGN, Predicate.CONDUCTED_IN, CITY),
        (CAMPAIGN, Predicate.ORGANIZED_BY, ORGAN),
        (COUNTY, Predicate.PARTICIPATES_IN, CAMPAIGN),
        (PERSON, Predicate.PARTICIPATES_IN, EVENT),
        (EVENT, Predicate.PART_OF, CAMPAIGN),
        (CITY, Predicate.IMPLEMENTS, PROGRAM),
        (ORGAN, Predicate.ISSUED, PLAN),
        (COMPANY, Predicate.UNDERTAKES, PROJECT),
        (COMPANY, Predicate.LOCATED_IN, CITY),
        (COUNTY, Predicate.COOPERATES_WITH, COMPANY),
        (CITY, Predicate.RECEIVED, AWARD),
        (PLAN, Predicate.ABOUT, CAMPAIGN),
        (PAPER, Predicate.UNIT_OF, ORGAN),
    ]
    stated = [Relation(s, p, o, because(SECOND)) for s, p, o in rows]
    stated += [Relation(PERSON, Predicate.PARTICIPATES_IN, EVENT, because(FIRST), role) for role in ("led", "spoke")]
    again = Relation(COUNTY, Predicate.WITHIN, CITY, because(SECOND, "another-rule", 0.7))
    known = [Relation(COUNTY, Predicate.WITHIN, CITY, KNOWN), Relation(CITY, Predicate.WITHIN, PROVINCE, KNOWN)]
    return tuple(sorted([*stated, again, *known]))


def _mentions() -> tuple[Mention, ...]:
    return (
        Mention(span("某市"), Kind.PLACE, "某市", "gazetteer", 0.9, CITY),
        Mention(span("市委"), Kind.ORGANIZATION, "市委", "deixis", 0.8, ORGAN, True),
        Mention(span("張三豐"), Kind.PERSON, "张三丰", "title-name", 0.95, PERSON),
        Mention(span("“比學趕超”大討論"), Kind.CAMPAIGN, "“比学赶超”大讨论", "quoted", 0.9, CAMPAIGN),
        Mention(span("𠮷縣"), Kind.PLACE, "𠮷县", "gazetteer", 0.9, COUNTY),
        Mention(span("<script>公司&"), Kind.ORGANIZATION, "<script>公司&", "suffix", 0.5, COMPANY),
    )


def specimen() -> Graph:
    """The graph: two articles, one of them without a date and with an awkward id."""
    masthead = Masthead(title="某市：“比学赶超”", date="2021-11-09")
    first = Document("001", "001_某报.txt", TEXT, PLAIN, (), (FIRST, SECOND), masthead, "utf-8", "ab" * 32)
    second = Document("b c", "b c.txt", "=某市\x00", "=某市\x00", (), (Span(0, 4),), Masthead(), "gb18030", "cd" * 32)
    words = span("要'拼'要\"幹\"\\n！")
    return Graph(
        articles=(
            Article(first, CITY, PAPER, (PERSON,), _mentions()),
            Article(second, "", "", (), (Mention(Span(1, 3), Kind.PLACE, "某市", "gazetteer", 0.9, CITY),)),
        ),
        entities=tuple(sorted(_entities())),
        relations=_relations(),
        posts=(
            Post(PERSON, "市委书记", ORGAN, "attested", because(FIRST, "title-name", 0.97)),
            Post(PERSON, "市长", CITY, "former", because(FIRST), "2016-05", "2018"),
        ),
        figures=(
            Figure("=投资", 99790000000.0, "元", "exact", "", CITY, because(SECOND), "2021"),
            Figure("总投资", 1.25e9, "元", "approx", "", CITY, because(SECOND), ends=(1e9, 1.5e9)),
            Figure("走访企业", 8704.0, "户次", "over", "yoy", CITY, because(SECOND)),
        ),
        citations=(
            Citation("", Cites.BASED_ON, PLAN, because(FIRST, "cites-basedOn", 0.8)),
            Citation(ORDER, Cites.REPEALS, PLAN, because(SECOND)),
        ),
        quotes=(Quote(PERSON, words, "要'拼'要\"干\"\\n！", because(FIRST), EVENT),),
        skipped=(Skipped("坏.txt", "the file is empty", "Remove it"),),
    )
