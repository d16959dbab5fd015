"""A cache that others have written to: nothing in it is believed, nothing in it takes more than its bounds."""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from kg import seal
from kg.errors import OutputError
from kg.pipeline.build import build
from kg.pipeline.reading_cache import ReadingCache

TEXT = "清河县召开会议\n今天，清河县召开会议，县委书记王建国研究部署防汛工作。"


@pytest.fixture(autouse=True)
def key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A key of the test's own."""
    monkeypatch.setenv(seal.KEY, str(tmp_path / "settings" / "key"))
    seal._key.cache_clear()
    yield tmp_path / "settings" / "key"
    seal._key.cache_clear()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "a.txt").write_text(TEXT, "utf-8")
    return tmp_path / "texts"


def entries(cache: Path) -> list[Path]:
    return sorted(cache.rglob("*.reading"))


def altered(data: bytes) -> bytes:
    """A reading of another text: what an entry says, changed, and packed again."""
    return zlib.compress(zlib.decompress(data).replace("王建国".encode(), "李卫东".encode()))


def test_an_entry_that_was_altered_is_not_believed(folder: Path, tmp_path: Path) -> None:
    first = build([folder], cache=tmp_path / "cache")
    (entry,) = entries(tmp_path / "cache")
    seal_, rest = entry.read_bytes()[:32], entry.read_bytes()[32:]
    for forged in (altered(rest), seal_ + altered(rest), bytes(32) + altered(rest)):
        entry.write_bytes(forged)
        assert build([folder], cache=tmp_path / "cache") == first
        assert entry.read_bytes()[32:] == rest, "it was read, and kept again"


def test_an_entry_does_not_hold_in_another_place(folder: Path, tmp_path: Path) -> None:
    build([folder], cache=tmp_path / "cache")
    (entry,) = entries(tmp_path / "cache")
    (folder / "a.txt").write_text(TEXT.replace("王建国", "李卫东"), "utf-8")
    second = build([folder], cache=tmp_path / "cache")
    (other,) = [path for path in entries(tmp_path / "cache") if path != entry]
    other.write_bytes(entry.read_bytes())
    assert build([folder], cache=tmp_path / "cache") == second


def test_entries_of_another_user_are_read_anew(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build([folder], cache=tmp_path / "cache")
    before = entries(tmp_path / "cache")[0].read_bytes()
    monkeypatch.setenv(seal.KEY, str(tmp_path / "theirs"))
    seal._key.cache_clear()
    assert build([folder], cache=tmp_path / "cache") == first
    assert entries(tmp_path / "cache")[0].read_bytes() != before


def test_what_is_packed_has_a_bound(tmp_path: Path) -> None:
    cache = ReadingCache.at(tmp_path / "cache")
    bomb = zlib.compress(bytes(100_000_000))
    path = cache._path("ab12")
    path.parent.mkdir(parents=True)
    path.write_bytes(seal.sealed(bomb, "ab12") or b"")
    assert cache.get("ab12") is None
    with pytest.raises(zlib.error, match="too large"):
        seal.inflated(bomb, 1_000_000)
    with pytest.raises(zlib.error):
        seal.inflated(zlib.compress(b"x") + b"more", 10)
    assert seal.inflated(zlib.compress(b"x" * 9), 10) == b"x" * 9


def test_a_sealed_entry_that_is_no_text_is_none(tmp_path: Path) -> None:
    """Found by fuzzing: a text that is no UTF-8 is another error than those of MessagePack."""
    from kg.dataset import pack

    cache = ReadingCache.at(tmp_path / "cache")
    path = cache._path("ab12")
    path.parent.mkdir(parents=True)
    bad = zlib.compress(b"\x82\xa6wanted\xa2\xe7\x8e")
    path.write_bytes(seal.sealed(bad, "ab12") or b"")
    assert cache.get("ab12") is None
    whole = pack.packed("甲")
    with pytest.raises(pack.DamagedError):
        pack.unpacked(hashlib.sha256(bad).digest()[:16] + bad, dict[str, str])
    assert pack.unpacked(whole, str) == "甲"


def test_a_key_that_others_may_read_is_none(folder: Path, tmp_path: Path, key: Path) -> None:
    build([folder], cache=tmp_path / "cache")
    assert key.stat().st_mode & 0o777 == 0o600
    key.chmod(0o644)
    seal._key.cache_clear()
    with pytest.raises(OutputError, match=r"no reading can be kept: the key .* cannot be made, or others may read it"):
        build([folder], cache=tmp_path / "cache")


def test_a_user_without_a_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, folder: Path) -> None:
    def none() -> Path:
        raise RuntimeError("no home")

    monkeypatch.delenv(seal.KEY)
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    monkeypatch.setattr(Path, "home", none)
    with pytest.raises(OutputError, match="of a user without a home"):
        build([folder], cache=tmp_path / "cache")
    assert build([folder]).articles


def test_one_key_for_processes_that_begin_together(tmp_path: Path, key: Path) -> None:
    seal._make(key)
    first = key.read_bytes()
    seal._make(key)
    assert key.read_bytes() == first
    assert os.listdir(key.parent) == ["key"]  # noqa: PTH208


def test_pieces_of_a_dataset_have_a_bound_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.dataset import pack

    data = pack.packed(["x" * 1000])
    monkeypatch.setattr(pack, "_LARGEST", 100)
    with pytest.raises(pack.DamagedError):
        pack.unpacked(data, list[str])
    with pytest.raises(pack.DamagedError):
        pack.unpacked(msgspec.msgpack.encode(["x"]), list[str])
