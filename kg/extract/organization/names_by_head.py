"""Names of bodies by their head word: companies, schools, hospitals, media, associations, leading groups, teams."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

from kg.extract.organization.left_edge import Edges
from kg.extract.organization.left_step import OPENERS, QUOTED
from kg.lexicon.shipped import pattern
from kg.model import Span
from kg.names.organization_words import GROUPS, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.text.annotated import AnnotatedDocument

_BESIDE = pattern("organ-forms", "committee-of-zone")
_FOUNDED = pattern("organ-forms", "sets-up")
_NAMED_AS = pattern("organ-forms", "named-as")
_NAMES = 12  # characters in which somebody is named to a post
_SETS_UP = 6  # characters between a founder and what it set up
_MEASURES = frozenset("个家所支座批条类种")


class Body(Struct, frozen=True, order=True, gc=False):
    """A named body: its span, its head word, how its name opens (place, level, quote, body, word)."""

    span: Span
    head: str
    opens: str


class NamesByHeadWord:
    """Finds the names of bodies in one document by their head words (公司, 大学, 医院, 领导小组)."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.doc, self.plain, self.tokens = doc, doc.plain, doc.tokens
        self.words, self.edges = Words.of(doc.lexicon), Edges(doc)

    def read(self, span: Span) -> Iterator[Body]:
        """Every body named in a block."""
        at = span.start
        for match in self.words.pattern.every(self.doc.bigrams, span):
            body = self._match(span, match.start(), match.end()) if match.start() >= at else None
            if body:
                at = match.end()
                yield body

    def _match(self, span: Span, start: int, end: int) -> Body | None:
        """The body whose head was found from ``start`` to ``end``, if the head is one here."""
        start = self._head(start, end)
        _, use, but = self.words.heads[self.plain[start:end]]
        other = any(self.plain[end - n : end] in self.words.roles["word"] for n in (2, 3, 4))
        meeting = self.plain[end - 1] == "会" and self.plain.startswith("议", end)
        if use == "none" or other or meeting or self.plain.startswith(but or ("\0",), end):
            self.doc.drop(Span(start, end), "Organization", "its head is part of another word here")
            return None
        return self._body(Span(span.start, end), start, use)

    def beside(self, body: Body, block: Span) -> tuple[Span, str] | None:
        """管委会 right after the 党工委 of a zone: its span and its name with the zone's."""
        match = _BESIDE.match(self.plain, body.span.end, block.end) if body.head.endswith(("工委", "党委")) else None
        if match is None:
            return None
        zone = self.plain[body.span.start : body.span.end - len(body.head)]
        return Span(match.start("core"), match.end()), f"{zone}管委会"

    def founder(self, body: Body, block: Span) -> str:
        """The division that is told to have set a group up right before its name: 某区成立了|防汛指挥部; "" if none."""
        if self.words.heads[body.head][1] not in GROUPS or body.opens in {"place", "level"}:
            return ""
        verb = _FOUNDED.search(self.plain, max(block.start, body.span.start - _SETS_UP), body.span.start)
        start = self.edges.organs.chain(self.plain, block.start, verb.start()) if verb else 0
        return self.plain[start : verb.start()] if verb else ""

    def _head(self, start: int, end: int) -> int:
        """Where the head starts: at a word's edge if one of its tails does (电|子公司 is 公司)."""
        tails = [at for at in range(start, end - 1) if self.plain[at:end] in self.words.heads]
        return next((at for at in tails if at in self.tokens.edges), start)

    def _body(self, block: Span, head: int, use: str) -> Body | None:
        word = self.plain[head : block.end]
        quote = self.edges.closing.get(block.end + 1)
        brand = quote is not None and self.plain.startswith(
            tuple(sorted(self.words.roles["after-quote"])), quote.span.end
        )
        if quote and not brand and quote.span.start >= block.start and self._whole(quote.inner):
            return Body(quote.span, word, "quote")
        if use == "inner":
            self.doc.drop(Span(head, block.end), "Organization", "its head makes a name in marks alone")
            return None
        start, opens = self.edges.left(block.start, head, word)
        named = _NAMED_AS.search(self.plain, max(block.start, start - _NAMES), head)
        start = named.end() if named and start < named.end() < head else start  # cut as 聘任|王志|华为
        if start == head or not self._named(Span(start, head), opens, use, word):
            self.doc.drop(Span(start, block.end), "Organization", "the words before its head are no name")
            return None
        return Body(Span(start, block.end), word, opens)

    def _whole(self, inner: Span) -> bool:
        """Whether a quoted stretch is one name: “某某与某某联合实验室”."""
        if (
            self.plain[inner.start].isdigit()
            or self.plain[inner.start] in "一二三四五六七八九十两双多"
            or len(inner) < 4
        ):
            return False
        words = self.tokens.inside(inner)
        if len(inner) > QUOTED or not words or words[0].word in self.words.stops:
            return False
        return all(t.word == "与" or (t.tag[0] not in "urypw" and (t.tag != "x" or t.word in "·-—（）")) for t in words)

    def _named(self, span: Span, opens: str, use: str, head: str) -> bool:
        """Whether the words before a head make it a name."""
        roles, modifiers = self.words.roles, self.plain[span.start : span.end]
        words = [t.word[: span.end - t.start] for t in self.tokens.inside(span)] or [modifiers]
        if (
            modifiers == head
            or modifiers[0] == "各"
            or self._counted(span.start)
            or modifiers.endswith(("党工委", "工委"))
            or (modifiers.endswith("原") and self.edges.ends_body(span.start, span.end - 1))
        ):
            return False  # 某集团原|党委|书记: the firm's, and its part without the word before the title
        barred = roles["never"] | (roles["alone"] if opens in {"word", "body"} else frozenset())
        if use not in GROUPS and (words[-1] in roles["never"] or self._rest(modifiers, opens) in barred):
            return False
        if opens == "quote" and self.words.heads[head][0] == "Department":
            return False
        longer = self.words.heads.get(modifiers[-1] + head, ("", "", ()))[1]
        if use == "sub" or (longer == "sub" and self.edges.is_place(modifiers[:-1])):  # 上海分|公司 is 上海|分公司
            return any(self.edges.ends_body(span.start, at) for at in range(span.start + 2, span.end))
        if use == "quote":
            return "“" in modifiers
        if use == "place" and opens not in {"place", "level", "quote", "body"}:
            return False
        specific = any(w not in roles["generic"] and w not in OPENERS and len(w) > 1 for w in words)
        if opens == "level":
            return specific or use == "team" or self.words.heads[head][0] == "Hospital"
        if opens == "place" and not modifiers.startswith(OPENERS):
            return head not in {"公司", "集团"} or len(span) > 2
        return specific or (opens == "word" and len(words) > 1 and all(len(w) == 1 for w in words))

    def _rest(self, modifiers: str, opens: str) -> str:
        """The modifiers without the place or level word that they open with."""
        if opens == "level":
            return modifiers.removeprefix(self.edges.organs.level(modifiers))
        ends = range(len(modifiers) - 1, 1, -1) if opens == "place" else ()
        return next((modifiers[n:] for n in ends if self.edges.is_place(modifiers[:n])), modifiers)

    def _counted(self, start: int) -> bool:
        """Whether a number and a measure word stand before: 9个重点实验室 names none of them."""
        if self.plain[start] in _MEASURES and self.plain[start - 1 : start].isdigit():
            return True
        before = self.tokens.items[max(0, self.tokens.index(start - 1) - 1) : self.tokens.index(start - 1) + 1]
        if not before or before[-1].end != start or start == 0:
            return False
        last = before[-1]
        return (last.word in _MEASURES and len(before) > 1 and before[0].tag[0] == "m") or (
            last.tag[0] == "m" and last.word[-1] in "个家所支名批座"
        )
