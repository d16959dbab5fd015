"""The bar of a build counts articles, not files, and says how fast it goes."""

from __future__ import annotations

import os
import re
import sys
import zipfile
from pathlib import Path

import pytest

from kg.errors import UsageError
from kg.ingest.count import articles
from kg.ingest.read import Options

ROOT = Path(__file__).resolve().parent.parent
ROWS = 'title,text\n"一","甲市召开大会。"\n"二","乙县开展活动。"\n"三","丙区建成学校。"\n'


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    path = tmp_path / "corpus.csv"
    path.write_text(ROWS, encoding="utf-8")
    return path


def test_rows_of_a_table_files_of_an_archive_and_single_files_all_count(corpus: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "some.zip", "w") as made:
        made.writestr("a.txt", "甲市召开大会。")
        made.writestr("b.txt", "乙县召开大会。")
    (tmp_path / "one.txt").write_text("丙区召开大会。", encoding="utf-8")
    assert articles([corpus], Options()) == 3
    assert articles([tmp_path], Options()) == 6


def test_what_cannot_be_opened_counts_as_one(tmp_path: Path) -> None:
    (tmp_path / "empty.csv").write_bytes(b"")
    (tmp_path / "broken.zip").write_bytes(b"PK\x03\x04 no archive")
    assert articles([tmp_path], Options()) == 2


def test_standard_input_is_not_counted(corpus: Path) -> None:
    assert articles(["-", str(corpus)], Options()) is None
    with pytest.raises(UsageError):
        articles(["nowhere"], Options())


def on_a_terminal(words: list[str]) -> str:
    """What a command shows on a terminal."""
    pty = pytest.importorskip("pty", reason="there are no pseudo-terminals on this system")
    child, terminal = pty.fork()
    if not child:
        os.environ.update(COLUMNS="150", TERM="xterm", PYTHONPATH=str(ROOT))
        os.execv(sys.executable, [sys.executable, "-m", "kg", *words])
    shown = b""
    while True:
        try:
            piece = os.read(terminal, 4096)
        except OSError:  # what Linux says at the end
            break
        if not piece:
            break
        shown += piece
    os.waitpid(child, 0)
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode(errors="replace"))


def test_a_table_of_three_articles_ends_at_three_of_three(corpus: Path, tmp_path: Path) -> None:
    shown = on_a_terminal(["build", str(corpus), "-o", str(tmp_path / "out")])
    assert "3/3 articles" in shown
    assert not re.search(r"\b\d+/1\b", shown)
    assert re.search(r"\d+\.\d/s", shown)
