"""``codebook.md``: every table, column and code; how full each column is; what the reading is worth, kind by kind."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.export.report import cell
from kg.lexicon import standard

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.export.package.about import About
    from kg.model.table import Column, Table

_STEPS: Final = (0.5, 0.7, 0.8, 0.9, 0.95)
_WEAK: Final = 0.85


def codebook(about: About, tables: Sequence[Table]) -> bytes:
    """The bytes of the file."""
    parts = [f"# Codebook 数据说明: {about.title}\n", _reading(), *map(_table, tables), _measured(), _versions(about)]
    return "\n".join(parts).encode()


def _reading() -> str:
    return (
        "Types: `text`; `whole` and `number` stand without quotes in the CSV; `time` is EDTF at the precision of the "
        "words (`2021`, `2021-11`, `2021-11-09`, `2021/2022`). An empty cell means that no text tells it. A text that "
        "a spreadsheet would run as a formula has an apostrophe in front. Offsets count Unicode code points of the "
        "source file. *Filled* is the share of rows in which the column is not empty.\n"
    )


def _table(table: Table) -> str:
    head = f"## {table.name}\n\n{table.about} {table.chinese}. {len(table.rows)} rows; key: {', '.join(table.key)}.\n"
    rows = [_column(column, [row[at] for row in table.rows]) for at, column in enumerate(table.columns)]
    body = _lines(("column", "type", "what it holds", "含义", "filled"), rows)
    coded = [column for column in table.columns if column.codes]
    codes = "".join(f"- `{column.name}`: {_codes(column)}\n" for column in coded)
    return f"{head}\n{body}\n{_sure(table)}" + (f"\nCodes 代码:\n\n{codes}" if codes else "")


def _column(column: Column, cells: Sequence[object]) -> tuple[str, ...]:
    filled = f"{sum(value is not None for value in cells) / len(cells):.0%}" if cells else "—"
    return (column.name, column.type.value, column.about, column.chinese, filled)


def _codes(column: Column) -> str:
    return ", ".join(f"`{code}` {meaning}" for code, meaning in column.codes)


def _sure(table: Table) -> str:
    """How the confidence of the rows is spread."""
    if "confidence" not in table.header or not table.rows:
        return ""
    at = table.header.index("confidence")
    values = [float(value) for row in table.rows if (value := row[at]) is not None]
    bins = Counter(max((step for step in _STEPS if value >= step), default=0.0) for value in values)
    steps = ", ".join(f"≥ {step}: {bins[step]}" for step in (0.0, *_STEPS) if bins[step])
    return f"Confidence 置信度: {steps}; of the gazetteer alone: {len(table.rows) - len(values)}.\n"


def _measured() -> str:
    """What the reading is worth; the weak kinds first."""
    rows = sorted(standard().table("measured"), key=lambda row: (float(row["f1"]), row["layer"], row["kind"]))
    weak = [f"{row['layer']} {row['kind']}" for row in rows if float(row["f1"]) < _WEAK]
    header = ("layer", "kind", "precision", "recall", "F1", "answers")
    body = _lines(header, [tuple(row[name.lower()] for name in header) for row in rows])
    return (
        "## What the reading is worth 质量\n\n"
        "Precision, recall and F1 against answers made by hand, on the texts that the program ships. The rules were "
        f"developed on part of them: expect less on texts of your own, and check a sample. F1 under {_WEAK}: "
        f"{', '.join(weak) or 'none'}.\n\n{body}"
    )


def _versions(about: About) -> str:
    rows = [
        ("Zhengtu", about.program),
        ("lexicon, sha256", about.lexicon or "—"),
        ("ledger, sha256", about.ledger or "—"),
    ]
    return f"## Versions 版本\n\n{_lines(('part', 'version'), rows)}"


def _lines(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    values = [header, ["---"] * len(header), *([cell(value) for value in row] for row in rows)]
    return "".join(f"| {' | '.join(line)} |\n" for line in values)
