"""A dataset names its parts itself: whatever it names, nothing outside of its folder is opened."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import UsageError
from kg.query import open_graph

TRIPLE = b"<http://a> <http://b> <http://c> <http://d> .\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "secret.nq").write_bytes(TRIPLE)
    (tmp_path / "data" / "quads").mkdir(parents=True)
    return tmp_path / "data"


def named(folder: Path, *files: object) -> None:
    (folder / "manifest.json").write_text(json.dumps({"files": files}), "utf-8")


@pytest.mark.parametrize(
    "name",
    [
        "quads/../../secret.nq",
        "quads/../../../../../../etc/passwd",
        "quads//../../secret.nq",
        "quads/link.nq",
        "quads/\0",
    ],
)
def test_nothing_outside_is_opened(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "quads" / "link.nq").symlink_to("../../secret.nq")
    named(folder, name)
    with pytest.raises(UsageError, match="it names a part outside of its folder"):
        open_graph(folder)
    assert main(["query", str(folder), "ASK {}"]) == 2
    assert "root:" not in capsys.readouterr().err


def test_links_in_a_circle_and_links_inside(folder: Path) -> None:
    (folder / "quads" / "a.nq.gz").write_bytes(gzip.compress(TRIPLE))
    (folder / "quads" / "b.nq.gz").symlink_to("a.nq.gz")
    (folder / "quads" / "c.nq").symlink_to("c.nq")
    named(folder, "quads/b.nq.gz")
    assert len(open_graph(folder)) == 1
    named(folder, "quads/c.nq")
    with pytest.raises(UsageError):
        open_graph(folder)


@pytest.mark.parametrize(
    "text", ["[", "[]", "{}", '{"files": 3}', '{"files": [3]}', '{"files": ' + "[" * 100_000, "\0"]
)
def test_a_manifest_of_another_shape(text: str, folder: Path) -> None:
    (folder / "manifest.json").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"manifest\.json"):
        open_graph(folder)


def test_a_link_for_the_whole_dataset_is_followed(folder: Path) -> None:
    (folder / "quads" / "a.nq.gz").write_bytes(gzip.compress(TRIPLE))
    named(folder, "quads/a.nq.gz")
    (folder.parent / "here").symlink_to("data")
    assert len(open_graph(folder.parent / "here")) == 1
