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
_CORPORA = frozenset({"csv", "jsonl", "parquet"})
_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """Every text of a file. Raises ``InputError`` where the file as a whole cannot be read."""
    if _is_archive(data, source):
        yield from _unpacked(data, source, options, lexicon)
    else:
        yield from _reader(data, source)(data, source, options, lexicon)


def holds_many(data: bytes, source: str) -> bool:
    """Whether a file is an archive or a corpus: of those nobody knows beforehand how many texts they hold."""
    return _is_archive(data, source) or _format(data, source) in _CORPORA


def _reader(data: bytes, source: str) -> Reader:
    reader: Reader = import_module(f"kg.ingest.formats.{_format(data, source)}").parts
    return reader


def _format(data: bytes, source: str) -> str:
    lower = source.lower()
    for suffix, name in _BY_SUFFIX.items():
        if lower.endswith(suffix):
            return name
    if data.startswith(b"%PDF"):
        return "pdf"
    if data.startswith(b"PK\x03\x04") and b"word/" in data[:4096]:
        return "docx"
    return "html" if data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")) else "text"


def _is_archive(data: bytes, source: str) -> bool:
    if source.lower().endswith(_ARCHIVES):
        return True
    return source == "-" and (
        data.startswith(b"\x1f\x8b") or (data.startswith(b"PK\x03\x04") and b"word/" not in data[:4096])
    )


def _unpacked(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    from kg.ingest.formats import archive

    for member in archive.members(data, source, options):
        if isinstance(member, Skipped):
            yield member
            continue
        name, content = member
        base = name.rsplit("/", 1)[-1]
        where = f"{source}/{name}"
        if base.startswith(".") or "__MACOSX" in name:
            continue
        if _is_archive(content, name):
            yield Skipped(where, "an archive inside an archive is not opened", "Unpack it and give its files")
            continue
        try:
            yield from _reader(content, name)(content, where, options, lexicon)
        except InputError as error:
            yield Skipped(error.source, error.cause, error.cure)
