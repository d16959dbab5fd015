"""Names of two characters that a text always writes with the same third one: 王冠|仑 is 王冠仑."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Span
from kg.text.occurrences import starts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.extract.person.kept_names import KeptNames
    from kg.extract.person.name_boundaries import Name, Names
    from kg.text.annotated import AnnotatedDocument

_FULL = 2.3
"""What the longer name must be worth somewhere: 说 behind a name is under 2 (``name_boundaries``), in news."""


def whole_names(doc: AnnotatedDocument, names: Names, kept: KeptNames) -> Iterator[Name]:
    """The longer names, at every place where the shorter one was found.

    A name that stands once tells nothing, nor one that the same words always follow (王建|国说).
    """
    for short in sorted({mention.name for mention in kept.found.values() if len(mention.name) == 2}):
        places = list(starts(doc.plain, short))
        if len({doc.plain[at + 2 : at + 3] for at in places}) > 1 or len(_behind(doc.plain, places)) < 2:
            continue
        longer = [names.exactly(doc.plain, Span(at, at + 3), doc.tokens) for at in places]
        if max((name.score for name in longer if name), default=0.0) >= _FULL:
            yield from (name for name in longer if name and name.start in kept.found)


def _behind(plain: str, places: list[int]) -> set[str]:
    """What follows the third character at each place."""
    return {plain[at + 3 : at + 5] for at in places}
