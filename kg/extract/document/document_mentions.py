"""Documents: titles in 《…》 with their numbers, columns, numbered papers, and named papers that someone made.

《关于加快乡村振兴的实施意见（试行）》（川府发〔2021〕3号） is one document, mentioned twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from kg.extract.boundary.name_reader import NameReader, judges
from kg.model import Mention, Role, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.lexicon import Lexicon
    from kg.text.annotated import AnnotatedDocument
    from kg.text.quotation_marks import Quoted

_SHORTEST, _SHORT_TITLE = 4, 8
_BRACKETS = frozenset("〔[【［﹝（(")
_ROW = 30  # characters of a further paper of a row
_AND = frozenset("、和与及")
_MARKED = re.compile("“[^“”]{1,24}”")
_LATE = frozenset({"paper", "clauses", "number"})  # nothing inside or around a title, a column or each other


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every document that an article names, in text order; a number or short title under its full title."""
    reader = _Reader(*judges(doc, "document"))
    found: dict[Span, Mention] = {}
    for mention in (*reader.titles(), *reader.columns(), *reader.papers(), *reader.clauses(), *reader.numbers()):
        if mention.rule not in _LATE or not any(span.meets(mention.span) for span in found):
            found.setdefault(mention.span, mention)
        else:
            doc.drop(mention.span, "Document", "it stands in a title, column or paper")
    yield from sorted(found.values())


@dataclass(frozen=True)
class _Reader(NameReader):
    short: dict[str, str] = field(default_factory=dict)  # 意见 → its full title

    def _match(self, rule: str, at: int) -> re.Match[str] | None:
        """A rule that is anchored, tried right at an offset."""
        return self.rules[rule].regex.match(self.doc.plain[at : at + 90])

    def titles(self) -> Iterator[Mention]:
        """《…》 and 《关于〈…〉的…》, each title with the number behind it."""
        media = _media(self.doc.lexicon)
        for quote in self.doc.quotes:
            name = self.doc.document.name(quote.inner)
            paper = name in media or self.rules["newspaper"].regex.search(name)
            if quote.mark == "《" and len(name) > 1 and not paper:
                yield from self._title(quote)
            elif quote.mark == "《" and paper:
                self.doc.drop(quote.span, "Document", "it is a newspaper")

    def _title(self, quote: Quoted) -> Iterator[Mention]:
        title = self.doc.document.name(quote.inner)
        name = self.short.get(title, title)
        if name == title and self.rules["genre"].regex.match(title):
            self.doc.drop(quote.span, "Document", "it is a kind of paper, and no title before it says which")
            return
        yield Mention(quote.span, Kind.DOCUMENT, name, "title", 0.97)
        yield from self._number(quote.span.end, name)
        self._learn(quote.span.end, name)
        start, end = title.find("〈"), title.find("〉")
        if 0 <= start < end - _SHORTEST:
            span = Span(quote.inner.start + start, quote.inner.start + end + 1)
            yield Mention(span, Kind.DOCUMENT, title[start + 1 : end], "title-inside", 0.9)

    def _number(self, at: int, name: str) -> Iterator[Mention]:
        if match := self._match("number-after", at):
            span = Span(at + match.start("number"), at + match.end("number"))
            yield Mention(span, Kind.DOCUMENT, name, "number-after", 0.95)

    def _learn(self, at: int, name: str) -> None:
        """Remember under which short titles a document goes on: （以下简称《意见》）, or 意见 alone."""
        if match := self._match("short-after", at):
            self.short[match["short"]] = name
        plain = name.partition("（")[0] if name.endswith("）") else name  # …规划纲要（草案） goes on as 《纲要》
        for size in range(2, min(_SHORT_TITLE, len(plain) - _SHORTEST) + 1):
            self.short.setdefault(plain[-size:], name)

    def columns(self) -> Iterator[Mention]:
        """“…”专栏, “…”系列报道, and the line over the title that names the column."""
        for quote in self.doc.quotes:
            if quote.mark == "“" and len(quote.inner) > 2 and self._match("column-after", quote.span.end):
                yield Mention(quote.span, Kind.DOCUMENT, self.doc.document.name(quote.inner), "column", 0.9)
        title = self.doc.document.masthead.title_span
        for block in self.doc.document.blocks:
            above = title and block.span.end <= title.start and block.role is Role.HEADING
            text = self.doc.document.name(block.span)
            if above and self.rules["kicker"].regex.match(text.strip()):
                yield Mention(block.span, Kind.DOCUMENT, text.strip(), "kicker", 0.8)

    def clauses(self) -> Iterator[Mention]:
        """稳增长“21条”, “18条”: policies known by the number of their clauses; those beside share the words before."""
        before, last = "", -1
        for quote in self.doc.quotes:
            text = self.doc.document.name(quote.inner)
            if quote.mark != "“" or not self.rules["clauses"].regex.match(text):
                continue
            start, _ = self.reach.left(quote.span.start, max(0, quote.span.start - 20))
            before = before if last == quote.span.start else self.doc.plain[start : quote.span.start]
            span = Span(min(start, quote.span.start), quote.span.end)
            span, last = (span if last != quote.span.start else quote.span), quote.span.end
            name = f"{before}“{text}”" if before else text
            yield Mention(span, Kind.DOCUMENT, name, "clauses", self.rules["clauses"].confidence)

    def numbers(self) -> Iterator[Mention]:
        """国发〔2020〕14号 by itself; 政府工作报告."""
        for rule in ("number", "work-report"):
            for match in self.rules[rule].over(self.doc.plain, self._lines() if rule == "number" else self.doc.spans):
                if rule == "work-report" and self._titled(Span(*match.span())):
                    continue
                start = self._opens(match)
                name = self.doc.plain[start : match.end()]
                yield Mention(Span(start, match.end()), Kind.DOCUMENT, name, rule, self.rules[rule].confidence)

    def _opens(self, match: re.Match[str]) -> int:
        """Where the sign of an office starts before a number: 国 of 根据国发〔2020〕14号."""
        year = match.start() + next((at for at, char in enumerate(match[0]) if char in _BRACKETS), 0)
        if year == match.start() or self.doc.tokens.index(year) < 0 or not self._told(match.start()):
            return match.start()
        start = self.reach.left(year, match.start())[0]
        for size in (4, 3, 2):  # 健全人|社厅 is cut wrongly: 健全|人社厅发
            if start + size < year and self.doc.plain[start : start + size] in self.reach.roles:
                return start + size
        return start

    def _told(self, at: int) -> bool:
        """Whether an offset lies in the story, which has been cut into words, and not in the lines under the title."""
        return any(span.start <= at < span.end for span in self.doc.spans)

    def _lines(self) -> list[Span]:
        """The story, and the lines under the title, where a document has its own number."""
        heads = (block.span for block in self.doc.document.blocks if block.role is Role.META)
        return sorted({*self.doc.spans, *heads})

    def papers(self) -> Iterator[Mention]:
        """编制云岭茶叶产业链图谱: a paper that someone makes, with a name of its own."""
        rule = self.rules["paper"]
        for block in self.doc.spans:
            last = -1  # where the paper before ends, beside which another of its row may stand
            for match in rule.regex.finditer(self.doc.plain, block.start, block.end):
                if span := self._paper(match, block, last):
                    last = span.end
                    yield Mention(span, Kind.DOCUMENT, self.doc.document.name(span), "paper", rule.confidence)

    def _paper(self, match: re.Match[str], block: Span, last: int) -> Span | None:
        start, word = self.reach.left(match.start(), block.start, free=True)
        row = self._beside(last, match.start())
        start = last + 1 if row else start
        if word and self.doc.plain.startswith("实施", start):  # 编制实施|某某规划
            start += 2
        span = Span(start, match.end())
        role, edge = self.reach.role(word), match.end("head") in self.doc.tokens.edges
        made = (
            row or role == "make" or (role == "meet" and self.proper.surely(Span(start, match.start()), quotes=False))
        )
        few = match.start() - start < _SHORTEST - row or self.rules["any-paper"].regex.fullmatch(
            self.doc.plain, span.start, span.end
        )
        if not made or not edge or few or self._titled(span):
            why = "nobody is said to make it" if not made else "its words are no name of its own"
            self.doc.drop(span, "Document", why if edge else "its head is part of a longer word")
            return None
        return span

    def _beside(self, last: int, head: int) -> bool:
        """Whether nothing but one 、 or 和 keeps the words before a head from the paper before it."""
        between = _MARKED.sub("", self.doc.plain[last + 1 : head]) if 0 < last < head else ""
        near = 1 < len(between) < _ROW and not any(mark in between for mark in "，。；：！？\n、")
        return near and self.doc.plain[last] in _AND

    def _titled(self, span: Span) -> bool:
        return any(q.span.meets(span) and q.mark == "《" for q in self.doc.quotes)


@lru_cache(maxsize=4)
def _media(lexicon: Lexicon) -> frozenset[str]:
    return frozenset(row["name"] for row in lexicon.table("known") if row["class"] == "Media")
