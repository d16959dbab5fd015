"""Documents: titles in 《…》 with their numbers, columns, numbered papers, and named papers that someone made.

《关于加快乡村振兴的实施意见（试行）》（川府发〔2021〕3号） is one document, mentioned twice.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.model import Mention, Span
from kg.text.reach import Reach
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Pattern
    from kg.text.quotes import Quoted
    from kg.text.sheet import Sheet

_SHORTEST = 4


def mentions(sheet: Sheet) -> Iterator[Mention]:
    """Every document a sheet names, in text order; a number in brackets behind a title is a mention of that title."""
    reader = _Reader(sheet, {p.name: p for p in sheet.lexicon.patterns("document")}, Reach.over(sheet))
    found: dict[Span, Mention] = {}
    for mention in (*reader.titles(), *reader.columns(), *reader.numbers(), *reader.papers()):
        found.setdefault(mention.span, mention)
    yield from sorted(found.values())


@dataclass(frozen=True)
class _Reader:
    sheet: Sheet
    rules: dict[str, Pattern]
    reach: Reach

    def _match(self, rule: str, at: int) -> re.Match[str] | None:
        """A rule that is anchored, tried right at an offset."""
        return self.rules[rule].regex.match(self.sheet.plain[at : at + 40])

    def titles(self) -> Iterator[Mention]:
        """《…》 and 《关于〈…〉的…》, each title with the number behind it."""
        for quote in self.sheet.quotes:
            if quote.mark != "《" or len(quote.inner) < 2:
                continue
            yield from self._title(quote)

    def _title(self, quote: Quoted) -> Iterator[Mention]:
        plain = self.sheet.plain
        name = plain[quote.inner.start : quote.inner.end]
        yield Mention(quote.span, Kind.DOCUMENT, name, "title", 0.97)
        yield from self._number(quote.span.end, name)
        start = name.find("〈")
        end = name.find("〉", start)
        if 0 <= start < end - _SHORTEST:
            span = Span(quote.inner.start + start, quote.inner.start + end + 1)
            yield Mention(span, Kind.DOCUMENT, name[start + 1 : end], "title-inside", 0.9)

    def _number(self, at: int, name: str) -> Iterator[Mention]:
        if match := self._match("number-after", at):
            span = Span(at + match.start("number"), at + match.end("number"))
            yield Mention(span, Kind.DOCUMENT, name, "number-after", 0.95)

    def columns(self) -> Iterator[Mention]:
        """“…”专栏, “…”系列报道."""
        for quote in self.sheet.quotes:
            if quote.mark == "“" and len(quote.inner) > 2 and self._match("column-after", quote.span.end):
                name = self.sheet.plain[quote.inner.start : quote.inner.end]
                yield Mention(quote.span, Kind.DOCUMENT, name, "column", 0.9)

    def numbers(self) -> Iterator[Mention]:
        """国发〔2020〕14号 by itself."""
        for rule in ("number", "work-report"):
            for span in self.sheet.spans:
                for match in self.rules[rule].regex.finditer(self.sheet.plain, span.start, span.end):
                    yield Mention(Span(*match.span()), Kind.DOCUMENT, match[0], rule, self.rules[rule].confidence)

    def papers(self) -> Iterator[Mention]:
        """编制嫩水大豆产业供应链家谱: a paper that someone makes, with a name of its own."""
        rule = self.rules["paper"]
        for block in self.sheet.spans:
            for match in rule.regex.finditer(self.sheet.plain, block.start, block.end):
                if mention := self._paper(match, block):
                    yield replace(mention, confidence=rule.confidence)

    def _paper(self, match: re.Match[str], block: Span) -> Mention | None:
        start, word = self.reach.left(match.start(), block.start)
        span = Span(start, match.end())
        if self.reach.role(word) != "make" or match.start() - start < _SHORTEST or self._titled(span):
            return None
        return Mention(span, Kind.DOCUMENT, self.sheet.document.name(span), "paper", 0.8)

    def _titled(self, span: Span) -> bool:
        return any(q.span.meets(span) and q.mark == "《" for q in self.sheet.quotes)
