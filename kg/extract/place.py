"""Places: divisions, zones, regions, rivers and named sites, and the words that point at a division."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.text.atlas import FULL, REGION, SHORT, TOWN, Atlas, Hit
from kg.text.sites import sites
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.sheet import Sheet

_TRUST = {FULL: 0.97, TOWN: 0.93, REGION: 0.9, SHORT: 0.85}


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every place that a text names or points at, in text order; the parts of a chain one by one."""
    found = dict.fromkeys([*_named(sheet), *_sites(sheet), *_pointing(sheet)])
    yield from sorted(found)


def _named(sheet: Sheet) -> Iterator[Mention]:
    reader = _Reader(sheet)
    for hit in reader.kept:
        rule = f"place-{hit.sort}"
        yield Mention(hit.span, Kind.PLACE, hit.name, rule, reader.trust(hit))


def _sites(sheet: Sheet) -> Iterator[Mention]:
    known = {hit.span for hit in _Reader(sheet).kept}
    for site in sites(sheet, sorted(known)):
        if site.span not in known:
            yield Mention(site.span, Kind.PLACE, site.name, f"place-{site.sort}", site.confidence)


def _pointing(sheet: Sheet) -> Iterator[Mention]:
    for rule in sheet.lexicon.patterns("place"):
        for span in sheet.spans:
            for match in rule.regex.finditer(sheet.plain, span.start, span.end):
                if match.start() in sheet.tokens.edges:
                    here = Span(*match.span())
                    name = f"place-{rule.name}"
                    yield Mention(here, Kind.PLACE, match[0], name, rule.confidence, points=True)


@dataclass(frozen=True)
class _Reader:
    """One text under reading."""

    sheet: Sheet

    @cached_property
    def kept(self) -> tuple[Hit, ...]:
        """The hits that mean a place here: leftmost, longest, none inside another."""
        kept: list[Hit] = []
        end = -1
        for hit in Atlas.of(self.sheet.lexicon).hits(self.sheet.plain, self.sheet.spans):
            if hit.span.start >= end and self._stands(hit, kept[-1] if kept else None):
                kept.append(hit)
                end = hit.span.end
        return tuple(kept)

    def trust(self, hit: Hit) -> float:
        """How sure a hit is."""
        return 0.6 if hit.sort == SHORT and self.sheet.lexicon.gazetteer.common(hit.name) else _TRUST[hit.sort]

    def _stands(self, hit: Hit, before: Hit | None) -> bool:
        """Whether a hit is a word of its own, or follows right on another place."""
        edges, plain = self.sheet.tokens.edges, self.sheet.plain
        chained = before is not None and before.span.end == hit.span.start and before.sort in {FULL, SHORT}
        opens = chained or hit.span.start in edges
        if hit.sort in {FULL, TOWN} and len(hit.name) > 2:
            common = self.sheet.lexicon.gazetteer.common(hit.name)
            return chained if common else opens or len(hit.name) > 4
        closes = hit.span.end in edges
        if hit.sort == SHORT and self.sheet.lexicon.gazetteer.common(hit.name):
            return closes and (chained or (opens and self._known(hit)))
        return opens and closes and plain[hit.span.start] != plain[hit.span.start - 1 : hit.span.start]

    def _known(self, hit: Hit) -> bool:
        """Whether the text has the full name of a common short one somewhere."""
        named = self.sheet.lexicon.gazetteer.named(hit.name)
        return any(one.name in self.sheet.plain for one in named)
