"""A publisher that the container gives and the text does not name: its mention once was empty, and the reader walked on it for ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.model import Mention, Span
from kg.pipeline.build import build
from kg.vocab import Kind

GIVEN = {
    "one.jsonl": '{"text":"今天，滕州市召开会议。","source":"新华社"}\n{"text":"省政府召开会议。","source":"新华社"}',
    "one.csv": "text,来源\n今天，滕州市召开会议。,新华社\n",
    "one.html": '<html><head><meta name="ContentSource" content="新华社"></head><body><p>今天，滕州市召开会议。</p></body></html>',
}


@pytest.mark.parametrize("name", GIVEN)
def test_the_reader_ends(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(GIVEN[name], "utf-8")
    graph = build([tmp_path / name])
    assert not graph.skipped
    assert {article.publisher for article in graph.articles} == {"organization/新华社"}


def test_no_mention_is_empty() -> None:
    with pytest.raises(ValueError, match="empty span"):
        Mention(Span(3, 3), Kind.ORGANIZATION, "新华社", "publisher", 0.95)
