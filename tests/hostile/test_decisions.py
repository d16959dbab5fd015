"""What a person has decided is never lost, and a file of the wrong shape is told with the place."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kg.cli import main
from kg.errors import UsageError
from kg.ledger import append, load
from kg.model.decision import Decision, Judgement

WRITER = """
import sys
from pathlib import Path
from kg.ledger import append
from kg.model.decision import Decision, Judgement
path, writer = Path(sys.argv[1]), sys.argv[2]
for number in range(250):
    append(path, [Decision(Judgement.SAME, f"person/{writer}-{number}", "person/x")])
"""


def test_four_writers_of_250_decisions_each_lose_none(tmp_path: Path) -> None:
    path = tmp_path / "ledger.toml"
    writers = [subprocess.Popen([sys.executable, "-c", WRITER, str(path), str(n)]) for n in range(4)]
    assert [writer.wait() for writer in writers] == [0, 0, 0, 0]
    kept = [decision.a for decision in load(path)]
    assert len(kept) == 1_000
    for writer in range(4):  # each in the order in which it was written
        assert [key for key in kept if key.startswith(f"person/{writer}-")] == [
            f"person/{writer}-{n}" for n in range(250)
        ]
    assert [entry.name for entry in tmp_path.iterdir()] == ["ledger.toml"]


def test_mode_link_and_what_stands_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "team" / "decisions.toml", tmp_path / "ledger.toml"
    real.parent.mkdir()
    real.write_text("# ours", "utf-8")
    real.chmod(0o640)
    link.symlink_to("team/decisions.toml")
    append(link, [Decision(Judgement.HIDE, "person/a")])
    assert link.is_symlink()
    assert real.read_text("utf-8").startswith("# ours\n[[decision]]")
    assert real.stat().st_mode & 0o777 == 0o640
    assert load(link) == (Decision(Judgement.HIDE, "person/a"),)


def test_a_name_with_half_a_character_is_written_all_the_same(tmp_path: Path) -> None:
    append(tmp_path / "l.toml", [Decision(Judgement.HIDE, "person/a", reason="\udcff")])
    assert load(tmp_path / "l.toml")[0].reason == "?"


SHAPES = {
    "[]1": "review.json",
    "{}": "Expected `array`, got `object`",
    "[3]": "Expected `object`, got `int` - at `$[0]`",
    '[{"score": 1.0, "reasons": [], "a": {"key": "x", "name": "x", "sentences": []}}]': "missing required field `b`",
    '[{"score": 1.0, "reasons": [], "a": {"key": "x", "name": 7, "sentences": []}, "b": {}}]': "at `$[0].a.name`",
    '[{"score": 1.0, "reasons": "yes", "a": {}, "b": {}}]': "at `$[0].reasons`",
    '[{"x": ' + "[" * 100_000: "nested too deeply",
}


@pytest.mark.parametrize("text", SHAPES, ids=range(len(SHAPES)))
def test_a_review_of_another_shape(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "review.json").write_text(text, "utf-8")
    assert main(["review", str(tmp_path), "--ledger", str(tmp_path / "none.toml")]) == 2
    told = capsys.readouterr().err
    assert SHAPES[text] in told
    assert "fault of the program" not in told


@pytest.mark.parametrize(
    "text", ["decision = 3", "decision = [3]", "[[decision]]\na = 3", "[decision]", "a = " + "[" * 20_000, "[[", "\0"]
)
def test_a_ledger_of_another_shape(text: str, tmp_path: Path) -> None:
    (tmp_path / "l.toml").write_text(text, "utf-8")
    with pytest.raises(UsageError, match=r"l\.toml"):
        load(tmp_path / "l.toml")


def test_a_second_build_into_a_folder_is_refused_at_its_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Before anything is read; also where the first has not written anything there yet."""
    from kg import pipeline
    from kg.export.safe import reserved

    def never(*_: object, **__: object) -> None:
        raise AssertionError("it was begun")

    (tmp_path / "a.txt").write_text("清河县召开会议。", "utf-8")
    monkeypatch.setattr(pipeline, "build", never)
    with reserved(tmp_path / "out"):
        assert main(["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out")]) == 2
    assert "another build is writing into this folder" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_nothing_is_left_of_a_build_that_came_to_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(b"")
    assert main(["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "deep" / "out"), "-q"]) == 1
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]


def test_a_lock_goes_with_its_process_though_its_children_live(tmp_path: Path) -> None:
    from kg.export.lock import held

    script = f"""
import os, signal, time
from pathlib import Path
from kg.export.lock import held
with held(Path({str(tmp_path / "lock")!r})):
    if os.fork() == 0:
        print(os.getpid(), flush=True)
        time.sleep(60)
        os._exit(0)
    time.sleep(0.2)
    os.kill(os.getpid(), signal.SIGKILL)
"""
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        child = int(process.stdout.readline())
        process.wait()
        with held(tmp_path / "lock"):
            os.kill(child, signal.SIGKILL)
