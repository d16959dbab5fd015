"""``documents`` and ``citations``: numbers taken apart, issuers, and who refers to whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx
import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.names.document_numbers import issuer, parsed
from kg.pipeline.article import read
from tests.tables import made

if TYPE_CHECKING:
    from kg.model.table import Table

Tables = dict[str, "Table"]

NUMBERS = [
    ("赣市府发〔2023〕12号", "赣市府发〔2023〕12号"), ("国发[2020]第14号", "国发〔2020〕14号"),
    ("工信部联规函【2025】124号", "工信部联规函〔2025〕124号"), ("国土资电发（2009)34号", "国土资电发〔2009〕34号"),
    ("深南产监协［2017］第11号", "深南产监协〔2017〕11号"), ("川府发﹝2021年﹞ 3 号", "川府发〔2021〕3号"),
    ("第3号公告", None), ("〔2020〕14号", None), ("国发〔2020〕14号文件", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), NUMBERS)
def test_numbers(text: str, wanted: str | None) -> None:
    found = parsed(text)
    assert (str(found) if found else None) == wanted


ISSUERS = [
    ("国发", "国务院"), ("国办发明电", "国务院办公厅"), ("中办发", "中共中央办公厅"), ("赣府发", "江西省人民政府"),
    ("川府办发", "四川省人民政府办公厅"), ("财金", "财政部"), ("工信部联规函", "工业和信息化部"), ("赣市府发", ""),
    ("中府发", ""), ("商政办", ""), ("沪府规", "上海市人民政府"),
]  # fmt: skip


@pytest.mark.parametrize(("sign", "wanted"), ISSUERS)
def test_whose_sign_it_is(sign: str, wanted: str) -> None:
    assert issuer(sign, Lexicon()) == wanted


def test_every_number_of_the_made_corpus(tables: Tables) -> None:
    rows = [row for row in tables["documents"].dicts() if row["number"]]
    columns = ("number", "sign", "number_year", "serial", "sign_issuer")
    assert {row["title"] or "": tuple(row[column] for column in columns) for row in rows} == made.NUMBERS


def test_every_citation_of_the_made_corpus_and_no_other(tables: Tables) -> None:
    rows = tables["citations"].dicts()
    assert {(row["from_name"], row["citation"], row["to_name"]) for row in rows} == made.CITED
    named = {row["to_name"]: row["resolved"] for row in rows}
    assert named.pop("国办发〔2022〕30号") == 0  # no text gives its title
    assert set(named.values()) == {1}


def test_joint_issuers(tables: Tables) -> None:
    row = next(row for row in tables["documents"].dicts() if row["title"] == "赣州市义务教育经费管理办法")
    assert (row["issuers"], row["jointly"]) == ("赣州市教育局 | 赣州市财政局", 2)  # not who forwards it


def test_a_network_of_citations(tables: Tables) -> None:
    net = networkx.DiGraph([(row["from_name"], row["to_name"]) for row in tables["citations"].dicts()])
    assert networkx.has_path(net, "于都县数字经济工作方案", "江西省数字经济促进办法")
    assert networkx.is_directed_acyclic_graph(net)


SENTENCES = [
    ("根据《甲县防汛条例》和《甲县应急管理办法》，制定《甲县防汛应急预案》。",
     {("甲县防汛应急预案", "basedOn", "甲县防汛条例"), ("甲县防汛应急预案", "basedOn", "甲县应急管理办法")}),
    ("县水利局近日印发《甲县防汛应急预案》。", set()),
    ("会议学习了《甲县防汛条例》。", set()),
    ("会议强调，要贯彻落实《甲县防汛条例》。", set()),
    ("为贯彻落实《甲县防汛条例》，结合我县实际，制定本办法。", {("", "implementing", "甲县防汛条例")}),
    ("《甲县防汛应急预案》同时废止。", {("", "repealing", "甲县防汛应急预案")}),
    ("按照研究制定《甲县防汛应急预案》的要求开展工作。", set()),
    ("县政府决定对《甲县防汛应急预案》作出修改，《甲县防汛条例》予以废止。", {("", "repealing", "甲县防汛条例")}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), SENTENCES, ids=[row[0][:16] for row in SENTENCES])
def test_sentences(text: str, wanted: set[tuple[str, str, str]]) -> None:
    reading = read(from_text(text, "1", "1.txt"), Lexicon())
    names = {entity.key: entity.name for entity in reading.entities} | {"": ""}
    assert {(names[one.source], one.kind.value, names[one.target]) for one in reading.citations} == wanted
    for one in reading.citations:
        assert reading.document.surface(one.evidence.span) == text


def test_the_number_under_the_title_is_read() -> None:
    text = "某部关于做好安全生产工作的通知\n工信部联规函〔2025〕124号\n各省、自治区：\n现就有关工作通知如下。"
    reading = read(from_text(text, "1", "1.txt"), Lexicon())
    assert [m.name for m in reading.mentions if m.kind.value == "Document"] == ["工信部联规函〔2025〕124号"]
