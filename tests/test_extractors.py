"""Extractors of other packages and ``--assist``: only what is sound and stands in the text is taken, and it repeats."""

from __future__ import annotations

import http.server
import json
import sys
import threading
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from kg.cli import main
from kg.errors import UsageError
from kg.model.proposal import ProposedMention, ProposedRelation
from kg.pipeline import extractors as module
from kg.pipeline.assist import Assist
from kg.pipeline.build import build
from kg.pipeline.extractors import installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.model import Graph
    from kg.text.annotated import AnnotatedDocument

BODY = "3月15日，赣州市水利局局长王建国到云岭一号泵站检查。会后，众志水务看管的青石渠恢复通水。"
TEXT = f"赣州市检查水利工程\n\n2022年3月15日 来源：赣南日报\n\n{BODY}\n"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "1_a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def at(doc: AnnotatedDocument, words: str) -> tuple[int, int]:
    start = doc.plain.index(words)
    return start, start + len(words)


def works(doc: AnnotatedDocument) -> list[Any]:
    """Good proposals and bad ones."""
    firm, canal, title = at(doc, "众志水务"), at(doc, "青石渠恢复"), at(doc, "赣州市检查")
    canal = canal[0], canal[1] - 2
    return [
        ProposedMention(*firm, "Organization", confidence=0.7),
        ProposedMention(*canal, "Project", confidence=0.6),
        ProposedRelation(firm, "undertakes", canal, 0.6),
        ProposedRelation(canal, "undertakes", firm, 0.6),  # not what it may join
        ProposedRelation(firm, "marries", canal, 0.6),  # no predicate
        ProposedRelation(firm, "undertakes", (0, 3), 0.6),  # no mention
        ProposedMention(*at(doc, "王建国"), "Place"),  # the program has read it
        ProposedMention(*at(doc, "通水"), "Thing"),  # no kind
        ProposedMention(5, 5, "Person"),  # no span
        ProposedMention(5, 10_000, "Person"),  # beyond the end
        ProposedMention(*at(doc, "恢复"), "Person", confidence=2.0),  # no confidence
        ProposedMention(title[0], canal[1], "Event"),  # over several lines
        "nonsense",
    ]


class Point:
    name, dist = "works", None

    @staticmethod
    def load() -> Any:
        return works


@pytest.fixture
def point(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(metadata, "entry_points", lambda group: [Point] if group == module.GROUP else [])
    module._loaded.cache_clear()
    yield
    module._loaded.cache_clear()


def made(graph: Graph) -> set[tuple[str, str, float]]:
    mentions = [m for article in graph.articles for m in article.mentions]
    return {(m.name, m.rule, m.confidence) for m in mentions if m.rule.startswith("extractor.")}


@pytest.mark.usefixtures("point")
def test_what_is_sound_is_taken_and_nothing_else(texts: Path) -> None:
    plain = build([texts])
    graph = build([texts], extractors=installed(["works"]))
    assert made(graph) == {("众志水务", "extractor.works", 0.7), ("青石渠", "extractor.works", 0.6)}
    told = [r for r in graph.relations if r.evidence.rule == "extractor.works"]
    assert [(r.subject.rpartition("/")[2], r.predicate.value, r.evidence.confidence) for r in told] == [
        ("众志水务", "undertakes", 0.6)
    ]
    assert graph.articles[0].surface(told[0].evidence.span) == BODY.partition("。")[2]
    assert set(plain.posts) == set(graph.posts)
    assert not graph.skipped


@pytest.mark.usefixtures("point")
def test_it_is_part_of_the_cache_key(texts: Path, tmp_path: Path) -> None:
    cache = tmp_path / "cache"
    assert not made(build([texts], cache=cache))
    assert made(build([texts], cache=cache, extractors=installed(["works"])))
    assert not made(build([texts], cache=cache))


def test_one_that_is_not_there(texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(texts), "--extractor", "no such", "-o", str(tmp_path / "o")]) == 2
    assert "no installed package brings it" in capsys.readouterr().err


def test_one_that_cannot_be_loaded(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        name, dist = "broken", None

        @staticmethod
        def load() -> Any:
            raise ImportError("no module named x")

    monkeypatch.setattr(metadata, "entry_points", lambda **_: [Broken])
    module._loaded.cache_clear()
    with pytest.raises(UsageError, match="it cannot be loaded: ImportError"):
        installed(["broken"])


GOOD = {
    "mentions": [
        {"text": "众志水务", "kind": "Organization"},
        {"text": "青石渠", "kind": "Project"},
        {"text": "没有的话", "kind": "Person"},
    ],
    "relations": [
        {"subject": "众志水务", "predicate": "undertakes", "object": "青石渠"},
        {"subject": "王建国", "predicate": "undertakes", "object": "青石渠"},
        {"subject": "没有的话", "predicate": "undertakes", "object": "青石渠"},
    ],
}
BAD = [
    "",
    "I am sorry.",
    "{",
    "[]",
    '{"mentions": 3, "relations": [4]}',
    '{"mentions": [{"text": 5, "kind": null}]}',
    "{" * 3000,
]


class Server:
    """Plays answers, one for every request."""

    def __init__(self, answer: str) -> None:
        outer, self.asked = self, []

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["content-length"]))
                outer.asked.append((self.path, json.loads(body)))
                told = json.dumps({"choices": [{"message": {"content": answer}}]}).encode()
                self.send_response(200)
                self.send_header("content-length", str(len(told)))
                self.end_headers()
                self.wfile.write(told)

            def log_message(self, *_: object) -> None:
                """Nothing."""

        self.server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.url = f"http://127.0.0.1:{self.server.server_port}/v1"

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


def test_a_model_proposes_and_the_build_repeats_without_it(texts: Path, tmp_path: Path) -> None:
    server, answers = Server(f"Here it is:\n```json\n{json.dumps(GOOD, ensure_ascii=False)}\n```"), tmp_path / "a.jsonl"
    words = ["build", str(texts), "--assist", server.url, "--model", "m", "--answers", str(answers), "-q"]
    assert main([*words, "-o", str(tmp_path / "first")]) == 0
    server.stop()
    path, body = server.asked[0]
    assert (len(server.asked), path, body["model"], body["temperature"]) == (1, "/v1/chat/completions", "m", 0)
    assert BODY in body["messages"][1]["content"]
    assert main([*words, "-o", str(tmp_path / "second")]) == 0  # the server is gone
    for name in ("graph.ttl", "graph.graphml", "report.md"):
        assert (tmp_path / "first" / name).read_bytes() == (tmp_path / "second" / name).read_bytes()
    graph = build([texts], extractors=[Assist(server.url, "m", answers)])
    assert made(graph) == {("众志水务", "extractor.assist", 0.5), ("青石渠", "extractor.assist", 0.5)}
    assert [r.subject.rpartition("/")[2] for r in graph.relations if r.evidence.rule == "extractor.assist"] == [
        "众志水务"
    ]
    assert not made(build([texts]))  # never on by default


def test_a_dataset_tells_the_same_and_repeats_too(texts: Path, tmp_path: Path) -> None:
    """The same triples as without ``--engine``, and the same bytes without the server, with and without a cache."""
    pytest.importorskip("pyarrow")
    from kg.query.store import read_triples

    (texts / "2_b.txt").write_text(TEXT.replace("王建国", "李建国"), encoding="utf-8")
    server, answers = Server(json.dumps(GOOD, ensure_ascii=False)), tmp_path / "a.jsonl"
    model = ["--assist", server.url, "--model", "m", "--answers", str(answers), "-q"]
    parts = ["build", str(texts), *model, "--engine", "local", "--jobs", "1"]
    assert main([*parts, "-o", str(tmp_path / "first")]) == 0
    assert len(server.asked) == 2
    server.stop()
    cache = ["--cache", str(tmp_path / "cache")]
    for name, more in (("second", []), ("third", cache), ("fourth", cache)):
        assert main([*parts, *more, "-o", str(tmp_path / name)]) == 0
        assert tree(tmp_path / name) == tree(tmp_path / "first")
    assert main(["build", str(texts), *model, "-o", str(tmp_path / "whole")]) == 0
    one, other = (
        {f"{t.subject} {t.predicate} {t.object}" for t in read_triples(tmp_path / name)} for name in ("first", "whole")
    )
    assert one == other
    assert any("extractor.assist" in triple for triple in one)


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_an_article_that_the_server_failed_at_is_asked_about_again(texts: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    cache, answers = ["--cache", str(tmp_path / "cache"), "-q"], tmp_path / "a.jsonl"
    (texts / "2_b.txt").write_text(TEXT, encoding="utf-8")
    words = ["build", str(texts), "--model", "m", "--answers", str(answers), "--engine", "local", "--jobs", "1", *cache]
    assert main([*words, "--assist", "http://127.0.0.1:9/v1", "-o", str(tmp_path / "none")]) == 1
    server = Server(json.dumps(GOOD, ensure_ascii=False))
    assert main([*words, "--assist", server.url, "-o", str(tmp_path / "some")]) == 0
    server.stop()


@pytest.mark.usefixtures("point")
def test_a_worker_with_another_version_of_an_extractor_is_told(tmp_path: Path) -> None:
    from kg.dataset.job import Job, program
    from kg.dataset.storage import storage
    from kg.ingest.read import Options

    (works_,) = installed(["works"])
    at, place = storage(str(tmp_path)), str(tmp_path)
    for told, fails in ((works_.identity, False), ("works 0.1 0000", True)):
        job = Job(Options(), (), None, "http://a.cn/", True, at, at, at, place, program(), ((works_, told),))
        if fails:
            with pytest.raises(UsageError, match="another version of its package"):
                job.check()
        else:
            job.check()


@pytest.mark.parametrize("answer", BAD, ids=range(len(BAD)))
def test_bad_answers_change_nothing(answer: str, texts: Path, tmp_path: Path) -> None:
    server = Server(answer)
    graph = build([texts], extractors=[Assist(server.url, "m", tmp_path / "a.jsonl")])
    server.stop()
    assert graph == build([texts])


def test_without_server_and_without_answers(texts: Path, tmp_path: Path) -> None:
    graph = build([texts], extractors=[Assist("http://127.0.0.1:9/v1", "m", tmp_path / "a.jsonl")])
    assert not graph.articles
    assert "the server gives no answer" in graph.skipped[0].cause
    (tmp_path / "b.jsonl").write_text("nonsense\n", encoding="utf-8")
    graph = build([texts], extractors=[Assist("http://127.0.0.1:9/v1", "m", tmp_path / "b.jsonl")])
    assert "this is no kept answer" in graph.skipped[0].cause


REFUSED = [
    (["--assist", "http://127.0.0.1:9/v1"], "no model is named"),
    (["--assist", "file:///etc/passwd", "--model", "m"], "this is no address of a server"),
    (["--assist", "http://127.0.0.1:9/v1", "--model", "m", "--engine", "dask://127.0.0.1:9"], "kept in a file of this"),
]


@pytest.mark.parametrize(("words", "told"), REFUSED)
def test_refusals(words: list[str], told: str, texts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["build", str(texts), *words, "-o", str(tmp_path / "o")]) == 2
    assert told in capsys.readouterr().err


def test_answers_that_cannot_be_kept(texts: Path) -> None:
    server = Server(json.dumps(GOOD))
    graph = build([texts], extractors=[Assist(server.url, "m", Path("/proc/no/such/folder/a.jsonl"))])
    server.stop()
    assert "the answers cannot be kept" in graph.skipped[0].cause
    assert sys.modules["kg.pipeline.assist"]
