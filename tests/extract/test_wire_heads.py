"""No name reaches over the end of a wire's head."""

from __future__ import annotations

import pytest

from kg.extract import mentions
from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()
HEADS = [
    "中新网北京6月25日电(记者李红梅)",
    "新华社济南10月10日电（记者 李红梅、王建国）",
    "本报讯（记者 李红梅）",
    "德州日报讯 ",
]


@pytest.mark.parametrize("head", HEADS)
@pytest.mark.parametrize("name", ["全国政协办公厅研究室理论局", "德州市云岭特长隧道"])
def test_a_name_opens_behind_the_head(head: str, name: str) -> None:
    text = f"{head}{name}建成通车，局长汪志海出席。\n"
    found = mentions(AnnotatedDocument(from_text(text, "t"), LEXICON))
    assert name in {m.name for m in found}
    assert not [m.name for m in found if m.span.start < len(head) < m.span.end]


def test_no_name_opens_or_ends_with_a_mark_that_parts_clauses() -> None:
    text = "第二场论坛上，与会者围绕“品牌建设”主题展开对话。平原县召开会议，部署工作。\n"
    found = mentions(AnnotatedDocument(from_text(text, "t"), LEXICON))
    assert found
    assert not [m.name for m in found if m.name[0] in "，。；：" or m.name[-1] in "，。；："]
