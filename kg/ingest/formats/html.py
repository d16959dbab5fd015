"""Web pages: the main text by trafilatura; title, date and source from what the page itself declares."""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.decode import decode
from kg.ingest.formats.html_layout import prepared
from kg.ingest.formats.part import Options, Part, bounded, missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon

# The names that Chinese government sites must use (GB/T-like guide of the State Council), then Open Graph and others.
_DECLARED = {
    "title": ("articletitle", "og:title", "dc.title", "title"),
    "date": ("pubdate", "article:published_time", "publishdate", "og:release_date", "dc.date", "date"),
    "publisher": ("contentsource", "source", "og:article:source", "dc.source"),
}


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part]:
    """The one article of a page. Raises ``InputError`` where there is no main text, or trafilatura is not installed."""
    try:
        import trafilatura
    except ImportError as error:
        raise missing(source, "trafilatura", "html") from error
    bounded(data, source, options)
    decoded = decode(data, source, replace=options.replace)
    page = prepared(decoded.text, lexicon)
    text = trafilatura.extract(page, include_comments=False, include_tables=True, favor_recall=True)
    if not text or not text.strip():
        raise InputError(source, "the page has no main text", "Save the article as text and give that")
    yield Part(text, source, source, data, decoded.encoding, declared(decoded.text))


def declared(page: str) -> dict[str, str]:
    """Title, date and publisher as the page's meta elements give them."""
    metas = _Metas()
    metas.feed(page)
    found = {}
    for key, names in _DECLARED.items():
        value = next((metas.found[name] for name in names if metas.found.get(name)), "")
        if value:
            found[key] = value
    return found


class _Metas(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "meta":
            values = {key: value or "" for key, value in attrs}
            name = (values.get("name") or values.get("property") or "").lower()
            if name:
                self.found.setdefault(name, values.get("content", "").strip())
