"""Word files (.docx): paragraphs and tables in their order."""

from __future__ import annotations

from io import BytesIO
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.ingest.formats.part import Options, Part, missing, too_long
from kg.ingest.formats.tables import lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon

_TABLE = 2_000  # rows of a table that is read with its header; a longer one is told row by row
_MOST_SPAN = 40  # columns of a cell
_MARKUP = 20
"""Bytes of XML for each character that an article may have; Word writes ten or twenty."""


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part]:
    """The one text of a Word file. Raises ``InputError`` for a broken file, or where python-docx is not installed."""
    try:
        import docx
    except ImportError as error:
        raise missing(source, "python-docx", "docx") from error
    _bounded(data, source, options)
    try:
        document = docx.Document(BytesIO(data))
        text = "\n".join(_until(_lines(document, lexicon), source, options))
    except (MemoryError, InputError):
        raise
    except Exception as error:  # python-docx raises whatever zipfile, lxml and its own lookups raise
        raise InputError(source, f"the Word file is broken: {error}", "Open it in Word and save it again") from error
    if not text.strip():
        raise InputError(source, "the Word file holds no text", "Give a file with text in it")
    yield Part(text, source, source, data, "docx")


def _bounded(data: bytes, source: str, options: Options) -> None:
    """Raises ``InputError`` for what is no Word file, and for one that unpacks to more than it may."""
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(BytesIO(data)) as archive:
            infos = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise InputError(source, "this is no Word file (.docx)", "Open it in Word and save it as .docx") from error
    size = sum(info.file_size for info in infos)
    markup = sum(info.file_size for info in infos if info.filename.lower().endswith((".xml", ".rels")))
    if size > options.unpacked(len(data)):
        cause = f"the Word file of {len(data)} bytes unpacks to {size}, more than {options.unpacked(len(data))}"
        raise InputError(source, cause, "Open it in Word and save it again, or give its text")
    if markup > _MARKUP * options.most_characters:
        cause = f"the Word file holds {markup} bytes of XML, more than {_MARKUP * options.most_characters}"
        raise InputError(source, cause, "Cut it into several files")


def _until(found: Iterable[str], source: str, options: Options) -> Iterator[str]:
    """The lines, of which a cell that goes on through many rows can make many. Raises ``InputError`` for too many."""
    length = 0
    for line in found:
        length += len(line) + 1
        if length > options.most_characters + 1:
            raise too_long(source, f"more than {options.most_characters}", options)
        yield line


def _lines(document: Any, lexicon: Lexicon) -> Iterator[str]:
    for item in document.iter_inner_content():
        if hasattr(item, "rows"):
            yield from _told(_rows(item._tbl), lexicon)
        else:
            yield item.text


def _told(rows: Iterator[list[str]], lexicon: Lexicon) -> Iterator[str]:
    """The lines of a table: all of it at once where its head may say what the cells are, else row by row."""
    head = list(islice(rows, _TABLE + 1))
    if len(head) <= _TABLE:
        yield from lines(head, lexicon)
        return
    for row in chain(head, rows):
        yield "\t".join(dict.fromkeys(cell for cell in row if cell))


def _rows(table: Any) -> Iterator[list[str]]:
    """The rows of a table: the cells from left to right, each once.

    A cell that goes on from the row above has the text of the cell there. Each cell is looked at once: python-docx
    looks for the upper one from the top of the table, and makes a cell for every column that one spans, of which a
    file may claim two thousand millions.
    """
    above: dict[int, str] = {}
    for row in table.tr_lst:
        column, here = row.grid_before, {}
        for cell in row.tc_lst:
            goes_on = cell.vMerge == "continue" and column in above
            here[column] = above[column] if goes_on else "\n".join(_texts(cell)).strip()
            column += cell.grid_span
        above = here
        yield _spread(here, column)


def _spread(cells: dict[int, str], end: int) -> list[str]:
    """The cells of a row, with empty ones behind a cell that spans several columns (as many as a table may have)."""
    columns = list(cells)
    row: list[str] = []
    for column, after in zip(columns, [*columns[1:], end], strict=True):
        row += [cells[column], *[""] * min(after - column - 1, _MOST_SPAN)]
    return row


def _texts(cell: Any) -> Iterator[str]:
    """The paragraphs of a cell, but not of tables in it."""
    return (paragraph.text for paragraph in cell.p_lst)
