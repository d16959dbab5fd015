"""JSON lines: one object a line."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.ingest.formats.corpus import parts_of
from kg.ingest.stream import lines_of
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon


_LINE = 8
"""Times the characters of an article that a line may have: escapes are six long, and it may hold other fields too."""


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """One part for each object; a line that is none is skipped."""
    longest = _LINE * options.most_characters
    lines = lines_of(data, source, longest, replace=options.replace, newline="\n")
    yield from parts_of(_rows(lines, source), source, options, lexicon)


def _rows(lines: Iterable[str], source: str) -> Iterator[dict[str, object] | Skipped]:
    for number, line in enumerate(lines, 1):
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
