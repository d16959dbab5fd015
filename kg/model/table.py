"""A table of research data: columns that say what they hold, and rows of plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

Cell = str | int | float | None
"""One value; ``None`` where nothing is told. A text is never a number in disguise: its column says ``text``."""


class Type(StrEnum):
    """What the values of a column are. ``TIME`` is EDTF at the precision of the words: 2021, 2021-11, 2021-11-09."""

    TEXT = "text"
    WHOLE = "whole"
    NUMBER = "number"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name (ASCII), its type, what it holds in English and in Chinese, and its codes where it has any."""

    name: str
    type: Type
    about: str
    chinese: str
    codes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its name (ASCII), what one row is, its columns, its rows in a fixed order.

    ``key``: the columns that tell one row from every other.
    """

    name: str
    about: str
    chinese: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    key: tuple[str, ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The names of the columns."""
        return tuple(column.name for column in self.columns)

    def dicts(self) -> list[dict[str, Cell]]:
        """The rows by the names of the columns."""
        return [dict(zip(self.header, row, strict=True)) for row in self.rows]
