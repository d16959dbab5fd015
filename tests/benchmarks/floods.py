"""Floods through the whole program: each must end within its bounds of time and memory, with a clear word.

``python tests/benchmarks/floods.py [NAME …]``: prints seconds, megabytes and the last line that the program said.
"""

from __future__ import annotations

import gzip
import io
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).resolve().parents[2]
SENTENCE = "清河县召开重点项目建设推进大会，县委书记李建军出席会议并讲话，全县新开工项目32个。"


def long_article(folder: Path) -> None:
    """100 MB of one article: refused, the file beside it is read."""
    (folder / "long.txt").write_bytes((SENTENCE + "\n").encode() * (100_000_000 // len(SENTENCE.encode())))


def long_line(folder: Path) -> None:
    """One line of 10 MB: refused."""
    (folder / "line.txt").write_bytes(SENTENCE.encode() * (10_000_000 // len(SENTENCE.encode())))


def book(folder: Path) -> None:
    """One line of 300,000 characters: read."""
    (folder / "book.txt").write_text(SENTENCE * (300_000 // len(SENTENCE)), encoding="utf-8")


def quotes(folder: Path) -> None:
    """10,000 nested quotes, and as many that are never closed."""
    (folder / "nested.txt").write_text("“" * 10_000 + SENTENCE + "”" * 10_000, encoding="utf-8")
    (folder / "open.txt").write_text(("“" + SENTENCE[:20]) * 10_000, encoding="utf-8")


def empty_files(folder: Path) -> None:
    """100,000 empty files."""
    for n in range(100):
        (folder / str(n)).mkdir()
        for m in range(1000):
            (folder / str(n) / f"{m}.txt").touch()


def bomb(folder: Path) -> None:
    """A ZIP of 4 GB of zeros in 4 MB, another of 200,000 files, and a gzip of 2 GB."""
    zeros = bytes(1 << 24)
    with zipfile.ZipFile(folder / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(16):
            with archive.open(f"{n}.txt", "w", force_zip64=True) as out:
                for _ in range(16):
                    out.write(zeros)
    many = io.BytesIO()
    with zipfile.ZipFile(many, "w") as archive:
        for n in range(200_000):
            archive.writestr(f"{n}.txt", b"")
    (folder / "many.zip").write_bytes(many.getvalue())
    with gzip.open(folder / "bomb.tar.gz", "wb", 1) as out:
        for _ in range(128):
            out.write(zeros)


def loops(folder: Path) -> None:
    """Links in circles, into the air, and to a pipe that nobody writes to."""
    (folder / "a").mkdir()
    (folder / "a" / "b").symlink_to(folder)
    (folder / "self.txt").symlink_to("self.txt")
    (folder / "air.txt").symlink_to("nowhere.txt")
    os.mkfifo(folder / "pipe.txt")


def changing(folder: Path) -> None:
    """A folder whose files come, go and grow while it is read."""
    for n in range(300):
        (folder / f"{n:03}.txt").write_text(SENTENCE * 3, encoding="utf-8")

    def churn() -> None:
        for n in reversed(range(300)):
            (folder / f"{n:03}.txt").unlink(missing_ok=True)
            (folder / f"new{n}.txt").write_text(SENTENCE, encoding="utf-8")
            time.sleep(0.01)

    threading.Thread(target=churn, daemon=True).start()


def runs(folder: Path) -> None:
    """50,000 repetitions of a head word, of marks, digits, names, titles."""
    for n, unit in enumerate(
        ("市", "、", "9", "局", "活动", "有限公司", "王伟、", "“甲”、", "《", "1,", "德州市", "会议")
    ):
        (folder / f"{n}.txt").write_text(unit * 50_000, encoding="utf-8")


def page(folder: Path) -> None:
    """Web pages of 50,000 nested elements, of attributes without end, and of 100,000 paragraphs."""
    (folder / "deep.html").write_text(f"<html><body>{'<div>' * 50_000}{SENTENCE}", encoding="utf-8")
    (folder / "tag.html").write_text(f"<html><body><p {'a=1 ' * 100_000}>{SENTENCE}</p>", encoding="utf-8")
    (folder / "wide.html").write_text(f"<html><body>{f'<p>{SENTENCE}</p>' * 5_000}</body></html>", encoding="utf-8")


FLOODS: dict[Callable[[Path], None], tuple[int, int]] = {
    long_article: (60, 700),
    long_line: (60, 700),
    book: (120, 1500),
    quotes: (120, 1500),
    empty_files: (300, 1500),
    bomb: (120, 3000),
    loops: (30, 700),
    changing: (120, 700),
    runs: (900, 2500),
    page: (180, 1500),
}
"""The most seconds and megabytes that each may take, on a slow machine with other work."""


def main(names: list[str]) -> int:
    """The status: 0 where every flood stayed within its bounds."""
    failed = 0
    for make, (seconds, megabytes) in FLOODS.items():
        if not names or make.__name__ in names:
            with tempfile.TemporaryDirectory() as name:
                failed += not _ran(make, Path(name), seconds, megabytes)
    return int(failed > 0)


def _ran(make: Callable[[Path], None], work: Path, seconds: int, megabytes: int) -> bool:
    folder = work / "in"
    folder.mkdir()
    (folder / "zz_good.txt").write_text(SENTENCE, encoding="utf-8")
    make(folder)
    code = f"import sys; sys.path.insert(0, {str(ROOT)!r}); from kg.cli import main; sys.exit(main(sys.argv[1:]))"
    began = time.monotonic()
    call = [sys.executable, "-c", code, "build", str(folder), "-o", str(work / "out")]
    with subprocess.Popen(call, stderr=subprocess.PIPE, text=True, encoding="utf-8") as process:
        said = process.stderr.read().splitlines() if process.stderr else []
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    took, peak = time.monotonic() - began, used.ru_maxrss // 1024
    good = process.returncode == 0 and took < seconds and peak < megabytes
    told = next((line for line in said if line.startswith("skipped")), "").replace(str(folder), "")
    summary = next((line for line in said if line.startswith("Read")), said[-1] if said else "")
    print(
        f"{'ok ' if good else 'BAD'} {make.__name__:13} {took:6.1f} s {peak:5} MB  {summary[:60]}  {told[:150]}",
        flush=True,
    )
    return good


if __name__ == "__main__":
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.exit(main(sys.argv[1:]))
