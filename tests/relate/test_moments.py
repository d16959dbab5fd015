"""When things happened, in one line of text each."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.model import Reading
from kg.pipeline.article import read

LEXICON = Lexicon()


def reading(text: str, published: str | None = "2022-04-27") -> Reading:
    document = from_text(text, "t", "t.txt")
    masthead = replace(document.masthead, date=published)
    return read(replace(document, masthead=masthead), LEXICON, ("371400",))


CASES = [
    ("a meeting has the day before it", "去年11月8日，德州市委召开六届三次全会。", ("at", "2021-11-08")),
    (
        "a campaign begins at the time of its cue",
        "从2021年11月开始，全市开展“三提三争”解放思想大讨论。",
        ("began", "2021-11"),
    ),
    ("a cue behind the name counts", "3月1日，全市“三提三争”解放思想大讨论正式启动。", ("began", "2022-03-01")),
    ("a campaign ends", "2022年3月31日，全市“三提三争”解放思想大讨论圆满结束。", ("ended", "2022-03-31")),
]


@pytest.mark.parametrize(("text", "expected"), [case[1:] for case in CASES], ids=[case[0] for case in CASES])
def test_a_moment_is_told(text: str, expected: tuple[str, str]) -> None:
    assert expected in [(m.term, m.value) for m in reading(text).moments]


def test_without_a_date_a_relative_time_stays_open() -> None:
    (moment,) = reading("去年11月8日，德州市委召开六届三次全会。", None).moments
    assert (moment.value, moment.words) == ("", "去年11月8日")


def test_a_time_of_another_meeting_is_not_taken() -> None:
    found = reading("5月8日，德州市委召开六届三次全会，传达学习中央经济工作会议精神。").moments
    assert len(found) == 1
