"""What holds of every reading, whatever the text: spans lie in it, facts have reasons, nothing is left to chance."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.merge import merge
from kg.model import Reading
from kg.model.facts import GAZETTEER
from kg.pipeline import read

LEXICON = Lexicon()
PLACES = ["山东省", "德州市", "平原县", "鼓楼区", "全市", "我县", "该区", "广西壮族自治区", "浙江丽水", "城关镇"]
ORGANS = ["市委", "县政府", "省发改委", "市人大常委会", "国务院", "平原县教育局", "德州日报", "恒丰集团有限公司"]
PEOPLE = ["市委书记王建国", "副县长李红梅、赵志强", "记者 陈晓", "欧阳志远同志", "艾力江·吾买尔"]
NAMES = [
    "“三提三争”活动",
    "解放思想大讨论",
    "“1234”产业体系",
    "《关于促进发展的意见（试行）》",
    "第三届文化节",
    "总投资12.5亿元的光伏项目",
]
VERBS = [
    "开展",
    "召开",
    "印发",
    "推进",
    "荣获",
    "指出，",
    "表示：“要抓落实。”",
    "同比增长6.5%",
    "达到1200余家",
    "，",
    "。",
    "、",
    "以",
    "为载体",
    "\n",
]
PHRASES = st.lists(st.sampled_from([*PLACES, *ORGANS, *PEOPLE, *NAMES, *VERBS]), max_size=25).map("".join)
ANYTHING = st.text(max_size=120)


def reading(text: str) -> Reading:
    return read(from_text(text, "x", "x.txt"), LEXICON)


def check(found: Reading) -> None:
    document, keys = found.document, {entity.key for entity in found.entities}
    size = len(document.text)
    for mention in found.mentions:
        assert 0 <= mention.span.start < mention.span.end <= size
        assert mention.entity in keys
        assert 0 < mention.confidence <= 1
    for fact in (*found.relations, *found.posts, *found.figures, *found.quotes):
        why = fact.evidence
        assert why.rule
        assert 0 < why.confidence <= 1
        if why.document != GAZETTEER:
            assert why.document == document.id
            assert document.surface(why.span).strip()
    for relation in found.relations:
        assert {relation.subject, relation.object} <= keys
    assert len(keys) == len(found.entities)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(PHRASES)
def test_phrases_of_the_genre_in_any_order(text: str) -> None:
    found = reading(text)
    check(found)
    assert reading(text) == found


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(ANYTHING)
def test_any_characters_at_all(text: str) -> None:
    check(reading(text))


def test_an_article_without_content_is_read() -> None:
    for text in (" ", "\n\n", "。", "“", "》《", "\x00", "\ud800", "１２３％"):
        check(reading(text))


def test_two_articles_give_the_same_graph_in_either_order() -> None:
    first = read(from_text("德州市委召开会议。", "a", "a.txt"), LEXICON)
    second = read(from_text("平原县开展“三提三争”活动。", "b", "b.txt"), LEXICON)
    assert merge([first, second]) == merge([second, first])
