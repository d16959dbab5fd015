"""Which document refers to which.

根据《甲》制定《乙》 · 《关于印发〈甲〉的通知》 · 《甲》同时废止 · 转发《甲》的通知
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from kg.model import Citation, Evidence, Span
from kg.vocab import Cites, Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.model import Mention, Reading
    from kg.text.annotated import AnnotatedDocument

_BEFORE: Final = 30
_BEHIND: Final = 60
_SURE, _FAIR = 0.9, 0.8
_BOTH: Final = frozenset({Cites.AMENDS, Cites.FORWARDS})
"""Told before and behind the title: 对《…》作出修改, 转发《…》的通知."""
_OF_DOCUMENTS: Final = frozenset({Cites.PROMULGATES, Cites.FORWARDS, Cites.AMENDS})
"""What a text says so of is a title itself, not the doing of an organ in the news (某局印发《…》)."""


def facts(doc: AnnotatedDocument, reading: Reading) -> Iterator[Citation]:
    """Every reference of a document, or of the article itself, to another document."""
    papers = sorted((m for m in reading.mentions if m.kind is Kind.DOCUMENT and m.entity), key=_outermost)
    if papers:
        yield from _Reader(doc, papers).all()


def _outermost(mention: Mention) -> tuple[int, int]:
    return mention.span.start, -mention.span.end


class _Reader:
    """The documents of one text in order, the outer before what lies in it."""

    def __init__(self, doc: AnnotatedDocument, papers: list[Mention]) -> None:
        self.doc, self.plain = doc, doc.plain
        self.rules: dict[str, re.Pattern[str]] = {p.name: p.regex for p in doc.lexicon.patterns("citations")}
        self.tops: list[Mention] = []
        self.inner: list[tuple[Mention, Mention]] = []
        for paper in papers:
            if self.tops and self.tops[-1].span.holds(paper.span):
                self.inner.append((self.tops[-1], paper))
            else:
                self.tops.append(paper)

    def all(self) -> Iterator[Citation]:
        for outer, inner in self.inner:
            yield from self._inside(outer, inner)
        before: tuple[Mention, Cites] | None = None
        for paper in self.tops:
            kind = self._kind(paper) or self._goes_on(before, paper)
            before = (paper, kind) if kind else None
            if kind:
                yield from self._cited(paper, kind)

    def _inside(self, outer: Mention, inner: Mention) -> Iterator[Citation]:
        """《关于印发〈甲〉的通知》: the words of the outer title before the inner one say how."""
        words = self.plain[outer.span.start : inner.span.start].rstrip("〈《")
        for kind in Cites:
            if (rule := self.rules.get(f"{kind}-title")) and rule.search(words) and outer.entity != inner.entity:
                yield self._made(outer.entity, kind, inner, _SURE)
                return

    def _kind(self, paper: Mention) -> Cites | None:
        """How the words around a title say that it is referred to."""
        start = max(self.doc.sentence(paper.span).start, paper.span.start - _BEFORE)
        before = self.plain[start : paper.span.start]
        behind = self.plain[paper.span.end : paper.span.end + _BEHIND]
        for kind in Cites:
            front, back = self.rules.get(f"{kind}-before"), self.rules.get(f"{kind}-after")
            stated = bool(front and front.search(before)), bool(back and back.search(behind))
            if all(stated) if kind in _BOTH else any(stated):
                return kind if kind is not Cites.IMPLEMENTS or self._makes(paper) else None
        return None

    def _makes(self, paper: Mention) -> bool:
        """为贯彻落实《…》，制定本办法: whether the sentence goes on to make something of it."""
        sentence = self.doc.sentence(paper.span)
        own = self.rules["implementing-clause"].search(self.plain, paper.span.end, sentence.end)
        return bool(own) or bool(self._product(paper))

    def _goes_on(self, before: tuple[Mention, Cites] | None, paper: Mention) -> Cites | None:
        """根据《甲》和《乙》: what stands in one row with a title is referred to as that is."""
        if before is None:
            return None
        between = self.plain[before[0].span.end : paper.span.start]
        return before[1] if len(between) < _BEHIND and self.rules["and"].search(between) else None

    def _cited(self, paper: Mention, kind: Cites) -> Iterator[Citation]:
        source = self._subject(paper) or (self._product(paper) if kind is not Cites.REPEALS else None)
        if source and source.entity != paper.entity:
            yield self._made(source.entity, kind, paper, _SURE)
        elif kind not in _OF_DOCUMENTS or self._title(paper):
            yield self._made("", kind, paper, _FAIR)

    def _subject(self, paper: Mention) -> Mention | None:
        """《乙》根据《甲》制定: a document right before the words that refer."""
        sentence = self.doc.sentence(paper.span)
        for other in reversed([m for m in self.tops if sentence.start <= m.span.start < paper.span.start]):
            between = self.plain[other.span.end : paper.span.start]
            cue = max(
                (between.rfind(word) for word in ("根据", "依据", "按照", "依照", "废止", "贯彻", "落实")), default=-1
            )
            if cue >= 0:
                return other if self.rules["subject"].search(between[:cue]) else None
        return None

    def _product(self, paper: Mention) -> Mention | None:
        """根据《甲》，制定《乙》: a document that the same sentence makes of it."""
        sentence = self.doc.sentence(paper.span)
        for other in (m for m in self.tops if paper.span.end <= m.span.start < sentence.end):
            if self.rules["made-between"].search(self.plain[paper.span.end : other.span.start]):
                return other
        return None

    def _title(self, paper: Mention) -> bool:
        """Whether it stands in the title of the article: 关于印发《…》的通知."""
        title = self.doc.document.masthead.title_span
        return title is not None and title.holds(paper.span)

    def _made(self, source: str, kind: Cites, paper: Mention, sure: float) -> Citation:
        sentence: Span = self.doc.sentence(paper.span)
        why = Evidence(self.doc.document.id, sentence, f"cites-{kind.value}", sure)
        return Citation(source, kind, paper.entity, why)
