"""Datasets in parts: time and memory against the number of articles, and a cluster beside one machine's processes.

``python -m tests.benchmarks.scale COUNT[,COUNT…] [PATH …]``: articles are made of the texts under PATH (seeds/), and
``kg build --engine local`` is run on them with one process a core. Memory is that of all its processes together (their
shares of common pages counted once), looked at ten times a second.
"""

from __future__ import annotations

import json
import math
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.articles import Articles

ROOT = Path(__file__).resolve().parents[2]
_A_FILE = 500  # articles


def main(words: list[str]) -> None:
    """Print the table and the exponent between its first and its last row."""
    counts = [int(word) for word in words[0].split(",")]
    made, seen = Articles(words[1:] or ["seeds"]), []
    print("| articles | processor s | per article ms | clock s | peak MB | dataset MB | a million chars |")
    print("|---|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for count in counts:
            source, out = Path(name, f"in{count}"), Path(name, f"out{count}")
            characters = _corpus(made, source, count)
            before = _children()
            clock, peak = _run(["build", str(source), "--engine", "local", "--jobs", "0", "-o", str(out), "--quiet"])
            took = _children() - before
            size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file()) / 1e6
            told = json.loads((out / "manifest.json").read_text("utf-8"))["counts"]["articles"]
            assert told == count
            seen.append((count, took))
            row = (f"{took:.1f}", f"{1000 * took / count:.1f}", f"{clock:.1f}", f"{peak:.0f}", f"{size:.0f}")
            print(f"| {count} | {' | '.join(row)} | {characters / 1e6:.1f} |", flush=True)
    if len(seen) > 1:
        (first, early), (last, late) = seen[0], seen[-1]
        print(f"\nExponent from {first} to {last}: {math.log(late / early) / math.log(last / first):.2f}")


def _corpus(made: Articles, folder: Path, count: int) -> int:
    """Files of JSON lines with that many articles; their characters."""
    folder.mkdir()
    characters = 0
    for first in range(0, count, _A_FILE):
        with (folder / f"{first:08}.jsonl").open("w", encoding="utf-8") as file:
            for number in range(first, min(first + _A_FILE, count)):
                text = made.article(number)
                characters += len(text)
                file.write(json.dumps({"id": f"a{number:07}", "text": text}, ensure_ascii=False) + "\n")
    return characters


def _children() -> float:
    """Processor seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _run(words: list[str]) -> tuple[float, float]:
    """Clock seconds, and the most megabytes that the program and its processes held at once."""
    began, peak = time.monotonic(), 0.0
    process = subprocess.Popen([sys.executable, "-m", "kg", *words], cwd=ROOT)
    while process.poll() is None:
        peak = max(peak, sum(map(_held, _family(process.pid))))
        time.sleep(0.1)
    assert process.returncode == 0
    return time.monotonic() - began, peak


def _family(pid: int) -> list[int]:
    """A process and all below it."""
    try:
        below = [
            int(child)
            for task in Path(f"/proc/{pid}/task").iterdir()
            for child in (task / "children").read_text().split()
        ]
    except OSError:
        return []
    return [pid, *(one for child in below for one in _family(child))]


def _held(pid: int) -> float:
    """Megabytes of a process; a page that several share counts for each by its part."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024


if __name__ == "__main__":
    assert os.name == "posix"
    main(sys.argv[1:])
