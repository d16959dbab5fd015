"""Time grows with the text and no faster: long runs of what rules look for. All units: ``tests/benchmarks/growth.py``."""

from __future__ import annotations

import random
import time

import pytest

from kg.ingest.read import from_text
from kg.ingest.rules import Rules
from kg.lexicon import Lexicon
from kg.pipeline.article import read

LEXICON = Lexicon()
RULES = Rules(LEXICON)
SIZE = 4000
MOST = 6.0  # seconds of this process; whatever is quadratic takes minutes
UNITS = [
    ("digits", "9"),
    ("head words", "局"),
    ("suffixes of firms", "有限公司"),
    ("places", "长春"),
    ("a row of places", "鼓楼区、"),
    ("a name again and again", "记者 王伟 "),
    ("speakers", "王伟说：“甲。”"),
    ("names with posts", "市委书记王伟、"),
    ("marks", "、"),
    ("quotes that are never closed", "“甲"),
    ("brackets that are never closed", "（"),
    ("titles in titles", "《“甲”》"),
    ("dates", "3月8日，"),
    ("amounts", "总投资5亿元的"),
    ("quoted campaigns", "“甲乙”活动"),
    ("line breaks", "\n"),
    ("one letter", "A"),
]


@pytest.mark.parametrize(("why", "unit"), UNITS, ids=[row[0] for row in UNITS])
def test_a_run_is_read_in_linear_time(why: str, unit: str) -> None:
    began = time.process_time()
    document = from_text((unit * SIZE)[:SIZE], "x", rules=RULES)
    read(document, LEXICON)
    assert time.process_time() - began < MOST
    assert all(len(span) <= 1000 for span in document.sentences)
    assert all(len(block.span) <= 5000 for block in document.blocks)


def test_long_lines_are_cut_where_sentences_end() -> None:
    sentence = "清河县召开重点项目建设推进大会，县委书记李建军出席会议并讲话。"
    document = from_text(sentence * 500, "x", rules=RULES)
    assert len(document.blocks) > 1
    assert {document.surface(span) for span in document.sentences} == {sentence}
    commas = from_text("清河县召开大会，" * 1000, "x", rules=RULES)
    assert all(commas.surface(span).endswith("，") for span in commas.sentences)


HAN = "春夏秋冬东南西北江河湖海山川林木金银铜铁光明正大和平友爱清白红绿蓝紫青云天地人文华国"
KINDS = [
    "“{}”活动开展。",
    "县委书记王{:.2}出席。",
    "{}有限公司投资建厂。",
    "印发《关于{}的意见》。",
    "第三届{}文化节举行。",
    "荣获“{}”称号。",
]


@pytest.mark.parametrize("kind", KINDS)
def test_many_different_names_are_read_in_linear_time(kind: str) -> None:
    chance = random.Random(8)
    names = ("".join(chance.choice(HAN) for _ in range(4)) for _ in range(1000))
    document = from_text("\n".join(kind.format(name) for name in names), "x", rules=RULES)
    began = time.process_time()
    read(document, LEXICON)
    assert time.process_time() - began < MOST
