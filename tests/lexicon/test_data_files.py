"""Every data file says where it comes from and what its columns are, holds no row twice, and is asked for by the code."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import kg.lexicon
from kg.lexicon.tables import load_table

FOLDER = Path(kg.lexicon.__file__).parent
TABLES = sorted(FOLDER.glob("*.tsv"))
PATTERNS = sorted((FOLDER / "patterns").glob("*.toml"))
SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in FOLDER.parent.rglob("*.py"))


def head(path: Path) -> str:
    """The comment that a file opens with."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return "\n".join(lines[: next(at for at, line in enumerate(lines) if not line.startswith("#"))])


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_tells_its_source_and_its_columns(path: Path) -> None:
    told = head(path)
    assert re.search(r"\bSources?: ", told)
    silent = [column for column in load_table(path)[0] if not re.search(rf"\b{column}\b", told)]
    assert not silent, "name these columns in the head"


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_no_row_stands_twice(path: Path) -> None:
    rows = [tuple(row.values()) for row in load_table(path)]
    assert not sorted({row for row in rows if rows.count(row) > 1} if len(set(rows)) < len(rows) else ())


@pytest.mark.parametrize("path", PATTERNS, ids=lambda path: path.stem)
def test_a_pattern_file_tells_what_it_is_for(path: Path) -> None:
    assert len(head(path)) > 20


@pytest.mark.parametrize("path", [*TABLES, *PATTERNS], ids=lambda path: path.stem)
def test_the_code_asks_for_it(path: Path) -> None:
    assert re.search(rf"""["'](?:{path.stem}|{re.escape(path.name)})["']""", SOURCES)
