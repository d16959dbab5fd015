"""Campaigns, programs and awards as mentions: “争先、进位、崛起”解放思想大讨论, 放管服改革, 长安杯."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.initiative.initiative_names import named
from kg.model import Mention

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every campaign, program and award that the article names, in text order; 大讨论 alone with ``points``."""
    for one in doc.layer(named):
        yield Mention(one.span, one.kind, one.name, one.rule, one.confidence, points=one.points)
