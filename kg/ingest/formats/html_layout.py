"""Web pages before their text is taken: tables with headers become sentences, lists of links beside the text go."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from kg.ingest.formats.tables import spoken

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon

_LINKS: Final = 2  # links that make a list
_DENSE: Final = 0.6  # of a cell's characters that stand in links
_PROSE: Final = 80  # characters of a cell: more is no data
_BLOCKS: Final = frozenset({"table", "div", "p", "ul", "ol", "h1", "h2", "h3", "h4", "section", "article"})
_HEADLINES: Final = ("h1", "h2", "h3")
_MOST_SPAN: Final = 100


def prepared(page: str, lexicon: Lexicon) -> str:
    """The page with its tables of data as paragraphs, and without cells of layout tables that are lists of links (the
    hot news beside an article on old pages of nested tables). The same page where it holds no table.
    """
    if "<table" not in page.lower():
        return page
    from lxml import html

    try:
        tree = html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, AssertionError, html.etree.ParserError):
        return page
    for table in list(tree.iter("table")):
        if table.find(".//table") is None:
            _spoken(table, lexicon)
    beside = lexicon.rule("layout", "beside").regex
    for cell in list(tree.iter("td")):
        if cell.getparent() is not None and (_is_link_list(cell) or beside.match(_words(cell))):
            cell.clear()
    for table in list(tree.iter("table")):
        if _is_layout(table):
            _unfolded(table)
    made: str = html.tostring(tree, encoding="unicode", doctype="<!DOCTYPE html>")
    return made


def _is_layout(table: Any) -> bool:
    """Whether a table only places things on the page: it holds another table, a headline, or running text."""
    inner = table.find(".//table") is not None or any(table.find(f".//td/{head}") is not None for head in _HEADLINES)
    return inner or any(len("".join(cell.itertext()).strip()) > _PROSE for cell in table.iter("td"))


def _unfolded(table: Any) -> None:
    """Turn a table of layout into blocks: each cell one, each line of a cell that holds text alone a paragraph."""
    for part in list(table.iter("table", "tbody", "tr", "td", "th")):
        if part.tag in {"td", "th"} and not any(child.tag in _BLOCKS for child in part):
            _in_paragraphs(part)
        part.tag = "div"


def _in_paragraphs(cell: Any) -> None:
    """Each line of a cell, as ``<br>`` breaks it, as a paragraph."""
    for mark in list(cell.iter("br")):
        mark.tail = f"\n{mark.tail or ''}"
    lines = [" ".join(line.split()) for line in "".join(cell.itertext()).split("\n")]
    cell.clear()
    for line in lines:
        if line:
            paragraph = cell.makeelement("p", {})
            paragraph.text = line
            cell.append(paragraph)


def _spoken(table: Any, lexicon: Lexicon) -> None:
    """Put the sentences of a table of data in its place."""
    lines = spoken(list(_rows(table)), lexicon)
    parent = table.getparent()
    if not lines or parent is None:
        return
    for line in lines:
        paragraph = table.makeelement("p", {})
        paragraph.text = line
        table.addprevious(paragraph)
    tail = table.tail
    previous = table.getprevious()
    if tail and previous is not None:
        previous.tail = tail
    parent.remove(table)


def _rows(table: Any) -> Iterator[list[str]]:
    """The cells of each row; what spans several rows stands in each of them."""
    above: dict[int, tuple[str, int]] = {}
    for row in table.iter("tr"):
        cells: list[str] = []
        left = {at: (text, more) for at, (text, more) in above.items() if more > 0}
        above = {}
        for cell in row.iter("td", "th"):
            while len(cells) in left:
                text, more = left.pop(len(cells))
                above[len(cells)] = (text, more - 1)
                cells.append(text)
            text = " ".join("".join(cell.itertext()).split())
            above[len(cells)] = (text, _span(cell, "rowspan") - 1)
            cells += [text, *[""] * (_span(cell, "colspan") - 1)]
        while len(cells) in left:
            text, more = left.pop(len(cells))
            above[len(cells)] = (text, more - 1)
            cells.append(text)
        yield cells


def _span(cell: Any, name: str) -> int:
    value = str(cell.get(name, "1")).strip()
    return max(1, min(_MOST_SPAN, int(value))) if value.isdecimal() and len(value) < 5 else 1


def _words(cell: Any) -> str:
    """The text of a cell without the blanks at its edges."""
    return "".join(cell.itertext()).strip()


def _is_link_list(cell: Any) -> bool:
    """Whether a cell of a layout table is a list of links, and holds no running text."""
    links = list(cell.iter("a"))
    whole = len("".join("".join(cell.itertext()).split()))
    inside = sum(len("".join("".join(link.itertext()).split())) for link in links)
    return len(links) >= _LINKS and inside >= _DENSE * whole
