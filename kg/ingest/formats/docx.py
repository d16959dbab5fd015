"""Word files (.docx): paragraphs and tables in their order."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.formats.part import Options, Part, missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part]:
    """The one text of a Word file. Raises ``InputError`` for a broken file, or where python-docx is not installed."""
    del lexicon
    try:
        import docx
    except ImportError as error:
        raise missing(source, "python-docx", "docx") from error
    _bounded(data, source, options)
    try:
        document = docx.Document(BytesIO(data))
        text = "\n".join(_lines(document))
    except Exception as error:  # python-docx raises whatever zipfile, lxml and its own lookups raise
        raise InputError(source, f"the Word file is broken: {error}", "Open it in Word and save it again") from error
    if not text.strip():
        raise InputError(source, "the Word file holds no text", "Give a file with text in it")
    yield Part(text, source, source, data, "docx")


def _bounded(data: bytes, source: str, options: Options) -> None:
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            size = sum(info.file_size for info in archive.infolist())
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(source, "this is no Word file (.docx)", "Open it in Word and save it as .docx") from error
    if size > options.most_bytes:
        raise InputError(source, f"the Word file unpacks to {size} bytes", "Give a smaller file, or raise the limit")


def _lines(document: object) -> Iterator[str]:
    for item in document.iter_inner_content():  # type: ignore[attr-defined]
        if hasattr(item, "rows"):
            for row in item.rows:
                yield "\t".join(dict.fromkeys(cell.text.strip() for cell in row.cells))
        else:
            yield item.text
