"""CSV and TSV corpora."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.decode import decode
from kg.ingest.formats.corpus import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon
    from kg.model import Skipped

_WIDEST = 1 << 28


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """One part for each row; the first row names the columns."""
    text = decode(data, source, replace=options.replace).text
    first = text.split("\n", 1)[0]
    mark = max(",\t;", key=first.count)
    before = csv.field_size_limit(_WIDEST)
    try:
        yield from parts_of(csv.DictReader(StringIO(text, newline=""), delimiter=mark), source, options, lexicon)
    except csv.Error as error:
        raise InputError(source, f"the table is broken: {error}", "Save it again as CSV in UTF-8") from error
    finally:
        csv.field_size_limit(before)
