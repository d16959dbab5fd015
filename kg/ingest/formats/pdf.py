"""PDF files with a text layer: columns in their order, no running heads, the lines of a paragraph joined again."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.ingest.formats.part import Options, Part, missing
from kg.ingest.formats.pdf_layout import Box, in_columns, without_heads

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon

_FEWEST = 10  # characters a page: a scan with a stamp or a page number has fewer
_FULL = 0.85  # of the width of full lines: a line as long as this goes on in the next
_INNER = "，。；"
_ENDS = "。！？；：…”）"


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part]:
    """The one text of a PDF. Raises ``InputError`` for scans, locked or broken files, or without pypdfium2."""
    del options, lexicon
    try:
        import pypdfium2
    except ImportError as error:
        raise missing(source, "pypdfium2", "pdf") from error
    try:
        with pypdfium2.PdfDocument(data) as document:
            pages = [_page(document[i]) for i in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise InputError(
            source, f"the PDF cannot be opened: {error}", "Remove its password, or save it again"
        ) from error
    if sum(len("".join(line.split())) for page, _ in pages for line in page) < _FEWEST * max(1, len(pages)):
        cause = "the PDF has no text layer: it is a scan"
        raise InputError(source, cause, "Run a text recognition over it first, for example ocrmypdf -l chi_sim")
    kept = without_heads([page for page, _ in pages])
    lines = [line for page in kept for line in page]
    narrow = [columns for page, (_, columns) in zip(kept, pages, strict=True) for _ in page]
    lasts = frozenset(accumulate(map(len, kept)))
    yield Part("\n".join(joined(lines, narrow, lasts)), source, source, data, "pdf")


def _page(page: Any) -> tuple[list[str], bool]:
    """The lines of a page, and whether they stand in columns."""
    text = page.get_textpage()
    boxes = []
    for index in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(index)
        boxes.append(Box(left, bottom, right, top, _clean(text.get_text_bounded(left, bottom, right, top))))
    lines = in_columns(boxes)
    if lines is not None:
        return [line.rstrip() for line in lines], True
    whole = _clean(text.get_text_range())
    return [line.rstrip() for line in whole.replace("\r\n", "\n").split("\n")], False


def _clean(text: object) -> str:
    return str(text).replace("\ufffe", "").replace("\x02", "")


def joined(lines: Sequence[str], narrow: Sequence[bool] = (), breaks: frozenset[int] = frozenset()) -> list[str]:
    """Lines that the width of the page broke, made whole: a full line without a closing mark goes on in the next.

    ``narrow``: for each line whether it stands in a column, which has its own width. ``breaks``: the numbers of the
    first lines of pages, over which a sentence goes on that has begun on the page before, however long its last line.

    >>> joined(["一二三四五六七八九十", "一二。", "一二三四五六七八九。", "标题"])
    ['一二三四五六七八九十一二。', '一二三四五六七八九。', '标题']
    """
    kinds = narrow or [False] * len(lines)
    widths: dict[bool, list[int]] = {}
    for line, kind in zip(lines, kinds, strict=True):
        if line.strip():
            widths.setdefault(kind, []).append(len(line))
    fulls = {kind: _FULL * sorted(found)[len(found) * 9 // 10] for kind, found in widths.items()}
    paragraphs: list[list[str]] = []
    goes_on = False
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True), 1):
        full = fulls.get(kind, 0.0)
        if goes_on and line.strip() and not line[0].isspace():
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        over = at in breaks and any(mark in piece for piece in paragraphs[-1] for mark in _INNER)
        goes_on = (len(line) >= full or over) and bool(line.strip()) and line[-1] not in _ENDS
    return ["".join(pieces) for pieces in paragraphs]
