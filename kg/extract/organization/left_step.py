"""One step to the left inside the name of a body: over a word, a quote, a place, an organ."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kg.extract.boundary.phrases import phrases
from kg.lexicon.shipped import role_words
from kg.model import Span
from kg.names.division_levels import words
from kg.names.known_organizations import KnownOrganizations
from kg.names.organ_names import OfficialOrgans
from kg.names.organization_words import Words
from kg.names.place_names import FULL, LANDMARK, REGION, SHORT, TOWN
from kg.vocab import Kind

if TYPE_CHECKING:
    from kg.text.annotated import AnnotatedDocument
    from kg.text.tokens import Token

OPENERS = role_words("bodywords", "opener")
QUOTED = 20
_LEVELS = frozenset(words("county"))
_STRIP = "由与及被把兼到赴"
_PLACES = frozenset({FULL, SHORT, TOWN, REGION, LANDMARK})


class Steps:
    """Says which words to the left still belong to the name of a body, in one document, a word at a time."""

    def __init__(self, doc: AnnotatedDocument) -> None:
        self.plain, self.bigrams, self.tokens = doc.plain, doc.bigrams, doc.tokens
        self.words, self.organs = Words.of(doc.lexicon), OfficialOrgans.of(doc.lexicon)
        self.known = KnownOrganizations.of(doc.lexicon).rows
        self.closing = {q.span.end: q for q in doc.quotes if q.mark == "“"}
        self.ended: dict[tuple[int, int], int | None] = {}  # asked again and again in a run of heads (局局局局)
        self.campaigns = {p.span.end: self._big(p.span.start) for p in doc.layer(phrases) if p.kind is Kind.CAMPAIGN}

    def _big(self, start: int) -> int:
        """The start with the 大 that the segmenter cut off: 大|讨论活动."""
        return start - 1 if self.plain.startswith(("大讨论", "大走访", "大调研", "大排查"), start - 1) else start

    def is_place(self, name: str) -> bool:
        """Whether a string is a place name, or 国家 and the like."""
        return name in OPENERS or self.organs.chain(name, 0, len(name), _PLACES) == 0

    def ends_body(self, left: int, at: int) -> bool:
        """Whether a body's head or a known organization ends at an offset."""
        return bool(self.words.tail.search(self.plain, max(left, at - 10), at)) or any(
            self.plain[start:at] in self.known for start in range(max(left, at - 8), at - 1)
        )

    def step(self, block: int, at: int) -> tuple[int, str]:
        """One step to the left from ``at``: the new offset and what was stepped over."""
        quote = self.closing.get(at)
        if quote and quote.span.start >= block and len(quote.span) <= QUOTED and self._plain(quote.inner):
            return quote.span.start, "quote"
        if at in self.campaigns and self.campaigns[at] >= block:
            return self.campaigns[at], "quote"
        place = self.organs.chain(self.plain, block, at, _PLACES)
        if place < at and (place in self.tokens.edges or at - place > 2):
            return place, "place"
        if self.plain[at - 1] == "）":
            opening = self.plain.rfind("（", max(block, at - 10), at)
            return (opening, "") if opening > block else (at, "")
        token = self.tokens.items[self.tokens.index(at - 1)]
        return self._over(block, at, token)

    def _plain(self, inner: Span) -> bool:
        """Whether a quoted stretch has no mark of a sentence in it."""
        return not any(mark in self.plain[inner.start : inner.end] for mark in "，。！？；：")

    def _over(self, block: int, at: int, token: Token) -> tuple[int, str]:
        start = max(token.start, block)
        word = self.plain[start:at]
        organ = self._organ(block, at) if word[-1] in "委府局厅办大协会联院" else None
        if organ is not None or word in _LEVELS:
            return (start if organ is None else organ), "level"
        if word in {"·", "—", "-"} and self.plain[start - 1].isalnum():
            return start, ""
        if self._stops(token, word, start):
            return at, ""
        if word[0] in _STRIP and len(word) > 1 and token.tag[0] in "njzx":
            return start + 1, "level" if word[1:] in _LEVELS else "cut"  # 到|市|第一中学
        if word.startswith(OPENERS) and not self.plain.startswith("特色", start + 2):
            return start, "place"
        return start, "body" if self.words.tail.search(word) or word in self.known else "word"

    def _organ(self, block: int, at: int) -> int | None:
        """Where the organ that ends at ``at`` starts (市委, 临汾市政府), else None."""
        window = max(block, at - 24), at
        if window not in self.ended:
            reads = self.organs.read(self.bigrams, Span(*window))
            self.ended[window] = next((read.span.start for read in reads if read.span.end == at), None)
        return self.ended[window]

    def _stops(self, token: Token, word: str, start: int) -> bool:
        roles = self.words.roles
        if word in roles["inside"] or (token.tag == "c" and self._lone(start)):
            return False
        if word in self.words.stops or token.word in self.words.stops:
            return True
        if word.isascii() and word.isalnum() and not word.isdigit():
            return False
        if token.tag[0] == "m":
            return not word.startswith("第")
        return token.tag[0] in "pcuyedrxwqft" or (token.tag == "v" and len(word) > 1)

    def _lone(self, at: int) -> bool:
        """骏和公司: 和 after a lone character at the start of a clause, or behind a place, is part of a name."""
        before = self.tokens.items[self.tokens.index(at - 1)]
        if self.plain[at] != "和" or before.end != at or before.end - before.start != 1:
            return False
        opens = not self.plain[before.start - 1 : before.start].isalnum()
        return (before.tag[0] == "n" and opens) or self.organs.chain(self.plain, 0, before.start) < before.start
