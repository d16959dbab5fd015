"""Markdown: the text without its marks; title and date from the front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ingest.decode import decode
from kg.ingest.formats.part import Options, Part, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon

_KEYS = {"title": "title", "date": "date", "source": "publisher", "publisher": "publisher"}


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part]:
    """The one text of a Markdown file."""
    bounded(data, source, options)
    decoded = decode(data, source, replace=options.replace)
    said, body = _front_matter(decoded.text)
    for pattern in lexicon.patterns("markdown"):
        body = pattern.regex.sub(lambda m: next((g for g in m.groups() if g is not None), ""), body)
    yield Part(body, source, source, data, decoded.encoding, said)


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    lines = text.splitlines(keepends=True)
    if not lines or lines[0].strip() != "---":
        return {}, text
    end = next((i for i, line in enumerate(lines[1:60], 1) if line.strip() == "---"), 0)
    said = {}
    for line in lines[1:end]:
        key, _, value = line.partition(":")
        if key.strip().lower() in _KEYS and value.strip():
            said[_KEYS[key.strip().lower()]] = value.strip().strip("\"'")
    return (said, "".join(lines[end + 1 :])) if end else ({}, text)
