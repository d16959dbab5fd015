"""The documentation says what the code does: made parts are fresh, paths and commands that it names exist, old words are gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kg.cli import _COMMANDS
from tests import docs

HERE = Path(__file__).resolve().parent.parent
PAPERS = sorted([HERE / "CONTRIBUTING.md", HERE / "tests" / "README.md", *(HERE / "docs").rglob("*.md")])


@pytest.mark.parametrize("name", docs.MADE)
def test_made_parts_are_fresh(name: str) -> None:
    text = (HERE / name).read_text("utf-8")
    assert docs.fresh(name, text) == text, "write it anew: python -m tests.docs"


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.relative_to(HERE).as_posix())
def test_paths_that_are_named_exist(path: Path) -> None:
    """A path in backticks that opens with a folder of the project leads somewhere; {…} and … stand for anything."""
    told = re.findall(r"`((?:kg|tests|docs|ontology|seeds|\.ci)/[\w./-]*)`", path.read_text("utf-8"))
    assert not [one for one in told if not (HERE / one).exists()]


@pytest.mark.parametrize("path", PAPERS, ids=lambda path: path.relative_to(HERE).as_posix())
def test_commands_that_are_named_exist(path: Path) -> None:
    known = {module.__name__.rpartition(".")[2] for module in _COMMANDS}
    told = set(re.findall(r"\bkg ([a-z]+)\b", "\n".join(re.findall(r"`([^`\n]*)`", path.read_text("utf-8")))))
    assert told <= known


OLD = {"Sheet", "Atlas", "Roll", "Shelf", "Crew", "Recipe", "Voice", "Sweep", "Pairs", "door"}
"""Old words that were renamed."""


def test_old_names_do_not_come_back() -> None:
    for path in sorted((HERE / "kg").rglob("*.py")):
        names = set(
            re.findall(r"\b[A-Za-z_]+\b", "\n".join(re.findall(r"^(?:class|def) .*", path.read_text("utf-8"), re.M)))
        )
        assert not names & OLD, path
