"""What is kept of compiled patterns changes nothing but the time of a start, whoever has written it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

import kg
from kg import seal
from kg.lexicon import Lexicon, kept, regex
from kg.lexicon.kept import Kept, Program, read, write
from kg.lexicon.regex import compiled

HOUSE = Path(kg.__file__).parent
SEED = next((HOUSE.parent / "seeds").glob("*.txt"))
FILES = sorted(path.stem for path in (HOUSE / "lexicon" / "patterns").glob("*.toml"))
SOUND = Kept(kept.maker(), programs={"0:a": Program(32, 0, {}, b"")}, groups={"0:a": (("a",),)}, opens={"0:a": False})


@pytest.mark.parametrize("name", FILES)
def test_a_kept_pattern_is_the_pattern(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for pattern in Lexicon().patterns(name):
        source, flags = pattern.regex.pattern, re.VERBOSE
        fresh = re.compile(source, flags)
        for _ in range(2):  # made, then found
            again = compiled(source, flags)
            assert (again, again.flags, again.groups) == (fresh, fresh.flags, fresh.groups)
            assert dict(again.groupindex) == dict(fresh.groupindex)
            for text in (*pattern.yes, *pattern.no):
                theirs, ours = fresh.search(text), again.search(text)
                assert (theirs and (theirs.regs, theirs.lastgroup)) == (ours and (ours.regs, ours.lastgroup))


def test_a_broken_pattern_is_told_as_ever() -> None:
    with pytest.raises(re.error, match="unterminated"):
        compiled("(a")


def test_what_is_written_is_read(tmp_path: Path) -> None:
    write(SOUND, tmp_path / "new" / "kept")
    assert read(tmp_path / "new" / "kept") == SOUND
    assert [path.name for path in (tmp_path / "new").iterdir()] == ["kept"]


@pytest.mark.parametrize("end", [0, 20, 40, -1])
def test_a_file_cut_short_is_no_file(end: int, tmp_path: Path) -> None:
    write(SOUND, tmp_path / "kept")
    (tmp_path / "kept").write_bytes((tmp_path / "kept").read_bytes()[:end])
    assert read(tmp_path / "kept") is None


def test_a_file_with_another_bit_is_no_file(tmp_path: Path) -> None:
    write(SOUND, tmp_path / "kept")
    data = (tmp_path / "kept").read_bytes()
    (tmp_path / "kept").write_bytes(data[:40] + bytes([data[40] ^ 1]) + data[41:])
    assert read(tmp_path / "kept") is None


def test_a_whole_file_of_another_shape_is_no_file(tmp_path: Path) -> None:
    data = b"\x80\x04cos\nsystem\n."  # a pickle that would run something
    (tmp_path / "kept").write_bytes(sha256(data).digest() + data)
    assert read(tmp_path / "kept") is None


def test_what_another_has_written_is_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Programs that were altered end the interpreter; a hash that anyone can make is no seal."""
    write(SOUND, tmp_path / "kept")
    data = (tmp_path / "kept").read_bytes()[32:].replace(b"programs", b"programz")
    (tmp_path / "kept").write_bytes(sha256(data).digest() + data)
    assert read(tmp_path / "kept") is None
    write(SOUND, tmp_path / "kept")
    monkeypatch.setattr(seal, "_key", lambda: b"x" * 32)
    assert read(tmp_path / "kept") is None
    monkeypatch.setattr(seal, "_key", lambda: b"")
    write(SOUND, tmp_path / "kept")
    assert not (tmp_path / "kept").exists(), "without a key nothing is kept"


@pytest.mark.parametrize("maker", ["", "2.7"])
def test_a_file_of_another_python_or_code_is_no_file(
    maker: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(replace(SOUND, maker=maker), tmp_path / "kept")
    assert read(tmp_path / "kept") is None


def test_other_code_is_another_maker(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "_CODE", kept._CODE[1:])
    assert kept.maker.__wrapped__() != kept.maker()
    monkeypatch.setattr(kept, "_CODE", ("not_there",))
    assert kept.maker.__wrapped__() == ""


def test_where_nothing_can_be_written_nothing_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    write(SOUND, tmp_path / "file" / "kept")
    assert read(tmp_path / "file" / "kept") is None


@pytest.mark.parametrize("code", [b"", b"\x00" * 4, b"\xff" * 64, b"abc"])
def test_what_the_engine_does_not_take_is_made_anew(code: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    forged = Kept("", programs={"0:一+": Program(32, 0, {"x": 7}, code)})
    monkeypatch.setattr(regex, "kept", lambda: forged)
    assert compiled("一+").fullmatch("一一")


def test_a_python_that_works_otherwise_inside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(regex, "kept", lambda: Kept(""))
    monkeypatch.setattr(regex, "array", None)
    assert compiled("(?P<one>一)+", re.VERBOSE).fullmatch("一一")


def test_what_grows_too_large_is_begun_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(SOUND, tmp_path / "kept")
    monkeypatch.setattr(kept, "_MOST", 10)
    write(SOUND, tmp_path / "kept")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("maker", "known", "there"), [("it", 0, True), ("it", 1, False), ("", 0, False)])
def test_only_what_is_new_is_written(
    maker: str, known: int, there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(kept, "_FILE", tmp_path / "kept")
    monkeypatch.setattr(kept, "_loaded", lambda: (Kept(maker, opens={"0:a": True}), known))
    kept.keep()
    assert (tmp_path / "kept").exists() == there


def build(house: Path, output: Path) -> dict[str, bytes]:
    call = [sys.executable, "-m", "kg", "build", str(SEED), "-q", "-o", str(output)]
    subprocess.run(call, cwd=house, check=True)
    return {path.name: path.read_bytes() for path in output.iterdir() if path.is_file()}


def test_every_start_gives_the_same_bytes(tmp_path: Path) -> None:
    """The first start, one that finds what it kept, and one that finds it damaged, which mends it."""
    shutil.copytree(HOUSE, tmp_path / "kg", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(HOUSE.parent / "ontology", tmp_path / "ontology")
    first = build(tmp_path, tmp_path / "first")
    (file,) = (tmp_path / "kg/lexicon/__pycache__").glob("patterns.*")
    whole = file.read_bytes()
    assert build(tmp_path, tmp_path / "second") == first
    assert file.read_bytes() == whole
    file.write_bytes(whole[:-5])
    assert build(tmp_path, tmp_path / "third") == first
    assert file.read_bytes() == whole
