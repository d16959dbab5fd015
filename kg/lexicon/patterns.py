"""Patterns as data: each file ``patterns/NAME.toml`` is a list of ``[[pattern]]`` that carry their own examples.

A pattern has ``name`` (becomes the rule of a fact), ``regex`` (verbose mode; spaces and ``#`` comments are free),
``yes`` and ``no`` (texts that must, must not match somewhere), and optionally ``confidence``.
``{word}`` in a regex stands for an alternation of the ``[words]`` table of the same file.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from kg.errors import LexiconError
from kg.lexicon.alternation import alternation
from kg.lexicon.hints import anchored, needs
from kg.lexicon.kept import Rule, kept
from kg.lexicon.regex import compiled

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from kg.model import Span


@dataclass(frozen=True)
class Pattern:
    """One compiled rule with its name, its confidence in (0, 1] and its examples."""

    name: str
    regex: re.Pattern[str]
    confidence: float
    yes: tuple[str, ...]
    no: tuple[str, ...]

    def over(self, plain: str, spans: Iterable[Span]) -> Iterator[re.Match[str]]:
        """The matches in each of the spans of a text, one span after the other; what cannot match is not searched."""
        for span in spans:
            if self.may(plain, span.start, span.end):
                yield from self.regex.finditer(plain, span.start, span.end)

    def may(self, plain: str, start: int, end: int) -> bool:
        """False where a stretch of a text holds none of the words that a match needs."""
        for word in self._needs:  # a generator would cost more than the search
            if plain.find(word, start, end) >= 0:
                return True
        return not self._needs

    @cached_property
    def holds(self) -> Callable[[str], object]:
        """Finds the pattern anywhere in a text; a match or None."""
        opens, key = kept().opens, self._key
        if key not in opens:
            opens[key] = anchored(self.regex)
        return self.regex.match if opens[key] else self.regex.search

    @cached_property
    def _needs(self) -> tuple[str, ...]:
        known, key = kept().needs, self._key
        if key not in known:
            known[key] = needs(self.regex)
        return known[key]

    @property
    def _key(self) -> str:
        return f"{self.regex.flags}:{self.regex.pattern}"


def load_patterns(path: Path) -> tuple[Pattern, ...]:
    """The patterns of one file, in its order. Raises ``LexiconError`` with file and rule where one is broken."""
    try:
        text = path.read_text(encoding="utf-8")
        known = kept().rules
        if text not in known:
            known[text] = tuple(_rules(tomllib.loads(text)))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(
            str(path), f"the pattern file cannot be read: {error}", "Restore or mend the file"
        ) from error
    return tuple(_pattern(path, rule) for rule in known[text])


def _rules(raw: dict[str, Any]) -> Iterator[Rule]:
    words = {name: alternation(values) for name, values in raw.get("words", {}).items()}
    for rule in raw.get("pattern", []):
        source = str(rule.get("regex", ""))
        for word, group in words.items():
            source = source.replace("{" + word + "}", group)
        yes, no = (tuple(rule.get(key, ())) for key in ("yes", "no"))
        yield Rule(str(rule.get("name", "?")), source, float(rule.get("confidence", 0.9)), yes, no)


def _pattern(path: Path, rule: Rule) -> Pattern:
    try:
        regex = compiled(rule.source, re.VERBOSE)
    except re.error as error:
        where, cause = f"{path}, rule {rule.name}", f"the regex does not compile: {error}"
        raise LexiconError(where, cause, "Mend the rule") from error
    return Pattern(rule.name, regex, rule.confidence, rule.yes, rule.no)
