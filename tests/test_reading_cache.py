"""The cache of readings: nothing is read twice, nothing stale is believed, and a build with it is a build without it."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from kg.errors import OutputError
from kg.lexicon import Lexicon
from kg.model import Document, Reading
from kg.pipeline.article import attempt_text
from kg.pipeline.build import build
from kg.pipeline.reading_cache import CacheEntry, ReadingCache, fingerprint

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kg.ingest.formats.part import Part
    from kg.model import Skipped

TEXT = "甘棠市委书记{name}到青羊县调研。\n他指出，要推动甘棠口岸智慧通关改造项目建设，完成投资{n}亿元。\n"


@pytest.fixture(name="folder")
def _folder(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    for n, name in enumerate(["王建国", "李卫东", "张敏"]):
        (folder / f"{n}.txt").write_text(TEXT.format(name=name, n=n), encoding="utf-8")
    rows = "".join(f'r{n},"{TEXT.format(name="陈晓东", n=n)}"\n' for n in range(2))
    (folder / "corpus.csv").write_text(f"id,text\n{rows}", encoding="utf-8")
    return folder


@pytest.fixture(name="seen")
def _seen(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The ids of the articles that are really read, as they are read."""
    seen: list[str] = []

    def watched(
        part: Part, name: str, lexicon: Lexicon, home: Sequence[str], seconds: int, *_: object
    ) -> Reading | Skipped:
        seen.append(name)
        return attempt_text(part, name, lexicon, home, seconds)

    monkeypatch.setattr("kg.pipeline.tasks.attempt_text", watched)
    return seen


def test_nothing_is_read_twice(folder: Path, tmp_path: Path, seen: list[str]) -> None:
    first = build([folder], cache=tmp_path / "cache")
    assert seen == ["0", "1", "2", "r0", "r1"]
    assert build([folder], cache=tmp_path / "cache") == first == build([folder])
    assert seen[5:] == ["0", "1", "2", "r0", "r1"], "only the build without a cache reads again"


def test_only_what_changed_is_read(folder: Path, tmp_path: Path, seen: list[str]) -> None:
    build([folder], cache=tmp_path / "cache")
    seen.clear()
    (folder / "1.txt").write_text(TEXT.format(name="周海涛", n=9), encoding="utf-8")
    with (folder / "corpus.csv").open("a", encoding="utf-8") as corpus:
        corpus.write(f'r2,"{TEXT.format(name="孙丽", n=7)}"\n')
    changed = build([folder], cache=tmp_path / "cache")
    assert seen == ["1", "r2"]
    assert changed == build([folder])


def test_a_stopped_build_goes_on(
    folder: Path, tmp_path: Path, seen: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop(source: str) -> None:
        if source == "1.txt":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        build([folder], cache=tmp_path / "cache", progress=stop)
    seen.clear()
    assert build([folder], cache=tmp_path / "cache") == build([folder])
    assert seen[:3] == ["2", "r0", "r1"]


@pytest.mark.parametrize(
    ("label", "options"),
    [("another home", {"home": "141000"}), ("another lexicon", {"lexicon": None})],
)
def test_what_a_reading_depends_on(
    label: str, options: dict[str, object], folder: Path, tmp_path: Path, seen: list[str]
) -> None:
    if "lexicon" in options:
        from shutil import copytree

        options = {"lexicon": Lexicon(copytree(Lexicon().folder, tmp_path / "lexicon"))}
    build([folder], cache=tmp_path / "cache")
    seen.clear()
    build([folder], cache=tmp_path / "cache", **options)  # type: ignore[arg-type]
    assert len(seen) == 5, label


def test_another_article_takes_the_id(folder: Path, tmp_path: Path) -> None:
    build([folder], cache=tmp_path / "cache")
    (folder / "0.html").write_text(
        f"<html><body><p>{TEXT.format(name='吴刚', n=3)}</p></body></html>", encoding="utf-8"
    )
    graph = build([folder], cache=tmp_path / "cache")
    assert graph == build([folder])


@pytest.mark.parametrize(("label", "data"), [("empty", b""), ("cut", None), ("foreign", b"\x80\x04cos\nsystem\n")])
def test_a_broken_entry_is_none(label: str, data: bytes | None, tmp_path: Path) -> None:
    reading_cache = ReadingCache.at(tmp_path)
    reading_cache.put("ab12", CacheEntry("1", Reading(Document("1", "1.txt", "甲", "甲"))))
    (entry,) = tmp_path.rglob("*.reading")
    entry.write_bytes(entry.read_bytes()[:-4] if data is None else data)
    assert reading_cache.get("ab12") is None, label


def test_two_builds_share_a_shelf(folder: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(2) as two:
        graphs = list(two.map(lambda _: build([folder], cache=tmp_path / "cache"), range(2)))
    assert graphs[0] == graphs[1] == build([folder])
    assert not [path for path in (tmp_path / "cache").rglob("*") if path.is_file() and path.suffix != ".reading"]


def test_processes_share_a_shelf(folder: Path, tmp_path: Path, seen: list[str]) -> None:
    first = build([folder], cache=tmp_path / "cache", jobs=2)
    seen.clear()
    assert build([folder], cache=tmp_path / "cache") == first
    assert not seen


def test_the_fingerprint_is_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "vocab.py").write_text("", encoding="utf-8")
    (tmp_path / "lexicon").mkdir()
    empty = fingerprint(tmp_path)
    (tmp_path / "lexicon" / "known.tsv").write_text("甲", encoding="utf-8")
    one = fingerprint(tmp_path)
    (tmp_path / "lexicon" / "known.tsv").write_text("乙", encoding="utf-8")
    assert len({empty, one, fingerprint(tmp_path)}) == 3


def test_a_file_is_no_shelf(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match="--cache"):
        ReadingCache.at(tmp_path / "file")
