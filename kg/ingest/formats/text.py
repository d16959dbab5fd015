"""Plain text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.ingest.decode import decode
from kg.ingest.formats.part import Options, Part, bounded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part]:
    """The one text of the file."""
    del lexicon
    bounded(data, source, options)
    decoded = decode(data, source, replace=options.replace)
    yield Part(decoded.text, source, source, data, decoded.encoding, extracted=False)
