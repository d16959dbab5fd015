"""Events: one specific meeting, congress, plenum, ceremony, forum, festival edition, signing or visit.

市委五届五次全会, 全市“双招双引”动员大会, 第五届中国（泉城）国际葡萄酒博览会; 会议强调 points.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from kg.extract.boundary.name_reader import NameReader, judges
from kg.extract.event.meeting_words import Gatherings, gatherings
from kg.model import Mention, Span
from kg.vocab import Kind

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from kg.lexicon import Pattern
    from kg.text.annotated import AnnotatedDocument

_REGULAR = (
    "party-congress",
    "plenum",
    "local-congress",
    "anniversary",
    "committee-plenum",
    "people-congress",
    "consultative",
    "executive",
    "central",
    "visit",
)
_LONG, _NEAR = 60, 30
_HELD = 0.9  # of a name behind a verb of meeting
_TAIL = 3  # characters behind the meeting that another one is about


def mentions(doc: AnnotatedDocument) -> Iterator[Mention]:
    """Every event an article names or points at; regular meetings win over what their heads would find."""
    reader = _Reader(*judges(doc, "event"), gatherings(doc.lexicon))
    found: list[Mention] = []
    covered: set[int] = set()
    regular, headed = tuple(reader.regular()), tuple(reader.headed())
    wider = tuple(h for h in headed if any(reader.about(h, r) for r in regular))
    for mention in (*wider, *regular, *headed, *reader.pointing()):
        here = range(mention.span.start, mention.span.end)
        if covered.isdisjoint(here):
            found.append(mention)
            covered.update(here)
        elif not mention.points:
            doc.drop(mention.span, "Event", "another event stands on its characters")
    yield from _resolved(sorted(found))


def _resolved(found: list[Mention]) -> Iterator[Mention]:
    """The mentions; 四中全会 under the fuller name that the text has for it (党的二十届四中全会)."""
    full = {m.name[-4:]: m.name for m in reversed(found) if m.name.endswith("中全会") and len(m.name) > 4}
    for mention in found:
        yield replace(mention, name=full.get(mention.name, mention.name))


@dataclass(frozen=True)
class _Reader(NameReader):
    heads: Gatherings

    def about(self, headed: Mention, regular: Mention) -> bool:
        """Whether a meeting is about another one that its name names: 学习贯彻党的二十大精神宣讲报告会."""
        outer, inner = headed.span, regular.span
        held = headed.confidence >= _HELD and outer.start < inner.start and outer.holds(inner)
        return held and outer.end - inner.end >= _TAIL and self._titled(outer.start, inner.start)

    def _found(self, name: str) -> Iterator[tuple[re.Match[str], Pattern]]:
        yield from ((match, self.rules[name]) for match in self.rules[name].over(self.doc.plain, self.doc.spans))

    def _made(self, span: Span, rule: str, confidence: float) -> Mention:
        """The mention; 十八届五次全会 under the name of the body that holds it. No name opens with its day."""
        if opening := self.rules["opening"].regex.match(self.doc.plain, span.start, span.end):
            span = Span(opening.end(), span.end)
        name = self.doc.document.name(span)
        if self.rules["hostless"].regex.match(name):
            name = self._host(span.start) + name
        return Mention(span, Kind.EVENT, name, rule, confidence)

    def _host(self, start: int) -> str:
        """市委 of 市委于8日召开常委会会议; "" if none stands there."""
        floor = max(self.doc.sentence(Span(start, start + 1)).start, start - _NEAR)
        match = self.rules["host-before"].regex.search(self.doc.plain, floor, start)
        if match is None:
            return ""
        opens, _ = self.reach.left(match.end("host"), floor, sure=1)
        return self.doc.plain[opens : match.end("host")]

    def regular(self) -> Iterator[Mention]:
        """Meetings of bodies that meet by number: 党的二十大, 市委五届五次全会, 市政府第49次常务会议."""
        yield from self._plenums()
        for name in _REGULAR:
            for match, rule in self._found(name):
                whole = Span(self._opens(match), match.end())
                yield from self._numbered(whole, rule) or (self._made(whole, name, rule.confidence),)
        for match, rule in self._found("standing"):
            start = self.reach.left(match.end("core"), match.start(), sure=1)[0]
            name = self.doc.plain[start : match.end("core")] + "会议"
            yield Mention(Span(start, match.end()), Kind.EVENT, name, "standing", rule.confidence)

    def _plenums(self) -> Iterator[Mention]:
        """党的十九届二中、三中、四中全会 are three meetings."""
        for match, rule in self._found("plenums"):
            for item in self.rules["plenums-item"].regex.finditer(self.doc.plain, match.start("row"), match.end()):
                name = f"{match['term']}{item['nth']}全会"
                start = match.start() if item.start() == match.start("row") else item.start()
                yield Mention(Span(start, item.end()), Kind.EVENT, name, "plenum", rule.confidence)

    def _numbered(self, whole: Span, rule: Pattern) -> list[Mention]:
        """市委五届五次、六次全会 are two meetings; [] where one number stands alone."""
        row = self.rules["committee-plenums"].regex.fullmatch(self.doc.plain, whole.start, whole.end)
        if row is None or rule.name != "committee-plenum":
            return []
        item = self.rules["committee-plenum-item"].regex
        each = list(item.finditer(self.doc.plain, *row.span("row")))
        ends = [*(one.end() for one in each[:-1]), whole.end]
        starts = [whole.start, *(one.start() for one in each[1:])]
        names = [f"{row['term']}{one['nth']}{row['what']}" for one in each]
        spans = map(Span, starts, ends)
        return [Mention(s, Kind.EVENT, n, rule.name, rule.confidence) for s, n in zip(spans, names, strict=True)]

    def _opens(self, match: re.Match[str]) -> int:
        """Where a regular meeting's name starts: 省 of 认真学习省第十二次党代会."""
        groups = match.groupdict()
        core = next((match.start(g) for g in ("core", "core2") if groups.get(g)), match.start())
        start = self.reach.left(core, match.start())[0] if core > match.start() else core
        return start + self.doc.plain[start - 1 : start].isdigit()  # 28日|衢州市

    def pointing(self) -> Iterator[Mention]:
        """会议, 大会, 全会 alone at the start of a clause."""
        for match, rule in self._found("pointing"):
            yield Mention(Span(*match.span()), Kind.EVENT, match[0], "pointing", rule.confidence, points=True)

    def headed(self) -> Iterator[Mention]:
        """A head word with its modifiers: 全市“双招双引”动员大会."""
        for block in self.doc.spans:
            for match in self.heads.sweep.over(self.doc.bigrams, block):
                yield from self._headed(match, block)

    def _headed(self, match: re.Match[str], block: Span) -> Iterator[Mention]:
        plain, head = self.doc.plain, match.start()
        if not self._edged(match) or self._at("counted-after", match.end()) or self._at("longer-after", match.end()):
            self.doc.drop(Span(head, match.end()), "Event", "its head is part of a longer word or name, or is counted")
            return
        start, word = self.reach.left(head, block.start, "暨和及与", free=True)
        start, met = self._anchored(start, head, block, word)
        start = self.heads.after_places(plain, self.heads.after_heads(plain, start, head), head)
        named = Span(self._after_words(start, head), match.end())
        start = self.heads.from_quote(plain, named, block.start)
        whole = Span(start, match.end())
        if self.rules["several"].regex.match(plain, start, match.end()):
            self.doc.drop(whole, "Event", "it tells of several")
            return
        held = met or bool(self._at("held-after", match.end()))
        if held and (hosted := self._hosted(whole)):
            yield hosted
        elif self._named(Span(start, head), match[0], held):
            yield from self._shared(whole, 0.9 if held else 0.75)
        else:
            self.doc.drop(whole, "Event", "the words before its head are no name")

    def _after_words(self, start: int, head: int) -> int:
        """The start behind words that no name holds: 世界论坛 of 正值世界论坛."""
        words = self.rules["not-of-name"].regex.match(self.doc.plain, start, head)
        return words.end() if words else start

    def _hosted(self, span: Span) -> Mention | None:
        """县委召开|经济工作会议: a yearly meeting that only its host keeps apart from others."""
        host = self._host(span.start) if self._at("yearly", span.start) else ""
        name = host + self.doc.plain[span.start : span.end]
        whole = self.rules["yearly"].regex.fullmatch(self.doc.plain, span.start, span.end)
        return Mention(span, Kind.EVENT, name, "hosted", 0.85) if host and whole else None

    def _edged(self, match: re.Match[str]) -> bool:
        """Whether a head word ends where a word may end, and is no piece of a word (节 of 环节)."""
        edges, after = self.doc.tokens.edges, self.doc.plain[match.end() : match.end() + 1]
        return (match.end() in edges or after in "上前后期精") and (len(match[0]) > 1 or match.start() in edges)

    def _anchored(self, start: int, head: int, block: Span, word: str) -> tuple[int, bool]:
        """The start and whether a verb of meeting stands before it; a verb inside the name does not end it there.

        主持召开深入推进农业转移座谈会 reaches back to 召开.
        """
        if self.reach.role(word) == "meet" or word == "在":
            return start, True
        floor = max(block.start, head - _LONG)
        anchor = self.heads.anchor(self.doc.plain, floor, start)
        whole = anchor is not None and (self.reach.role(word) == "build" or self._titled(anchor, start))
        return (anchor, True) if anchor is not None and whole else (start, False)

    def _titled(self, anchor: int, start: int) -> bool:
        """Whether what stands between a verb of meeting and a name belongs to the name: 学习…精神, “甲”——."""
        return bool(self.rules["titled"].regex.fullmatch(self.doc.plain, anchor, start))

    def _named(self, modifiers: Span, head: str, held: bool) -> bool:
        """Whether the modifiers make a name of a head word."""
        text, use = self.doc.plain[modifiers.start : modifiers.end], self.heads.use(head)
        if use == "own" and not held:
            return False
        if use == "name":
            return True
        if self.rules["generic"].regex.match(text):
            bare = use == "own" or (use == "rite" and not text)
            bare = bare or bool(self._at("roster-after", modifiers.end + len(head)))
            return held and (bare or self._between_two(modifiers.start))
        sign = bool(self.rules["nth"].regex.search(text)) or "“" in text
        if use == "edition":
            return sign
        if use == "met":
            return (held and len(text) > 3) or sign
        return held or sign or len(text) > 3 or self.proper.holds(modifiers)

    def _between_two(self, start: int) -> bool:
        """Whether the clause before says who met: 甲区与乙集团举行洽谈会."""
        return bool(self.rules["two-before"].regex.search(self.doc.plain[max(0, start - _LONG) : start]))

    def _shared(self, span: Span, confidence: float) -> Iterator[Mention]:
        """One mention, or one for each quotation that stands side by side: “甲杯”“乙杯”足球邀请赛."""
        plain, starts = self.doc.plain, self.heads.side_by_side(self.doc.plain, span)
        if len(starts) < 2:
            yield self._made(span, "headed", confidence)
            return
        tail = plain[starts[-1][1] : span.end]
        for start, end in starts:
            stop = span.end if end == starts[-1][1] else end
            yield Mention(Span(start, stop), Kind.EVENT, plain[start:end] + tail, "headed", confidence)

    def _at(self, rule: str, at: int) -> re.Match[str] | None:
        return self.rules[rule].regex.match(self.doc.plain[at : at + 40])
