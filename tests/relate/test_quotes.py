"""Whose words they are, and where they were said, read from whole invented texts."""

from __future__ import annotations

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read

LEXICON = Lexicon()


def said(text: str) -> set[str]:
    """``speaker: first words`` of every quotation, and behind @ the event where it was said."""
    reading = read(from_text(text, "q.txt"), LEXICON)
    names = {e.key: e.name for e in reading.entities}
    return {f"{names[q.speaker]}: {q.text[:6]}{'@' + names[q.said_at] if q.said_at else ''}" for q in reading.quotes}


CASES = [
    (
        "an unnamed official speaks for the organ",
        "平阳县教育局相关负责人介绍，今年全县新建学校三所，增加学位两千个。",
        "平阳县教育局: 今年全县新建",
    ),
    (
        "behind a quotation",
        "“今年全县新建学校三所，增加学位两千个。”平阳县教育局有关负责人说。",
        "平阳县教育局: 今年全县新建",
    ),
    (
        "what was learned from an organ",
        "记者3日从平阳县统计局获悉，一季度全县生产总值同比增长6.2%。",
        "平阳县统计局: 一季度全县生",
    ),
    ("according to an organ", "据平阳县统计局通报，一季度全县生产总值同比增长6.2%。", "平阳县统计局: 一季度全县生"),
    ("an organ on a day", "平阳县水利局3日介绍，今年全县新建水库两座。", "平阳县水利局: 今年全县新建"),
    ("an organ's notice", "平阳县水利局发布公告称，今年全县新建水库两座。", "平阳县水利局: 今年全县新建"),
    ("figures of an organ", "平阳县水利局提供的数据显示，今年全县新建水库两座。", "平阳县水利局: 今年全县新建"),
    (
        "behind a quotation, on a day",
        "“今年全县新建学校三所，增加学位两千个。”平阳县县长李立恒近日表示。",
        "李立恒: 今年全县新建",
    ),
    (
        "the official and not his organ",
        "“今年全县新建学校三所，增加学位两千个。”平阳县教育局副局长李立恒感慨地说。",
        "李立恒: 今年全县新建",
    ),
    ("told to somebody", "平阳县县长李立恒叮嘱随行的同志，要设身处地为群众着想。", "李立恒: 要设身处地为"),
    ("称", "平阳县县长李立恒称，一季度全县生产总值同比增长6.2%。", "李立恒: 一季度全县生"),
    (
        "he is who acts, not who is heard",
        "平阳县委书记王启明听取了昆阳镇党委书记周立民的汇报。他指出，要抓好春耕生产各项工作。",
        "王启明: 要抓好春耕生",
    ),
    (
        "words at a visit",
        "2月3日，平阳县委书记王启明到昆阳镇调研。王启明强调，要抓好春耕生产各项工作。",
        "王启明: 要抓好春耕生@王启明到昆阳镇调研",
    ),
    (
        "words at a meeting",
        "2月3日，平阳县召开防汛工作推进会。县长李立恒出席会议并指出，要抓好春耕生产各项工作。",
        "李立恒: 要抓好春耕生@防汛工作推进会",
    ),
]
NEVER = [
    ("a short name is no speech", "平阳县县长李立恒出席平阳县茶叶产业大会(下称“大会”)，并讲话。", "李立恒"),
    ("a reporter reports", "本报讯（记者李立恒）介绍平阳县春耕生产的情况，说：“今年春来得早。”", "李立恒"),
]


@pytest.mark.parametrize(("why", "text", "want"), CASES, ids=[row[0] for row in CASES])
def test_said(why: str, text: str, want: str) -> None:
    assert want in said(text), said(text)


@pytest.mark.parametrize(("why", "text", "who"), NEVER, ids=[row[0] for row in NEVER])
def test_not_said(why: str, text: str, who: str) -> None:
    assert not [line for line in said(text) if line.startswith(who)]
