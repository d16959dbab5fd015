"""Named phrases: a quoted name with the head word that says what it is, or a head word with its modifiers.

“争先、进位、崛起”解放思想大讨论 · 能力作风建设“工作落实年”活动 · 产业链“链长制” · 长效机制
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from kg.lexicon import Lexicon
from kg.model import Span
from kg.text.quotes import Quoted
from kg.text.segment import Token, Tokens
from kg.vocab import Kind

_REACH = 12  # characters between a closing quote and its head: “好、差、评”电话回访长效机制
_LONGEST = 28  # characters of modifiers before a head
_JOINTS = "、和与及"


@dataclass(frozen=True, slots=True, order=True)
class Phrase:
    """A candidate name.

    ``span`` is the whole phrase, ``core`` the quoted words inside their marks (or the whole phrase where nothing is
    quoted), ``kind`` what its head says or ``None``, ``head`` the head word or "", ``shape`` why it is a candidate:
    ``headed`` (quote and head), ``quoted`` (a quote without a head), ``bare`` (a head without a quote).
    """

    span: Span
    core: Span
    kind: Kind | None
    head: str
    shape: str
    weak: bool = False


@dataclass(frozen=True)
class Heads:
    """The head words and stop words of the lexicon, compiled."""

    kinds: dict[str, tuple[Kind, str, bool]]
    roles: dict[str, str]

    @staticmethod
    def of(lexicon: Lexicon) -> Heads:
        """From the tables ``heads`` and ``stops``."""
        kinds = {r["head"]: (Kind(r["kind"]), r["use"], r["weak"] == "1") for r in lexicon.table("heads")}
        return Heads(kinds, {r["word"]: r["role"] for r in lexicon.table("stops")})

    def role(self, word: str) -> str | None:
        """The role of a stop word, or of the stop verb that a longer word ends in (深入开展 ends in 开展)."""
        role = self.roles.get(word)
        if role is None and len(word) >= 4 and self.roles.get(word[-2:]) == "verb":
            return "verb"
        return role

    @cached_property
    def run(self) -> re.Pattern[str]:
        """One to three head words in a row, the longest first."""
        words = "|".join(sorted(map(re.escape, self.kinds), key=lambda w: (-len(w), w)))
        return re.compile(f"(?:{words})(?:{words})?(?:{words})?")

    @cached_property
    def after(self) -> re.Pattern[str]:
        """A head run a few characters after a closing quote (等 and a number may stand between)."""
        words = "|".join(sorted(map(re.escape, self.kinds), key=lambda w: (-len(w), w)))
        return re.compile(f"等?[^，。；：、“”《》（）！？\\s的]{{0,{_REACH}}}?((?:{words})(?:{words})?(?:{words})?)")

    def last(self, run: str) -> str:
        """The head that a run of heads ends in: the longest one that is its tail."""
        return next(run[i:] for i in range(len(run)) if run[i:] in self.kinds)


def phrases(plain: str, tokens: Tokens, quotes: tuple[Quoted, ...], heads: Heads) -> tuple[Phrase, ...]:
    """Every candidate, quoted ones first settled, then bare heads outside of them; in text order."""
    names = [q for q in quotes if q.mark == "“" and 1 < len(q.inner) <= 45]
    found = list(_around_quotes(plain, tokens, names, heads))
    taken = [p.span for p in found] + [q.span for q in quotes]
    ends = {q.span.end: q.span for q in names}
    found += [p for p in _bare(plain, tokens, heads, ends) if not any(p.span.meets(t) for t in _near(taken, p.span))]
    return tuple(sorted(found, key=lambda p: (p.span, p.core)))


def _near(taken: list[Span], span: Span) -> list[Span]:
    return [t for t in taken if t.start < span.end and span.start < t.end]


def _around_quotes(plain: str, tokens: Tokens, quotes: list[Quoted], heads: Heads) -> Iterator[Phrase]:
    for group in _groups(plain, quotes):
        tail = group[-1].span.end
        match = heads.after.match(plain, tail)
        if match and not _clean(tokens, Span(tail, match.start(1)), heads):
            match = None
        shared = bool(match) and (len(group) > 1)
        for quote in group:
            left = _left_of_quote(plain, tokens, quote, heads)
            if match is None:
                yield Phrase(Span(left, quote.span.end), quote.inner, None, "", "quoted")
                continue
            head = heads.last(match[1])
            kind, _, weak = heads.kinds[head]
            end = match.end(1) if not shared and plain[tail] != "等" else quote.span.end
            yield Phrase(Span(left, end), quote.inner, kind, head, "headed", weak)


def _groups(plain: str, quotes: list[Quoted]) -> Iterator[list[Quoted]]:
    """Quotes that stand side by side (“A”“B”等活动, “A”、“B”行动) are one group and share a head."""
    group: list[Quoted] = []
    for quote in quotes:
        between = plain[group[-1].span.end : quote.span.start] if group else ""
        if group and (not between or (len(between) == 1 and between in _JOINTS)):
            group.append(quote)
            continue
        if group:
            yield group
        group = [quote]
    if group:
        yield group


def _clean(tokens: Tokens, span: Span, heads: Heads) -> bool:
    """Whether the words between a quote and a head may belong to one name: no verb that takes it, no particle."""
    return all(
        heads.role(t.word) not in {"verb", "link"} and t.tag[0] not in "pcuywx" for t in tokens.inside(span)
    )


def _left_of_quote(plain: str, tokens: Tokens, quote: Quoted, heads: Heads) -> int:
    """Where the noun before a quote starts, if it belongs to the name: 政务服务“一网、一门、一次”改革."""
    start, at = quote.span.start, tokens.index(quote.span.start - 1)
    while at >= 0 and quote.span.start - tokens.items[at].start <= 10:
        token = tokens.items[at]
        if token.end != start or _stops(token, heads) or token.tag[0] in "vadzlr" or token.tag in {"ns", "nr"}:
            if token.end != start or token.tag not in {"vn", "an", "l"} or _stops(token, heads):
                break
        start, at = token.start, at - 1
    return start if quote.span.start - start >= 2 else quote.span.start


def _stops(token: Token, heads: Heads) -> bool:
    return heads.role(token.word) in {"verb", "edge", "link"} or token.tag[0] in "wxpcuyedrtf"


def _bare(plain: str, tokens: Tokens, heads: Heads, ends: dict[int, Span]) -> Iterator[Phrase]:
    for match in heads.run.finditer(plain):
        head = heads.last(match[0])
        kind, use, weak = heads.kinds[head]
        at = tokens.index(match.start())
        if use != "bare" or at < 0 or tokens.items[at].end <= match.start() or match.end() not in tokens.edges:
            continue
        start = left_edge(plain, tokens, match.start(), heads, ends, kind)
        if start < match.start() and _specific(tokens, Span(start, match.start()), heads, ends):
            span = Span(start, match.end())
            yield Phrase(span, span, kind, head, "bare", weak)


def left_edge(
    plain: str, tokens: Tokens, head: int, heads: Heads, ends: dict[int, Span], kind: Kind | None = None
) -> int:
    """Where the modifiers of a head word at offset ``head`` start, walking left word by word; ``head`` if it has none."""
    at, start = tokens.index(head), head
    if tokens.items[at].start < head:  # the head is the tail of a longer word: the rest of the word is a modifier
        start = tokens.items[at].start
    at -= 1
    while at >= 0 and head - tokens.items[at].start <= _LONGEST:
        token = tokens.items[at]
        if token.end != start:
            break
        if token.word == "”" and token.end in ends:
            start = ends[token.end].start
            at = tokens.index(start) - 1
            continue
        if _stops(token, heads) and not _links(tokens, at, heads, kind):
            break
        start, at = token.start, at - 1
    return _trim(tokens, start, head, heads)


def _links(tokens: Tokens, at: int, heads: Heads, kind: Kind | None) -> bool:
    """解放思想推动…大讨论: a linking verb may stand inside a campaign's name when content stands right before it."""
    token, before = tokens.items[at], tokens.items[at - 1]
    if kind is not Kind.CAMPAIGN or heads.role(token.word) != "link" or at == 0 or before.end != token.start:
        return False
    return before.tag[0] in "ivnl" and before.tag != "ns" and heads.role(before.word) is None and len(before.word) > 2


def _trim(tokens: Tokens, start: int, head: int, heads: Heads) -> int:
    """Cut words that may not open a name."""
    for token in tokens.inside(Span(start, head)):
        if heads.role(token.word) not in {"edge", "verb", "link"} and token.tag[0] not in "md":
            return token.start
        if token.tag[0] == "m" and heads.role(token.word) is None:
            return token.start
    return head


def _specific(tokens: Tokens, span: Span, heads: Heads, ends: dict[int, Span]) -> bool:
    """Whether the modifiers say something specific: more than fillers (重点, 产业, 民生 …)."""
    content = [t for t in tokens.inside(span) if heads.role(t.word) is None and t.tag[0] not in "mwxqa"]
    return sum(len(t.word) for t in content) >= 2
