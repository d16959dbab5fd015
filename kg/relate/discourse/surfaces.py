"""Tables of what entities are called, and which of them stand inside a name."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Span
from kg.names.division_levels import signs
from kg.text.tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Iterable

    from kg.model import Entity
    from kg.vocab import Kind

_TWO = 2
_LEVELS = signs()
QUOTES = str.maketrans("", "", "“”‘’《》〈〉")


class Table(tuple[tuple[str, str], ...]):
    """(surface without quotes, key of the entity), the longest surface first."""

    @cached_property
    def opening(self) -> dict[str, list[int]]:
        """The rows by the first two characters of their surface."""
        rows: dict[str, list[int]] = {}
        for row, (text, _) in enumerate(self):
            rows.setdefault(text[:_TWO], []).append(row)
        return rows


def surfaces(entities: Iterable[Entity], *kinds: Kind) -> Table:
    """Every name and alias of the entities of some kinds; a bare level (全市, 省) is no surface."""
    found = {
        (text.translate(QUOTES), e.key)
        for e in entities
        if e.kind in kinds
        for text in (e.name, *(a for a, _ in e.aliases))
    }
    kept = [(t, k) for t, k in found if len(t) > 1 and not (len(t) == 2 and t[0] in "全我本该" and t[1] in _LEVELS)]
    return Table(sorted(kept, key=lambda x: (-len(x[0]), x)))


def inside(name: str, key: str, table: Table) -> tuple[tuple[int, str], ...]:
    """The (offset, key) of other entities whose surface stands inside a name of an entity, the longest winning."""
    name = name.translate(QUOTES)
    taken: list[tuple[int, int, str]] = []
    bigrams = {name[at : at + _TWO] for at in range(len(name) - 1)}
    for row in sorted(row for pair in bigrams for row in table.opening.get(pair, ())):
        text, other = table[row]
        at = name.find(text) if other != key and len(text) < len(name) else -1
        if at >= 0 and not any(s < at + len(text) and at < e for s, e, _ in taken):
            taken.append((at, at + len(text), other))
    return tuple((s, k) for s, _, k in sorted(taken))


def whole_word(name: str, at: int, texts: Iterable[str]) -> bool:
    """Whether a short name of two characters at an offset of a name is no part of another word: 湟中 in 河湟中学 is."""
    bare = name.translate(QUOTES)
    if at == 0 or any(len(text) > _TWO and bare.startswith(text, at) for text in texts):
        return True
    edges = (at, at + _TWO)
    return not any(w.start < edge < w.end for w in tokens(bare, (Span(0, len(bare)),)).items for edge in edges)


def plain_name(name: str) -> str:
    """A name without quotes, 中共 and 委员会: 中共平原市委员会 → 平原市委."""
    return name.translate(QUOTES).replace("委员会", "委").removeprefix("中共")


def bare_town(town: str, names: Iterable[str]) -> bool:
    """Whether names hold a town without its 镇 or 乡: the harbour or hill of that name may be elsewhere."""
    return town.endswith(("镇", "乡", "街道")) and not any(town in name for name in names)
