"""What a build tells at its end, in words: how much was read and found."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FACTS = ("relations", "posts", "figures", "quotations")


def summary(found: Mapping[str, int], kinds: Mapping[str, int]) -> tuple[str, str, str]:
    """Three lines. ``found``: how much of each kind, also ``articles`` and ``skipped``; ``kinds``: entities by kind.

    >>> summary(dict.fromkeys(["articles", "skipped", "entities", *_FACTS], 2), {"Award": 0, "Place": 2})[0]
    'Read 2 articles, skipped 2. Found 2 entities:'
    """
    skipped = f", skipped {found['skipped']}" if found["skipped"] else ""
    return (
        f"Read {found['articles']} articles{skipped}. Found {found['entities']} entities:",
        f"  {', '.join(f'{number} {kind}' for kind, number in Counter(kinds).most_common())};",
        f"  {', '.join(f'{found[kind]} {kind}' for kind in _FACTS)}.",
    )
