"""Large graphs made up for measuring: counties with their organs, officials, campaigns and what these do.

Every fifty nodes have an article of some two thousand characters, in whose sentences their relations stand.
"""

from __future__ import annotations

import random

from kg.model import Article, Document, Entity, Evidence, Graph, Masthead, Mention, Post, Relation, Span, Word
from kg.model.identity import mint
from kg.vocab import SIGNATURES, Kind, Predicate

SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈"
CHARS = "安平宁昌丰泰和清远山河江海云溪泉石松柏梅兰竹阳城东西南北新文武德仁义礼信华荣光明春秋金玉永兴隆福康顺达"
TAILS = {
    Kind.ORGANIZATION: ("教育局", "水务局", "财政局", "集团有限公司", "中学", "人民医院"),
    Kind.CAMPAIGN: ("专项行动", "大讨论", "整治行动", "主题活动"),
    Kind.PROGRAM: ("工作机制", "行动计划", "工程"),
    Kind.PROJECT: ("产业园项目", "水库工程", "公路改造项目"),
    Kind.EVENT: ("推进会", "座谈会", "签约仪式"),
    Kind.DOCUMENT: ("实施意见", "工作方案"),
    Kind.AWARD: ("先进单位", "示范县"),
}
MIX = (
    [Kind.PERSON] * 20
    + [Kind.ORGANIZATION] * 26
    + [Kind.CAMPAIGN] * 8
    + [Kind.PROGRAM] * 14
    + [Kind.PROJECT] * 14
    + [Kind.EVENT] * 8
    + [Kind.DOCUMENT] * 7
    + [Kind.AWARD] * 3
)
BLOCK, SENTENCES, FAMILY = 50, 48, "campaign/解放思想大讨论"


def synthetic(count: int, edges_per_node: int = 3, seed: int = 7) -> Graph:
    """A graph of ``count`` nodes and ``count * edges_per_node`` relations."""
    chance = random.Random(seed)
    counties = max(1, count // BLOCK)
    province = Entity("place/990000-某省", Kind.PLACE, "某省", (), ("Province",), "990000")
    cities = [
        _place(chance, f"99{n // 100 + 1:02d}{n % 100:02d}", "市", "Prefecture") for n in range(max(1, counties // 12))
    ]
    entities = {
        e.key: e for e in (province, *cities, Entity(FAMILY, Kind.CAMPAIGN, "解放思想大讨论", (), ("CampaignFamily",)))
    }
    relations = {
        Relation(c.key, Predicate.WITHIN, province.key, Evidence("gazetteer", Span(0, 0), "gazetteer", 1.0))
        for c in cities
    }
    articles, posts, hubs = [], set(), [province, *cities]
    for block in range(counties):
        county = _place(chance, f"98{block // 100 + 10:02d}{block % 100:02d}", "县", "County")
        own = [county, *(_entity(chance, county) for _ in range(BLOCK - 1))][: max(1, count - len(entities))]
        entities |= {entity.key: entity for entity in own}
        known = Evidence("gazetteer", Span(0, 0), "gazetteer", 1.0)
        relations.add(Relation(county.key, Predicate.WITHIN, chance.choice(cities).key, known))
        article, told, held = _article(chance, f"{block:04d}", county, own, hubs, BLOCK * edges_per_node)
        articles.append(article)
        relations |= told
        posts |= held
        hubs += chance.sample(own, min(4, len(own)))
    return Graph(tuple(articles), tuple(sorted(entities.values())), tuple(sorted(relations)), tuple(sorted(posts)))


def _name(chance: random.Random, length: int) -> str:
    return "".join(chance.choice(CHARS) for _ in range(length))


def _place(chance: random.Random, code: str, tail: str, level: str) -> Entity:
    name = _name(chance, 2) + tail
    return Entity(mint(Kind.PLACE, name, code), Kind.PLACE, name, ((name[:-1], "zh-Hans"),), (level,), code)


def _entity(chance: random.Random, county: Entity) -> Entity:
    kind = chance.choice(MIX)
    if kind is Kind.PERSON:
        name = chance.choice(SURNAMES) + _name(chance, 2)
        return Entity(mint(kind, f"{name}{chance.randrange(10**6)}"), kind, name)
    tail = chance.choice(TAILS[kind])
    name = county.name + _name(chance, 2) + tail
    broader = FAMILY if tail == "大讨论" else ""
    return Entity(mint(kind, name, county.adcode), kind, name, (), (), "", broader)


def _article(
    chance: random.Random, number: str, county: Entity, own: list[Entity], hubs: list[Entity], wanted: int
) -> tuple[Article, set[Relation], set[Post]]:
    text, spans, mentions = "", [], []
    told: set[Relation] = set()
    held: set[Post] = set()
    for at in range(SENTENCES):
        few = [own[(at * 3 + step) % len(own)] for step in range(3)] + [chance.choice(hubs), county]
        begin = len(text)
        for entity in few:
            mentions.append(
                Mention(
                    Span(len(text), len(text) + len(entity.name)), entity.kind, entity.name, "made", 0.9, entity.key
                )
            )
            text += entity.name + chance.choice("和与在对")
        text = text[:-1] + "扎实推进。"
        spans.append(Span(begin, len(text)))
        for a in few:
            for b in few:
                why = Evidence(
                    number, spans[-1], chance.choice(("made", "pattern", "near")), chance.choice((0.6, 0.8, 0.9))
                )
                fits = [
                    p for p, (s, o) in SIGNATURES.items() if a.kind in s and b.kind in o and p is not Predicate.WITHIN
                ]
                if a.key != b.key and fits and len(told) < wanted * (at + 1) // SENTENCES:
                    told.add(Relation(a.key, chance.choice(fits), b.key, why))
                if a.kind is Kind.PERSON and b.kind is Kind.ORGANIZATION and chance.random() < 0.3:
                    held.add(Post(a.key, chance.choice(("局长", "主任", "董事长")), b.key, "attested", why))
    date = f"20{10 + int(number) % 15}-{1 + int(number) % 12:02d}-{1 + int(number) % 28:02d}"
    head = Masthead(
        title=f"{county.name}{_name(chance, 6)}", date=date, publisher=Word(Span(0, 0), "某某日报", "publisher")
    )
    document = Document(number, f"{number}.txt", text, text, (), tuple(spans), head)
    return Article(document, county.key, "", (), tuple(mentions)), told, held
