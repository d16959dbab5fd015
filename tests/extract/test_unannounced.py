"""Persons whom nothing announces: what the trained part finds, what it leaves alone, and that it is whole numbers."""

from __future__ import annotations

import pytest

from kg.extract.person.unannounced import SIZE, candidates
from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.text.annotated import AnnotatedDocument
from tests.extract.test_person import LEXICON, found

ALONE = [
    ("去年8月，钱文远来到了南沙河镇，在这里开了一家小店。", "钱文远"),
    ("住在附近的孙笑梅每天早上都来这里锻炼身体。", "孙笑梅"),
    ("与这些企业家一起来的还有吴立军，他在会上谈了看法。", "吴立军"),
]
NOBODY = [
    "全市经济运行总体平稳，高质量发展迈出坚实步伐。",
    "贺兰山东麓葡萄酒产区获得了丰收。",
    "严格落实各项防控措施，方便群众出行。",
    "唐山、张家口等地积极推进项目建设。",
]


@pytest.mark.parametrize(("text", "name"), ALONE)
def test_a_name_that_nothing_announces_is_found(text: str, name: str) -> None:
    assert found(text) == [name]


@pytest.mark.parametrize("text", NOBODY)
def test_where_nobody_is_named_nobody_is_found(text: str) -> None:
    assert found(text) == []


def test_the_weights_are_a_byte_for_each_feature() -> None:
    assert len((Lexicon().folder / "names.weights").read_bytes()) == SIZE
    doc = AnnotatedDocument(from_text(ALONE[0][0], "t", "t.txt"), LEXICON)
    assert all(0 <= at < SIZE for one in candidates(doc, frozenset()) for at in one.features)
