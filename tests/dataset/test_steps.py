"""The steps by themselves: chunks that stay, work that is found again, tasks that outlive their processes."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.dataset import build as building
from kg.dataset import job
from kg.dataset import read as reading
from kg.dataset.build import write
from kg.dataset.chunks import Chunk, chunks
from kg.dataset.engines.engine import engine
from kg.dataset.engines.processes import LocalProcesses
from kg.dataset.finish_step import finish
from kg.dataset.pack import DamagedError, packed, shelved, taken, unpacked
from kg.dataset.partial import Seen
from kg.dataset.sources import listed
from kg.dataset.storage import storage
from kg.errors import OutputError, UsageError
from kg.ingest.files import Ids
from kg.model import Evidence, Span
from tests.conftest import ROOT
from tests.dataset.contents import files, quads, rows
from tests.dataset.tasks import dies, dies_once, double, fails
from tests.dataset.texts import folder

if TYPE_CHECKING:
    from collections.abc import Callable

    from kg.dataset.job import Job

pytest.importorskip("pyarrow", reason="pyarrow is not installed: pip install 'zhengtu[cluster]'")
pytest.importorskip("fsspec", reason="fsspec is not installed: pip install 'zhengtu[cluster]'")


def test_a_new_article_changes_few_chunks() -> None:
    names = [(f"news/{n:05}.txt", 3000) for n in range(20_000)]
    before = set(chunks(names))
    after = set(chunks(sorted([*names, ("news/10000b.txt", 3000)])))
    assert len(before) > 30
    assert len(before - after) == 1
    assert all(len(chunk.sources) * 3000 <= 4_000_000 for chunk in before)


def test_chunks_hold_every_source_in_order() -> None:
    names = [(f"{n:04}.txt", n * 17 % 5000) for n in range(900)]
    assert [source for chunk in chunks(names, size=9000) for source in chunk.sources] == [name for name, _ in names]


def test_ids_are_given_in_the_order_of_all_texts() -> None:
    wanted = ["a", "b", "", "a", "c", "a-2", "a"]
    pieces = [reading.Read(f"{n}", f"{n}", tuple(wanted[n::3])) for n in range(3)]
    given = [Chunk(("x.csv",), n, 3) for n in range(3)]
    made = building.ids_of(given, pieces)
    flat = [made[n % 3][n // 3] for n in range(len(wanted))]
    ids = Ids()
    assert flat == [name and ids.unique(name) for name in wanted]


def test_one_value_is_taken_of_many(tmp_path: Path) -> None:
    place = storage(str(tmp_path))
    values = [["甲"], None, list("乙" * 1000)]
    place.put("x/values", shelved(values))
    assert [taken(place, "x/values", n, list[str]) for n in range(3)] == values
    with pytest.raises(DamagedError):
        taken(place, "x/none", 0, list[str])


@pytest.mark.parametrize(
    "harm", [lambda d: d[:-3], lambda d: d[:0], lambda d: d[:20] + b"!" + d[21:], lambda d: d[::-1]]
)
def test_damage_is_noticed(harm: Callable[[bytes], bytes]) -> None:
    with pytest.raises(DamagedError):
        unpacked(harm(packed(["甲"] * 9)), list[str])
    assert unpacked(packed(["甲"] * 9), list[str]) == ["甲"] * 9


def test_what_is_seen_first_does_not_depend_on_the_order() -> None:
    def seen(document: str, year: int, part: str = "") -> Seen:
        why = Evidence(document, Span(0, 2), "cascade", 0.7)
        parts = frozenset({part} if part else ())
        return Seen(why, "甲。", False, f"{document}.txt", "", frozenset({year}), parts)

    one, two, three = seen("b", 2021), seen("a", 2022, "x"), Seen(years=frozenset({2020}))
    for row in ((one, two, three), (three, two, one), (two, three, one)):
        whole = Seen().plus(row[0]).plus(row[1]).plus(row[2])
        assert whole == Seen(two.why, "甲。", False, "a.txt", "", frozenset({2020, 2021, 2022}), frozenset({"x"}))


def test_a_stopped_build_goes_on_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder(tmp_path / "in")
    write([source], tmp_path / "whole", jobs=1)
    with monkeypatch.context() as patched:
        patched.setattr(building, "finish", _stop)
        with pytest.raises(KeyboardInterrupt):
            write([source], tmp_path / "out", jobs=1)
    assert not (tmp_path / "out/manifest.json").exists()
    left = {path: path.stat().st_mtime_ns for path in sorted((tmp_path / "out/.kg/work/readings").iterdir())}
    assert left
    with monkeypatch.context() as patched:
        patched.setattr(building, "finish", _stop)
        with pytest.raises(KeyboardInterrupt):
            write([source], tmp_path / "out", jobs=1)
    assert left == {path: path.stat().st_mtime_ns for path in sorted((tmp_path / "out/.kg/work/readings").iterdir())}
    write([source], tmp_path / "out", jobs=1)
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def _stop(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_cache_keeps_readings_for_other_builds(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    write([source], tmp_path / "one", jobs=1, cache=tmp_path / "cache")
    kept = {path.name: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()}
    write([source], tmp_path / "two", jobs=1, cache=tmp_path / "cache")
    assert kept == {path.name: path.stat().st_mtime_ns for path in (tmp_path / "cache").iterdir()}
    assert files(tmp_path / "one") == files(tmp_path / "two")


def test_results_come_with_the_numbers_of_their_tasks() -> None:
    with engine("local", 2) as pool:
        assert sorted(pool.each(double, ((n,) for n in range(20)))) == [(n, 2 * n) for n in range(20)]
        assert list(pool.each(double, [])) == []


def test_a_task_outlives_its_process(tmp_path: Path) -> None:
    pool = LocalProcesses(2)
    try:
        found = sorted(pool.each(dies_once, ((str(tmp_path / "mark"), n) for n in range(9))))
    finally:
        pool.dismiss()
    assert found == [(n, n) for n in range(9)]


def test_a_task_that_kills_every_process_is_told() -> None:
    with engine("local", 2) as pool, pytest.raises(OutputError, match="memory is short"):
        list(pool.each(dies, [(1,)]))


def test_a_pool_that_breaks_while_nobody_looks_is_made_anew(tmp_path: Path) -> None:
    pool, found = LocalProcesses(1), []
    try:
        for number, _ in pool.each(dies_once, ((str(tmp_path / "mark"), n) for n in range(9))):
            found.append(number)
            time.sleep(0.3)
    finally:
        pool.dismiss()
    assert sorted(found) == list(range(9))


def test_a_fault_is_told_with_its_name() -> None:
    for processes in (1, 2):
        with engine("local", processes) as pool, pytest.raises(OutputError, match="fails: FaultyError"):
            list(pool.each(fails, [(1,)]))


def test_damaged_readings_are_read_again(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    write([source], tmp_path / "one", jobs=1, cache=tmp_path / "cache")
    for number, path in enumerate(sorted((tmp_path / "cache").iterdir())):
        path.write_bytes(path.read_bytes()[: 40 * number])
    write([source], tmp_path / "two", jobs=1, cache=tmp_path / "cache")
    assert files(tmp_path / "one") == files(tmp_path / "two")


@pytest.mark.parametrize("what", ["told", "shares", "names", "left", "out"])
def test_damaged_work_is_done_again(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder(tmp_path / "in")
    write([source], tmp_path / "whole", jobs=1)
    with monkeypatch.context() as patched:
        patched.setattr(building, "publish", _stop)
        with pytest.raises(KeyboardInterrupt):
            write([source], tmp_path / "out", jobs=1)
    place = tmp_path / "out" / ("quads" if what == "out" else f".kg/work/{what}")
    for path in place.iterdir():
        path.write_bytes(path.read_bytes()[:50])
    with contextlib.suppress(OutputError):  # shares: told, and removed
        write([source], tmp_path / "out", jobs=1)
    write([source], tmp_path / "out", jobs=1)
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def _flipped(path: Path) -> None:
    """One bit of a file is another, and its size the same."""
    data = bytearray(path.read_bytes())
    data[-1] ^= 1
    path.write_bytes(bytes(data))


def test_shares_with_a_wrong_bit_are_told_and_removed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder(tmp_path / "in")
    with monkeypatch.context() as patched:
        patched.setattr(building, "publish", _stop)
        with pytest.raises(KeyboardInterrupt):
            write([source], tmp_path / "out", jobs=1)
    (_, damaged, *_) = sorted((tmp_path / "out/.kg/work/shares").iterdir()) * 2
    _flipped(damaged)
    with pytest.raises(OutputError, match="a file of the work was damaged, and has been removed"):
        write([source], tmp_path / "out", jobs=1)
    write([source], tmp_path / "out", jobs=1)
    write([source], tmp_path / "whole", jobs=1)
    assert files(tmp_path / "out") == files(tmp_path / "whole")


def test_what_buckets_left_with_a_wrong_bit_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def damaged(made: Job, names: list[str], known: bool) -> object:
        _flipped(Path(made.work.root, names[0]))
        return finish(made, names, known)

    with monkeypatch.context() as patched:
        patched.setattr(building, "finish", damaged)
        with pytest.raises(OutputError, match="a file of the work was damaged"):
            write([ROOT / "seeds"], tmp_path, jobs=1)
    write([ROOT / "seeds"], tmp_path, jobs=1)


def test_many_chunks_are_folded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder(tmp_path / "in")
    write([source], tmp_path / "one", jobs=1)
    monkeypatch.setattr(building, "TOGETHER", 3)
    monkeypatch.setattr("kg.dataset.chunks.chunks.__defaults__", (4_000,))
    steps: set[str] = set()
    write([source], tmp_path / "two", jobs=1, progress=lambda *told: steps.add(told[0]))
    assert steps == {"read", "map", "combine", "reduce"}
    assert quads(tmp_path / "one") == quads(tmp_path / "two")
    assert rows(tmp_path / "one", "nodes") == rows(tmp_path / "two", "nodes")


def test_an_unknown_engine_is_told() -> None:
    with pytest.raises(UsageError, match="no engine of this name"), engine("spark", 1):
        pass


def test_another_version_on_a_worker_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(building, "program", lambda: "another")
    with pytest.raises(UsageError, match="another version of Zhengtu"):
        write([ROOT / "seeds"], tmp_path, jobs=1)


def test_a_missing_package_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.dataset.job._WRITERS", ("no-such-package",))
    job.program.cache_clear()
    with pytest.raises(UsageError, match="is needed to write a dataset"):
        write([ROOT / "seeds"], tmp_path, jobs=1)


def test_addresses_are_listed_as_folders_are(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    (source / ".hidden").mkdir()
    (source / ".hidden/x.txt").write_text("甲", encoding="utf-8")
    (source / "notes.xyz").write_text("甲", encoding="utf-8")
    here = [name.rsplit("/", 1)[-1] for name, _ in listed([source])]
    assert [name.rsplit("/", 1)[-1] for name, _ in listed([f"file://{source}"])] == here
    for bad in ("file:///nowhere/at/all", f"file://{source}/.hidden/none", "nosuch://x/y"):
        with pytest.raises(UsageError):
            listed([bad])


def test_an_address_that_cannot_be_listed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find(self, *_: str, **__: bool) -> None:
            raise RuntimeError("no rights")

    monkeypatch.setattr("kg.dataset.address.filesystem", lambda address: (Broken(), address))
    with pytest.raises(UsageError, match="the address cannot be listed: no rights"):
        listed(["s3://news"])


def test_wrong_places_are_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing is named that could be read"):
        write([], tmp_path, jobs=1)
    with pytest.raises(UsageError, match="an address to write to may not hold"):
        storage("s3://news/*")
    (tmp_path / "file").write_text("甲", encoding="utf-8")
    with pytest.raises(OutputError, match="the folder cannot be made"):
        write([ROOT / "seeds"], tmp_path / "file", jobs=1)


def test_an_address_gives_the_same_dataset(tmp_path: Path) -> None:
    source = folder(tmp_path / "in")
    write([source], tmp_path / "one", jobs=1)
    write([f"file://{source}"], f"file://{tmp_path}/two", jobs=1)
    assert quads(tmp_path / "one") == quads(tmp_path / "two")
    for table in ("nodes", "edges", "articles"):
        assert rows(tmp_path / "one", table) == rows(tmp_path / "two", table)
