"""Who takes part in what, as users reported it. A case with ``fails`` is not read yet: whoever mends it deletes that
word (the marks are strict, so a mended case that still has it turns the run red).
"""

from __future__ import annotations

import pytest

from kg.ingest.read import from_text
from kg.pipeline.article import read
from tests.reported.claims import LEXICON, Case, cases, check

TABLE = [
    Case(
        75,
        "who is spoken of in the words of a meeting is not there",
        "3月5日，滕州市委书记周立恒主持召开市委常委会会议。会议强调，习近平总书记的重要讲话为做好下步工作指明了方向。",
        ("attends 周立恒",),
        ("attends 习近平",),
    ),
    Case(
        76,
        "by whose commission",
        "3月5日，受滕州市委书记周立恒委托，滕州市市长钱文远主持召开市委常委会会议。",
        ("attends 钱文远",),
        ("attends 周立恒",),
    ),
    Case(
        78,
        "参加…的有",
        "3月5日，滕州市南沙河镇举行农田水利项目开工仪式。参加开工仪式的有副县长周立恒同志、"
        "南沙河镇党委书记钱文远同志，滕州市水利局局长孙一鸣。",
        ("attends 周立恒", "attends 钱文远", "attends 孙一鸣"),
        (),
    ),
    Case(
        76,
        "away",
        "9月2日，滕州市举行马铃薯节开幕式。滕州市市长周立恒因公出差，副市长钱文远致辞。",
        ("attends 钱文远",),
        ("attends 周立恒",),
    ),
    Case(
        75,
        "the words that a meeting studies",
        "滕州市委书记周立恒主持召开市委常委会会议，传达学习山东省委书记钱文远在全省旅游大会上的讲话精神。会议强调，要按照省委书记钱文远提出的要求，抓好落实。",
        ("attends 周立恒",),
        ("attends 钱文远",),
    ),
    Case(
        72,
        "参加 a meeting",
        "10月8日，滕州市市长周立恒、曲阜市市长钱文远参加东西部协作交流会。",
        (
            "attends 周立恒",
            "attends 钱文远",
        ),
        (),
    ),
    Case(
        78,
        "出席推介会的有",
        "出席推介会的有滕州市副市长周立恒、曲阜市副市长钱文远。",
        (
            "event 推介会",
            "attends 周立恒",
            "attends 钱文远",
        ),
        (),
    ),
    Case(
        83,
        "the fields of a press conference",
        "滕州市水利建设新闻发布会\n发布人：周立恒　滕州市水利局局长\n主持人：钱文远　滕州市人民政府新闻办公室副主任",
        (
            "attends 周立恒",
            "attends 钱文远",
        ),
        (),
    ),
    Case(
        76,
        "召开 before 县委",
        "7月2日，鱼台县委副书记周立恒主持召开县委理论学习中心组学习会，副县长钱文远作交流发言。",
        (
            "event 县委理论学习中心组学习会",
            "attends 周立恒",
            "attends 钱文远",
        ),
        ("organization 中共开县*",),
    ),
    Case(
        2,
        "with whom visitors sit down",
        "5月6日，南京市鼓楼区委书记周立恒率队赴徐州市鼓楼区考察，并与徐州市鼓楼区区长钱文远座谈交流。",
        (
            "attends 周立恒",
            "attends 钱文远",
            "conductedIn 周立恒赴鼓楼区考察 鼓楼区",
        ),
        (),
    ),
    Case(
        73,
        "和和县",
        "5月6日，滕州市市长周立恒到安徽考察，先后走访含山县和和县。",
        (
            "conductedIn 周立恒到安徽省考察 含山县",
            "conductedIn 周立恒到安徽省考察 和县",
        ),
        (),
    ),
    Case(
        85,
        "a festival, a campaign with seasons",
        "2020年11月5日至2021年2月10日，平阴县开展冬春农田水利大会战。2021年12月20日至2022年1月9日，漠河市举办第三届极光冰雪节。",
        (
            "campaign 冬春农田水利大会战",
            "conductedIn 第三届极光冰雪节 漠河市",
        ),
        (),
    ),
]


@pytest.mark.parametrize("case", cases(TABLE))
def test_events(case: Case) -> None:
    check(case)


def test_a_campaign_of_some_months() -> None:
    """85: what goes on from one day to another has begun and ended."""
    text = "2020年11月5日至2021年2月10日，平阴县开展冬春农田水利大会战。"
    reading = read(from_text(text, "t", "t.txt"), LEXICON)
    assert [(m.term, m.value) for m in reading.moments] == [("began", "2020-11-05"), ("ended", "2021-02-10")]
