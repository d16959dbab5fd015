"""``observations``: every figure with its indicator, its unit, its place or body, and its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model.table import Column, Table, Type
from kg.tables.evidence import EVIDENCE, told_in

if TYPE_CHECKING:
    from kg.tables.index import Index

_BOUNDS: Final = (("exact", "准确"), ("over", "以上"), ("under", "不足"), ("approx", "约"))
_CHANGES: Final = (("yoy", "同比"), ("mom", "环比"))
_AIMS: Final = (("result", "完成"), ("target", "目标"))
_COLUMNS: Final = (
    Column("number", Type.WHOLE, "Number of the row.", "序号"),
    Column("indicator", Type.TEXT, "What is counted, in the words of the text.", "指标"),
    Column("value", Type.NUMBER, "The value in base units (元, not 亿元); % stays %; a decrease is negative.", "数值"),
    Column("lowest", Type.NUMBER, "The lowest value of a range, whose middle is the value; else empty.", "下限"),
    Column("highest", Type.NUMBER, "The highest value of a range.", "上限"),
    Column("unit", Type.TEXT, "The unit.", "单位"),
    Column("bound", Type.TEXT, "Whether the text gives it exactly.", "限定", _BOUNDS),
    Column("change", Type.TEXT, "Whether it is a change, and against what.", "同比或环比", _CHANGES),
    Column("aim", Type.TEXT, "Whether it was reached or is aimed at.", "完成或目标", _AIMS),
    Column("period", Type.TIME, "The time that it is for, as the text gives it.", "时期"),
    Column("subject_key", Type.TEXT, "Key of the place or body that it is of.", "主体的键"),
    Column("subject", Type.TEXT, "Its name.", "主体"),
    Column("adcode", Type.TEXT, "GB/T 2260 code of its place.", "行政区划代码"),
)


def observations(index: Index) -> Table:
    """The table."""
    rows = []
    for number, one in enumerate(index.graph.figures, 1):
        area = index.area(one.subject) if one.subject else ""
        what = (
            one.indicator or None,
            one.value,
            *(one.ends or (None, None)),
            one.unit or None,
            one.bound,
            one.change or None,
            one.aim,
            one.period or None,
        )
        whose = (one.subject or None, index.name(one.subject) or None, index.code(area) or None)
        rows.append((number, *what, *whose, *told_in(index, [one.evidence])))
    columns = (*_COLUMNS, *EVIDENCE)
    return Table(
        "observations", "One row for each figure as told.", "数据：一条一行", columns, tuple(rows), ("number",)
    )
