"""Titles of office: a grammar over the words before a name.

``市委副书记、长春市市长`` → two titles, each with its organ and status.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from msgspec.structs import replace

from kg.lexicon.alternation import alternation
from kg.lexicon.regex import compiled
from kg.model import Span
from kg.names.division_levels import signs
from kg.names.offices import OWN, Title, completed, shape
from kg.text.keyword_search import KeywordSearch

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator, Mapping

    from kg.lexicon import Lexicon
    from kg.text.tokens import Token, Tokens

_SPLIT = compiled(r"[、，/／\s　]|兼任|兼(?![职）])|和(?=[^、，]{0,20}$)|暨")
_HAN = compiled(r"[一-鿿A-Za-z0-9（）“”·—]")
_INNER = frozenset({"和", "暨"})
_LONG = 20  # characters of an organ's name behind a joint in it
_LEVELS = signs("village")
_NUMBERS = frozenset("一二三四五六七八九十")  # 纪检监察|四|室
_BRACKET = 12  # characters of a bracket behind a title
_TAGS = ("n", "j", "b", "vn", "a", "s", "eng", "x", "f", "ng")


@dataclass(frozen=True)
class Grammar:
    """The words of titles, from the tables ``titles`` and ``postwords``; made by ``grammar``."""

    last: re.Pattern[str]
    past: re.Pattern[str]
    before: re.Pattern[str]
    kinds: dict[str, str]
    status: dict[str, str]
    verbs: frozenset[str]
    stops: frozenset[str]
    branches: frozenset[str]
    organs: dict[str, str]

    def parse(
        self, plain: str, region: Span, tokens: Tokens, known: Mapping[int, int] = MappingProxyType({})
    ) -> tuple[Title, ...]:
        """The titles that a stretch of text ends in, in text order; empty where it does not end in a title.

        ``known``: where organs and places that have been found end, to where they start; the grammar trusts them.
        """
        found: list[Title] = []
        parts = self._parts(plain, region, known)
        while parts:
            part, joint = parts.pop()
            title = self._one(plain, part, tokens, known)
            if title is None:
                break
            if "兼" in joint and title.status in {"", "attested"}:
                title = replace(title, status="concurrent")
            found.append(title)
            if not title.whole:
                break
            found += self._shared(plain, parts, title, known)
        return completed(found[::-1], self.branches)

    def _shared(
        self, plain: str, parts: list[tuple[Span, str]], title: Title, known: Mapping[int, int]
    ) -> Iterator[Title]:
        """The same title of the organs that are named before the one it stands behind: 甲办公室、乙办公室|副主任."""
        while parts and title.organ:
            part, _ = parts[-1]
            organ = plain[part.start : part.end]
            if self._known(part.start, part.end, known) != part.start or organ[-1] != title.organ[-1]:
                return
            if self.last.search(plain, part.start, part.end):
                return
            parts.pop()
            yield replace(title, span=part, organ=organ, organ_span=part)

    def _parts(self, plain: str, region: Span, known: Mapping[int, int]) -> list[tuple[Span, str]]:
        parts, start, joint = [], region.start, ""
        for match in _SPLIT.finditer(plain, region.start, region.end):
            if match.group() in _INNER and any(
                known.get(end, end) <= match.start() for end in range(match.end() + 1, match.end() + _LONG)
            ):
                continue  # 发展和改革委员会, 和顺县: a joint inside a name joins no titles
            if match.start() > start:
                parts.append((Span(start, match.start()), joint))
            start, joint = match.end(), match.group()
        return [*parts, (Span(start, region.end), joint)] if start < region.end else parts

    def _one(self, plain: str, part: Span, tokens: Tokens, known: Mapping[int, int]) -> Title | None:
        part = _without_bracket(plain, part)
        match = self.last.search(plain, part.start, part.end)
        kind = self.kinds.get(match["head"], "") if match else ""
        if match is None or not kind:
            return None
        past = self.past.search(plain, part.start, match.start())
        stop = past.start() if past else match.start()
        start, status, whole = self._organ(plain, part.start, stop, tokens, known)
        status = "former" if past else status
        organ, head = plain[start:stop], match.group()
        if match["acting"]:
            status, head = "acting", head[len(match["acting"]) :]
        made = shape(organ, head, match, kind, closed=stop in known)
        if not organ and match.group() in self.organs:
            made = made._replace(organ=self.organs[match.group()])
        where = Span(start, start + made.length) if made.length else None
        if match["head"] in OWN and not organ:
            where = Span(match.start("head"), match.start("head") + 1)
        return Title(Span(start, part.end), made.title, made.organ, where, kind, status, whole)

    def _organ(
        self, plain: str, left: int, head: int, tokens: Tokens, known: Mapping[int, int]
    ) -> tuple[int, str, bool]:
        """Where the organ's name starts, the status told before it, and whether nothing else stands left of it."""
        start = self._known(left, head, known)
        for token in reversed(tokens.inside(Span(left, head)) if start == head > left else ()):
            word = plain[token.start : min(token.end, head)]
            if token.start < left or not self._inside(token, word, start < head):
                break
            start = self._known(left, token.start, known)
        status, edge = "", start
        while match := self.before.search(plain, max(left, edge - 6), edge):
            status, edge = status or self.status[match.group()], match.start()
        marks = [w for w, role in self.status.items() if role != "attested" and plain.startswith(w, start, head)]
        named = any(known.get(end) == start for end in range(start + 1, min(head, start + _LONG) + 1))
        if marks and not status and not named:
            word = max(marks, key=len)
            return start + len(word), self.status[word], start <= left
        return start, status, edge <= left

    def _known(self, left: int, at: int, known: Mapping[int, int]) -> int:
        """Where the row of found organs and places that ends at an offset starts; the offset if none ends there."""
        while left <= known.get(at, -1) < at:
            at = known[at]
        return at

    def _inside(self, token: Token, word: str, further: bool) -> bool:
        if word in self.stops or token.word in self.stops or word in self.status:
            return False
        if word in self.verbs or word in _LEVELS:
            return True
        if not _HAN.match(word):
            return False
        if token.tag.startswith("m"):
            return further and (word.startswith("第") or word.isdigit() or word in _NUMBERS)
        return token.tag.startswith(_TAGS) or (token.tag in {"v", "l", "i", "z"} and len(word) > 2 and further)


def _without_bracket(plain: str, part: Span) -> Span:
    """副院长（正厅长级）, 政法委副书记（兼）: a title without the bracket behind it."""
    opening = plain.rfind("（", part.start, part.end) if plain.endswith("）", part.start, part.end) else -1
    return Span(part.start, opening) if opening > part.start and part.end - opening <= _BRACKET else part


@lru_cache(maxsize=4)
def grammar(lexicon: Lexicon) -> Grammar:
    """The grammar of titles of one lexicon."""
    kinds = {row["head"]: row["kind"] for row in lexicon.table("titles")}
    words = [(row["word"], row["role"]) for row in lexicon.table("postwords")]
    status = {w: r for w, r in words if r not in {"verb", "stop", "branch", "rank"}}
    roles = {role: frozenset(w for w, r in words if r == role) for role in ("verb", "stop", "branch")}
    heads, ranks = alternation(kinds), alternation(w for w, r in words if r == "rank")
    last = (
        rf"(?P<acting>代理?)?(?P<rank>{ranks})?(?P<party>(?:党组|党委|党工委|党总支|党支部)(?=副?书记))?"
        rf"(?P<vice>副)?(?P<head>{heads})\Z"
    )
    return Grammar(
        compiled(last),
        compiled(alternation(w for w, r in words if r == "former") + r"\Z"),
        compiled(alternation(status) + r"\Z"),
        kinds,
        status,
        roles["verb"],
        roles["stop"],
        roles["branch"],
        {row["title"]: row["organ"] for row in lexicon.table("titleorgans")},
    )


def ends_in_office(words: str, lexicon: Lexicon) -> bool:
    """Whether words end in a title of office (县委书记, 首席执行官); 教授 and 村民 are none."""
    known = grammar(lexicon)
    match = known.last.search(words)
    return match is not None and known.kinds[match["head"]] not in {"person", "rank"}


@lru_cache(maxsize=4)
def heads(lexicon: Lexicon) -> KeywordSearch:
    """Any head of a title (group ``head``) with the gap that may follow it before a name (group ``gap``)."""
    words = [row["head"] for row in lexicon.table("titles")]
    return KeywordSearch(compiled(rf"(?P<head>{alternation(words)})(?P<gap>的|[ 　]*[：:]?[ 　]*)"), words)
