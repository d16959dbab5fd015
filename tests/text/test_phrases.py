"""Heads without marks and the modifiers before them; quoted stretches."""

from __future__ import annotations

import pytest

from kg.extract.boundary.phrases import phrases
from kg.lexicon import Lexicon
from kg.model import Document, Span
from kg.text.annotated import AnnotatedDocument
from kg.text.quotation_marks import quoted

LEXICON = Lexicon()


def found(text: str) -> list[str]:
    """The phrases with any content, in text order."""
    document = Document("t", "t.txt", text, text)
    return [document.name(p.span) for p in phrases(AnnotatedDocument(document, LEXICON)) if p.content]


PHRASES = [
    ("stops at a verb", "继续推进河道两岸环境整治。", ["河道两岸环境整治"]),
    ("drops the pointing word", "对全市解放思想大讨论作出部署。", ["解放思想大讨论"]),
    ("keeps the longer of two heads", "打响人居环境整治百日攻坚战。", ["人居环境整治百日攻坚战"]),
    ("goes no further than a mark", "项目多，劳动竞赛热。", []),
    ("a season may open it", "开展秋冬季大气治理攻坚行动。", ["秋冬季大气治理攻坚行动"]),
    ("a word cut in two", "实施新时代文化强县战略。", ["新时代文化强县战略"]),
    ("fillers are no content", "推进重点专项行动。", []),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in PHRASES], ids=[c[0] for c in PHRASES])
def test_phrases(text: str, names: list[str]) -> None:
    assert found(text) == names


QUOTES = [
    ("plain", "以“甲”为主", ["“甲”"]),
    ("inner marks", "“甲‘乙’丙”", ["“甲‘乙’丙”", "‘乙’"]),
    ("title in a title", "《关于〈乙〉的通知》", ["《关于〈乙〉的通知》"]),
    ("never closed", "“甲乙", []),
    ("opened twice", "“甲“乙”", ["“乙”"]),
]


@pytest.mark.parametrize(("text", "marked"), [c[1:] for c in QUOTES], ids=[c[0] for c in QUOTES])
def test_quotes(text: str, marked: list[str]) -> None:
    assert [text[q.span.start : q.span.end] for q in quoted(text, [Span(0, len(text))])] == marked
