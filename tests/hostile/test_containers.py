"""Containers that once had no end, or no bound of memory: each is told, and its parser stays within its limits."""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from kg.ingest.contained import process
from kg.ingest.formats.part import Columns, Options
from kg.ingest.read import documents
from kg.lexicon import Lexicon
from kg.model import Document, Skipped
from tests.hostile import made

LEXICON = Lexicon()
TOLD = {
    "draws-itself.pdf": "its reader broke off",
    "repeated-cell.docx": "the text has more than 2000000 characters",
    "empty-paragraphs.docx": "unpacks to 50624746, more than 14",
    "one-text.parquet": "unpacks to more than 4",
    "table.zip": "the rest is not read",
    "lies.zip": "locked or broken",
    "table.tgz": "the rest is not read",
    "heads.tgz": "the rest is not read",
    "commas.csv": "line 2 has more than 16000000 characters",
    "nothing.csv": "none of the first 100000 rows can be read",
    "no-end.csv": "the text has 7000000 characters",
    "no-json.jsonl": "none of the first 100000 rows can be read",
    "tags.html": "no main text",
}


def every(path: Path, options: Options | None = None) -> list[Document | Skipped]:
    return list(documents([path], options, LEXICON))


READ_ALL = """
import json, pathlib, resource, sys
from kg.ingest.read import documents
last = {}
for path in sorted(pathlib.Path(sys.argv[1]).iterdir()):
    *_, one = documents([path])
    last[path.name] = [type(one).__name__, getattr(one, "cause", ""), getattr(one, "cure", "")]
print(json.dumps([last, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024]))
"""


def test_each_is_told_and_no_process_takes_more_than_its_bounds(tmp_path: Path) -> None:
    """The memory is what the system counts of the children of a process that read them all."""
    for name in TOLD:
        (tmp_path / name).write_bytes(made.FILES[name]())
    words = [sys.executable, "-c", READ_ALL, str(tmp_path)]
    last, memory = json.loads(subprocess.run(words, capture_output=True, text=True, check=True).stdout)
    wrong = {
        name: last[name] for name, cause in TOLD.items() if last[name][0] != "Skipped" or cause not in last[name][1]
    }
    assert wrong == {}
    assert all(cure for _, _, cure in last.values())
    assert memory < 600_000_000


@pytest.mark.parametrize("rows", [800, 6_000])
def test_innocent_tables_with_merged_rows_are_read(rows: int, tmp_path: Path) -> None:
    """In time that grows with the rows: 6,000 once took hours, and would pass the bound of 2 s."""
    path = tmp_path / "a.docx"
    path.write_bytes(made.word_with_merged_rows(rows))
    (article,) = every(path, Options(seconds=2))
    assert isinstance(article, Document)
    lines = article.text.split("\n")
    assert len(lines) == rows
    assert all(line.startswith("清河县\t") for line in lines)


def test_a_cell_that_claims_every_column_is_one_cell(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(made.word_with_a_wide_cell())
    (article,) = every(path)
    assert isinstance(article, Document)
    assert article.text == "\n".join([made.ARTICLE] * 2)


def test_one_bad_file_of_an_archive_leaves_the_rest(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    path.write_bytes(made.archive_with_one_bad_file())
    first, bad, last = every(path)
    assert isinstance(first, Document)
    assert isinstance(last, Document)
    assert isinstance(bad, Skipped)
    assert (first.id, bad.source, last.id) == ("a", f"{path}/b.pdf", "c")


def test_a_parser_without_end_is_ended_by_the_system(tmp_path: Path) -> None:
    """The bound of time is the system's (RLIMIT_CPU), so that it holds also for a parser that never comes back."""
    path = tmp_path / "a.pdf"
    path.write_bytes(made.pdf_that_draws_itself())
    (skip,) = every(path, Options(seconds=1, memory=1 << 34))
    assert isinstance(skip, Skipped)
    assert skip.cause == "reading it takes more than 1 s of processor time"


def test_one_process_reads_many_files_and_a_new_one_follows_a_bad_one(tmp_path: Path) -> None:
    process.dismiss()
    started: list[int] = []

    class Counted(process.Process):
        def __init__(self) -> None:
            super().__init__()
            started.append(self._process.pid)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(process, "Process", Counted)
        for number in range(5):
            (tmp_path / f"{number}.docx").write_bytes(made.word_with_merged_rows(5))
        (tmp_path / "2.pdf").write_bytes(made.pdf_that_draws_itself())
        found = every(tmp_path)
    assert [isinstance(one, Document) for one in found] == [True, True, True, False, True, True]
    assert len(started) == 2
    process.dismiss()


def test_the_process_ends_with_its_parent(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(made.word_with_merged_rows(5))
    script = f"""
import os, signal
from kg.ingest.read import documents
from kg.ingest.contained.process import _IDLE
list(documents([{str(tmp_path / "a.docx")!r}]))
print(_IDLE[0]._process.pid, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=Path.cwd())
    assert done.stdout.strip().isdecimal()
    with suppress(ProcessLookupError):  # it has ended before
        child = os.pidfd_open(int(done.stdout))
        assert select.select([child], [], [], 600)[0], "the process is still there"
        os.close(child)


def test_files_that_are_none_are_told_before_they_are_read(tmp_path: Path) -> None:
    for name in ("sparse.txt", "sparse.csv", "sparse.pdf"):
        with (tmp_path / name).open("wb") as file:
            file.truncate(10 << 30)
    told = {Path(one.source).name: one.cause for one in every(tmp_path) if isinstance(one, Skipped)}
    assert told == {
        "sparse.csv": "the file has more than 1073741824 bytes",
        "sparse.pdf": "the file has more than 1073741824 bytes",
        "sparse.txt": "the text has more than 2000000 characters, and an article may have 2000000",
    }
    (skip,) = every(Path("/dev/zero"))
    assert isinstance(skip, Skipped)
    assert skip.cause == "this is a device, not a file"


def test_a_large_table_never_stands_in_memory_as_text(tmp_path: Path) -> None:
    """100 MB of rows are read by a process that may not have as much memory above what it has, but for their bytes."""
    path = tmp_path / "a.csv"
    row = f"{'县' * 3_000},x\r\n".encode()
    path.write_bytes(b"text,id\r\n" + row * (100_000_000 // len(row)))
    script = f"""
import resource, sys
from kg.ingest.read import files, texts
from kg.ingest.formats.part import Options
from kg.ingest.contained.limits import bound_memory
from kg.lexicon import Lexicon
(file,) = files([{str(path)!r}], Options())
bound_memory(64_000_000)
print(sum(len(part.text) for part in texts(file, Options(), Lexicon())))
"""
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout.strip() == str(3_000 * (100_000_000 // len(row))), done.stderr[-300:]


def test_two_columns_of_one_name_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("text,source,source\n清河县召开会议。,a,b\n", "utf-8")
    (skip,) = every(path, Options(columns=Columns(text="text")))
    assert isinstance(skip, Skipped)
    assert "two columns are named source" in skip.cause


def test_word_files_say_what_is_too_much(tmp_path: Path) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(made.word_with_merged_rows(9))
    for options, told in (
        (Options(most_bytes=1 << 16), "bytes unpacks to 8"),
        (Options(most_characters=300), "bytes of XML, more than 6000"),
    ):
        (skip,) = every(path, options)
        assert isinstance(skip, Skipped)
        assert told in skip.cause


def test_rows_beyond_the_bound_are_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text":"清河县召开会议。"}\n' * 5, "utf-8")
    *read, last = every(path, Options(most_rows=3))
    assert len(read) == 3
    assert isinstance(last, Skipped)
    assert "there are more than 3 rows; the rest is not read" in last.cause
    made_parquet = tmp_path / "a.parquet"
    made_parquet.write_bytes(made.parquet_of_one_text())
    (skip,) = every(made_parquet, Options(most_rows=3))
    assert isinstance(skip, Skipped)
    assert skip.cause == "there are more than 3 rows"
