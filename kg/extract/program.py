"""Programs: “1234”现代化生态产业体系, 放管服改革, “六议工作法”."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.sheet import Sheet


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every program that the sheet names, in text order."""
    for one in sheet.named:
        if one.kind is Kind.PROGRAM:
            yield Mention(one.span, one.kind, one.name, one.rule, one.confidence, points=one.points)
