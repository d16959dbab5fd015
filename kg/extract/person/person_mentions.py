"""Persons: every stretch that names a human.

A name needs a cue: a title or a form of address beside it, an appointment, a résumé's opening, a byline,
an attendance list, or its own full mention elsewhere in the document.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.person.name_boundaries import Name, Names, names
from kg.model import Mention, Span
from kg.model.order import in_order
from kg.names.titles import grammar, heads
from kg.text.keyword_search import within
from kg.text.tokens import tokens
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator

    from kg.lexicon import Lexicon, Pattern
    from kg.text.annotated import AnnotatedDocument

_ASKED = ("not", "office-end", "office-unit")  # patterns asked at one place, not searched for
_TITLE = 16  # characters of a title with the words before it
_UNIT, _NAMED, _STRONG, _CHAIN, _FAIR, _SURE, _WEAK = 0.6, 1.0, 1.8, 2.2, 2.6, 3.0, 3.4


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """The persons that a document names, in text order; ``name`` is the full name without title and spaces."""
    reader = _Reader(doc)
    reader.credits()
    reader.titled()
    reader.cued()
    reader.chained()
    reader.remembered()
    yield from in_order(reader.found.values())


@lru_cache(maxsize=4)
def _loose(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["head"] for row in lexicon.table("titles") if row["kind"] in {"person", "rank"})


def _need(rule: Pattern) -> float:
    """How sure a name must be beside a cue: a rule that fences the name in on both sides asks least."""
    if "name" in rule.regex.groupindex or (rule.name.startswith("after") and rule.confidence >= 0.95):
        return _NAMED
    if rule.name.endswith("fenced"):
        return _STRONG
    return _STRONG if rule.confidence >= 0.9 else _FAIR if rule.confidence >= 0.85 else _WEAK


@dataclass
class _Reader:
    """One document under reading: what has been found so far, by start offset, and by every offset it covers."""

    doc: AnnotatedDocument
    found: dict[int, Mention] = field(default_factory=dict)
    taken: dict[int, Mention] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.document, self.lexicon = self.doc.document, self.doc.lexicon
        self.spans, self.tokens = self.doc.spans, self.doc.tokens
        self.names: Names = names(self.lexicon)
        self.grammar = grammar(self.lexicon)
        rules = self.lexicon.patterns("person")
        known = {rule.name: rule for rule in rules}
        self.never, self.end, self.unit = (known[name] for name in _ASKED)
        self.rules: tuple[Pattern, ...] = tuple(rule for rule in rules if rule.name not in _ASKED)

    def credits(self) -> None:
        """The makers of the article who are persons."""
        for word in self.document.masthead.credits:
            line = tokens(self.document.plain, (word.span,))
            name = self.names.at(self.document.plain, word.span.start, line)
            if name and name.end == word.span.end and name.score > 0:
                self._keep(name, "byline", 0.97)

    def titled(self) -> None:
        """Names right after a title or a word for what they are."""
        for span in self.spans:
            for match in heads(self.lexicon).over(self.doc.bigrams, span):
                inside = match.end() == match.start("gap") and match.end() not in self.tokens.edges
                name = self._at(match.end())
                loose = not match["gap"] and match["head"] in _loose(self.lexicon)
                need = _SURE if match["gap"] == "的" else _CHAIN if loose else _STRONG
                if name and not inside and name.score >= need:
                    self._keep(name, "title-name", 0.95)
                elif not match["gap"] and not loose and (name := self._strange(match.end())):
                    self._keep(name, "title-strange", 0.8)
                elif not loose:
                    self._addressed(match)

    def _addressed(self, head: re.Match[str]) -> None:
        """A name right before a title: 王建国书记强调, 教育局王建国局长到…."""
        plain, end = self.document.plain, head.end("head")
        whole = self.grammar.last.search(plain, max(0, end - _TITLE), end)
        if not whole or not (end == len(plain) or self.end.regex.match(plain, end)):
            return
        name = self._before(whole.start())
        unit = name and self.unit.regex.search(plain, max(0, name.start - 2), name.start)
        if name and name.score >= (_UNIT if unit else _CHAIN) and (unit or self._starts(name.start)):
            self._keep(name, "after-office", 0.8)

    def cued(self) -> None:
        """Names beside the cues of ``patterns/person.toml``."""
        for rule in self.rules:
            need = _need(rule)
            for match in rule.over(self.document.plain, self.spans):
                name = self._cued(rule, match)
                if name and name.score >= need and self._opens(name, rule):
                    self._keep(name, rule.name, rule.confidence)

    def _cued(self, rule: Pattern, match: re.Match[str]) -> Name | None:
        if rule.name.startswith("after"):
            return self._before(match.start())
        if "name" in match.re.groupindex:
            exact = self.names.exactly(self.document.plain, Span(*match.span("name")), self.tokens)
            if exact and exact.score >= _NAMED:
                return exact
            name = self._at(match.end()) if rule.name.startswith("before") else None
            sure = name if name and name.score >= _STRONG else None
            return sure or self.names.fenced(self.document.plain, Span(*match.span("name")))
        return self._at(match.end())

    def chained(self) -> None:
        """Names that stand in a row with one already found: 甲、乙和丙; 甲 乙."""
        for mention in in_order(self.found.values()):
            self._onward(mention.span.end)
            self._backward(mention.span.start)

    def _onward(self, end: int) -> None:
        plain = self.document.plain
        while end < len(plain) - 1 and plain[end] in "、 　和与及":
            start = end + 1
            spaced, name = plain[end] in " 　", self._at(start)
            if start in self.found:
                return
            if (
                not name
                or name.score < (_SURE if plain[end] in "和与及" else _CHAIN)
                or (spaced and not self._closes(name.end))
            ):
                return
            self._keep(name, "row", 0.9)
            end = name.end

    def _backward(self, start: int) -> None:
        plain = self.document.plain
        while start > 2 and plain[start - 1] in "、和":
            name = self._before(start - 1)
            bar = _CHAIN if plain[start - 1] == "、" else _SURE
            if not name or name.start in self.found or name.score < bar or not self._starts(name.start):
                return
            self._keep(name, "row", 0.85)
            start = name.start

    def remembered(self) -> None:
        """Every further place where a full name stands that the document has given with a cue, the longest first."""
        given = sorted(self.found.values(), key=lambda m: (-len(m.name), m.span))
        rank = {name: order for order, name in enumerate(dict.fromkeys(mention.name for mention in given))}
        for _, at, name in sorted((rank[name], at, name) for at, name in self._places(rank)):
            if len(name) > 2 or {at, at + len(name)} <= self.tokens.edges:
                self._keep(Name(0, at, at + len(name), name), "known", 0.9)

    def _places(self, names: Iterable[str]) -> Iterator[tuple[int, str]]:
        """Where any of the names stands. One walk over the text, however many names there are."""
        plain = self.document.plain
        opening: dict[str, list[str]] = {}
        for name in names:
            opening.setdefault(name[:2], []).append(name)
        places = self.doc.bigrams.opening(opening.keys())
        for span in self.spans:
            for at in within(places, span):
                for name in opening.get(plain[at : at + 2], ()):
                    if plain.startswith(name, at) and at + len(name) <= span.end:
                        yield at, name

    def _at(self, start: int) -> Name | None:
        return self.names.at(self.document.plain, start, self.tokens)

    def _strange(self, start: int) -> Name | None:
        return self.names.strange(self.document.plain, start, self.tokens)

    def _before(self, end: int) -> Name | None:
        return self.names.before(self.document.plain, end, self.tokens)

    def _opens(self, name: Name, rule: Pattern) -> bool:
        """Whether a name before a weak cue stands at the start of its clause."""
        if not rule.name.startswith("after") or rule.confidence >= 0.9:
            return True
        return self._starts(name.start)

    def _starts(self, start: int) -> bool:
        left = self.document.plain[max(0, start - 1) : start]
        return not left or not left.isalnum() or any(s.start == start for s in self.spans)

    def _closes(self, end: int) -> bool:
        right = self.document.plain[end : end + 1]
        return not right or not right.isalnum()

    def _keep(self, name: Name, rule: str, confidence: float) -> None:
        span = Span(name.start, name.end)
        if self.never.regex.match(self.document.plain, name.end):
            return
        others = {self.taken[at] for at in range(span.start, span.end) if at in self.taken}
        if any(other.span.holds(span) or other.rule != "known" for other in others):
            return
        for other in others:
            del self.found[other.span.start]
            for at in range(other.span.start, other.span.end):
                del self.taken[at]
        kept = self.found[span.start] = Mention(span, Kind.PERSON, name.text, rule, confidence)
        self.taken.update(dict.fromkeys(range(span.start, span.end), kept))
