"""Every message of ``kg.errors``: each error that the program can tell is told in some test; the rare ones here."""

from __future__ import annotations

import ast
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import kg.ontology
from kg.cli import main
from kg.errors import InputError, KgError, LexiconError, OutputError, UsageError
from kg.ingest.read import Options, documents
from kg.ledger import load
from kg.lexicon.patterns import load_patterns
from kg.lexicon.tables import load_table
from kg.model import Skipped
from tests.ingest import made

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
ERRORS = {"InputError", "OutputError", "UsageError", "LexiconError", "KgError", "Skipped"}
ELSEWHERE = {"kg/evaluate", "kg/lexicon/generate"}


def test_the_tree_of_errors() -> None:
    error = InputError("a.txt", "the file is empty", "Give another")
    assert str(error) == "a.txt: the file is empty. Give another."
    assert (error.source, error.cause, error.cure) == ("a.txt", "the file is empty", "Give another")
    assert {cls.__name__ for cls in KgError.__subclasses__()} == {
        "InputError",
        "OutputError",
        "UsageError",
        "LexiconError",
    }


SKIPPED = [
    ("b.jsonl", b"no\n" + b'{"text": "' + made.BODY[0].encode() + b'"}', "the line is no JSON: ", "Mend the line"),
    ("b.jsonl", b"[1]\n", "the line is no JSON object", "Mend the line"),
    ("b.jsonl", b"[" * 100_000, "the line is no JSON: ", "Mend the line"),
    ("b.csv", b'text\n"' + b"x" * 40 + b"\n", "", ""),
    (
        "b.zip",
        made.zipped({"a.txt": b"x" * 999}).replace(b"\x08\x00", b"\x63\x00"),
        "the file is locked or broken",
        "Unpack",
    ),
    ("b.md", b"x" * 50, "the file has more than 40 bytes", "Cut it into smaller files"),
]


@pytest.mark.parametrize(("name", "data", "cause", "cure"), SKIPPED)
def test_inputs_that_are_skipped(name: str, data: bytes, cause: str, cure: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(data)
    most = 40 if name.endswith("md") else 1 << 30
    skips = [one for one in documents([tmp_path / name], Options(most_bytes=most)) if isinstance(one, Skipped)]
    assert (not cause and not skips) or (cause in skips[0].cause and cure in skips[0].cure)


def test_a_table_that_is_broken(tmp_path: Path) -> None:
    (tmp_path / "b.csv").write_bytes(b'text\n"' + b"xxxxxxxxx\n" * 9)  # a quote that nobody closes
    (skip,) = documents([tmp_path / "b.csv"], Options(most_characters=3))
    assert isinstance(skip, Skipped)
    assert "the table is broken: " in skip.cause


def test_a_folder_without_anything_to_read(tmp_path: Path) -> None:
    (tmp_path / "a.exe").write_bytes(b"MZ")
    with pytest.raises(UsageError, match="the folder holds nothing to read"):
        list(documents([tmp_path]))
    (tmp_path / "air.txt").symlink_to("nowhere")
    with pytest.raises(UsageError, match="the link leads nowhere"):
        list(documents([tmp_path / "air.txt"]))


LEDGERS = [
    ("x = 1", "a ledger holds [[decision]] and [[fact]] tables and nothing else"),
    ("[[decision", "the ledger cannot be read"),
    ("[[decision]]\njudgement = 1", "every field of a decision is a string"),
    ('[[decision]]\nof = "x"', "no decision has a field of"),
    ('[[decision]]\njudgement = "maybe"', "is no judgement"),
    ('[[decision]]\njudgement = "same"\na = "x"', "does not name the right entities"),
    ('[[decision]]\njudgement = "rename"\na = "person/甲"', "has no value, or one too many"),
    ('[[decision]]\njudgement = "retype"\na = "person/甲"\nvalue = "Thing"', "is no kind of entity"),
]


@pytest.mark.parametrize(("text", "cause"), LEDGERS)
def test_a_ledger_that_is_wrong(text: str, cause: str, tmp_path: Path) -> None:
    (tmp_path / "l.toml").write_text(text, encoding="utf-8")
    with pytest.raises(UsageError, match=re.escape(cause)):
        load(tmp_path / "l.toml")


def test_data_of_the_program_that_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("a\tb\n1\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="line 2: 1 cells where 2 stand in the header"):
        load_table(path)
    with pytest.raises(LexiconError, match="the table cannot be read"):
        load_table(tmp_path / "none.tsv")
    path.write_text('[[pattern]]\nname = "x"\nregex = "("\n', encoding="utf-8")
    with pytest.raises(LexiconError, match="rule x: the regex does not compile"):
        load_patterns(path)
    with pytest.raises(LexiconError, match="the pattern file cannot be read"):
        load_patterns(tmp_path / "none.toml")
    with pytest.raises(LexiconError, match="the ontology has no class of this name"):
        kg.ontology.ancestors("Nonsense")
    with pytest.raises(LexiconError, match="the ontology has no term of this name"):
        kg.ontology.labels("nonsense")
    monkeypatch.setattr(kg.ontology, "__file__", str(tmp_path / "kg" / "ontology.py"))
    with pytest.raises(LexiconError, match="the ontology folder is missing"):
        kg.ontology.folder.__wrapped__() if hasattr(kg.ontology.folder, "__wrapped__") else kg.ontology.folder()


def test_a_fault_at_one_article_stops_no_other(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.pipeline import article
    from kg.pipeline.build import build

    for name in ("a", "b"):
        (tmp_path / f"{name}.txt").write_text(made.ARTICLE, encoding="utf-8")
    monkeypatch.delenv("KG_DEBUG", raising=False)
    real = article.read

    def read(document, lexicon, home=(), extractors=()):  # type: ignore[no-untyped-def]
        if document.id == "a":
            raise ZeroDivisionError("by design")
        return real(document, lexicon, home)

    monkeypatch.setattr(article, "read", read)
    graph = build([tmp_path])
    assert [article.id for article in graph.articles] == ["b"]
    assert graph.skipped[0].cause == "a fault of the program: ZeroDivisionError: by design"
    monkeypatch.setenv("KG_DEBUG", "1")
    with pytest.raises(ZeroDivisionError):
        build([tmp_path])


def test_a_query_that_breaks_off_or_fails(capsys: pytest.CaptureFixture[str], specimen_turtle: Path) -> None:
    assert main(["query", str(specimen_turtle), "SELECT * WHERE { ?s ?p ?o FILTER( }"]) == 2
    assert "the query breaks off here" in capsys.readouterr().err


def test_errors_in_json_have_all_three_parts(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "e.nt").write_text("# nothing\n", encoding="utf-8")
    assert main(["--log-format", "json", "query", str(tmp_path / "e.nt"), "ASK {}"]) == 2
    told = json.loads(capsys.readouterr().err)
    assert told["cause"] == "there is no triple in it"
    assert told.keys() == {"level", "source", "cause", "cure"}
    assert main(["--log-format", "json", "review", str(tmp_path)]) == 2
    assert json.loads(capsys.readouterr().err)["cause"] == "there is no review file of a build"


def test_what_a_store_cannot_answer(specimen_turtle: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from kg.query import ask

    class Store:
        def query(self, *_: object, **__: object) -> None:
            raise RuntimeError("too much")

    with pytest.raises(UsageError, match="the query cannot be answered: too much"):
        ask(Store(), "ASK {}")  # type: ignore[arg-type]


def test_processes_and_blank_nodes(tmp_path: Path) -> None:
    from kg.pipeline.parallel import processes
    from kg.restore.triples import description_of

    with pytest.raises(UsageError, match="no work can be done by fewer than no processes"):
        processes(-2)
    (tmp_path / "b.nt").write_text("_:a <http://a> _:b .\n", encoding="utf-8")
    with pytest.raises(UsageError, match="there are blank nodes in it"):
        description_of(tmp_path / "b.nt")


def test_another_build_in_the_folder(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    from kg.export.lock import held

    (tmp_path / "a.txt").write_text(made.ARTICLE, encoding="utf-8")
    (tmp_path / "out" / ".kg").mkdir(parents=True)
    with held(tmp_path / "out" / ".kg" / "lock"):
        assert main(["build", str(tmp_path / "a.txt"), "-o", str(tmp_path / "out"), "-q"]) == 2
    assert "another build is writing into this folder" in capsys.readouterr().err
    with pytest.raises(OutputError):
        raise OutputError("x", "y", "z")


def fragments(node: ast.expr, local: dict[str, list[ast.expr]]) -> Iterator[str]:
    """The fixed words of a message, through f-strings, alternatives and variables of the same function."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        yield from (part.value for part in node.values if isinstance(part, ast.Constant))  # type: ignore[misc]
    elif isinstance(node, ast.IfExp):
        yield from (*fragments(node.body, local), *fragments(node.orelse, local))
    elif isinstance(node, ast.Name):
        yield from (word for value in local.get(node.id, ()) for word in fragments(value, {}))


def messages(path: Path) -> Iterator[tuple[int, str]]:
    for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(function, ast.FunctionDef):
            continue
        local: dict[str, list[ast.expr]] = {}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
                local.setdefault(node.targets[0].id, []).append(node.value)
        for node in ast.walk(function):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ERRORS:
                for word in fragments(node.args[1], local) if len(node.args) > 1 else ():
                    yield node.lineno, word.strip()


def test_every_message_is_in_a_test() -> None:
    tests = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("*.py"))
    lost = [
        f"{path.relative_to(ROOT)}:{line}: {words}"
        for path in sorted((ROOT / "kg").rglob("*.py"))
        if str(path.relative_to(ROOT).parent) not in ELSEWHERE
        for line, words in messages(path)
        if len(words) >= 12 and not any(words[at : at + 12] in tests for at in range(max(1, len(words) - 11)))
    ]
    assert not lost, "no test tells: " + "; ".join(lost)
