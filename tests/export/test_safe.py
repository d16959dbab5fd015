"""Outputs come into place together, whatever happens."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

from kg.errors import OutputError
from kg.export.safe import publish

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ["graph.ttl", "graph.json", "csv/nodes.csv", "csv/edges.csv"]

WRITER = """
import os, signal, sys
from kg.export.safe import publish
folder, version, stop = sys.argv[1], sys.argv[2], int(sys.argv[3])
steps = 0
def hook(event, args):
    global steps
    if armed and (event == "open" or event.startswith(("os.", "shutil."))):
        steps += 1
        if steps == stop:
            os.kill(os.getpid(), signal.SIGKILL)
armed = False
sys.addaudithook(hook)
armed = True
names = sys.argv[4].split()
publish(folder, {name: (version + name).encode() * 1000 for name in names})
armed = False
print(steps)
"""

FOREVER = """
import sys
from kg.export.safe import publish
folder, names = sys.argv[1], sys.argv[2].split()
turn = 0
while True:
    turn += 1
    publish(folder, {name: (str(turn) + "|").encode() * 20000 for name in names})
    if turn == 1:
        print("ready", flush=True)
"""


def shown(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for top in sorted(folder.iterdir())
        if not top.name.startswith(".kg")
        for path in ([top] if top.is_file() else sorted(top.rglob("*")))
    }


def whole(folder: Path, version: str, names: list[str]) -> dict[str, bytes]:
    return {name: (version + name).encode() * 1000 for name in sorted(names)}


def test_files_are_there_under_their_names(tmp_path: Path) -> None:
    publish(tmp_path / "out", {"graph.ttl": b"1", "csv/nodes.csv": b"2"})
    assert shown(tmp_path / "out") == {"graph.ttl": b"1", "csv/nodes.csv": b"2"}
    publish(tmp_path / "out", {"graph.ttl": b"3"})
    assert shown(tmp_path / "out") == {"graph.ttl": b"3"}


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    (tmp_path / "graph.ttl").write_text("by hand")
    publish(tmp_path, {"graph.ttl": b"1"})
    assert shown(tmp_path) == {"graph.ttl": b"1", "notes.txt": b"mine"}


def test_a_folder_of_others_in_the_way(tmp_path: Path) -> None:
    publish(tmp_path, {"graph.ttl": b"1"})
    (tmp_path / "csv").mkdir()
    with pytest.raises(OutputError, match="stands where an output must stand"):
        publish(tmp_path, {"graph.ttl": b"2", "csv/nodes.csv": b"2"})
    assert (tmp_path / "graph.ttl").read_bytes() == b"1"


@pytest.mark.parametrize("name", ["../x", "/x", "a//b", ".kg/lock", "a\\b", ""])
def test_a_name_that_leads_out_is_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(OutputError, match="no name for an output file"):
        publish(tmp_path, {name: b""})


def test_a_file_where_the_folder_should_be(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("x")
    with pytest.raises(OutputError, match="cannot be written"):
        publish(tmp_path / "out", {"graph.ttl": b"1"})


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    publish(tmp_path, {"graph.ttl": b"1"})
    (tmp_path / ".kg").chmod(0o555)
    with pytest.raises(OutputError, match="cannot be written"):
        publish(tmp_path, {"graph.ttl": b"2"})
    (tmp_path / ".kg").chmod(0o755)
    assert shown(tmp_path) == {"graph.ttl": b"1"}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no /dev/full")  # noqa: PTH110
def test_a_full_disk_leaves_the_old_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(tmp_path, {"graph.ttl": b"1"})

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputError, match=r"No space left on device\. Free some space"):
        publish(tmp_path, {"graph.ttl": b"2"})
    assert shown(tmp_path) == {"graph.ttl": b"1"}
    assert sorted(p.name for p in (tmp_path / ".kg").iterdir()) == ["a", "current", "lock"]


def test_two_builds_at_once(tmp_path: Path) -> None:
    from kg.export.lock import held

    publish(tmp_path, {"graph.ttl": b"1"})
    with held(tmp_path / ".kg" / "lock"), pytest.raises(OutputError, match="another build is writing"):
        publish(tmp_path, {"graph.ttl": b"2"})
    assert shown(tmp_path) == {"graph.ttl": b"1"}


def run(folder: Path, version: str, stop: int, names: list[str]) -> subprocess.CompletedProcess[str]:
    call = [sys.executable, "-c", WRITER, str(folder), version, str(stop), " ".join(names)]
    return subprocess.run(call, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("before", ["a build", "plain files", "nothing"])
def test_killed_at_every_step(tmp_path: Path, before: str) -> None:
    """The writer kills itself at its 1st, 2nd, 3rd … step; the folder always shows one version, whole."""
    old, new = NAMES, ["graph.ttl", "graph.html", "csv/nodes.csv"]
    start = {"a build": old, "plain files": ["graph.ttl"], "nothing": []}[before]
    steps = 0
    while True:
        steps += 1
        folder = tmp_path / str(steps)
        folder.mkdir()
        if before == "a build":
            publish(folder, whole(folder, "old", start))
        elif before == "plain files":
            (folder / "graph.ttl").write_bytes(whole(folder, "old", start)["graph.ttl"])
        done = run(folder, "new", steps, new)
        assert shown(folder) in (whole(folder, "old", start), whole(folder, "new", new))
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        publish(folder, whole(folder, "next", new))  # the next build is right
        assert shown(folder) == whole(folder, "next", new)
    assert steps > 15


KILLS = int(os.environ.get("KG_KILLS", "10"))


def test_killed_at_random_moments(tmp_path: Path) -> None:
    chance = random.Random(2022)
    publish(tmp_path, dict.fromkeys(NAMES, b"0|" * 20000))
    for _ in range(KILLS):
        call = [sys.executable, "-c", FOREVER, str(tmp_path), " ".join(NAMES)]
        with subprocess.Popen(call, stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            time.sleep(chance.random() * 0.05)
            writer.kill()
        found = shown(tmp_path)
        assert sorted(found) == sorted(NAMES)
        assert len(set(found.values())) == 1
        assert len(next(iter(found.values()))) >= 40000
