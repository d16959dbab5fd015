"""Names without marks: heads with enough before them, what places set out to become, formulas and brands.

党群服务中心提标行动 · 建立…生态补偿机制 · 打造…先行区 · 平安…建设 · 四水四定
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from kg.extract.boundary.head_words import Heads
from kg.extract.boundary.phrases import Phrase, phrases
from kg.extract.initiative.after_quote import MINE
from kg.extract.initiative.quoted import Named
from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument

_BEFORE = 32  # characters in which the verb is looked for: 实施城市更新行动、…计划
_SPECIFIC, _VERBED = 3, 6  # characters of specific content that a head needs; a head that wants a verb before it


_PATTERNED = ("goal", "brand", "formula", "counted", "model", "promised", "everywhere", "census", "inspection")
_DRIVES = role_words("namewords", "drive")


@dataclass(frozen=True)
class Bare:
    """Finds campaigns and programs without quotation marks by their head words, in one document."""

    doc: AnnotatedDocument

    @cached_property
    def _rules(self) -> dict[str, Pattern]:
        lexicon = self.doc.lexicon
        return {rule.name: rule for name in ("campaign", "program") for rule in lexicon.patterns(name)}

    def headed(self) -> Iterator[Named]:
        """Heads whose modifiers are specific: 党群服务中心提标行动."""
        for phrase in self.doc.layer(phrases):
            start = phrase.span.start  # what opens with marks is judged where marks are judged, but for a pun's
            marked = self.doc.plain.startswith("“", start) and not self.doc.plain.startswith("”", start + 2)
            if phrase.kind not in MINE or marked:
                continue
            if why := self._why_not(phrase):
                self.doc.drop(phrase.span, phrase.kind.value, why)
            else:
                span = self._whole(phrase)
                yield Named(span, phrase.kind, self.doc.document.name(span), f"{phrase.use}-head", 0.7)

    def _whole(self, phrase: Phrase) -> Span:
        """A phrase without the place before it, with the row that its count sums up."""
        return Span(self._row(self._past_place(phrase), phrase.span.end), phrase.span.end)

    def _why_not(self, phrase: Phrase) -> str:
        """Why a phrase that ends in a head word is no name; "" where it is one."""
        if not specific(phrase):
            return "the words before its head say nothing specific"
        if not self._stands(phrase):
            return "its head lacks the verb that it needs, or a noun goes on behind it"
        span = self._whole(phrase)
        if self._titled(span):
            return "it stands in a title"
        return "it is a mere deed, or does not say what is taught" if self.empty(span) else ""

    def empty(self, span: Span) -> bool:
        """Whether a drive is a mere deed (实际行动), or a lesson that does not say what is taught (甲市主题教育)."""
        name = self.doc.plain[span.start : span.end]
        if self._rules["deed"].regex.search(name) or self._rules["counts"].regex.match(name):
            return True
        return self._rules["lesson"].regex.search(name) is not None and not self._rules["taught"].regex.search(name)

    def _row(self, start: int, end: int) -> int:
        """Where the items of one make start that a count sums up: 工业强县、城建靓县、金融活县|三大战略."""
        plain, edges = self.doc.plain, self.doc.tokens.edges
        match = self._rules["summed"].regex.match(plain, start, end)
        size = len(match["item"]) + 1 if match else 0
        while size and plain[start - 1] == "、" and plain[start - size : start - 1].isalpha() and start - size in edges:
            start -= size
        return start

    def patterned(self) -> Iterator[Named]:
        """Goals, brands of places, formulas and counted plans: the patterns of ``program.toml``."""
        for rule in _PATTERNED:
            for match in self._rules[rule].over(self.doc.plain, self.doc.spans):
                if self._fits(match):
                    kind = Kind.CAMPAIGN if match["name"].endswith(_DRIVES) else Kind.PROGRAM
                    span = Span(*match.span("name"))
                    yield Named(span, kind, match["name"], rule, self._rules[rule].confidence)

    def _fits(self, match: re.Match[str]) -> bool:
        """Whether a name opens a word without being one (五湖四海), and its place, if it has one, is a place."""
        start, end = match.span("name")
        word = self.doc.tokens.items[self.doc.tokens.index(start)]
        place = match.groupdict().get("place")
        opens = word.start == start and (word.end != end or word.tag == "ns")
        return opens and (not place or bool(self.doc.lexicon.gazetteer.named(place)))

    def _stands(self, phrase: Phrase) -> bool:
        """Whether a head that wants a verb has one that takes it (建立…机制), and no noun goes on behind it."""
        if self._goes_on(phrase):
            return False
        if phrase.use != "verb":
            return True
        before = self.doc.plain[max(0, phrase.span.start - _BEFORE) : phrase.span.start]
        return phrase.content >= _VERBED and self._rules["takes"].regex.search(before) is not None

    def _goes_on(self, phrase: Phrase) -> bool:
        """Whether a noun continues the compound: …战略支点, 行动派; …改革方案 is a plan of the reform."""
        if phrase.kind is Kind.CAMPAIGN:
            return self._rules["goes-on"].regex.match(self.doc.plain, phrase.span.end) is not None
        if self.doc.plain.startswith("合作", phrase.span.end):
            return True  # …发展战略合作协议
        token = self.doc.tokens.items[max(0, self.doc.tokens.index(phrase.span.end))]
        noun = token.start == phrase.span.end and token.tag[0] == "n"
        return noun and self._rules["about"].regex.search(token.word) is None

    def _past_place(self, phrase: Phrase) -> int:
        """Where a campaign's name starts behind the place that runs it: 某某市 | 解放思想大讨论."""
        start, stop = phrase.span.start, phrase.span.end - len(phrase.head) - 3
        word = self.doc.tokens.items[self.doc.tokens.index(start)].word
        if len(word) == 1 and Heads.of(self.doc.lexicon).role(self.doc.plain[start : start + 2]) == "verb":
            start += 2  # 推|进入河排污口排查整治
        if count := self._rules["count"].regex.match(self.doc.plain, start, max(start, stop)):
            start = count.end()  # 通报4起|某某突出问题专项整治
        match = self._rules["place"].regex.match(self.doc.plain, start, max(start, stop))
        if match and phrase.kind is Kind.CAMPAIGN and self.doc.lexicon.gazetteer.named(match[0]):
            return match.end()
        return start

    def _titled(self, span: Span) -> bool:
        """Whether a phrase stands in a title: 《…三年行动方案》 is a paper; a campaign is named in the text too."""
        at = bisect_right(self._titles, span.start, key=lambda t: t.start) - 1
        return at >= 0 and self._titles[at].holds(span)

    @cached_property
    def _titles(self) -> list[Span]:
        return [quote.span for quote in self.doc.quotes if quote.mark == "《"]


def specific(phrase: Phrase) -> bool:
    """Whether enough stands before the head: 项目建设年 is a name, 实际行动 none."""
    return phrase.content >= _SPECIFIC or (phrase.content == _SPECIFIC - 1 and len(phrase.head) >= _SPECIFIC)
