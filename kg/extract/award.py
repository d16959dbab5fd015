"""Awards: honours and titles conferred, 长安杯, 全国文明城市, 优秀案例."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.sheet import Sheet


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every honour that the sheet says is conferred, and those that every reader knows, in text order."""
    for one in sheet.named:
        if one.kind is Kind.AWARD:
            yield Mention(one.span, one.kind, one.name, one.rule, one.confidence)
