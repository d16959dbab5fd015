"""Files that once ended or stalled a build, made anew by each test: name and bytes. All of them are small."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
import zlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_BEGINS, _GOES_ON = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
ARTICLE = "清河县召开会议\n今天，清河县召开会议，研究部署防汛工作。"


def pdf_that_draws_itself() -> bytes:
    """A form that draws itself twice: a parser that follows it never ends."""
    return _pdf(b"/Resources << /XObject << /F 5 0 R >> >>", b"/F Do", b"/F Do /F Do")


def _pdf(resources: bytes, page: bytes, form: bytes) -> bytes:
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R " + resources + b" >>",
        b"<< /Length %d >> stream\n%s\nendstream" % (len(page), page),
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] " + resources
        + b" /Length %d >> stream\n%s\nendstream" % (len(form), form),
    ]  # fmt: skip
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 6\n0000000000 65535 f \n" + b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + table + b"trailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % len(out)


def _word(body: str) -> bytes:
    """A Word file with this between the tags of its body."""
    import docx

    empty = io.BytesIO()
    docx.Document().save(empty)
    document = f'<?xml version="1.0"?><w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>'
    out = io.BytesIO()
    with zipfile.ZipFile(empty) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(info.filename, document if info.filename == "word/document.xml" else old.read(info))
    return out.getvalue()


def _cell(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"


def word_with_a_wide_cell() -> bytes:
    """One cell that claims two thousand million columns, under one that goes on."""
    wide = _cell(ARTICLE, '<w:gridSpan w:val="2000000000"/>')
    return _word(f"<w:tbl><w:tr>{wide}</w:tr><w:tr>{wide}</w:tr></w:tbl>")


def word_with_merged_rows(rows: int = 800) -> bytes:
    """A table of rows whose first cell goes on from the row above, as innocent files have them."""
    first = _cell("清河县", _BEGINS) + _cell("清河县召开会议。")
    rest = [_cell("", _GOES_ON) + _cell(f"第{n}项工作已经完成。") for n in range(1, rows)]
    return _word(f"<w:tbl><w:tr>{'</w:tr><w:tr>'.join([first, *rest])}</w:tr></w:tbl>")


def word_that_repeats_a_cell() -> bytes:
    """A cell of a hundred thousand characters that goes on through ten thousand rows."""
    rows = [_cell("县" * 100_000, _BEGINS), *[_cell("", _GOES_ON)] * 10_000]
    return _word(f"<w:tbl><w:tr>{'</w:tr><w:tr>'.join(rows)}</w:tr></w:tbl>")


def word_of_empty_paragraphs() -> bytes:
    """More than eight million paragraphs with nothing in them."""
    return _word("<w:p/>" * 8_300_000)


def parquet_of_one_text() -> bytes:
    """Three million rows of one text of 1,800 characters, which the file keeps once."""
    import pyarrow as pa
    from pyarrow import parquet

    text = pa.DictionaryArray.from_arrays(pa.array([0] * 3_000_000, pa.int32()), pa.array(["县" * 1_800]))
    out = io.BytesIO()
    parquet.write_table(pa.table({"text": text}), out, compression="zstd", row_group_size=3_000_000)
    return out.getvalue()


@cache
def zip_of_a_table() -> bytes:
    """A table of 990 MB in an archive of 1 or 2."""
    out = io.BytesIO()
    row = f"{ARTICLE.replace(chr(10), '')},\r\n".encode()
    block = row * (9_900_000 // len(row))
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.csv", "w") as member:
        member.write(b"text,id\r\n")
        for _ in range(100):
            member.write(block)
    return out.getvalue()


def zip_that_lies() -> bytes:
    """The same kind of file, which says that it holds ten bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("a.csv", "w") as member:
        for _ in range(50):
            member.write(b"x" * 1_000_000)
    data = out.getvalue()
    return data.replace((50_000_000).to_bytes(4, "little"), (10).to_bytes(4, "little"))


def tar_of_a_table() -> bytes:
    """A table of 3 GB in a packed tar of 3 MB: the same packed piece again and again."""
    block = b"x" * 100_000_000
    info = tarfile.TarInfo("a.csv")
    info.size = 30 * len(block)
    return gzip.compress(info.tobuf(), 1) + gzip.compress(block, 1) * 30 + gzip.compress(b"\0" * 1024, 1)


@cache
def tar_of_heads() -> bytes:
    """Folders without number, one behind the other."""
    info = tarfile.TarInfo("a/")
    info.type = tarfile.DIRTYPE
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    head = info.tobuf()
    return b"".join([packer.compress(head * 1_000) for _ in range(400)]) + packer.flush()


def archive_with_one_bad_file() -> bytes:
    """A good text on both sides of a file that ends its parser."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", ARTICLE)
        archive.writestr("b.pdf", pdf_that_draws_itself())
        archive.writestr("c.txt", ARTICLE)
    return out.getvalue()


def table_of_commas() -> bytes:
    """A line of a hundred million cells."""
    return b"text,id\n" + b"," * 100_000_000


def table_of_nothing() -> bytes:
    """Ten million rows in which nothing stands."""
    return b"text,id\n" + b",\n" * 10_000_000


def table_without_end() -> bytes:
    """A quoted cell that nobody closes."""
    return b'text,id\n"' + "县召开会议。\n".encode() * 1_000_000


def lines_that_are_no_json() -> bytes:
    """A million lines that are none, and a deep one."""
    return b"{\n" * 1_000_000 + b"[" * 1_000_000


def page_of_tags() -> bytes:
    """Elements in elements, a hundred thousand deep, and a table that holds tables."""
    deep = "<div>" * 100_000 + ARTICLE + "<table><tr><td>" * 5_000
    return f"<html><body>{deep}</body></html>".encode()


FILES: dict[str, Callable[[], bytes]] = {
    "draws-itself.pdf": pdf_that_draws_itself,
    "wide-cell.docx": word_with_a_wide_cell,
    "merged-rows.docx": word_with_merged_rows,
    "repeated-cell.docx": word_that_repeats_a_cell,
    "empty-paragraphs.docx": word_of_empty_paragraphs,
    "one-text.parquet": parquet_of_one_text,
    "table.zip": zip_of_a_table,
    "lies.zip": zip_that_lies,
    "table.tgz": tar_of_a_table,
    "heads.tgz": tar_of_heads,
    "one-bad-file.zip": archive_with_one_bad_file,
    "commas.csv": table_of_commas,
    "nothing.csv": table_of_nothing,
    "no-end.csv": table_without_end,
    "no-json.jsonl": lines_that_are_no_json,
    "tags.html": page_of_tags,
}


def write_all(folder: Path) -> None:
    """Every file of the table, and a sparse one of ten gigabytes."""
    for name, make in FILES.items():
        (folder / name).write_bytes(make())
    for name, size in (("sparse.txt", 10 << 30), ("sparse.csv", 10 << 30), ("zeros.jsonl", 1 << 28)):
        with (folder / name).open("wb") as file:
            file.truncate(size)
