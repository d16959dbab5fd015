"""A disk that fills up while a build writes, and one that may only be read: the earlier output stays, the word is clear."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from kg.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TEXT = "清河县召开大会。县委书记李建军指出，“要抓落实。”\n"


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own, of 1 MB."""
    place = tmp_path / "disk"
    place.mkdir()
    made = shutil.which("mount") and subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(place)], capture_output=True, check=False
    )
    if not made or made.returncode:
        pytest.skip("a file system can only be mounted by root")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def shown(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if not path.name.startswith(".kg")}


def test_a_full_disk(disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small, large, out = tmp_path / "small.txt", tmp_path / "large.md", disk / "out"
    small.write_text(TEXT, encoding="utf-8")
    large.write_text(TEXT * 1500, encoding="utf-8")
    assert main(["build", str(small), "-o", str(out), "-q"]) == 0
    before = shown(out)
    assert main(["build", str(large), "-o", str(out), "-q"]) == 2
    said = capsys.readouterr().err
    assert "the output cannot be written: No space left on device." in said
    assert "Free some space" in said
    assert shown(out) == before
    assert main(["build", str(small), "-o", str(out), "-q"]) == 0  # and what the failed build wrote is gone
    assert shown(out) == before


def test_a_disk_that_is_only_read(disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    small, out = tmp_path / "small.txt", disk / "out"
    small.write_text(TEXT, encoding="utf-8")
    assert main(["build", str(small), "-o", str(out), "-q"]) == 0
    before = shown(out)
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
    assert main(["build", str(small), "-o", str(out), "-q"]) == 2
    assert "the folder cannot be written" in capsys.readouterr().err
    assert shown(out) == before
