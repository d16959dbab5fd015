"""Patterns as data: each file ``patterns/NAME.toml`` is a list of ``[[pattern]]`` that carry their own examples.

A pattern has ``name`` (becomes the rule of a fact), ``regex`` (verbose mode; spaces and ``#`` comments are free),
``yes`` and ``no`` (texts that must, must not match somewhere), and optionally ``confidence``, ``anchor`` (what is
looked for stands ``before``, ``after`` or ``inside`` the match) and ``need`` (how sure it must be by itself:
``none``, ``weak``, ``fair``, ``strong``), ``alone`` (it stands between marks). Any other key is refused. In a
regex ``{word}`` stands for an alternation of the ``[words]`` table of the same file or for a piece of regex of its
``[parts]``. Three words stand for rows of the table ``titles``, so that a title needs its row there and nothing
else: ``{title}`` for titles of office, ``{standing}`` for what is no office (教授), ``{calling}`` for all that
people are called before their names (村民).
"""

from __future__ import annotations

import hashlib
import re
import tomllib
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import add
from typing import TYPE_CHECKING, Any

from kg.errors import LexiconError
from kg.lexicon.alternation import alternation
from kg.lexicon.hints import anchored, every
from kg.lexicon.kept import Rule, kept
from kg.lexicon.regex import compiled
from kg.lexicon.tables import load_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from kg.model import Span


_FEW = 4  # so many spans are asked one by one
_ONE_BY_ONE = 20  # so many words are looked for one by one in a stretch
_GROUPS = 3  # so many groups of words are asked for, the most telling
_KINDS = {
    "title": (frozenset({"rank", "person"}), True),
    "standing": (frozenset({"rank"}), False),
    "calling": (frozenset[str](), True),
}
"""Which kinds of the table ``titles`` a word stands for; with True for all but these."""


@dataclass(frozen=True)
class Pattern:
    """One compiled rule with its name, its confidence in (0, 1] and its examples."""

    name: str
    regex: re.Pattern[str]
    confidence: float
    yes: tuple[str, ...]
    no: tuple[str, ...]
    anchor: str = ""
    need: str = ""
    alone: bool = False

    def over(self, plain: str, spans: Sequence[Span]) -> Iterator[re.Match[str]]:
        """The matches in each of the spans of a text, one span after the other; what cannot match is not searched.

        The spans stand in text order, none over another.
        """
        for span in self.worth(plain, spans):
            yield from self.regex.finditer(plain, span.start, span.end)

    def worth(self, plain: str, spans: Sequence[Span]) -> Sequence[Span]:
        """The spans that hold a word that a match needs; each word is looked for once in the text, not in every one."""
        if not self.needs:
            return spans
        here = _openings(plain)
        for opens in self._opens:  # a loop of its own: nearly all patterns end here
            if opens.isdisjoint(here):
                return ()
        if len(spans) < _FEW:
            return [span for span in spans if self.may(plain, span.start, span.end)]
        starts = [span.start for span in spans]
        worth: set[int] = set()
        for word in self.needs:
            at = plain.find(word, starts[0]) if word[:2] in here else -1
            while at >= 0:
                order = bisect_right(starts, at) - 1
                if at + len(word) <= spans[order].end:
                    worth.add(order)
                    at = spans[order].end - 1  # what else the span holds tells no more
                at = plain.find(word, at + 1)
        found = (spans[order] for order in sorted(worth))
        others = [[word for word in words if word[:2] in here] for words in self._groups[1:]]
        return [span for span in found if self._also(others, plain, span)] if others else list(found)

    @staticmethod
    def _also(others: list[list[str]], plain: str, span: Span) -> bool:
        """Whether a span holds the other words too that a match needs."""
        for words in others:
            for word in words:
                if plain.find(word, span.start, span.end) >= 0:
                    break
            else:
                return False
        return True

    def may(self, plain: str, start: int, end: int) -> bool:
        """False where a stretch of a text holds none of the words that a match needs, if these are few."""
        if len(self.needs) > _ONE_BY_ONE:
            return True
        for word in self.needs:  # a generator would cost more than the search
            if plain.find(word, start, end) >= 0:
                return True
        return not self.needs

    def within(self, text: str) -> bool:
        """Whether a line holds a match; it is searched only where it has a word that a match needs."""
        return self.may(text, 0, len(text)) and self.holds(text) is not None

    @cached_property
    def holds(self) -> Callable[[str], object]:
        """Finds the pattern anywhere in a text; a match or None."""
        opens, key = kept().opens, self._key
        if key not in opens:
            opens[key] = anchored(self.regex)
        return self.regex.match if opens[key] else self.regex.search

    @cached_property
    def needs(self) -> tuple[str, ...]:
        """Words of which every match holds at least one; () where no such words can be told."""
        return next(iter(self._groups), ())

    @cached_property
    def _opens(self) -> tuple[frozenset[str], ...]:
        """How the words of each group open: with two characters, or with the only one."""
        return tuple(frozenset(word[:2] for word in words) for words in self._groups)

    @cached_property
    def _groups(self) -> tuple[tuple[str, ...], ...]:
        known, key = kept().groups, self._key
        if key not in known:
            found = every(self.regex)
            few = next((group for group in found if len(group) <= _ONE_BY_ONE), None)
            known[key] = ((few,) if few else ()) + tuple(group for group in found if group != few)[: _GROUPS - 1]
        return known[key]

    @property
    def _key(self) -> str:
        return f"{self.regex.flags}:{self.regex.pattern}"


@lru_cache(maxsize=4)
def _openings(text: str) -> frozenset[str]:
    """All characters of a text and all pairs of neighbours: what a word in it may open with. Many patterns ask in turn
    for one text.
    """
    return frozenset(text).union(map(add, text, text[1:]))


def load_patterns(path: Path) -> tuple[Pattern, ...]:
    """The patterns of one file, in its order. Raises ``LexiconError`` with file and rule where one is broken."""
    try:
        text = path.read_text(encoding="utf-8")
        shared = _titles(path.parent.parent / "titles.tsv") if any(f"{{{word}}}" in text for word in _KINDS) else {}
        known, key = kept().rules, shared.get("", "") + text
        if key not in known:
            known[key] = tuple(_rules(path, tomllib.loads(text), shared))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(
            str(path), f"the pattern file cannot be read: {error}", "Restore or mend the file"
        ) from error
    return tuple(_pattern(path, rule) for rule in known[key])


@lru_cache(maxsize=4)
def _titles(table: Path) -> dict[str, str]:
    """The words that stand for rows of the table of titles; under "" what tells the rows from those of another day."""
    rows = load_table(table)
    groups = {
        word: alternation(r["head"] for r in rows if (r["kind"] in kinds) != others)
        for word, (kinds, others) in _KINDS.items()
    }
    return groups | {"": hashlib.sha256("".join(groups.values()).encode()).hexdigest()}


_KEYS = frozenset({"name", "regex", "yes", "no", "confidence", "anchor", "need", "alone"})
_ANCHORS, _NEEDS = frozenset({"", "before", "after", "inside"}), frozenset({"", "none", "weak", "fair", "strong"})


def _checked(path: Path, rule: dict[str, Any]) -> None:
    """Raises ``LexiconError`` for a key or value that the schema does not know."""
    where, cure = f"{path}, rule {rule.get('name', '?')}", "Mend the rule; the schema stands in kg/lexicon/patterns.py"
    if unknown := sorted(rule.keys() - _KEYS):
        raise LexiconError(where, f"the schema has no key {', '.join(unknown)}", cure)
    if rule.get("anchor", "") not in _ANCHORS or rule.get("need", "") not in _NEEDS:
        raise LexiconError(where, "anchor or need has a value that the schema does not know", cure)


def _rules(path: Path, raw: dict[str, Any], shared: dict[str, str]) -> Iterator[Rule]:
    words = shared | {name: alternation(values) for name, values in raw.get("words", {}).items()} | raw.get("parts", {})
    words.pop("", None)
    for rule in raw.get("pattern", []):
        _checked(path, rule)
        source = str(rule.get("regex", ""))
        for word, group in words.items():
            source = source.replace("{" + word + "}", group)
        yes, no = (tuple(rule.get(key, ())) for key in ("yes", "no"))
        sure, anchor, need = float(rule.get("confidence", 0.9)), str(rule.get("anchor", "")), str(rule.get("need", ""))
        yield Rule(str(rule.get("name", "?")), source, sure, yes, no, anchor, need, bool(rule.get("alone")))


def _pattern(path: Path, rule: Rule) -> Pattern:
    try:
        regex = compiled(rule.source, re.VERBOSE)
    except re.error as error:
        where, cause = f"{path}, rule {rule.name}", f"the regex does not compile: {error}"
        raise LexiconError(where, cause, "Mend the rule") from error
    return Pattern(rule.name, regex, rule.confidence, rule.yes, rule.no, rule.anchor, rule.need, rule.alone)
