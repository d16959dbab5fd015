"""Files of every format, made on the spot from one short article."""

from __future__ import annotations

import csv
import io
import json
import tarfile
import zipfile

TITLE = "清河县召开重点项目建设推进大会"
BODY = (
    "清河日报讯（记者 周晓明）3月8日，清河县召开重点项目建设推进大会。县委书记李建军出席会议并讲话，县长王丽主持会议。",
    "李建军指出，“要把项目建设作为头号工程，抓早抓实。”全县一季度新开工项目32个，总投资45.6亿元。",
    "会上，县发改局、县住建局负责同志作了发言。",
)
ARTICLE = "\n".join([TITLE, "2024-03-09 来源：清河日报", *BODY, ""])


def docx() -> bytes:
    import docx as word

    made, out = word.Document(), io.BytesIO()
    made.add_heading(TITLE, 1)
    for line in BODY[:2]:
        made.add_paragraph(line)
    table = made.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "项目", "12个"
    made.add_paragraph(BODY[2])
    made.save(out)
    return out.getvalue()


def pdf(lines: tuple[str, ...] = (TITLE, *BODY), width: int = 30) -> bytes:
    """A page with a text layer, in a Chinese font that every reader knows; no lines give the page of a scan."""
    printed = [line[at : at + width] for line in lines for at in range(0, len(line), width)]
    rows = [f"1 0 0 1 40 {800 - 20 * n} Tm <{row.encode('utf-16-be').hex()}> Tj" for n, row in enumerate(printed)]
    content = f"BT /F 12 Tf {' '.join(rows)} ET".encode() if lines else b""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>",
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo"
        b" << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 7 0 R >>",
        b"<< /Type /FontDescriptor /FontName /STSong-Light /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0"
        b" /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>",
    )
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail


def pdf_pages(pages: list[list[tuple[int, int, str]]]) -> bytes:
    """Pages with a text layer: on each, lines at (x, y)."""
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts ["
        b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe)"
        b" /Ordering (GB1) /Supplement 2 >> /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 4"
        b" /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>",
    ]
    for n, lines in enumerate(pages):
        rows = " ".join(f"1 0 0 1 {x} {y} Tm <{line.encode('utf-16-be').hex()}> Tj" for x, y, line in lines)
        content = f"BT /F 12 Tf {rows} ET".encode()
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F 3 0 R >> >> >>" % (5 + 2 * n)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content))
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, len(out))
    return out + head + table + tail


def html(encoding: str = "utf-8") -> bytes:
    paragraphs = "".join(f"<p>{line}</p>" for line in BODY)
    page = (
        f'<!DOCTYPE html><html><head><meta charset="{encoding}"><title>{TITLE}_清河县人民政府</title>'
        f'<meta name="ArticleTitle" content="{TITLE}"><meta name="PubDate" content="2024-03-09 08:30">'
        '<meta name="ContentSource" content="清河日报"></head><body><div class="nav"><a href="/">首页</a> '
        f'<a href="/zw">政务公开</a></div><div class="article"><h1>{TITLE}</h1>{paragraphs}</div>'
        '<div class="footer">版权所有 清河县人民政府办公室 <script>alert(1)</script></div></body></html>'
    )
    return page.encode(encoding)


def markdown() -> bytes:
    return (f"---\ntitle: {TITLE}\ndate: 2024-03-09\nsource: 清河日报\n---\n\n## 动态\n\n" + "\n\n".join(BODY)).encode()


def table() -> bytes:
    out = io.StringIO(newline="")
    rows = csv.writer(out)
    rows.writerow(["nr", "body", "day", "head"])
    rows.writerow(["A-1", "\n".join(BODY), "2024-03-09", TITLE])
    rows.writerow(["A-2", "", "", ""])
    return out.getvalue().encode("gb18030")


def jsonl() -> bytes:
    row = {"nr": "A-1", "body": "\n".join(BODY), "day": "2024-03-09", "head": TITLE}
    return f"{json.dumps(row)}\n\nno json\n[1, 2]\n".encode()


def parquet() -> bytes:
    import pyarrow
    from pyarrow import parquet as files

    out = io.BytesIO()
    columns = {"nr": ["A-1", "A-2"], "body": ["\n".join(BODY), None], "day": ["2024-03-09"] * 2, "head": [TITLE, ""]}
    files.write_table(pyarrow.table(columns), out)
    return out.getvalue()


def zipped(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def tarred(files: dict[str, bytes], mode: str = "w:gz") -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()
