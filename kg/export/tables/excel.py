"""Tables as one Excel file (Office Open XML), a sheet a table: codes stay texts, Chinese stays Chinese, nothing runs.

Written by hand because the bytes must not change from run to run: no clock stands in it, and nothing but what is shown.
"""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, Final

from kg.errors import OutputError
from kg.export.markup import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from kg.model.table import Cell, Table

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_ROWS: Final = 1_048_576
_LONGEST: Final = 32_767
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_FACE: Final = '<sz val="11"/><name val="Calibri"/>'
_PLAIN: Final = 'numFmtId="0" fillId="0" borderId="0"'
_XF: Final = f"<xf {_PLAIN} fontId"
_BOLD: Final = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="2"><font>{_FACE}</font><font><b/>{_FACE}</font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>'
    '</fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    f'<cellStyleXfs count="1">{_XF}="0"/></cellStyleXfs><cellXfs count="2">{_XF}="0" xfId="0"/>'
    f'{_XF}="1" xfId="0" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" '
    'builtinId="0"/></cellStyles></styleSheet>'
)


def excel(tables: Sequence[Table]) -> bytes:
    """The bytes of an ``.xlsx`` file. Raises ``OutputError`` for a table with more rows than a sheet can hold."""
    for table in tables:
        if len(table.rows) >= _ROWS:
            cure = "Take csv or parquet, or fewer articles"
            raise OutputError(f"{table.name}.xlsx", f"{len(table.rows)} rows are more than a sheet can hold", cure)
    parts = {
        "[Content_Types].xml": _types(tables),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _workbook(tables),
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{n}.xml") for n, _ in enumerate(tables, 1)), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _BOLD,
        **{f"xl/worksheets/sheet{n}.xml": _sheet(table) for n, table in enumerate(tables, 1)},
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            archive.writestr(entry, (_HEAD + text).encode("utf-8", "replace"))
    return out.getvalue()


def _types(tables: Sequence[Table]) -> str:
    own = [("/xl/workbook.xml", "sheet.main"), ("/xl/styles.xml", "styles")]
    own += [(f"/xl/worksheets/sheet{n}.xml", "worksheet") for n, _ in enumerate(tables, 1)]
    known = "".join(f'<Override PartName="{part}" ContentType="{_TYPE}.{kind}+xml"/>' for part, kind in own)
    relations = '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    plain = '<Default Extension="xml" ContentType="application/xml"/>'
    return f'<Types xmlns="{_PACKAGE}/content-types">{relations}{plain}{known}</Types>'


def _relations(targets: Iterable[tuple[str, str]]) -> str:
    made = (
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{to}"/>' for n, (kind, to) in enumerate(targets, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{"".join(made)}</Relationships>'


def _workbook(tables: Sequence[Table]) -> str:
    sheets = (f'<sheet name="{escape(t.name)}" sheetId="{n}" r:id="r{n}"/>' for n, t in enumerate(tables, 1))
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>{"".join(sheets)}</sheets></workbook>'


def _sheet(table: Table) -> str:
    fixed = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>'
    view = f'<sheetViews><sheetView workbookViewId="0">{fixed}</sheetView></sheetViews>'
    rows = [_row(1, table.header, ' s="1"'), *(_row(n, row, "") for n, row in enumerate(table.rows, 2))]
    return f'<worksheet xmlns="{_MAIN}">{view}<sheetData>{"".join(rows)}</sheetData></worksheet>'


def _row(number: int, cells: Sequence[Cell], style: str) -> str:
    made = (_cell(f"{_letters(at)}{number}", cell, style) for at, cell in enumerate(cells) if cell is not None)
    return f'<row r="{number}">{"".join(made)}</row>'


def _cell(place: str, value: Cell, style: str) -> str:
    if isinstance(value, str):
        text = escape(value[:_LONGEST])
        return f'<c r="{place}"{style} t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    return f'<c r="{place}"{style}><v>{value!r}</v></c>'


def _letters(at: int) -> str:
    """The name of a column.

    >>> _letters(0), _letters(25), _letters(26)
    ('A', 'Z', 'AA')
    """
    name = ""
    at += 1
    while at:
        at, rest = divmod(at - 1, 26)
        name = chr(ord("A") + rest) + name
    return name
