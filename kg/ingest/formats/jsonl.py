"""JSON lines: one object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.ingest.decode import decode
from kg.ingest.formats.corpus import parts_of
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """One part for each object; a line that is none is skipped."""
    text = decode(data, source, replace=options.replace).text
    yield from parts_of(_rows(text, source), source, options, lexicon)


def _rows(text: str, source: str) -> Iterator[dict[str, object] | Skipped]:
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            yield Skipped(f"{source}, line {number}", f"the line is no JSON: {error}", "Mend the line")
            continue
        if isinstance(row, dict):
            yield row
        else:
            yield Skipped(f"{source}, line {number}", "the line is no JSON object", "Mend the line")
