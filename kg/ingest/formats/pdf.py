"""PDF files with a text layer: the lines of a paragraph are joined again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.formats.part import Options, Part, missing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.lexicon import Lexicon

_FEWEST = 10  # characters a page: a scan with a stamp or a page number has fewer
_FULL = 0.85  # of the width of full lines: a line as long as this goes on in the next
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
    if sum(len("".join(page.split())) for page in pages) < _FEWEST * max(1, len(pages)):
        cause = "the PDF has no text layer: it is a scan"
        raise InputError(source, cause, "Run a text recognition over it first, for example ocrmypdf -l chi_sim")
    lines = [line.rstrip() for page in pages for line in page.replace("\r\n", "\n").split("\n")]
    yield Part("\n".join(joined(lines)), source, source, data, "pdf")


def _page(page: object) -> str:
    text = page.get_textpage().get_text_range()  # type: ignore[attr-defined]
    return str(text).replace("\ufffe", "").replace("\x02", "")


def joined(lines: Sequence[str]) -> list[str]:
    """Lines that the width of the page broke, made whole: a full line without a closing mark goes on in the next.

    >>> joined(["一二三四五六七八九十", "一二。", "一二三四五六七八九。", "标题"])
    ['一二三四五六七八九十一二。', '一二三四五六七八九。', '标题']
    """
    widths = sorted(len(line) for line in lines if line.strip())
    full = _FULL * widths[len(widths) * 9 // 10] if widths else 0
    paragraphs: list[list[str]] = []
    goes_on = False
    for line in lines:
        if goes_on and line.strip() and not line[0].isspace():
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
        goes_on = len(line) >= full and bool(line.strip()) and line[-1] not in _ENDS
    return ["".join(pieces) for pieces in paragraphs]
