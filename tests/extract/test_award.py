"""Honours named in one line of text."""

from __future__ import annotations

import pytest

from kg.extract.initiative import mentions
from kg.lexicon import Lexicon
from kg.model import Document
from kg.text.annotated import AnnotatedDocument
from kg.vocab import Kind

LEXICON = Lexicon()


def found(text: str) -> list[str]:
    """The names in text order."""
    return [
        m.name for m in mentions(AnnotatedDocument(Document("t", "t.txt", text, text), LEXICON)) if m.kind is Kind.AWARD
    ]


CONFERRED = [
    ("without what leads to it", "获批整县创建国家农业绿色发展先行区。", ["国家农业绿色发展先行区"]),
    ("in marks behind a mere level", "被评为省级“五好村”。", ["五好村"]),
    ("whole in marks behind 评为", "被评为“全省优秀党委（党组）学习小组”。", ["全省优秀党委（党组）学习小组"]),
    ("a lodging", "获评全国首批甲级旅游民宿。", ["全国首批甲级旅游民宿"]),
    ("to the end of the clause", "该镇获评全国乡村治理示范乡镇。", ["全国乡村治理示范乡镇"]),
    ("a title is cut off", "再获全省平安建设示范县称号，群众满意。", ["全省平安建设示范县"]),
    ("in marks", "荣获“湖畔杯”，蝉联“长安杯”。", ["湖畔杯", "长安杯"]),
    ("in marks before its title", "授予河湾村“全县先进基层党组织”称号。", ["全县先进基层党组织"]),
    ("several in marks", "先后获得“全国文明村”“国家森林乡村”等荣誉。", ["全国文明村", "国家森林乡村"]),
    ("with its year", "入选2023年全国文旅融合优秀案例。", ["2023年全国文旅融合优秀案例"]),
    ("with a year behind", "获评全国社会治理创新案例（2022）。", ["全国社会治理创新案例（2022）"]),
    ("marks inside", "成为全国“两山”实践创新基地。", ["全国“两山”实践创新基地"]),
    ("a prize with its contest", "荣获第五届全国智慧农业创新大赛“金穗奖”。", ["第五届全国智慧农业创新大赛“金穗奖”"]),
    ("what is striven for", "创建国家全域旅游示范区，惠及百姓。", ["国家全域旅游示范区"]),
    ("in a row", "先后获得国家卫生镇、全国重点镇等荣誉。", ["国家卫生镇", "全国重点镇"]),
    ("given to somebody", "授予某村第七届全国文明村称号。", ["第七届全国文明村"]),
    ("what a place is called", "素有“中国蜜橘之乡”美称。", ["中国蜜橘之乡"]),
    ("a person's", "她曾获全国优秀教师，荣立个人二等功。", ["全国优秀教师", "个人二等功"]),
    ("up to the first of two", "争创国家生态文明示范区和产业升级示范区。", ["国家生态文明示范区"]),
    ("known to all, no verb", "擦亮全国文明城市金字招牌。", ["全国文明城市"]),
    ("a known medal", "他是全国五一劳动奖章获得者。", ["全国五一劳动奖章"]),
]
NONE = [
    ("a rank", "经济总量跻身全国城市前列。"),
    ("a project list in general", "入选省级重点项目。"),
    ("a permit", "项目获得批复，企业获得贷款。"),
    ("a programme piloted", "获批债券项目“自审自发”试点。"),
    ("a secretary is no verb", "市委书记李某在全市干部大会上讲话。"),
    ("people brought up", "累计培养优秀教师300名。"),
    ("winning hearts", "赢得群众好评。"),
]


@pytest.mark.parametrize(("text", "names"), [c[1:] for c in CONFERRED], ids=[c[0] for c in CONFERRED])
def test_conferred(text: str, names: list[str]) -> None:
    assert found(text) == names


@pytest.mark.parametrize("text", [c[1] for c in NONE], ids=[c[0] for c in NONE])
def test_none(text: str) -> None:
    assert found(text) == []
