"""Every pattern of every file proves itself on its own examples."""

from __future__ import annotations

from pathlib import Path

import pytest

import kg.lexicon
from kg.errors import LexiconError
from kg.lexicon import Pattern
from kg.lexicon.patterns import load_patterns

FOLDER = Path(kg.lexicon.__file__).parent / "patterns"
FILES = sorted(FOLDER.glob("*.toml"))
PATTERNS = [(file.stem, pattern) for file in FILES for pattern in load_patterns(file)]


def label(value: object) -> str:
    return value.name if isinstance(value, Pattern) else str(value)


@pytest.mark.parametrize(("file", "pattern"), PATTERNS, ids=label)
def test_examples(file: str, pattern: Pattern) -> None:
    """A pattern that lets nothing pass too is one for whole stretches, and is tried on whole examples."""
    matches = pattern.regex.fullmatch if pattern.regex.search("") else pattern.regex.search
    missed = [text for text in pattern.yes if not matches(text)]
    caught = [text for text in pattern.no if matches(text)]
    assert not missed, f"{file}/{pattern.name} must match"
    assert not caught, f"{file}/{pattern.name} must not match"


@pytest.mark.parametrize(("file", "pattern"), PATTERNS, ids=label)
def test_it_has_examples_and_a_confidence(file: str, pattern: Pattern) -> None:
    assert pattern.yes, f"{file}/{pattern.name} shows nothing that it matches"
    assert pattern.no, f"{file}/{pattern.name} shows nothing that it must leave alone"
    assert 0 < pattern.confidence <= 1


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_names_are_unique_in_a_file(file: Path) -> None:
    names = [pattern.name for pattern in load_patterns(file)]
    assert len(names) == len(set(names))


BROKEN = [
    ("not TOML", "[[pattern", "cannot be read"),
    ("a bad regex names its rule", "[[pattern]]\nname = 'open'\nregex = '('\n", "rule open"),
]


@pytest.mark.parametrize(("why", "text", "told"), BROKEN, ids=lambda value: value if isinstance(value, str) else "")
def test_a_broken_file_stops_the_start_with_file_and_rule(why: str, text: str, told: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(LexiconError, match=told) as caught:
        load_patterns(file)
    assert "broken.toml" in str(caught.value)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("certain = true", "the schema has no key certain"),
        ('anchor = "beside"', "anchor or need has a value that the schema does not know"),
        ('need = "much"', "anchor or need has a value that the schema does not know"),
    ],
)
def test_the_schema_is_closed(line: str, told: str, tmp_path: Path) -> None:
    path = tmp_path / "one.toml"
    path.write_text(f'[[pattern]]\nname = "one"\nregex = "甲"\nyes = ["甲"]\nno = ["乙"]\n{line}\n', "utf-8")
    with pytest.raises(LexiconError, match=told):
        load_patterns(path)
