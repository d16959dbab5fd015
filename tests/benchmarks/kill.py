"""Kill ``kg build`` with SIGKILL at random moments, again and again: the output is always one build, whole.

``python tests/benchmarks/kill.py [TIMES]`` (200). Two inputs are built in turn into one folder, each killed at a moment
between its start and its end; after every kill the folder must show exactly the files of the last build that was
finished, or of the killed one. Every tenth time a build is let through, and must leave exactly its own files.
"""

from __future__ import annotations

import hashlib
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RUN = "import sys; sys.path.insert(0, {root!r}); from kg.cli import main; sys.exit(main(sys.argv[1:]))"


def main(times: int) -> int:
    """The status: 0 where no output was ever broken."""
    with tempfile.TemporaryDirectory() as name:
        work = Path(name)
        texts = [inputs(work, letter) for letter in "甲乙"]
        whole = [reference(work, text) for text in texts]
        length = min(timed(texts[0], work / "warm") for _ in range(3))
        out, chance, seen = work / "out", random.Random(8), [0, 0]
        build(texts[0], out).wait()
        old, faults, turn, late = 0, 0, 0, 0
        while turn < times:
            new = 1 - old
            process = build(texts[new], out)
            # Every second kill falls into the last fifth, where the files are written.
            time.sleep(length * (chance.random() if turn % 2 else 0.75 + 0.3 * chance.random()))
            process.kill()
            missed = process.wait() == 0  # it had ended before the kill: this is no kill
            late, turn = late + missed, turn + (not missed)
            found = shown(out)
            if found not in whole:
                faults += 1
                print(f"turn {turn}: neither the old nor the new output: {sorted(found)}")
            else:
                old = whole.index(found)
                seen[old] += 1
            if turn % 10 == 9 and not missed:
                faults += build(texts[new], out).wait() != 0 or shown(out) != whole[new]
                old = new
        print(f"{times} kills (and {late} builds that ended before theirs); {faults} broken outputs; shown: {seen}")
        return int(faults > 0)


def inputs(work: Path, letter: str) -> Path:
    """A file of some articles that differ by a letter."""
    folder = work / f"in-{letter}"
    folder.mkdir()
    for n in range(4):
        text = f"{letter}县召开大会{n}\n{letter}县县委书记王建国指出，“要抓落实{n}。”{letter}县走访企业8{n}户次。\n"
        (folder / f"{n}.txt").write_text(text, encoding="utf-8")
    return folder


def build(text: Path, out: Path) -> subprocess.Popen[bytes]:
    """A build under way."""
    call = [sys.executable, "-c", RUN.format(root=str(ROOT)), "build", str(text), "-o", str(out), "-q"]
    return subprocess.Popen([*call, "--to", "csv"], cwd=out.parent)


def timed(text: Path, out: Path) -> float:
    """How long a build takes on this machine now."""
    began = time.monotonic()
    build(text, out).wait()
    return time.monotonic() - began


def reference(work: Path, text: Path) -> dict[str, str]:
    """What a build that nobody disturbs writes."""
    build(text, work / f"ref-{text.name}").wait()
    return shown(work / f"ref-{text.name}")


def shown(folder: Path) -> dict[str, str]:
    """Every file that a user sees, with its hash; a link that leads nowhere counts as broken."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        if path.exists()
        else "broken"
        for top in sorted(folder.iterdir())
        if not top.name.startswith(".kg")
        for path in (sorted(top.rglob("*")) if top.is_dir() else [top])
    }


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 200))
