"""Which format a file has, by its name and its first bytes, and the texts in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.formats import archive, csv, docx, html, jsonl, markdown, parquet, pdf, text
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon

    Reader = Callable[[bytes, str, Options, Lexicon], Iterator[Part | Skipped]]

_BY_SUFFIX: dict[str, Reader] = {
    **dict.fromkeys((".md", ".markdown"), markdown.parts),
    **dict.fromkeys((".html", ".htm", ".xhtml"), html.parts),
    **dict.fromkeys((".csv", ".tsv"), csv.parts),
    **dict.fromkeys((".jsonl", ".ndjson"), jsonl.parts),
    ".docx": docx.parts,
    ".pdf": pdf.parts,
    ".parquet": parquet.parts,
}
_ARCHIVES = (".zip", ".tar", ".tar.gz", ".tgz")


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """Every text of a file. Raises ``InputError`` where the file as a whole cannot be read."""
    if _is_archive(data, source):
        yield from _unpacked(data, source, options, lexicon)
    else:
        yield from _reader(data, source)(data, source, options, lexicon)


def holds_many(data: bytes, source: str) -> bool:
    """Whether a file is an archive or a corpus: of those nobody knows beforehand how many texts they hold."""
    return _is_archive(data, source) or _reader(data, source) in {csv.parts, jsonl.parts, parquet.parts}


def _reader(data: bytes, source: str) -> Reader:
    lower = source.lower()
    for suffix, reader in _BY_SUFFIX.items():
        if lower.endswith(suffix):
            return reader
    if data.startswith(b"%PDF"):
        return pdf.parts
    if data.startswith(b"PK\x03\x04") and b"word/" in data[:4096]:
        return docx.parts
    if data[:200].lstrip().lower().startswith((b"<!doctype html", b"<html")):
        return html.parts
    return text.parts


def _is_archive(data: bytes, source: str) -> bool:
    if source.lower().endswith(_ARCHIVES):
        return True
    return source == "-" and (
        data.startswith(b"\x1f\x8b") or (data.startswith(b"PK\x03\x04") and b"word/" not in data[:4096])
    )


def _unpacked(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
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
