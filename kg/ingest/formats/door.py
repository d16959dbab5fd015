"""Which format a file has, by its name and its first bytes, and the texts in it."""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.formats.part import missing
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
_PACKAGES = {
    "html": (("trafilatura", "trafilatura"),),
    "docx": (("docx", "python-docx"),),
    "pdf": (("pypdfium2", "pypdfium2"),),
    "parquet": (("pyarrow.parquet", "pyarrow"),),
}
"""The formats whose parsers are not our own, with the module and the package of each."""


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """Every text of a file; containers are read by a process of their own (``kg.ingest.contained``).

    Raises ``InputError`` where the file as a whole cannot be read.
    """
    archive = _is_archive(data, source)
    form = _format(data, source)
    if not archive and form not in _PACKAGES:
        yield from _reader(form)(data, source, options, lexicon)
        return
    for module, package in () if archive else _PACKAGES[form]:
        if not _installed(module):
            raise missing(source, package, form)
    from kg.ingest.contained import process

    if archive or form in _CORPORA:
        yield from process.parts(data, source, options, lexicon, members=archive)
    else:  # the process is free again before the text is read
        yield from list(process.parts(data, source, options, lexicon, members=False))


def opened(
    data: bytes, source: str, options: Options, lexicon: Lexicon, first: int = 0
) -> Iterator[Part | Skipped | tuple[int, str]]:
    """The same in this process, without bounds; of an archive also number and name of each member as it begins."""
    if _is_archive(data, source):
        yield from _unpacked(data, source, options, lexicon, first)
    else:
        yield from _reader(_format(data, source))(data, source, options, lexicon)


def packages(data: bytes, source: str) -> tuple[str, ...]:
    """The modules that reading a file will load."""
    return () if _is_archive(data, source) else tuple(m for m, _ in _PACKAGES.get(_format(data, source), ()))


def most_bytes(source: str, options: Options) -> int:
    """The bytes that a file may have, as far as its name tells: one article is not longer than an article may be."""
    lower = source.lower()
    one = lower.endswith((".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml"))
    return min(options.most_bytes, 4 * options.most_characters + 4) if one else options.most_bytes


def _installed(module: str) -> bool:
    top = module.partition(".")[0]
    return sys.modules[top] is not None if top in sys.modules else _found(top)


@cache
def _found(package: str) -> bool:
    return find_spec(package) is not None


def holds_many(data: bytes, source: str) -> bool:
    """Whether a file is an archive or a corpus: of those nobody knows beforehand how many texts they hold."""
    return _is_archive(data, source) or _format(data, source) in _CORPORA


def _reader(form: str) -> Reader:
    reader: Reader = import_module(f"kg.ingest.formats.{form}").parts
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
        if _is_archive(content, name):
            yield Skipped(where, "an archive inside an archive is not opened", "Unpack it and give its files")
            continue
        yield number, name
        try:
            yield from _reader(_format(content, name))(content, where, options, lexicon)
        except InputError as error:
            yield Skipped(error.source, error.cause, error.cure)
