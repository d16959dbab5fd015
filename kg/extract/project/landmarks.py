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
    from kg.text.annotated import AnnotatedDocument

    Rules = Mapping[str, re.Pattern[str]]

_NEAR, _BEHIND = 16, 45


def landmarks(doc: AnnotatedDocument, works: Works, reach: Reach, proper: Proper) -> Iterator[Mention]:
    """旅游列车“林海号”, 南水北调, 青羊水电站, by rule ``train``, ``known`` and ``built``."""
    rules = {p.name: p.regex for p in doc.lexicon.patterns("project")}
    yield from _trains(doc, rules)
    for block in doc.spans:
        for match in works.known.over(doc.bigrams, block):
            yield Mention(Span(*match.span()), Kind.PROJECT, match[0], "known", 0.8)
        for match in works.built.over(doc.bigrams, block):
            span = Span(reach.left(match.start(), block.start)[0], match.end())
            if match.start() - span.start > 1 and _named(doc, span, proper, rules):
                yield Mention(span, Kind.PROJECT, works.own(doc.document.name(span), rules["summed"]), "built", 0.5)


def _trains(doc: AnnotatedDocument, rules: Rules) -> Iterator[Mention]:
    for quote in doc.quotes:
        inner = doc.document.name(quote.inner)
        near = doc.plain[max(0, quote.span.start - _NEAR) : quote.span.end + _NEAR]
        if quote.mark == "“" and rules["train"].match(inner) and rules["train-near"].search(near):
            yield Mention(quote.span, Kind.PROJECT, inner, "train", 0.85)


def _named(doc: AnnotatedDocument, span: Span, proper: Proper, rules: Rules) -> bool:
    """Whether a stretch before the head of a road or a dam makes a name, and the name ends there."""
    name, after = doc.document.name(span), doc.plain[span.end : span.end + _BEHIND]
    if span.end not in doc.tokens.edges or rules["goes-on"].match(after) or rules["generic"].match(name):
        return False
    if rules["business"].search(name) or mere_kind(doc, span, rules):
        return False
    return (proper.holds(span) or proper.surely(span)) and not proper.place_names.name_types.get(name)


def mere_kind(doc: AnnotatedDocument, span: Span, rules: Rules) -> bool:
    """Whether what stands behind the names of divisions is a mere kind: 江北省重点建设项目, 江北高速公路."""
    at = span.start
    for token in doc.tokens.starting(span.start, span.end):
        if token.start != at or not doc.lexicon.gazetteer.named(token.word):
            break
        at = token.end
    rest = doc.plain[at : span.end]
    return span.start < at and bool(rules["sort"].search(rest)) and bool(rules["generic"].search(rest))
