"""Works that need no enumeration and no verb to be told: trains by their quoted names, works every reader knows,
roads, railways and dams by the last word of a proper name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from kg.extract.boundary.left_boundary import Reach
    from kg.extract.boundary.proper_name import Proper
    from kg.extract.project.work_words import Works
    from kg.text.annotated import Sheet

    Rules = Mapping[str, re.Pattern[str]]

_NEAR, _BEHIND = 16, 45


def landmarks(sheet: Sheet, works: Works, reach: Reach, proper: Proper) -> Iterator[Mention]:
    """旅游列车“林海号”, 南水北调, 青羊水电站, by rule ``train``, ``known`` and ``built``."""
    rules = {p.name: p.regex for p in sheet.lexicon.patterns("project")}
    yield from _trains(sheet, rules)
    for block in sheet.spans:
        for match in works.known.over(sheet.pairs, block):
            yield Mention(Span(*match.span()), Kind.PROJECT, match[0], "known", 0.8)
        for match in works.built.over(sheet.pairs, block):
            span = Span(reach.left(match.start(), block.start)[0], match.end())
            if match.start() - span.start > 1 and _named(sheet, span, proper, rules):
                yield Mention(span, Kind.PROJECT, sheet.document.name(span), "built", 0.5)


def _trains(sheet: Sheet, rules: Rules) -> Iterator[Mention]:
    for quote in sheet.quotes:
        inner = sheet.document.name(quote.inner)
        near = sheet.plain[max(0, quote.span.start - _NEAR) : quote.span.end + _NEAR]
        if quote.mark == "“" and rules["train"].match(inner) and rules["train-near"].search(near):
            yield Mention(quote.span, Kind.PROJECT, inner, "train", 0.85)


def _named(sheet: Sheet, span: Span, proper: Proper, rules: Rules) -> bool:
    """Whether a stretch before the head of a road or a dam makes a name, and the name ends there."""
    name, after = sheet.document.name(span), sheet.plain[span.end : span.end + _BEHIND]
    if span.end not in sheet.tokens.edges or rules["goes-on"].match(after) or rules["generic"].match(name):
        return False
    if rules["business"].search(name):
        return False
    return (proper.holds(span) or proper.surely(span)) and not proper.atlas.sorts.get(name)
