"""CSV and TSV corpora."""

from __future__ import annotations

import csv
from itertools import chain
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.formats.corpus import parts_of
from kg.ingest.stream import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon
    from kg.model import Skipped

_LINE = 8
"""Times the characters of an article that a line may have: it may hold other columns too."""


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """One part for each row; the first row names the columns."""
    lines = lines_of(data, source, _LINE * options.most_characters, replace=options.replace)
    first = next(lines, "")
    mark = max(",\t;", key=first.count)
    before = csv.field_size_limit(_LINE * options.most_characters)
    try:
        rows = csv.DictReader(chain([first], lines), delimiter=mark)
        if doubled := _doubled(rows.fieldnames or ()):
            cure = "Give each column a name of its own"
            raise InputError(source, f"two columns are named {doubled}", cure)
        yield from parts_of(rows, source, options, lexicon)
    except csv.Error as error:
        raise InputError(source, f"the table is broken: {error}", "Save it again as CSV in UTF-8") from error
    finally:
        csv.field_size_limit(before)


def _doubled(names: Sequence[str]) -> str:
    """The first name that stands twice; columns without a name may."""
    named = [name for name in names if name.strip()]
    return next((name for i, name in enumerate(named) if name in named[:i]), "")
