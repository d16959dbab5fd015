"""Every format that is read: the article is the same, offsets are those of the text as extracted, refusals say why."""

from __future__ import annotations

import importlib.util
import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.errors import InputError, UsageError
from kg.ingest.formats import pdf as pdf_format
from kg.ingest.read import Columns, Options, documents, read
from kg.lexicon import Lexicon
from kg.model import Document, Skipped
from tests.ingest import made

if TYPE_CHECKING:
    from collections.abc import Callable

LEXICON = Lexicon()
MAPPED = Options(columns=Columns(text="body", id="nr", date="day", title="head"))


def needs(*packages: str) -> pytest.MarkDecorator:
    lacking = [package for package in packages if importlib.util.find_spec(package) is None]
    return pytest.mark.skipif(bool(lacking), reason=f"not installed: {', '.join(lacking)}")


def every(folder: Path, name: str, data: bytes, options: Options | None = None) -> list[Document | Skipped]:
    path = folder / name
    path.write_bytes(data)
    return list(documents([path], options, LEXICON))


FILES = [
    pytest.param("a.docx", made.docx, marks=needs("docx")),
    pytest.param("a.pdf", made.pdf, marks=needs("pypdfium2")),
    pytest.param("a.html", made.html, marks=needs("trafilatura")),
    pytest.param("gb.htm", lambda: made.html("gb18030"), marks=needs("trafilatura")),
    pytest.param("a.md", made.markdown),
    pytest.param("a.txt", lambda: made.ARTICLE.encode()),
    pytest.param("a.csv", made.table),
    pytest.param("a.jsonl", made.jsonl),
    pytest.param("a.parquet", made.parquet, marks=needs("pyarrow")),
    pytest.param("a.zip", lambda: made.zipped({"深/a.txt": made.ARTICLE.encode("gbk")})),
    pytest.param("a.tar.gz", lambda: made.tarred({"深/a.txt": made.ARTICLE.encode("utf-16")})),
]


@pytest.mark.parametrize(("name", "make"), FILES)
def test_the_same_article_out_of_every_format(name: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    found = every(
        tmp_path, name, make(), MAPPED if name.startswith("a.") and "csv jsonl parquet".find(name[2:]) >= 0 else None
    )
    article = next(one for one in found if isinstance(one, Document))
    assert all(line in article.text for line in made.BODY)  # whole paragraphs, also where a page broke the lines
    assert article.masthead.title == made.TITLE
    assert len(article.plain) == len(article.text)
    assert [article.surface(span) for span in article.sentences if "县长王丽" in article.surface(span)]
    assert "政务公开" not in article.text
    assert "版权所有" not in article.text
    assert len(article.sha256) == 64
    assert article.extracted == (not name.endswith(("txt", "zip", "gz")))


@pytest.mark.parametrize(("name", "make"), FILES[2:5])
def test_what_a_page_declares(name: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    article = every(tmp_path, name, make())[0]
    assert isinstance(article, Document)
    assert (article.masthead.date, article.masthead.publisher and article.masthead.publisher.text) == (
        "2024-03-09",
        "清河日报",
    )


@pytest.mark.parametrize(("name", "make"), FILES[6:9])
def test_columns_and_rows(name: str, make: Callable[[], bytes], tmp_path: Path) -> None:
    article, *rest = every(tmp_path, name, make(), MAPPED)
    assert isinstance(article, Document)
    assert (article.id, article.masthead.date, article.source) == ("A-1", "2024-03-09", f"{name}#1")
    assert all(isinstance(one, Skipped) and one.cure for one in rest)  # rows without text, lines that are no JSON
    with pytest.raises(UsageError, match="there is no column inhalt"):
        every(tmp_path, name, make(), Options(columns=Columns(text="inhalt")))
    nameless = every(tmp_path, name, make().replace(b"body", b"zzzz")) if name != "a.parquet" else []
    assert all(isinstance(one, Skipped) for one in nameless)


def test_columns_are_told_without_a_mapping(tmp_path: Path) -> None:
    data = f"id,title,publish_date,full_text\nB7,{made.TITLE},2024-03-09,{made.BODY[0]}\n".encode("utf-8-sig")
    article = every(tmp_path, "b.csv", data)[0]
    assert isinstance(article, Document)
    assert (article.id, article.text, article.masthead.title) == ("B7", made.BODY[0], made.TITLE)


WIDE = Path("/work/shared/corpus/provincial_reports_2026.csv")


REFUSED = [
    ("a scan", "scan.pdf", lambda: made.pdf(()), "no text layer: it is a scan", needs("pypdfium2")),
    ("broken", "b.pdf", lambda: b"%PDF-1.7 nothing", "cannot be opened", needs("pypdfium2")),
    ("no Word", "b.docx", lambda: b"not a zip", "this is no Word file", needs("docx")),
    ("a hollow Word", "b.docx", lambda: made.zipped({"word/x": b""}), "the Word file is broken", needs("docx")),
    ("a picture", "b.txt", lambda: b"\x89PNG\r\n\x1a\n", "a PNG picture, not text", ()),
    ("an old Word", "b.txt", lambda: b"\xd0\xcf\x11\xe0" + b"x" * 90, "an old Office file", ()),
    ("empty", "b.txt", lambda: b"", "the file is empty", ()),
    ("blanks", "b.txt", lambda: "　\n ".encode(), "holds only blanks", ()),
    ("an empty page", "b.html", lambda: b"<html><body></body></html>", "no main text", needs("trafilatura")),
    ("no Parquet", "b.parquet", lambda: b"PAR1", "the Parquet file is broken", needs("pyarrow")),
    ("no archive", "b.zip", lambda: b"PK\x03\x04", "the archive is broken", ()),
    ("cut off", "b.tar.gz", lambda: made.tarred({"a.txt": made.ARTICLE.encode()})[:60], "the archive is broken", ()),
    ("nested", "b.zip", lambda: made.zipped({"c.zip": made.zipped({})}), "an archive inside an archive", ()),
    ("no column", "b.csv", lambda: b"x,y\n1,2\n", "no column of text can be told", ()),
    ("too long", "b.txt", lambda: b"x" * 9_000_000, "an article may have 2000000", ()),
    ("too long a row", "b.csv", lambda: b"text\n" + b"x" * 2_000_001, "an article may have 2000000", ()),
]


@pytest.mark.parametrize(
    ("name", "make", "told"),
    [pytest.param(name, make, told, id=why, marks=mark) for why, name, make, told, mark in REFUSED],
)
def test_what_cannot_be_read_says_why(name: str, make: Callable[[], bytes], told: str, tmp_path: Path) -> None:
    (skip,) = every(tmp_path, name, make())
    assert isinstance(skip, Skipped)
    assert told in skip.cause
    assert name in skip.source
    assert skip.cure


@pytest.mark.parametrize(
    ("name", "package", "extra"),
    [
        ("a.docx", "docx", "docx"),
        ("a.pdf", "pypdfium2", "pdf"),
        ("a.html", "trafilatura", "html"),
        ("a.parquet", "pyarrow", "parquet"),
    ],
)
def test_a_missing_package_says_what_to_install(
    name: str, package: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, package, None)
    (skip,) = every(tmp_path, name, b"x" * 50)
    assert isinstance(skip, Skipped)
    assert "is needed to read this format" in skip.cause
    assert skip.cure == f"pip install 'zhengtu[{extra}]'"


def test_archives_keep_what_is_good(tmp_path: Path) -> None:
    files = {
        "../../outside.txt": made.ARTICLE.encode(),
        "empty.txt": b"",
        ".hidden.txt": made.ARTICLE.encode(),
        "__MACOSX/a.txt": b"x",
        "c.jsonl": b'{"text": "' + made.BODY[0].encode() + b'"}',
    }
    found = every(tmp_path, "mixed.zip", made.zipped(files))
    assert [one.id for one in found if isinstance(one, Document)] == ["outside", "c-1"]
    assert [one.cause for one in found if isinstance(one, Skipped)] == ["the file is empty"]
    assert not (tmp_path.parent / "outside.txt").exists()  # nothing is ever unpacked to the disk


def test_names_in_gbk_of_old_archives(tmp_path: Path) -> None:
    data = made.zipped({"AA_x.txt": made.ARTICLE.encode()}).replace(b"AA", "清".encode("gbk"))
    article = every(tmp_path, "old.zip", data)[0]
    assert isinstance(article, Document)
    assert article.id == "清"


def test_bombs_stop_at_their_bounds(tmp_path: Path) -> None:
    small = Options(most_bytes=100_000, most_files=10)
    big = made.zipped({"a.txt": b"x" * 90_000, "b.txt": b"y" * 5_000_000})
    *_, last = every(tmp_path, "bomb.zip", big, small)
    assert isinstance(last, Skipped)
    assert "more than 100000 bytes or 10 files; the rest is not read" in last.cause
    many = made.tarred({f"{n}.txt": b"" for n in range(30)})
    assert "the rest is not read" in every(tmp_path, "many.tgz", many, small)[-1].cause  # type: ignore[union-attr]
    assert "more than 100000 bytes" in every(tmp_path, "long.txt", b"x" * 100_001, small)[0].cause  # type: ignore[union-attr]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(made.ARTICLE.encode("gb18030"))

    monkeypatch.setattr(sys, "stdin", Stdin())
    (article,) = documents(["-"], None, LEXICON)
    assert isinstance(article, Document)
    assert (article.id, article.encoding, article.extracted) == ("stdin", "gb18030", True)


def test_the_first_article_of_one_file(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\xff\xfe\xff" + made.ARTICLE.encode() * 9)
    with pytest.raises(InputError, match="byte 0 "):
        read(path)
    (tmp_path / "e.zip").write_bytes(made.zipped({}))
    with pytest.raises(InputError, match="there is no article in it"):
        read(tmp_path / "e.zip")


def test_lines_that_the_width_of_a_page_broke() -> None:
    assert pdf_format.joined([]) == []
    assert pdf_format.joined(["", "  "]) == ["", "  "]
