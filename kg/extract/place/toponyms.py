"""Which of the known names of places in a text mean a place there."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.extract.place.place_or_word import WEAK, Judge
from kg.model import Span
from kg.names.place_names import SHORT, Hit, PlaceNames
from kg.names.towns import towns
from kg.text.occurrences import Stretches, everywhere
from kg.text.tokens import Tokens, tokens

if TYPE_CHECKING:
    from kg.text.annotated import AnnotatedDocument

UNLISTED = "unlisted"  # a short name with a rank that no table gives it (洪江区)
_GOES_ON = "域委长内外间位级块"  # 长三角|区域, 长沙|区位: no rank


@dataclass(frozen=True)
class Toponyms:
    """The names of places that stand in one text, without those that are other words.

    ``cut`` are its words by the dictionary alone.
    """

    doc: AnnotatedDocument
    cut: Tokens
    place_names: PlaceNames

    @staticmethod
    def of(doc: AnnotatedDocument) -> Toponyms:
        """For the text of a document."""
        return Toponyms(doc, tokens(doc.plain, doc.spans, guess=False), PlaceNames.of(doc.lexicon))

    @cached_property
    def judge(self) -> Judge:
        """What decides on each name."""
        return Judge(self.doc, self.cut, self.place_names)

    @cached_property
    def hits(self) -> tuple[Hit, ...]:
        """The names that mean a place, in text order, none inside another; ``weak`` ones are left for a judge."""
        kept: list[Hit] = []
        for hit in self.place_names.hits(self.doc.bigrams, self.doc.spans):
            before = kept[-1] if kept else None
            if before and hit.span.start < before.span.end:
                continue
            name_type = "" if self.passed(hit.span) else self.judge.name_type(hit, before)
            if name_type:
                kept.append(self._ranked(hit if name_type == hit.name_type else replace(hit, name_type=name_type)))
        return self._with_towns(self._settled(kept))

    @cached_property
    def starts(self) -> list[int]:
        """The start offset of every hit, for bisection."""
        return [hit.span.start for hit in self.hits]

    @cached_property
    def _ends(self) -> dict[int, Hit]:
        return {hit.span.end: hit for hit in self.hits}

    def ending(self, offset: int) -> Hit | None:
        """The hit that ends at an offset."""
        return self._ends.get(offset)

    def covered(self, span: Span) -> bool:
        """Whether a hit holds a stretch."""
        at = bisect_right(self.starts, span.start) - 1
        return at >= 0 and self.hits[at].span.holds(span)

    def within(self, span: Span) -> tuple[Hit, ...]:
        """The hits inside a stretch."""
        first = bisect_right(self.starts, span.start - 1)
        return tuple(hit for hit in self.hits[first : bisect_right(self.starts, span.end - 1)] if span.holds(hit.span))

    def passed(self, span: Span, *, tail: bool = False) -> bool:
        """Whether a stretch lies in, or cuts into, words that are no place; with ``tail`` also if it ends in one."""
        words = self._passed.meeting(span)
        return any(not _inside(word, span) or (tail and word.end == span.end) for word in words)

    @cached_property
    def _passed(self) -> Stretches:
        words = sorted(
            word for word in self.place_names.words["never"] if len(word) < 2 or word[:2] in self.doc.bigrams
        )
        found = [span for word in words for span in everywhere(self.doc.plain, word)]
        return Stretches([*found, *(word.span for word in self.doc.document.masthead.credits)])

    def _with_towns(self, settled: list[Hit]) -> tuple[Hit, ...]:
        found = towns(self.place_names, self.doc.bigrams, settled, self._stands)
        inside = Stretches(hit.span for hit in found)
        return tuple(sorted([*found, *(hit for hit in settled if not inside.meeting(hit.span))]))

    def _stands(self, span: Span) -> bool:
        return {span.start, span.end} <= self.cut.edges and not self.judge.word(span)

    def _settled(self, kept: list[Hit]) -> list[Hit]:
        """Weak ones beside a place that is their kin (霍州、古县、大宁) are sure; read once forward, once backward.

        So are those of a row that says what they are: 西城、大兴|等区.
        """
        for at in range(1, len(kept)):
            if kept[at].name_type == WEAK and self.judge.classed(kept[at - 1], kept[at]):
                kept[at] = replace(kept[at], name_type=self.place_names.name_types[kept[at].name])
        for step in (1, -1):
            for at in range(len(kept))[::step]:
                other = at - step
                if kept[at].name_type == WEAK and 0 <= other < len(kept) and self.judge.beside(kept[other], kept[at]):
                    kept[at] = replace(kept[at], name_type=self.place_names.name_types[kept[at].name])
        return [hit for hit in kept if hit.name_type != WEAK or self.judge.named(hit)]

    def _ranked(self, hit: Hit) -> Hit:
        """A short name with a rank that the tables do not give it is a place of its own: 洪江|区."""
        end = hit.span.end + 1
        sign, beyond = self.doc.plain[end - 1 : end], self.doc.plain[end : end + 1]
        bounded = {end - 1, end} <= self.cut.edges and beyond not in _GOES_ON
        if hit.name_type != SHORT or sign not in {"区", "县"} or not bounded or hit.name in self.place_names.signed:
            return hit
        return Hit(Span(hit.span.start, end), hit.name + sign, UNLISTED)


def _inside(inner: Span, outer: Span) -> bool:
    return outer.holds(inner) and inner != outer
