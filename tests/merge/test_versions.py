"""Reprints are one text; a correction points at what it corrects. All names are invented, places are real."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyoxigraph as ox

from kg import api
from kg.export.rdf.graph_to_rdf import describe
from kg.export.rdf.ntriples import ntriples
from kg.export.report import report
from kg.query import ask
from kg.query.shipped import find
from kg.restore.graph import graph_of

if TYPE_CHECKING:
    from pathlib import Path

BODY = (
    "3月6日，滕州市召开经济工作会议，市委书记周立恒出席会议并讲话。\n"
    "2023年，全市地区生产总值达到868亿元，固定资产投资完成312亿元，各项工作取得新进展。\n"
    "会议强调，要坚定信心，扎实工作，推动全市经济平稳较快发展，完成全年各项目标任务。\n"
    "各镇街、市直各部门主要负责同志参加会议，并就贯彻落实会议精神作了表态发言。\n"
)
FIRST = f"滕州市召开经济工作会议\n2024-03-07 来源：滕州日报\n{BODY}"
AGAIN = f"枣庄新闻：滕州市经济工作会议召开\n2024-03-08 10:20 来源：枣庄新闻网\n本报讯（记者 孙一鸣）{BODY}（责任编辑：郑向东）\n"
OTHER = "滕州市推进春耕\n2024-03-09 来源：滕州日报\n3月8日，滕州市副市长钱文远到南沙河镇调研春耕备耕工作，实地察看农资供应情况。\n"
CORRECTION = (
    "更正\n2024-03-10 来源：滕州日报\n"
    "更正：本报3月7日《滕州市召开经济工作会议》一文中，“全市地区生产总值达到868亿元”应为“全市地区生产总值达到886亿元”。特此更正。\n"
)
CONTRADICTION = (
    "滕州市统计局发布数据\n2024-03-11 来源：滕州日报\n"
    "滕州市统计局发布全市经济运行情况，总体平稳向好。\n2023年，滕州市地区生产总值达到895亿元，增长5.1%。\n"
)


def written(folder: Path, **files: str) -> Path:
    for name, text in files.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def contradictions(graph: api.Graph) -> list[str]:
    store = ox.Store()
    store.bulk_load(ntriples(graph), format=ox.RdfFormat.N_TRIPLES)
    answer = ask(store, find("contradictions").text)
    return [" ".join(str(cell) for cell in row) for row in answer.rows]


def witnesses(graph: api.Graph, name: str) -> int:
    """In how many articles of the shipped query a thing stands."""
    store = ox.Store()
    store.bulk_load(ntriples(graph), format=ox.RdfFormat.N_TRIPLES)
    answer = ask(store, find("entities").text)
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    return next(int(row["articles"]) for row in rows if row["name"] == name)


def test_a_reprint_is_told_and_is_no_second_witness(tmp_path: Path) -> None:
    graph = api.build(written(tmp_path, b=FIRST, a=AGAIN, c=OTHER))
    assert {article.id: article.version_of for article in graph.articles} == {"a": "b", "b": "", "c": ""}
    assert "a reprints 转载 b" in report(graph).decode()
    rdf = ntriples(graph).decode()
    assert "article/a> <http://purl.org/dc/terms/isVersionOf> <https://w3id.org/zhengtu/kg/article/b>" in rdf
    assert witnesses(graph, "滕州市") == 2


def test_short_texts_and_other_texts_are_no_reprints(tmp_path: Path) -> None:
    graph = api.build(written(tmp_path, a="滕州市召开会议。", b="滕州市召开会议。", c=FIRST, d=OTHER))
    assert not [article for article in graph.articles if article.version_of]


def test_a_correction_holds_and_both_are_kept(tmp_path: Path) -> None:
    graph = api.build(written(tmp_path, a=FIRST, z=CORRECTION, y=OTHER))
    assert {article.id: article.corrects for article in graph.articles} == {"a": (), "y": (), "z": ("a",)}
    told = {(f.evidence.document, f.value) for f in graph.figures if f.indicator.endswith("地区生产总值")}
    assert ("a", 8.68e10) in told
    assert ("z", 8.86e10) in told
    assert ("z", 8.68e10) not in told
    assert not contradictions(graph)


def test_what_cannot_both_hold_is_shown(tmp_path: Path) -> None:
    (row,) = contradictions(api.build(written(tmp_path, a=FIRST, b=CONTRADICTION)))
    assert "地区生产总值" in row
    assert "868" in row
    assert "895" in row


def test_what_is_written_comes_back(tmp_path: Path) -> None:
    graph = api.build(written(tmp_path, b=FIRST, a=AGAIN, z=CORRECTION))
    back, _ = graph_of(describe(graph))
    assert [(a.id, a.version_of, a.corrects) for a in back.articles] == [
        (a.id, a.version_of, a.corrects) for a in graph.articles
    ]
    assert ntriples(back) == ntriples(graph)
