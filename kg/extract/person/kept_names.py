"""The persons of one document found so far: each stretch is one name's; a cued name goes before a remembered one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.names.place_names import PlaceNames
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.extract.person.name_boundaries import Name
    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument


class KeptNames:
    """What has been found, by start offset, and by every offset it covers. ``never``: what forbids a name before it."""

    def __init__(self, doc: AnnotatedDocument, never: Pattern) -> None:
        self.doc, self.plain, self.spans, self.never = doc, doc.plain, doc.spans, never
        self.places = PlaceNames.of(doc.lexicon)
        self.opens = frozenset(span.start for span in doc.spans)
        self.found: dict[int, Mention] = {}
        self.taken: dict[int, Mention] = {}

    def keep(self, name: Name, rule: str, confidence: float) -> None:
        """Keep a name unless a surer one stands on its characters."""
        span = Span(name.start, name.end)
        if self.places.whole(name.text):
            self.doc.drop(span, "Person", "a division is called so")
            return
        if self.never.regex.match(self.plain, name.end):
            self.doc.drop(span, "Person", "no name ends before these words")
            return
        others = {self.taken[at] for at in range(span.start, span.end) if at in self.taken}
        if any(other.span.holds(span) or other.rule != "known" for other in others):
            if rule != "known" and all(other.span != span for other in others):
                self.doc.drop(span, "Person", f"{min(others).name} stands on its characters")
            return
        for other in others:
            del self.found[other.span.start]
            for at in range(other.span.start, other.span.end):
                del self.taken[at]
        self._take(name, rule, confidence)

    def lengthen(self, name: Name) -> None:
        """Let what was found at a place be the longer name, unless something else stands on its last characters."""
        short = self.found[name.start]
        if all(self.taken.get(at, short) is short for at in range(name.start, name.end)):
            self._take(name, short.rule, short.confidence)

    def _take(self, name: Name, rule: str, confidence: float) -> None:
        span = Span(name.start, name.end)
        kept = self.found[span.start] = Mention(span, Kind.PERSON, name.text, rule, confidence)
        self.taken.update(dict.fromkeys(range(span.start, span.end), kept))

    def starts(self, start: int) -> bool:
        """Whether a clause starts at an offset."""
        left = self.plain[max(0, start - 1) : start]
        return not left or not left.isalnum() or start in self.opens

    def closes(self, end: int) -> bool:
        """Whether a clause ends at an offset."""
        right = self.plain[end : end + 1]
        return not right or not right.isalnum()
