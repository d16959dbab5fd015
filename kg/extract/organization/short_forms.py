"""Short names of bodies that the document gives in full: 骏和电子 after 骏和电子公司, and what （以下简称“…”） says."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from kg.lexicon.alternation import alternation
from kg.model import Mention, Span
from kg.names.organization_words import Words
from kg.names.place_names import SHORT, PlaceNames
from kg.text.keyword_search import within
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from kg.text.annotated import AnnotatedDocument

_SHORT = frozenset({"trade", "partner", "body-word"})
_COMPANY = ("公司", "集团", "厂")


class Shorts:
    """Finds the short names of bodies that the document has named in full, and writes them out."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.doc, self.plain = doc, doc.plain
        self.words = Words.of(doc.lexicon)
        self.name_types = PlaceNames.of(doc.lexicon).name_types

    @cached_property
    def _tail(self) -> re.Pattern[str]:
        """Words that a short name of a company leaves out at its end."""
        roles = self.words.roles
        cut = {*roles["suffix"], *roles["trade"], *roles["trade-weak"], *roles["trade-list"]}
        return re.compile(alternation(cut | {"发展", "开发", "建设", "贸易", "管理", "服务", "旅发"}) + r"\Z")

    def written_out(self, found: Mapping[Span, Mention]) -> Iterator[Mention]:
        """The mentions, short ones under the full name that the document gives, and further short ones."""
        told = self._told(found)
        full = self._full(found, told)
        for mention in found.values():
            name = self._known(mention.name, full) if mention.rule in _SHORT else mention.name
            name = told.get(name, name) if mention.rule.startswith("body") else name
            yield replace(mention, name=name) if name != mention.name else mention
        taken = sorted(found)
        yield from self._more({short: name for short, name in full.items() if len(short) > 2}, taken)

    def _known(self, name: str, full: Mapping[str, str]) -> str:
        """The full name of a short one, also without the place before it (广东嘉士利)."""
        place = self._place(name)
        return full.get(name) or full.get(name[place:]) or name

    def _place(self, name: str) -> int:
        return next((n for n in (2, 3) if self.name_types.get(name[:n]) == SHORT), 0)

    def _more(self, full: Mapping[str, str], taken: list[Span]) -> Iterator[Mention]:
        for here in self._places(full):
            near = taken[bisect_left(taken, Span(here.start - 60, 0)) : bisect_left(taken, Span(here.end, 0))]
            if not any(t.meets(here) for t in near):
                name = full[self.plain[here.start : here.end]]
                yield Mention(here, Kind.ORGANIZATION, name, "carried", 0.85)

    def _places(self, words: Iterable[str]) -> Iterator[Span]:
        """Where any of the words stands. One walk over the text, however many words there are."""
        opening: dict[str, list[str]] = {}
        for word in words:
            opening.setdefault(word[:2], []).append(word)
        places = self.doc.bigrams.opening(opening.keys())
        for span in self.doc.spans if opening else ():
            for at in within(places, span):
                for word in opening.get(self.plain[at : at + 2], ()):
                    if self.plain.startswith(word, at) and at + len(word) <= span.end:
                        yield Span(at, at + len(word))

    def _full(self, found: Mapping[Span, Mention], told: Mapping[str, str]) -> dict[str, str]:
        """Short name to the full name that the document has; those of ``told`` where a name gives no other."""
        full: dict[str, str] = {}
        for mention in sorted(found.values(), key=lambda m: (-len(m.name), m.span)):
            if mention.rule.startswith("body") and mention.name.endswith(_COMPANY):
                for short in self._shorts(mention.name):
                    full.setdefault(short, mention.name)
        return full | {short: name for short, name in told.items() if short not in full}

    def _told(self, found: Mapping[Span, Mention]) -> dict[str, str]:
        """Short name to full name, where a bracket says so: （以下简称“省地矿局”）."""
        told: dict[str, str] = {}
        for mention in sorted(found.values(), key=lambda m: (-len(m.name), m.span)):
            if called := self._called(mention.span.end):
                told.setdefault(called, mention.name)
        return told

    def _called(self, end: int) -> str:
        rule = self.doc.lexicon.rule("organization", "called")
        match = rule.regex.match(self.plain, end)
        return match["short"] if match else ""

    def _shorts(self, name: str) -> Iterator[str]:
        """广东嘉士利集团有限公司: 广东嘉士利集团, 广东嘉士利, 嘉士利集团, 嘉士利."""
        rest = name
        while match := self._tail.search(rest):
            rest = rest[: match.start()]
            yield from self._placed(rest, name)

    def _placed(self, rest: str, name: str) -> Iterator[str]:
        for short in (rest, rest[self._place(rest) :]):
            plain = short in self.words.roles["common"] or short in self.words.roles["generic"]
            if 2 <= len(short) < len(name) and short not in self.name_types and not plain:
                yield short
