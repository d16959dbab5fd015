"""Expressions of time against the date of an article."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.text.annotated import AnnotatedDocument
from kg.text.time_expressions import times

LEXICON = Lexicon()


def values(text: str, published: str | None) -> list[str]:
    document = from_text(text, "t", "t.txt")
    masthead = replace(document.masthead, date=published)
    return [time.value for time in times(AnnotatedDocument(replace(document, masthead=masthead), LEXICON))]


CASES = [
    ("10月24日，全区召开动员会。", "2018-11-02", ["2018-10-24"]),
    ("该企业1-5月缴税1100万元。", "2018-11-02", ["2018-01/2018-05"]),
    ("上半年引进项目12个。", "2018-11-02", ["2018-01/2018-06"]),
    ("一期计划9月开工。", "2018-11-02", ["2018-09"]),
    ("去年11月8日召开会议，11月9日拉开序幕。", "2022-04-27", ["2021-11-08", "2021-11-09"]),
    ("今年以来新签约项目20个。", "2022-04-27", ["2022-01/2022-04-27"]),
    ("年初谋划项目60个。", "2022-04-27", ["2022-01"]),
    ("从2021年11月开始，到2022年3月结束。", None, ["2021-11", "2022-03"]),
    ("2021年11月8日至10日举行。", None, ["2021-11-08/2021-11-10"]),
    ("3月28日至4月2日开展巡察。", "2023-05-01", ["2023-03-28/2023-04-02"]),
    ("“十三五”期间完成投资300亿元。", None, ["2016/2020"]),
    ("截至目前，整改完成率98%。", "2022-04-27", ["2022-04-27"]),
    ("昨日，记者从市教育局获悉。", "2022-03-01", ["2022-02-28"]),
    ("近日，县委召开常委会。", "2022-03-01", [""]),
    ("去年完成投资12亿元。", None, [""]),
    ("9月5日开幕。", None, [""]),
    ("2022年第三季度，增长6%。", None, ["2022-07/2022-09"]),
    ("二〇二六年一月二十七日在大会上", None, ["2026-01-27"]),
    ("2月30日", "2022-03-01", [""]),
    ("2020年投产，同年9月达产。", "2022-03-01", ["2020", "2020-09"]),
]


@pytest.mark.parametrize(("text", "published", "expected"), CASES)
def test_times_are_resolved_or_left_open(text: str, published: str | None, expected: list[str]) -> None:
    assert values(text, published) == expected
