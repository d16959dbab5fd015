"""What holds of every reading, whatever the text: spans lie in it, facts have reasons, nothing is left to chance."""

from __future__ import annotations

import contextlib
import os

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from kg.errors import InputError
from kg.ingest.decode import decode
from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.merge import merge
from kg.model import Reading
from kg.pipeline.article import read
from tests.invariants import check, check_exports

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


HEADS = st.sampled_from(
    [
        "德州市召开会议\n2024-05-06 09:12 来源：德州日报\n",
        "□ 本报记者 陈晓 李红梅\n",
        "本报讯（记者 陈晓）",
        "新华社济南5月6日电 ",
        "关于印发《实施方案》的通知\n德政发〔2024〕5号\n各县（市、区）人民政府：\n",
        "政府工作报告\n——2024年1月15日在德州市第十九届人民代表大会第三次会议上\n市长 王建国\n各位代表：\n",
        "首页 > 要闻\n",
        "",
    ]
)
TAILS = st.sampled_from(["\n（责编：陈晓、李红梅）", "\n图为会议现场。陈晓 摄", "\n【打印】【关闭】", "\r\n", ""])
EXAMPLES = int(os.environ.get("KG_EXAMPLES", "1"))
"""How many times as many examples are tried as in CI."""


def some(count: int) -> settings:
    return settings(max_examples=count * EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def reading(text: str) -> Reading:
    return read(from_text(text, "x", "x.txt"), LEXICON)


@some(60)
@given(PHRASES)
@example("“三提三争”活动国务院推进“三提三争”活动")  # a campaign led by an organ that no place has
def test_phrases_of_the_genre_in_any_order(text: str) -> None:
    found = reading(text)
    check(found)
    assert reading(text) == found


@some(60)
@given(ANYTHING)
def test_any_characters_at_all(text: str) -> None:
    check(reading(text))


@some(40)
@given(HEADS, PHRASES, ANYTHING, PHRASES, TAILS)
def test_articles_with_heads_tails_and_noise(head: str, first: str, noise: str, last: str, tail: str) -> None:
    check(reading(f"{head}{first}{noise}{last}{tail}"))


@some(12)
@given(HEADS, PHRASES, ANYTHING)
def test_what_is_written_can_be_read_again(head: str, words: str, noise: str) -> None:
    check_exports(reading(f"{head}{words}{noise}"))


@some(40)
@given(PHRASES, st.sampled_from(["\r\n", "\r", "\u2028", "\x0b"]))
def test_line_breaks_are_all_the_same(text: str, mark: str) -> None:
    usual, other = reading(text), reading(text.replace("\n", mark))
    assert {e.key for e in usual.entities} == {e.key for e in other.entities}


@some(200)
@given(st.binary(max_size=200) | PHRASES.map(lambda text: text.encode("gb18030")), st.binary(max_size=3))
def test_any_bytes_are_text_or_refused(data: bytes, more: bytes) -> None:
    for replaced in (False, True):
        with contextlib.suppress(InputError):
            text = decode(data + more + data, "x", replace=replaced).text
            assert text.strip()
            assert "\0" not in text
            text.encode()


def test_an_article_without_content_is_read() -> None:
    for text in (" ", "\n\n", "。", "“", "》《", "\x00", "\ud800", "１２３％"):
        check(reading(text))


def test_two_articles_give_the_same_graph_in_either_order() -> None:
    first = read(from_text("德州市委召开会议。", "a", "a.txt"), LEXICON)
    second = read(from_text("平原县开展“三提三争”活动。", "b", "b.txt"), LEXICON)
    assert merge([first, second]) == merge([second, first])
