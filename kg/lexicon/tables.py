"""Tables as data: each file ``NAME.tsv`` opens with ``#`` lines (source, columns), then a header row, then rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.errors import LexiconError

if TYPE_CHECKING:
    from pathlib import Path


def load_table(path: Path) -> tuple[dict[str, str], ...]:
    """The rows of one table as dicts by column. Raises ``LexiconError`` with file and line where a row is short."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise LexiconError(str(path), f"the table cannot be read: {error}", "Restore or mend the file") from error
    lines = [(n, line) for n, line in enumerate(text.split("\n"), 1) if line and not line.startswith("#")]
    columns = lines[0][1].split("\t")
    rows = []
    for number, line in lines[1:]:
        cells = line.split("\t")
        if len(cells) != len(columns):
            raise LexiconError(
                f"{path}, line {number}", f"{len(cells)} cells where {len(columns)} stand in the header", "Mend the row"
            )
        rows.append(dict(zip(columns, cells, strict=True)))
    return tuple(rows)
