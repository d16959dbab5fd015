"""Documents named in one line of text. All titles are invented."""

from __future__ import annotations

import pytest

from kg.extract.document.document_mentions import mentions
from kg.lexicon import Lexicon
from kg.model import Block, Document, Masthead, Role, Span
from kg.text.annotated import AnnotatedDocument

LEXICON = Lexicon()


def found(text: str) -> list[tuple[str, str]]:
    """(name, surface) of each mention in text order."""
    document = Document("t", "t.txt", text, text, (Block(Span(0, len(text)), Role.PARAGRAPH),))
    return [(m.name, text[m.span.start : m.span.end]) for m in mentions(AnnotatedDocument(document, LEXICON))]


CASES = [
    ("编制实施 are two verbs", "编制实施东平湖旅游创新发展规划。", ["东平湖旅游创新发展规划"]),
    ("a title", "出台《云岭市政务公开办法（试行）》。", ["云岭市政务公开办法（试行）"]),
    ("a quotation inside a title", "印发《东平市“无废城市”建设方案》。", ["东平市“无废城市”建设方案"]),
    (
        "a title inside a title",
        "按照《〈东平市“三比”活动意见〉分工方案》执行。",
        ["〈东平市“三比”活动意见〉分工方案", "东平市“三比”活动意见"],
    ),
    ("a column", "开设“局长谈服务”专栏。", ["局长谈服务"]),
    ("a series", "将推出“双城记”系列报道。", ["双城记"]),
    ("a paper that someone made", "编制云岭茶叶产业链图谱。", ["云岭茶叶产业链图谱"]),
    ("了 and 解 run together", "制定了解放路改造提升实施方案。", ["解放路改造提升实施方案"]),
    ("a paper of a known meeting", "落实中国—中亚峰会成果清单。", ["中国—中亚峰会成果清单"]),
    ("a treaty", "与北湾港务集团签订战略合作协议。", ["战略合作协议"]),
    ("policies known by their clauses", "出台稳增长“21条”“18条”等政策。", ["稳增长“21条”", "稳增长“18条”"]),
    ("a list in clauses is one paper", "列出窗口服务“双六条”负面清单。", ["窗口服务“双六条”负面清单"]),
    ("the work report", "会上作政府工作报告。", ["政府工作报告"]),
    ("a number by itself", "根据国发〔2020〕14号要求。", ["国发〔2020〕14号"]),
    ("a newspaper is none", "《云岭日报》刊发通讯《山乡巨变》。", ["山乡巨变"]),
    ("papers in general", "制定实施方案，完善管理办法，建立台账。", []),
    ("a quoted campaign", "开展“我是党员我带头”专题活动。", []),
]


@pytest.mark.parametrize(("label", "text", "names"), CASES, ids=[c[0] for c in CASES])
def test_names_documents(label: str, text: str, names: list[str]) -> None:
    assert [name for name, _ in found(text)] == names, label


def test_number_and_short_title_stand_for_the_title() -> None:
    text = "《关于发展茶业的意见》（茶发〔2023〕4号，以下简称《意见》）印发，《意见》要求落实。"
    full = "关于发展茶业的意见"
    assert found(text) == [
        (full, "《关于发展茶业的意见》"),
        (full, "茶发〔2023〕4号"),
        (full, "《意见》"),
        (full, "《意见》"),
    ]


def test_line_above_the_title_names_a_column() -> None:
    text = "改革创新·大家谈\n以改革促发展"
    blocks = (Block(Span(0, 8), Role.HEADING), Block(Span(9, len(text)), Role.TITLE))
    masthead = Masthead(title=text[9:], title_span=Span(9, len(text)))
    doc = AnnotatedDocument(Document("t", "t.txt", text, text, blocks, (), masthead), LEXICON)
    assert [m.name for m in mentions(doc)] == ["改革创新·大家谈"]


GENRES = [
    ("a genre alone is no document", "根据《建议》，制定《实施办法》。", []),
    (
        "a genre that a title before it explains",
        "印发《平原市海洋产业发展规划纲要（草案）》。《纲要》提出目标。",
        ["平原市海洋产业发展规划纲要（草案）"] * 2,
    ),
    (
        "a row of papers behind one verb",
        "制定出台渔港护岸实施方案和第一批工作方案、大兴渔技调查实施方案。",
        ["渔港护岸实施方案", "第一批工作方案", "大兴渔技调查实施方案"],
    ),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in GENRES], ids=[c[0] for c in GENRES])
def test_genres_and_rows(text: str, names: list[str]) -> None:
    assert [name for name, _ in found(text)] == names
