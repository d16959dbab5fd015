"""The command line: what it does, what it says when something is wrong, and the status it leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kg import cli
from kg.commands.console.terminal import harmless

ROOT = Path(__file__).resolve().parent.parent
TEXT = "某报讯\n平原县县委书记王建国在会上指出，“要把工作抓实。”全县走访企业8704户次。\n"


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "in" / "001_某报.txt"
    path.parent.mkdir()
    path.write_text(TEXT, encoding="utf-8")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Status, standard output and standard error of one command."""
    try:
        status = cli.main([str(word) for word in words])
    except SystemExit as stop:
        status = int(stop.code or 0)
    told = capsys.readouterr()
    return status, told.out, told.err


def test_build_writes_every_file_and_says_so(capsys: pytest.CaptureFixture[str], article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    status, said, told = run(capsys, "build", article.parent, "-o", out)
    assert (status, said) == (0, "")
    assert "Read 1 articles" in told
    wanted = {"graph.gexf", "graph.graphml", "graph.html", "graph.json", "graph.ttl", "report.md"}
    assert wanted <= {path.name for path in out.iterdir()}
    assert all((out / name).read_bytes() for name in wanted)


def test_build_also_writes_what_is_asked(capsys: pytest.CaptureFixture[str], article: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run(capsys, "build", article, "-o", out, "--to", "ntriples,csv", "--to", "neo4j", "-q") == (0, "", "")
    for name in ("graph.nt", "csv/nodes.csv", "csv/careers.csv", "neo4j/graph.cypher"):
        assert (out / name).is_file()


def test_one_bad_file_does_not_stop_the_rest(capsys: pytest.CaptureFixture[str], article: Path, tmp_path: Path) -> None:
    (article.parent / "002_空.txt").write_bytes(b"")
    status, _, told = run(capsys, "build", article.parent, "-o", tmp_path / "out")
    assert status == 0
    assert "002_空.txt: the file is empty" in told
    assert "002\\_空.txt" in (tmp_path / "out" / "report.md").read_text(encoding="utf-8")


def test_strict_fails_on_a_skipped_file(capsys: pytest.CaptureFixture[str], article: Path, tmp_path: Path) -> None:
    (article.parent / "002_空.txt").write_bytes(b"")
    status, _, told = run(capsys, "build", article.parent, "-o", tmp_path / "out", "--strict")
    assert status == 1
    assert "--strict" in told
    assert not (tmp_path / "out").exists()


def test_a_failed_build_leaves_the_earlier_output(
    capsys: pytest.CaptureFixture[str], article: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    run(capsys, "build", article, "-o", out)
    before = (out / "graph.ttl").read_bytes()
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    assert run(capsys, "build", empty, "-o", out)[0] == 1
    assert (out / "graph.ttl").read_bytes() == before


BAD_INPUT = [
    ("empty", b"", "the file is empty"),
    ("only blanks", b" \n\n", "the file is empty"),
    ("binary", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "a PNG picture, not text"),
    ("broken encoding", "平原县召开大会。".encode() * 20 + b"\xff\xfe\xff", "fits the file"),
]


@pytest.mark.parametrize(("why", "data", "told"), BAD_INPUT, ids=[row[0] for row in BAD_INPUT])
def test_nothing_could_be_built(
    why: str, data: bytes, told: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "坏.txt"
    path.write_bytes(data)
    status, _, said = run(capsys, "build", path, "-o", tmp_path / "out")
    assert status == 1
    assert told in said
    assert "Nothing could be built" in said


def test_broken_bytes_are_read_when_told_to(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "1_坏.txt"
    path.write_bytes(TEXT.encode() * 20 + b"\xff\xfe\xff")
    assert run(capsys, "build", path, "-o", tmp_path / "out", "--replace")[0] == 0


USAGE = [
    ("a missing path", ["build", "no/such.txt"], "no/such.txt: there is no such file or folder"),
    ("an unknown export", ["build", "--to", "excel", "{article}"], "Name some of: ntriples"),
    ("a bad base", ["build", "--base", "no iri", "{article}"], "this is no base IRI"),
    ("an output that is a file", ["build", "{article}", "-o", "{article}"], "this is a file, not a folder"),
    ("no graph", ["query"], "no graph is named"),
    ("no query", ["query", "{graph}"], "no query is given"),
    ("a missing graph", ["query", "no.ttl", "ASK {}"], "kg build -o output"),
    ("a graph that is no RDF", ["query", "{article}", "ASK {}"], "line 1, column 1: this is no RDF"),
    ("a missing query file", ["query", "{graph}", "-f", "no.rq"], "cannot be read"),
    ("an unknown query", ["query", "{graph}", "post"], "Do you mean posts"),
    ("a missing parameter", ["query", "{graph}", "evidence", "-p", "from=某市"], "the parameter to is missing"),
    ("an unknown parameter", ["query", "{graph}", "posts", "-p", "x=1"], "no parameter of this name"),
    ("a parameter without a value", ["query", "{graph}", "posts", "-p", "person"], "Write --param name=value"),
    ("a parameter for SPARQL", ["query", "{graph}", "ASK {}", "-p", "a=b"], "only shipped queries"),
    ("a syntax error", ["query", "{graph}", "SELECT *\n{ ?s ?p }"], "the query, line 2, column"),
    (
        "an undeclared prefix",
        ["query", "{graph}", "SELECT * { ?s no:p ?o }"],
        "line 1, column 15: nobody declared the prefix no:",
    ),
    ("an update", ["query", "{graph}", "DELETE WHERE { ?s ?p ?o }"], "graphs are only read"),
    ("another server", ["query", "{graph}", "ASK { SERVICE <http://a> {} }"], "SERVICE asks another server"),
    ("an unknown name", ["explain", "{graph}", "某是"], "Do you mean 某"),
    ("a view that is not there", ["view", "{graph}"], "there is no view here"),
    ("no gold file", ["evaluate", "{graph}", "{article}"], "this is no gold file"),
    ("a missing gold file", ["evaluate", "{graph}", "no.json"], "cannot be read"),
    ("no command", [], "COMMAND"),
    ("an unknown command", ["bild"], "invalid choice"),
]


@pytest.mark.parametrize(("why", "words", "told"), USAGE, ids=[row[0] for row in USAGE])
def test_wrong_usage_is_told_with_its_cure(
    why: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str], article: Path, specimen_turtle: Path
) -> None:
    filled = [word.replace("{article}", str(article)).replace("{graph}", str(specimen_turtle)) for word in words]
    status, said, err = run(capsys, *filled)
    assert status == 2
    assert said == ""
    assert told in err
    assert "Traceback" not in err


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(capsys: pytest.CaptureFixture[str], article: Path, tmp_path: Path) -> None:
    locked = tmp_path / "locked"
    locked.mkdir(mode=0o500)
    status, _, told = run(capsys, "build", article, "-o", locked)
    assert status == 2
    assert "cannot be written" in told


def test_errors_for_machines(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    status, _, told = run(capsys, "--log-format", "json", "build", tmp_path / "no.txt")
    line = json.loads(told)
    assert status == 2
    assert line["level"] == "error"
    assert line["source"].endswith("no.txt")
    assert line["cure"]


def test_the_summary_for_machines(capsys: pytest.CaptureFixture[str], article: Path, tmp_path: Path) -> None:
    (article.parent / "002.txt").write_bytes(b"")
    told = run(capsys, "build", article.parent, "-o", tmp_path / "out", "--log-format", "json")[2]
    skipped, summary = map(json.loads, told.splitlines())
    assert (skipped["level"], skipped["cause"]) == ("warning", "the file is empty")
    assert (summary["level"], summary["articles"], summary["skipped"]) == ("info", 1, 1)


def test_without_an_input_and_without_seeds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    status, _, told = run(capsys, "build")
    assert status == 2
    assert "no input is named" in told


def test_standard_input(tmp_path: Path) -> None:
    words = [sys.executable, "-m", "kg", "build", "-", "-q", "-o", str(tmp_path / "out")]
    done = subprocess.run(words, input=TEXT.encode(), capture_output=True, cwd=ROOT)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
    assert 'dcterms:identifier "stdin"' in (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")


def test_chinese_survives_a_locale_that_knows_none(specimen_turtle: Path) -> None:
    """Pipes are UTF-8 whatever the locale says."""
    words = [sys.executable, "-m", "kg", "query", str(specimen_turtle), "articles"]
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "POSIX", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for form in ("table", "csv", "json"):
        done = subprocess.run([*words, "--format", form], capture_output=True, cwd=ROOT, env=plain)
        assert done.returncode == 0, done.stderr
        assert "比学赶超" in done.stdout.decode("utf-8")


def test_columns_of_a_corpus(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "corpus.csv"
    path.write_text(f"nr,body,day\nA1,{TEXT.strip()!r},2024-05-06\n", encoding="utf-8")
    words = ["build", path, "-o", tmp_path / "out", "--text", "body", "--id", "nr", "--date", "day"]
    assert run(capsys, *words)[0] == 0
    turtle = (tmp_path / "out" / "graph.ttl").read_text(encoding="utf-8")
    assert 'dcterms:identifier "A1"' in turtle
    assert 'dcterms:date "2024-05-06"^^xsd:date' in turtle


def test_an_unforeseen_fault_is_told_without_a_traceback(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by design")

    monkeypatch.setattr("kg.pipeline.build.build", broken)
    status, _, told = run(capsys, "build", article)
    assert status == 1
    assert "a fault of the program: ZeroDivisionError: by design" in told
    assert "Traceback" not in told


def test_interruption_has_its_status(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, article: Path
) -> None:
    def stopped(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("kg.pipeline.build.build", stopped)
    assert run(capsys, "build", article)[0] == 130


def test_view_prints_the_address(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "graph.html").write_text("<!doctype html>", encoding="utf-8")
    status, said, _ = run(capsys, "view", tmp_path, "--print")
    assert status == 0
    assert said.startswith("file:///")
    assert said.endswith("/graph.html\n")


def test_a_closed_pipe_is_no_error(specimen_turtle: Path) -> None:
    command = f"{sys.executable} -m kg query {specimen_turtle} 'SELECT * {{ ?s ?p ?o }}' --format csv | head -1"
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, cwd=ROOT)
    assert "Traceback" not in done.stderr
    assert "Error" not in done.stderr


def test_terminal_escapes_do_nothing() -> None:
    assert harmless("市\x1b]0;own\x07长\u202e") == "市<1b>]0;own<07>长<202e>"


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("shtab", reason="shtab is not installed: pip install 'zhengtu[completion]'")
    assert cli.main(["completion", shell, "--name", "zhengtu"]) == 0
    told = capsys.readouterr().out
    assert "zhengtu" in told
    assert "timeline" in told


def test_completion_needs_shtab(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setitem(sys.modules, "shtab", None)
    assert cli.main(["completion", "bash"]) == 2
    assert "this needs the package shtab" in capsys.readouterr().err
