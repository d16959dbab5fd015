"""Who takes part in what, as users reported it. A case with ``fails`` is not read yet: whoever mends it deletes that
word (the marks are strict, so a mended case that still has it turns the run red).
"""

from __future__ import annotations

import pytest

from tests.reported.claims import Case, cases, check

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
]


@pytest.mark.parametrize("case", cases(TABLE))
def test_events(case: Case) -> None:
    check(case)
