"""Whose post it is: the organ or place that the words of a title name, found among the linked entities."""

from __future__ import annotations

from bisect import bisect_left
from itertools import chain as chain_of
from typing import TYPE_CHECKING

from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.division_levels import words
from kg.vocab import Kind, Predicate

if TYPE_CHECKING:
    from kg.model import Mention, Reading
    from kg.text.annotated import AnnotatedDocument

_ROW, _NEAR = 8, 6  # characters between the titles of a row; how many organs and places back one looks
_BRANCH = 8  # characters of a branch's own name: 科教处, 第一稽查局
_RULERS = frozenset(role_words("officewords", "rules"))
_HOLDERS = frozenset({Kind.ORGANIZATION, Kind.PLACE})
_LEVELS = words("township")
_LEGAL = frozenset({"有限公司", "股份有限公司", "公司"})  # 某集团|有限公司|董事长: no branch of it
_SCHOOLS = ("大学", "学校", "中学", "小学")  # 校 is rather one of these than a 学院 of it


class Organs:
    """The organs and places of one reading, by where they stand and by what they are called."""

    def __init__(self, doc: AnnotatedDocument, reading: Reading) -> None:
        self.doc, self.reading = doc, reading
        self.mentions = sorted(m for m in reading.mentions if m.kind in _HOLDERS)
        self.starts = [m.span.start for m in self.mentions]
        self.named: dict[str, str] = {}
        for entity in reading.entities:
            if entity.kind in _HOLDERS:
                for name in (entity.name, *(text for text, _ in entity.aliases)):
                    self.named.setdefault(name, entity.key)
        self.chain = reading.place_chain()
        self.names = {e.key: e.name for e in reading.entities if e.kind is Kind.PLACE}
        self.organs = {e.key: e.name for e in reading.entities if e.kind is Kind.ORGANIZATION}
        self.areas = {r.subject: r.object for r in reading.relations if r.predicate is Predicate.JURISDICTION}
        self.classes = {entity.key: entity.classes for entity in reading.entities}
        self.by_sign = doc.lexicon.rule("post", "leads-by-sign").regex
        self.generic = {row["word"]: row["cls"] for row in doc.lexicon.table("generic")}

    def of(self, organ: str, span: Span, title: str) -> str:
        """The key of the organ or place that a title belongs to, or "" where the text leaves it open.

        ``organ`` is its surface as the title's grammar completed it, ``span`` where it (or the title) stands.
        """
        if not organ:
            bare = (
                span.start == 0
                or not self.doc.plain[span.start - 1].isalnum()
                or self.doc.plain[span.start - 1] == "的"
            )
            known = self._last if title in self.generic else self._headed
            return known(span.start, title) if bare else ""
        here = self._at(span, organ) or self._chained(span, organ)
        if here:
            return here
        if organ in self.named:
            return self.named[organ]
        if organ in self.generic:
            return self._last(span.start, organ)
        return self._level(organ, span.start) or self._tail(organ) or self._inner(organ)

    def within(self, key: str, part: str) -> str:
        """Whose part a short name in a row is: the organ's that the title before belongs to; 管委会 of a zone that is
        named, the zone itself.
        """
        if part in _RULERS or part.endswith("委会"):
            return self.areas.get(key, "")
        return key if key.startswith("organization/") else ""

    def party_body(self, key: str, surface: str, title: str) -> str:
        """党组书记 of an organ whose 党组 the text names is of that; else the organ itself.

        市政府 and 公司 alone may be anybody's, and name no 党组.
        """
        name = self.organs.get(key)
        if name is None:
            return key
        own = name if surface[:1] in _LEVELS or surface in self.generic else surface
        return self._party((name, own), title) or key

    def party_body_alone(self, surface: str, title: str) -> str:
        """The 党委 of an organ that the text names only with it: 某中学|党委书记; "" where there is none."""
        return "" if surface[:1] in _LEVELS or surface in self.generic else self._party((surface,), title)

    def _party(self, owners: tuple[str, ...], title: str) -> str:
        """The first body of the party that an owner and the longest beginning of a title name together, or ""."""
        parts = (title[:end] for end in range(len(title) - 1, 1, -1))
        bodies = (self.named.get(whose + part, "") for part in parts for whose in owners)
        return next((body for body in bodies if body and "PartyOrgan" in self.classes[body]), "")

    def parent(self, organ: str) -> tuple[str, str]:
        """For a branch that no words name whole (宣传部 after 平原县委常委): the body, and the branch's own name."""
        for at in range(len(organ) - 1, 2, -1):
            if len(organ) - at <= _BRANCH and organ[:at] in self.named:
                key = self.named[organ[:at]]
                branch = "" if organ[at:] in _LEGAL else organ[at:]
                return (key, branch) if key.startswith("organization/") else ("", "")
        return "", ""

    def _last(self, before: int, word: str) -> str:
        """公司, 该校, 局: the last body of the word's class, or whose name ends in it; "" for none."""
        cls, tail = self.generic[word], word.removeprefix("该")
        named = reversed(self.mentions[: bisect_left(self.starts, before)])
        if cls == "-":
            return next((m.entity for m in named if self.organs.get(m.entity, "").endswith(tail)), "")
        fits = [m.entity for m in named if cls in self.classes[m.entity]]
        ends = (tail, *_SCHOOLS) if cls == "School" else ()
        return next((key for key in fits if self.organs.get(key, "").endswith(ends)), fits[0] if fits else "")

    def _headed(self, before: int, title: str) -> str:
        """副局长 without an organ: the last body of the sentence whose name ends in 局."""
        match = self.by_sign.search(title)
        start = self.doc.sentence(Span(before, before + 1)).start
        first, last = bisect_left(self.starts, start), bisect_left(self.starts, before)
        named = reversed(self.mentions[first:last]) if match else ()
        return next((m.entity for m in named if match and self.organs.get(m.entity, "").endswith(match["sign"])), "")

    def _at(self, span: Span, organ: str) -> str:
        """The mention that covers the organ's characters, or the longest that ends with them."""
        found = [m for m in self._within(span) if m.span == span or self._surface(m) == organ]
        return (
            max(found, key=lambda m: (m.kind is Kind.ORGANIZATION, len(m.span), -m.span.start)).entity if found else ""
        )

    def _chained(self, span: Span, organ: str) -> str:
        """The place that ends a chain where the title stands: of two districts of one name each title goes with its
        own (北京市通州区区长甲, 南通市通州区区长乙).
        """
        ends = [m for m in self._within(span) if m.kind is Kind.PLACE and m.span.end == span.end]
        fits = [(len(m.span), m.entity) for m in ends if m.span.start > span.start and organ.endswith(self._surface(m))]
        return max(fits, default=(0, ""))[1]

    def _within(self, span: Span) -> list[Mention]:
        first = bisect_left(self.starts, max(0, span.start - 30))
        last = bisect_left(self.starts, span.end)
        return [m for m in self.mentions[first:last] if m.span.meets(span)]

    def _surface(self, mention: Mention) -> str:
        return self.doc.document.name(mention.span)

    def _level(self, organ: str, at: int) -> str:
        """省, 市, 县 alone: the area of the organ in the row of titles (县委副书记、县长), else the home's, else the
        last place of that level in the paragraph.
        """
        if organ not in _LEVELS:
            return ""
        before = self.mentions[max(0, bisect_left(self.starts, at) - _NEAR) : bisect_left(self.starts, at)]
        areas = [(m, self.areas.get(m.entity, m.entity)) for m in reversed(before)]
        row = (area for m, area in areas if at - m.span.end <= _ROW and self._fits(organ, area))
        chain = (key for key, name in self.chain.items() if name.endswith(organ) and self._true(organ, name))
        near = (area for m, area in areas if m.kind is Kind.PLACE and self._fits(organ, area))
        return next(chain_of(row, chain, near), "")

    def _fits(self, organ: str, area: str) -> bool:
        return area in self.names and self.names[area].endswith(organ)

    def _true(self, organ: str, name: str) -> bool:
        return organ != "区" or not name.endswith("自治区") or len(self.chain) == 1

    def _tail(self, organ: str) -> str:
        """The entity whose name ends a chain of places: 平原县 for 德州市平原县."""
        fits = (
            (len(organ) - at, self.named[organ[at:]]) for at in range(1, len(organ) - 1) if organ[at:] in self.named
        )
        return max(fits, default=(0, ""))[1]

    def _inner(self, organ: str) -> str:
        """An organ whose longer form, with its place before it, is an entity: 教育局 for 平原县教育局."""
        fits = sorted({(len(n), key) for n, key in self.named.items() if len(organ) > 2 and n.endswith(organ)})
        return fits[0][1] if fits else ""
