"""Documents that users reported, each as a kind: what a container holds reaches the reader as it was meant."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import docx
import pytest

from kg import api
from kg.ingest.read import Options, documents, read
from kg.model import Skipped
from tests.ingest import made
from tests.reported.claims import claims

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

LEFT = (
    "滕州市召开春耕会议。3月5日，滕州市委书记周立恒主持会议并讲话。会议强调，要抓好春季农业生产，确保粮食丰收。全市投入春耕资金2.5亿元，已经落实到各镇。"
    * 2
)
RIGHT = (
    "济阳区推进项目建设。3月6日，济阳区区长钱文远到济北开发区调研。钱文远说，要把项目建设抓紧抓实。全区新开工项目32个，进展顺利，各方满意。"
    * 2
)


def cut(text: str, width: int) -> list[str]:
    return [text[at : at + width] for at in range(0, len(text), width)]


def test_a_pdf_in_two_columns(tmp_path: Path) -> None:
    """55: each column is read by itself."""
    lines = [(40, 780 - 18 * n, row) for n, row in enumerate(cut(LEFT, 19))]
    lines += [(310, 780 - 18 * n, row) for n, row in enumerate(cut(RIGHT, 19))]
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf_pages([sorted(lines, key=lambda line: (-line[1], line[0]))]))
    text = read(path).text
    assert LEFT in text.replace("\n", "")
    assert RIGHT in text.replace("\n", "")
    found = claims(text)
    assert {"person 周立恒", "person 钱文远", "post 钱文远 区长 370115 attested"} <= found
    assert len([line for line in found if line.startswith("person ")]) == 2


def test_a_pdf_with_a_table_stays_in_rows(tmp_path: Path) -> None:
    """A table has a gap in the middle too; its rows stay together."""
    lines = [(40, 780, "领导分工")]
    for n, (name, post) in enumerate(
        [
            ("周立恒", "市长"),
            ("钱文远", "副市长"),
            ("孙一鸣", "副市长"),
            ("郑向东", "副市长"),
            ("吴国梁", "秘书长"),
            ("冯若谷", "局长"),
        ]
    ):
        lines += [(40, 760 - 18 * n, name), (310, 760 - 18 * n, post)]
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf_pages([lines]))
    text = read(path).text
    assert text.index("周立恒") < text.index("市长") < text.index("钱文远")


def test_running_heads_and_page_numbers(tmp_path: Path) -> None:
    """56: what stands at the edge of every page is no part of the sentence that goes over it."""
    body = "3月5日，滕州市召开春耕工作会议，安排部署有关工作，滕州市委书记周立恒主持会议并讲话，滕州市副市长郑向东参加会议并通报情况。会后大家观看了视频。"
    rows = cut(body, 30)
    pages = [
        [(40, 800, "滕州年鉴  2024"), (40, 770, rows[0]), (40, 750, rows[1]), (280, 40, "— 12 —")],
        [(40, 800, "滕州年鉴  2024"), (40, 770, rows[2]), (280, 40, "— 13 —")],
    ]
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf_pages(pages))
    text = read(path).text
    assert body in text
    assert "年鉴" not in text
    assert "12" not in text.replace("2024", "")
    assert "post 郑向东 副市长 370481 attested" in claims(text)


WAYS = [("utf-8", "gb18030"), ("gb18030", "latin-1"), ("utf-8", "cp1252")]


@pytest.mark.parametrize(("real", "taken"), WAYS)
def test_text_that_was_decoded_wrongly_before(real: str, taken: str, tmp_path: Path) -> None:
    """60: it is told, and nothing is read from it."""
    text = "滕州市委书记周立恒主持召开市委常委会会议，研究部署下一步重点工作。全市地区生产总值达到868亿元。"
    path = tmp_path / "a.txt"
    path.write_text(text.encode(real).decode(taken, "replace"), encoding="utf-8")
    (skipped,) = documents([path])
    assert isinstance(skipped, Skipped)
    assert "garbled" in skipped.cause
    assert real in skipped.cause or taken in skipped.cause


def test_what_is_lost_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("锟斤拷" * 40 + "868锟斤拷", encoding="utf-8")
    (skipped,) = documents([path])
    assert isinstance(skipped, Skipped)


def test_hidden_characters_neither_split_nor_stay(tmp_path: Path) -> None:
    """70: names are read without them; the spans are those of the file as it stands."""
    text = "滕州市召开春耕会议\n滕\u200b州市委书记周\u200b立恒到南沙\u00ad河镇调研。全市新增企业9\u200b4家。"
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    graph = api.build(path)
    assert {"周立恒", "南沙河镇", "滕州市"} <= {entity.name for entity in graph.entities}
    assert [figure.value for figure in graph.figures] == [94.0]
    (article,) = graph.articles
    assert article.document.text == text
    surfaces = {article.surface(mention.span) for mention in article.mentions}
    assert {"周\u200b立恒", "南沙\u00ad河镇"} <= surfaces
    names = [entity.name for entity in graph.entities] + [alias for e in graph.entities for alias, _ in e.aliases]
    assert not [name for name in names if set(name) & set("\u200b\u00ad")]


LEADERS = [["姓名", "职务"], ["周立恒", "滕州市委书记"], ["钱文远", "滕州市委副书记、市长"], ["孙一鸣", "滕州市副市长"]]
PROJECTS = [
    ["单位", "项目名称", "总投资（亿元）", "责任人"],
    ["滕州市水利局", "云溪水库扩建工程", "12.5", "周立恒"],
    ["滕州市水利局", "南沙河治理工程", "3.2", "钱文远"],
]


def word_file(title: str, rows: list[list[str]]) -> bytes:
    document, out = docx.Document(), io.BytesIO()
    document.add_heading(title, 1)
    table = document.add_table(len(rows), len(rows[0]))
    for r, row in enumerate(rows):
        for c, cell in enumerate(row):
            table.cell(r, c).text = "" if r > 1 and not c and cell == rows[r - 1][c] else cell
    for r in range(2, len(rows)):
        if rows[r][0] == rows[r - 1][0]:
            table.cell(r - 1, 0).merge(table.cell(r, 0))
    document.save(out)
    return out.getvalue()


def web_page(title: str, rows: list[list[str]]) -> bytes:
    cells = "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in rows)
    return f"<html><body><h1>{title}</h1><p>2024-03-07 来源：滕州日报</p><table>{cells}</table></body></html>".encode()


@pytest.mark.parametrize(("name", "make"), [("a.docx", word_file), ("a.html", web_page)])
def test_a_table_of_leaders(name: str, make: Callable[[str, list[list[str]]], bytes], tmp_path: Path) -> None:
    """53, 54: name and post are posts, and nobody of them is the author."""
    path = tmp_path / name
    path.write_bytes(make("滕州市领导班子", LEADERS))
    document = read(path)
    assert not [word for word in document.masthead.credits if word.text in {row[0] for row in LEADERS}]
    found = claims(document.text)
    assert {
        "post 周立恒 市委书记 370481 attested",
        "post 钱文远 市委副书记 370481 attested",
        "post 钱文远 市长 370481 attested",
        "post 孙一鸣 副市长 370481 attested",
    } <= found


@pytest.mark.parametrize(("name", "make"), [("a.docx", word_file), ("a.html", web_page)])
def test_a_table_of_projects(name: str, make: Callable[[str, list[list[str]]], bytes], tmp_path: Path) -> None:
    """53: amounts have the unit of their header; who is responsible is a person; a merged cell holds for each row."""
    path = tmp_path / name
    path.write_bytes(make("滕州市重点项目责任分工", PROJECTS))
    text = read(path).text
    assert text.count("滕州市水利局") == 2
    found = claims(text)
    assert {"person 周立恒", "person 钱文远"} <= found
    sums = {line.split()[2] for line in found if line.startswith("figure 总投资 ")}
    assert sums == {"1250000000", "320000000"}


def test_a_page_of_nested_tables(tmp_path: Path) -> None:
    """62: title and text of the article, nothing of the list beside it."""
    page = """<html><head><title>滕州新闻网</title></head><body><table width="980">
<tr><td colspan="2"><a href="/">首页</a> <a href="n.asp">新闻</a> <a href="z.asp">政务</a></td></tr>
<tr><td width="200"><table><tr><td>热点新闻</td></tr><tr><td>·<a href="v.asp?id=1">孙一鸣到兰陵县调研</a><br>
·<a href="v.asp?id=2">郑向东任曲阜市市长</a><br>·<a href="v.asp?id=3">全市春耕会议召开</a></td></tr></table></td>
<td width="780"><table><tr><td align="center"><b>滕州市召开经济工作会议</b></td></tr>
<tr><td align="center">发布日期：2009-3-7　来源：滕州日报</td></tr>
<tr><td>　　3月6日，滕州市召开经济工作会议，市委书记周立恒出席会议并讲话，市长钱文远主持会议。<br>
　　会议强调，要坚定信心，扎实工作，推动全市经济平稳较快发展，完成全年各项目标任务。<br>
　　会议要求，各级各部门要狠抓落实。</td></tr></table></td></tr>
<tr><td colspan="2">版权所有 滕州市人民政府</td></tr></table></body></html>"""
    path = tmp_path / "a.html"
    path.write_bytes(page.encode("gb18030"))
    document = read(path)
    assert document.masthead.title == "滕州市召开经济工作会议"
    assert document.masthead.date == "2009-03-07"
    assert "兰陵" not in document.text
    assert "曲阜" not in document.text
    assert len([line for line in document.text.split("\n") if line.startswith(("3月6日", "会议"))]) == 3


SOURCE = '{"text": "今天，滕州市召开会议。", "source": "新华社"}'


def test_a_row_with_a_source_ends(tmp_path: Path) -> None:
    """1, 58: the publisher that a container names is no mention of an empty span."""
    path = tmp_path / "a.jsonl"
    path.write_text(SOURCE + "\n", encoding="utf-8")
    (article,) = api.build(path).articles
    assert article.publisher


@pytest.mark.parametrize(("encoding", "mark"), [("utf-8-sig", ","), ("gb18030", ";"), ("utf-16", "\t")])
def test_a_table_of_articles(encoding: str, mark: str, tmp_path: Path) -> None:
    """58: with a byte-order mark, semicolons in GBK, tabs in UTF-16; cells of several lines."""
    rows = [
        ["标题", "正文", "日期", "来源"],
        ["滕州市召开会议", '"今天，滕州市召开会议。\n市委书记周立恒出席。"', "2024-03-07", "滕州日报"],
    ]
    path = tmp_path / "a.csv"
    path.write_bytes("\r\n".join(mark.join(row) for row in rows).encode(encoding))
    (document,) = documents([path], Options())
    assert not isinstance(document, Skipped)
    assert document.masthead.date == "2024-03-07"
    assert "周立恒" in document.text


def test_a_date_of_eight_digits(tmp_path: Path) -> None:
    """15: the day of the article, and of a row."""
    path = tmp_path / "a.txt"
    path.write_text(
        "发布日期：20240307\n滕州市召开经济工作会议\n市委书记周立恒出席会议并讲话，部署全年工作。", encoding="utf-8"
    )
    document = read(path)
    assert (document.masthead.date, document.masthead.title) == ("2024-03-07", "滕州市召开经济工作会议")
    path = tmp_path / "b.csv"
    path.write_text("title,text,date\n滕州市召开会议,市委书记周立恒出席会议并讲话。,20240308\n", encoding="utf-8")
    assert read(path).masthead.date == "2024-03-08"
