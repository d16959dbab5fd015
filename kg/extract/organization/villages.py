"""Committees of villages: 联兴村党委, 联兴村村委会, and 村党支部 where the article tells of one village only."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.lexicon.shipped import pattern, table
from kg.model import Mention, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument

_NAMED = pattern("organ-forms", "village-named")


@lru_cache(maxsize=1)
def _committees() -> tuple[re.Pattern[str], dict[str, str]]:
    """Any committee behind 村, and its full name by its surface."""
    full = {row["surface"]: row["full"] for row in table("villageorgans")}
    return compiled(rf"村(?P<core>{alternation(full)})(?!员)"), full


def villages(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every committee of a village that the text names behind its township or county, under its full name."""
    plain, (committee, full) = doc.plain, _committees()
    found = [(span, match) for span in doc.spans for match in committee.finditer(plain, span.start, span.end)]
    if not found:
        return
    named = sorted({m["village"] for span in doc.spans for m in _NAMED.finditer(plain, span.start, span.end)})
    for span, match in found:
        behind = match.start() + 1  # 村 ends the name of the village, or stands for it
        own = [village for village in named if plain.endswith(village, span.start, behind)]
        alone = not own and len(named) == 1 and not plain[match.start() - 1 : match.start()].isalnum()
        for village in own[:1] or named[: int(alone)]:
            here = Span(behind - len(village) if own else match.start(), match.end())
            name = full[match["core"]].replace("{V}", village)
            yield Mention(here, Kind.ORGANIZATION, name, "body-village", 0.9, points=not own)
