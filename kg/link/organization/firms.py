"""One firm under its full legal name and without its legal form: 某某集团有限公司, 某某集团."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kg.lexicon import Lexicon
    from kg.model import Entity, Mention

_SHORTEST = 3


def joined(linked: Mapping[Mention, Entity], lexicon: Lexicon) -> dict[Mention, Entity]:
    """The same mentions, those of a firm without its legal form with the one firm that the article names in full."""
    names = {entity.name: entity for entity in linked.values() if entity.kind is Kind.ORGANIZATION}
    full = {name: entity for name in names if (entity := _full(name, names, _forms(lexicon)))}
    return {
        mention: full.get(entity.name, entity) if entity.kind is Kind.ORGANIZATION else entity
        for mention, entity in linked.items()
    }


@lru_cache(maxsize=4)
def _forms(lexicon: Lexicon) -> tuple[str, ...]:
    """The legal forms of firms."""
    return tuple(row["word"] for row in lexicon.table("bodywords") if row["role"] == "suffix")


def _full(short: str, names: Mapping[str, Entity], forms: tuple[str, ...]) -> Entity | None:
    """The only name that is this one and a legal form."""
    fits = [names[short + form] for form in forms if short + form in names]
    return fits[0] if len(fits) == 1 and len(short) >= _SHORTEST else None
