"""One build over every file of this folder and the seeds: it ends, tells each, and writes the seeds' graph unchanged."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.hostile import made

READ = {"wide-cell.docx", "merged-rows.docx", "one-bad-file.zip"}
"""Files of the folder that hold an article; all others are told."""

CALL = """
import json, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, (600, 600))
from kg.cli import main
status = main(["build", *sys.argv[2:], "-o", sys.argv[1]])
others = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
lines = open("/proc/self/status").read().splitlines()  # what getrusage says of a process holds its parent's too
own = next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM"))
print(json.dumps({"status": status, "own": own, "others": others}))
"""


def build(out: Path, *words: str) -> tuple[dict[str, int], str]:
    """The status and the most memory of a build and of its largest child, and what it said; its time has a limit."""
    run = subprocess.run(
        [sys.executable, "-c", CALL, str(out), *words], capture_output=True, text=True, cwd=ROOT, env={**os.environ}
    )
    assert run.stdout, run.stderr[-2000:]
    return json.loads(run.stdout.splitlines()[-1]), run.stderr


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_hostile_files_beside_the_seeds(jobs: str, tmp_path: Path) -> None:
    (tmp_path / "hostile").mkdir()
    made.write_all(tmp_path / "hostile")
    (tmp_path / "hostile" / "publisher.jsonl").write_text(
        '{"text":"今天，滕州市召开会议。","source":"新华社"}\n', "utf-8"
    )
    alone, _ = build(tmp_path / "alone", str(ROOT / "seeds"))
    found, _ = build(tmp_path / "beside", str(ROOT / "seeds"), str(tmp_path / "hostile"), "--jobs", jobs)
    assert alone["status"] == found["status"] == 0
    assert found["own"] + found["others"] < 1_000_000_000, found
    report = (tmp_path / "beside" / "report.md").read_text("utf-8").replace("\\", "")
    files = {path.name for path in (tmp_path / "hostile").iterdir()}
    assert [name for name in sorted(files - READ - {"publisher.jsonl"}) if f"/{name}" not in report] == []
    assert "one-bad-file.zip/b.pdf" in report
    lost = triples(tmp_path / "alone") - triples(tmp_path / "beside")
    assert not lost, sorted(lost)[:5]


def triples(folder: Path) -> set[str]:
    """All that a graph tells."""
    from kg.query.store import read_triples

    return {str(triple) for triple in read_triples(folder)}
