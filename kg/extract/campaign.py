"""Campaigns: “争先、进位、崛起”解放思想大讨论, 扫黑除恶专项斗争."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.sheet import Sheet


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every campaign that the sheet names, in text order."""
    for one in sheet.named:
        if one.kind is Kind.CAMPAIGN:
            yield Mention(one.span, one.kind, one.name, one.rule, one.confidence, points=one.points)
