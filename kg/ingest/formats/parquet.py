"""Parquet corpora."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, Any

from kg.errors import InputError
from kg.ingest.formats.corpus import columns_of, parts_of
from kg.ingest.formats.part import missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon
    from kg.model import Skipped


_COUNTED = 10_000
"""Rows that are counted at a time, their texts told by number where the file keeps each once."""


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """One part for each row.

    Raises ``InputError`` for a broken file, for one whose rows unpack to more than ``options.unpacked`` bytes (a text
    that stands in three million rows is kept once), or where pyarrow is not installed.
    """
    try:
        from pyarrow import ArrowException, parquet
    except ImportError as error:
        raise missing(source, "pyarrow", "parquet") from error
    try:
        names = parquet.ParquetFile(BytesIO(data)).schema_arrow.names
        if len(set(names)) < len(names):
            raise InputError(source, "two columns have one name", "Give each column a name of its own")
        columns = sorted(set(columns_of(names, source, options, lexicon).values()))
        _count(parquet.ParquetFile(BytesIO(data), read_dictionary=columns), columns, source, len(data), options)
        table = parquet.ParquetFile(BytesIO(data))
        batches = table.iter_batches(batch_size=256, columns=columns, use_threads=False)
        yield from parts_of((row for batch in batches for row in batch.to_pylist()), source, options, lexicon)
    except (ArrowException, OSError, ValueError, OverflowError) as error:  # ValueError: bytes that are no UTF-8
        raise InputError(source, f"the Parquet file is broken: {error}", "Write it again") from error


def _count(table: Any, columns: list[str], source: str, size: int, options: Options) -> None:
    """Raises ``InputError`` as soon as the rows counted hold more than they may."""
    left = options.unpacked(size)
    if table.metadata.num_rows > options.most_rows:
        raise InputError(source, f"there are more than {options.most_rows} rows", "Cut it into several files")
    for batch in table.iter_batches(batch_size=_COUNTED, columns=columns, use_threads=False):
        left -= sum(_length(column) for column in batch.columns)
        if left < 0:
            cause = f"the Parquet file of {size} bytes unpacks to more than {options.unpacked(size)}"
            raise InputError(source, cause, "Write the rows that you trust into a file of their own")


def _length(column: Any) -> int:
    """The bytes of all values of a column, each as often as it stands there."""
    from pyarrow import compute, types

    if types.is_dictionary(column.type):
        lengths = compute.binary_length(column.dictionary)
        return compute.sum(compute.take(lengths, column.indices)).as_py() or 0
    return int(column.nbytes)
