"""Rows of a corpus (CSV, JSON lines, Parquet) to texts: which column holds what."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from kg.errors import InputError, UsageError
from kg.ingest.formats.part import Options, Part
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from kg.lexicon import Lexicon

_TOLD: Final = 100
"""Rows of one corpus that are told as skipped one by one: a line of two bytes must not become one of two hundred."""
_HOPELESS: Final = 100_000
"""Rows without a text, and none with one before them, after which the rest of a corpus is not looked at."""


def parts_of(
    rows: Iterable[Mapping[str, object] | Skipped], source: str, options: Options, lexicon: Lexicon
) -> Iterator[Part | Skipped]:
    """A part for each row with a text, ``Skipped`` for the others. Rows are counted from 1.

    Of many rows without a text the first hundred are told one by one, the rest in one line; where none of the first
    hundred thousand has one, the others are not read. Raises ``UsageError`` for a column that the user named and the
    corpus has not, ``InputError`` where no column of text can be told.
    """
    lost = 0
    for count, one in enumerate(_each(rows, source, options, lexicon), 1):
        lost += isinstance(one, Skipped)
        if lost == count == _HOPELESS:
            cause = f"none of the first {_HOPELESS} rows can be read; the rest is not read"
            yield Skipped(source, cause, "Name the column of the text with --text, or mend the file")
            return
        if not isinstance(one, Skipped) or lost <= _TOLD or one.source == source:
            yield one
    if lost > _TOLD:
        yield Skipped(source, f"{lost - _TOLD} more rows cannot be read", "Mend the file as the first of them say")


def _each(
    rows: Iterable[Mapping[str, object] | Skipped], source: str, options: Options, lexicon: Lexicon
) -> Iterator[Part | Skipped]:
    columns: dict[str, str] = {}
    firm = any(options.columns.named().values())
    for number, row in enumerate(rows, 1):
        if number > options.most_rows:
            yield Skipped(source, f"there are more than {options.most_rows} rows; the rest is not read", "Cut the file")
            return
        if isinstance(row, Skipped):
            yield row
            continue
        columns = columns or columns_of(list(row), source, options, lexicon)
        said = {key: _string(row.get(column)) for key, column in columns.items()}
        text = said.pop("text", "")
        where = f"{source}#{number}"
        if not text.strip():
            yield Skipped(where, f"the column {columns['text']} is empty", "Fill it, or leave the row out")
            continue
        said["publisher"] = said.pop("source", "")
        name = said.pop("id", "") or f"{PurePath(source).stem}-{number}"
        yield Part(text, name, where, text.encode("utf-8"), "utf-8", {k: v for k, v in said.items() if v}, firm)


def columns_of(names: Sequence[str], source: str, options: Options, lexicon: Lexicon) -> dict[str, str]:
    """Which column holds what. Raises as ``parts_of`` does."""
    found: dict[str, str] = {}
    lower = {name.strip().lower(): name for name in reversed(names) if isinstance(name, str)}
    for holds, wanted in options.columns.named().items():
        if wanted:
            if wanted not in names:
                raise UsageError(source, f"there is no column {wanted}", f"Name one of: {', '.join(map(str, names))}")
            found[holds] = wanted
    for entry in lexicon.table("columns"):
        if entry["name"] in lower:
            found.setdefault(entry["holds"], lower[entry["name"]])
    if "text" not in found:
        raise InputError(source, "no column of text can be told", f"Name it with --text: {', '.join(map(str, names))}")
    return found


def _string(value: object) -> str:
    if value is None:
        return ""
    # Lone surrogates, which JSON can hold, are no text and cannot be written anywhere.
    return str(value).encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else str(value)
