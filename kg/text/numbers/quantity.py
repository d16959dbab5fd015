"""What a quantity is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from kg.model import Span


class Quantity(Struct, frozen=True, order=True, gc=False):
    """A number in the text. ``span`` holds its bound words too; ``form`` is ``count`` (a measure word whose noun may
    follow), ``measure``, ``time`` (a duration), ``share`` (%), ``times``, ``fold`` (翻番) or ``rank``.

    ``scope`` is the field of a rank (全省). ``listed``: it stands in one list with the quantity before it (15、22个).
    ``lowest``/``highest``: the ends of a range or of an approximate number (两三个), whose ``value`` is their middle.
    """

    span: Span
    value: float
    unit: str
    bound: str
    form: str
    scope: str = ""
    listed: bool = False
    lowest: float | None = None
    highest: float | None = None
