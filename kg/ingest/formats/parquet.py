"""Parquet corpora."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from kg.errors import InputError
from kg.ingest.formats.corpus import parts_of
from kg.ingest.formats.part import missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon
    from kg.model import Skipped


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """One part for each row. Raises ``InputError`` for a broken file, or where pyarrow is not installed."""
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise missing(source, "pyarrow", "parquet") from error
    try:
        table = parquet.ParquetFile(BytesIO(data))
        rows = (row for batch in table.iter_batches(batch_size=256) for row in batch.to_pylist())
        yield from parts_of(rows, source, options, lexicon)
    except (ArrowException, OSError, ValueError, OverflowError) as error:  # ValueError: bytes that are no UTF-8
        raise InputError(source, f"the Parquet file is broken: {error}", "Write it again") from error
