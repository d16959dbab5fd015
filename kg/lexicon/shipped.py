"""Closed classes of words, and patterns of them, that a module asks for as it loads, before any article is there.

They come from the program's own files: a user's folder of tables adds places, organs and titles, no grammar.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import LexiconError
from kg.lexicon.patterns import load_patterns
from kg.lexicon.tables import load_table

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from kg.lexicon.patterns import Pattern

HOUSE = Path(__file__).parent


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of ``NAME.tsv`` as the program ships it, read once."""
    return load_table(HOUSE / f"{name}.tsv")


def role_words(name: str, role: str) -> tuple[str, ...]:
    """The words of one role in a table of two columns, word and role, in its order. Raises ``LexiconError``.

    >>> role_words("bodywords", "form")[-1]
    '有限公司'
    """
    found = _roles(name).get(role)
    if not found:
        raise LexiconError(str(HOUSE / f"{name}.tsv"), f"no word has the role {role}", "Restore or mend the file")
    return tuple(found)


@cache
def _roles(name: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word, role in map(dict[str, str].values, table(name)):
        found.setdefault(role, []).append(word)
    return found


@cache
def patterns(name: str) -> tuple[Pattern, ...]:
    """The patterns of ``patterns/NAME.toml`` as the program ships them, read once."""
    return load_patterns(HOUSE / "patterns" / f"{name}.toml")


def pattern(name: str, rule: str) -> re.Pattern[str]:
    """The regular expression of one rule of a shipped pattern file. Raises ``LexiconError``."""
    return named(patterns(name), rule, HOUSE / "patterns" / f"{name}.toml").regex


def named(found: Iterable[Pattern], rule: str, path: Path) -> Pattern:
    """The pattern of a name among those of a file. Raises ``LexiconError`` where there is none."""
    for one in found:
        if one.name == rule:
            return one
    raise LexiconError(str(path), f"there is no rule {rule}", "Restore or mend the file")
