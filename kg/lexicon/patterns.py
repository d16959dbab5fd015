"""Patterns as data: each file ``patterns/NAME.toml`` is a list of ``[[pattern]]`` that carry their own examples.

A pattern has ``name`` (becomes the rule of a fact), ``regex`` (verbose mode; spaces and ``#`` comments are free),
``yes`` and ``no`` (texts that must, must not match somewhere), and optionally ``confidence``.
``{word}`` in a regex stands for an alternation of the ``[words]`` table of the same file.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kg.errors import LexiconError
from kg.lexicon.alternation import alternation

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Pattern:
    """One compiled rule with its name, its confidence in (0, 1] and its examples."""

    name: str
    regex: re.Pattern[str]
    confidence: float
    yes: tuple[str, ...]
    no: tuple[str, ...]


def load_patterns(path: Path) -> tuple[Pattern, ...]:
    """The patterns of one file, in its order. Raises ``LexiconError`` with file and rule where one is broken."""
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise LexiconError(
            str(path), f"the pattern file cannot be read: {error}", "Restore or mend the file"
        ) from error
    words = {name: alternation(values) for name, values in raw.get("words", {}).items()}
    return tuple(_pattern(path, rule, words) for rule in raw.get("pattern", []))


def _pattern(path: Path, rule: dict[str, Any], words: dict[str, str]) -> Pattern:
    name = str(rule.get("name", "?"))
    source = str(rule.get("regex", ""))
    for word, group in words.items():
        source = source.replace("{" + word + "}", group)
    try:
        regex = re.compile(source, re.VERBOSE)
    except re.error as error:
        raise LexiconError(f"{path}, rule {name}", f"the regex does not compile: {error}", "Mend the rule") from error
    yes, no = (tuple(rule.get(key, ())) for key in ("yes", "no"))
    return Pattern(name, regex, float(rule.get("confidence", 0.9)), yes, no)
