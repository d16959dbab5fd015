"""Which format a file has, by its name and its first bytes, and the texts in it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon

    Reader = Callable[[bytes, str, Options, Lexicon], Iterator[Part | Skipped]]

_BY_SUFFIX = {
    **dict.fromkeys((".md", ".markdown"), "markdown"),
    **dict.fromkeys((".html", ".htm", ".xhtml"), "html"),
    **dict.fromkeys((".csv", ".tsv"), "csv"),
    **dict.fromkeys((".jsonl", ".ndjson"), "jsonl"),
    ".docx": "docx",
    ".pdf": "pdf",
    ".parquet": "parquet",
}
"""The module of this room that reads a format; it is loaded once a file has it."""
CORPORA = frozenset({"csv", "jsonl", "parquet"})
_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")
PACKAGES = {
    "html": (("trafilatura", "trafilatura"),),
    "docx": (("docx", "python-docx"),),
    "pdf": (("pypdfium2", "pypdfium2"),),
    "parquet": (("pyarrow.parquet", "pyarrow"),),
}
"""The formats whose parsers are not our own, with the module and the package of each."""


def opened(
    data: bytes, source: str, options: Options, lexicon: Lexicon, first: int = 0
) -> Iterator[Part | Skipped | tuple[int, str]]:
    """Every text of a file, read in this process and without bounds; of an archive also where each member begins."""
    if is_archive(data, source):
        yield from _unpacked(data, source, options, lexicon, first)
    else:
        yield from _reader(form_of(data, source))(data, source, options, lexicon)


def packages(data: bytes, source: str) -> tuple[str, ...]:
    """The modules that reading a file will load."""
    return () if is_archive(data, source) else tuple(m for m, _ in PACKAGES.get(form_of(data, source), ()))


def most_bytes(source: str, options: Options) -> int:
    """The bytes that a file may have, as far as its name tells: one article is not longer than an article may be."""
    lower = source.lower()
    one = lower.endswith((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"))
    return min(options.most_bytes, 4 * options.most_characters + 4) if one else options.most_bytes


def holds_many(data: bytes, source: str) -> bool:
    """Whether a file is an archive or a corpus: of those nobody knows beforehand how many texts they hold."""
    return is_archive(data, source) or form_of(data, source) in CORPORA


def _reader(form: str) -> Reader:
    reader: Reader = import_module(f"kg.ingest.formats.{form}").parts
    return reader


def form_of(data: bytes, source: str) -> str:
    """The format of a file, as the module of this room that reads it is called."""
    lower = source.lower()
    for suffix, name in _BY_SUFFIX.items():
        if lower.endswith(suffix):
            return name
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/" in data[:4096]:
        return "docx"
    return "html" if data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")) else "text"


def is_archive(data: bytes, source: str) -> bool:
    """Whether a file holds other files."""
    if source.lower().endswith(_ARCHIVES):
        return True
    return source == "-" and (
        data.startswith(b"\x1f\x8b") or (data.startswith(b"PK\x03\x04") and b"word/" not in data[:4096])
    )


def _unpacked(
    data: bytes, source: str, options: Options, lexicon: Lexicon, first: int
) -> Iterator[Part | Skipped | tuple[int, str]]:
    from kg.ingest.formats import archive

    for number, member in enumerate(archive.members(data, source, options)):
        if number < first:
            continue
        if isinstance(member, Skipped):
            yield member
            continue
        name, content = member
        base = name.rsplit("/", 1)[-1]
        where = f"{source}/{name}"
        if base.startswith(".") or "__MACOSX" in name:
            continue
        if is_archive(content, name):
            yield Skipped(where, "an archive inside an archive is not opened", "Unpack it and give its files")
            continue
        yield number, name
        try:
            yield from _reader(form_of(content, name))(content, where, options, lexicon)
        except InputError as error:
            yield Skipped(error.source, error.cause, error.cure)
