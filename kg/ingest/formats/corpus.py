"""Rows of a corpus (CSV, JSON lines, Parquet) to texts: which column holds what."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from kg.errors import InputError, UsageError
from kg.ingest.formats.part import Options, Part
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.lexicon import Lexicon


def parts_of(
    rows: Iterable[Mapping[str, object] | Skipped], source: str, options: Options, lexicon: Lexicon
) -> Iterator[Part | Skipped]:
    """A part for each row with a text, ``Skipped`` for the others. Rows are counted from 1.

    Raises ``UsageError`` for a column that the user named and the corpus has not, ``InputError`` where no column of
    text can be told.
    """
    columns: dict[str, str] = {}
    for number, row in enumerate(rows, 1):
        if isinstance(row, Skipped):
            yield row
            continue
        columns = columns or _columns(row, source, options, lexicon)
        said = {key: _string(row.get(column)) for key, column in columns.items()}
        text = said.pop("text", "")
        where = f"{source}#{number}"
        if not text.strip():
            yield Skipped(where, f"the column {columns['text']} is empty", "Fill it, or leave the row out")
            continue
        said["publisher"] = said.pop("source", "")
        name = said.pop("id", "") or f"{PurePath(source).stem}-{number}"
        firm = any(options.columns.named().values())
        yield Part(text, name, where, text.encode("utf-8"), "utf-8", {k: v for k, v in said.items() if v}, firm)


def _columns(row: Mapping[str, object], source: str, options: Options, lexicon: Lexicon) -> dict[str, str]:
    found: dict[str, str] = {}
    lower = {name.strip().lower(): name for name in reversed(list(row)) if isinstance(name, str)}
    for holds, wanted in options.columns.named().items():
        if wanted:
            if wanted not in row:
                raise UsageError(source, f"there is no column {wanted}", f"Name one of: {', '.join(map(str, row))}")
            found[holds] = wanted
    for entry in lexicon.table("columns"):
        if entry["name"] in lower:
            found.setdefault(entry["holds"], lower[entry["name"]])
    if "text" not in found:
        raise InputError(source, "no column of text can be told", f"Name it with --text: {', '.join(map(str, row))}")
    return found


def _string(value: object) -> str:
    if value is None:
        return ""
    # Lone surrogates, which JSON can hold, are no text and cannot be written anywhere.
    return str(value).encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else str(value)
