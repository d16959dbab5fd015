"""A table as JSON: one object a row, what is not told is null."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kg.export.markup import utf8

if TYPE_CHECKING:
    from kg.model.table import Table


def records(table: Table) -> bytes:
    """The bytes of ``NAME.json``: a list with one row on each line."""
    body = ",\n".join(json.dumps(row, ensure_ascii=False) for row in table.dicts())
    return utf8(f"[\n{body}\n]\n") if table.rows else b"[]\n"
