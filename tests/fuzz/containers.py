"""Targets for what holds texts inside: each is read as a build reads it, by the process that is kept for containers.

The bytes become what stands inside of the packing (XML of a Word file, members of an archive), for a changed bit outside of it
only makes a broken checksum. ``sheets`` is the way out: cells of any characters in an Excel file, which must be well-formed
and hold them. Excel files are not read; ``files`` gives some.
"""

from __future__ import annotations

import io
import tarfile
import zipfile
from functools import cache
from xml.etree import ElementTree

from kg.errors import InputError, KgError
from kg.export.tables.excel import excel
from kg.ingest.formats.part import Options, Part
from kg.ingest.formats.registry import opened
from kg.ingest.opening import parts
from kg.lexicon import Lexicon
from kg.model import Skipped
from kg.model.table import Column, Table, Type

BOUNDS = Options(most_bytes=1 << 20, most_files=100, most_characters=50_000, seconds=3, memory=96 << 20)
MEMBERS = b"\n==\n"
INSIDE = (".txt", ".html", ".docx", ".pdf", ".csv", ".jsonl", ".md", ".zip", "")
SUFFIXES = (
    ".txt",
    ".md",
    ".html",
    ".docx",
    ".pdf",
    ".csv",
    ".tsv",
    ".jsonl",
    ".parquet",
    ".zip",
    ".tar.gz",
    "",
    ".xlsx",
)


@cache
def lexicon() -> Lexicon:
    return Lexicon()


def read(data: bytes, name: str) -> None:
    """Texts that can be written, within the bounds, or what is wrong with its cause and cure: nothing else comes out."""
    try:
        for part in parts(data, name, BOUNDS, lexicon()):
            told(part) if isinstance(part, Skipped) else given(part)
    except InputError as error:
        told(Skipped(error.source, error.cause, error.cure))


def told(skip: Skipped) -> None:
    assert skip.source
    assert skip.cause
    assert skip.cure
    assert "object at 0x" not in skip.cause
    f"{skip.source}{skip.cause}".encode()


def given(part: Part) -> None:
    assert len(part.text) <= 1 << 20
    "".join([part.text, part.name, part.source, *part.said.values()]).encode()


def fuzz_files(data: bytes) -> None:
    """Every format yields texts or says why not, in this process: the parsers themselves, without their bounds."""
    name = f"x{SUFFIXES[data[0] % len(SUFFIXES)]}" if data else "x"
    options = Options(replace=bool(data[:1] > b"\x80"), most_bytes=1 << 20, most_files=100)
    try:
        for part in opened(data[1:], name, options, lexicon()):
            if isinstance(part, Skipped):
                told(part)
            elif isinstance(part, Part):
                assert isinstance(part.text, str)
    except KgError as error:
        told(Skipped(error.source, error.cause, error.cure))


def fuzz_word(data: bytes) -> None:
    """Any XML as the document of a Word file; with a first byte of 255 any bytes as the file itself."""
    read(data[1:] if data[:1] == b"\xff" else packed_word(data), "x.docx")


def packed_word(document: bytes) -> bytes:
    """A Word file with this document."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(empty_word())) as old, zipfile.ZipFile(out, "w") as new:
        for info in old.infolist():
            new.writestr(info.filename, document if info.filename == "word/document.xml" else old.read(info))
    return out.getvalue()


@cache
def empty_word() -> bytes:
    import docx

    out = io.BytesIO()
    docx.Document().save(out)
    return out.getvalue()


def fuzz_pdf(data: bytes) -> None:
    """Any bytes as a PDF."""
    read(data, "x.pdf")


def fuzz_page(data: bytes) -> None:
    """Any bytes as a page."""
    read(data, "x.html")


def fuzz_parquet(data: bytes) -> None:
    """Any bytes as a Parquet file, whose pages have no checksums."""
    read(data, "x.parquet")


def fuzz_archive(data: bytes) -> None:
    """The first byte says how the members are packed; at 255 the bytes are the archive itself."""
    kind, rest = data[:1], data[1:]
    if kind == b"\xff":
        read(rest, "x.tgz" if rest[:2] == b"\x1f\x8b" else "x.zip")
        return
    members = [
        (f"a{n}{INSIDE[one[0] % len(INSIDE)] if one else ''}", one[1:]) for n, one in enumerate(rest.split(MEMBERS))
    ]
    out = io.BytesIO()
    if kind < b"\x80":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in members:
                archive.writestr(name, content)
    else:
        with tarfile.open(fileobj=out, mode="w:gz", compresslevel=1) as tar:
            for name, content in members:
                info = tarfile.TarInfo(name)
                info.size = len(content)
                tar.addfile(info, io.BytesIO(content))
    read(out.getvalue(), "x.zip" if kind < b"\x80" else "x.tgz")


def fuzz_sheets(data: bytes) -> None:
    """Cells of any characters: the file is well-formed, and what can stand in XML comes back."""
    try:
        cells = data.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        cells = data.decode("latin-1")
    rows = tuple(tuple(row.split("\t")) for row in cells.split("\x1e"))
    table = sheet_of(rows)
    with zipfile.ZipFile(io.BytesIO(excel([table]))) as archive:
        assert archive.testzip() is None
        for name in archive.namelist():
            ElementTree.fromstring(archive.read(name))
        sheet = ElementTree.fromstring(archive.read("xl/worksheets/sheet1.xml"))
    found = [[cell.text or "" for cell in row.iterfind(".//{*}t")] for row in sheet.iterfind(".//{*}row")][1:]
    assert len(found) == len(rows)
    for before, after in zip(rows, found, strict=True):
        assert len(before) == len(after)
        assert [kept(cell) for cell in before] == [kept(cell) for cell in after]


def sheet_of(rows: tuple[tuple[str, ...], ...]) -> Table:
    """A table of texts."""
    return Table("a", "", "", (Column("x", Type.TEXT, "", ""),), rows)


def kept(cell: str) -> str:
    """Letters and figures: what no rule of cleaning takes out of a cell."""
    return "".join(char for char in cell if char.isalnum())


TARGETS = {
    "files": fuzz_files,
    "word": fuzz_word,
    "pdf": fuzz_pdf,
    "page": fuzz_page,
    "parquet": fuzz_parquet,
    "archive": fuzz_archive,
    "sheets": fuzz_sheets,
}


def made_inputs(target: str) -> list[bytes]:
    """Inputs from which mutations start."""
    from tests.hostile import made as hostile
    from tests.ingest import made

    def document(word: bytes) -> bytes:
        with zipfile.ZipFile(io.BytesIO(word)) as archive:
            return archive.read("word/document.xml")

    def members(first: bytes, *ones: tuple[int, bytes]) -> bytes:
        return first + MEMBERS.join(bytes([kind]) + content for kind, content in ones)

    words = [made.docx(), hostile.word_with_merged_rows(4)]
    texts = ((0, made.ARTICLE.encode()), (1, made.html()), (2, made.docx()), (4, made.table()), (5, made.jsonl()))
    files = [made.ARTICLE.encode(), made.markdown(), made.html(), made.docx(), made.pdf(), made.table(), made.table()]
    files += [made.jsonl(), made.parquet(), made.zipped({"a.txt": b"x", "b.html": made.html()})]
    files += [made.tarred({"a.txt": made.ARTICLE.encode()}), words[1], excel([sheet_of(((made.ARTICLE,),))])]
    return {
        "files": [bytes([number]) + data for number, data in enumerate(files)],
        "word": [*(document(word) for word in words), b"\xff" + words[0]],
        "pdf": [made.pdf(), made.pdf_pages([[(40, 800, "清河县"), (300, 800, "召开会议。")]])],
        "page": [made.html(), made.html("gb18030"), b"<table><tr><th>a<td colspan=9 rowspan=3>b</table>" * 3],
        "parquet": [made.parquet()],
        "archive": [members(b"\0", *texts), members(b"\x81", *texts), b"\xff" + made.zipped({"a.txt": b"x" * 50}),
                    b"\xff" + made.tarred({"a.txt": made.ARTICLE.encode()})],
        "sheets": ["县\t001\t=1+1\x1e\t<a>&\"'\x1e 甲 \n乙\t\ud800".encode("utf-8", "surrogatepass"), b"\x00\x0b\x1f\t\xff"],
    }[target]  # fmt: skip
