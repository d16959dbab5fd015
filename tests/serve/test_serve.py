"""``kg serve`` from the command line: a real server on a free port, and what it says when it cannot start."""

from __future__ import annotations

import json
import signal
import socket
import subprocess
import sys
import urllib.request
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from kg.cli import main

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

pytest.importorskip("uvicorn")


HANG = 600
"""Seconds after which a test that waits for an event gives up: no measure of anything, only an end."""


@contextmanager
def serving(graph: Path, stores: Path, *words: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A server over a graph that keeps its stores in a folder of the test; its address, and its process."""
    command = [sys.executable, "-m", "kg", "serve", str(graph), "--port", "0", "--log-format", "json"]
    command += ["--workers", "1", "--store", str(stores), *words]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert server.stderr
            yield json.loads(server.stderr.readline())["address"], server
        finally:
            server.kill()


def asked(address: str, query: str = "ASK { ?s a zt:City }", **headers: str) -> Any:
    request = urllib.request.Request(f"{address}sparql?{urlencode({'query': query})}", headers=headers)
    with urllib.request.urlopen(request, timeout=HANG) as answer:
        return json.load(answer)


def test_it_serves_until_it_is_told_to_stop(specimen_turtle: Path, tmp_path: Path) -> None:
    with serving(specimen_turtle, tmp_path) as (address, server):
        assert asked(address)["boolean"] is True
        server.send_signal(signal.SIGTERM)
        assert server.wait(HANG) == 0
    left = sorted(path.name.partition("-")[0] for path in tmp_path.iterdir())
    assert len(left) == 2, "the store and its lock"
    assert "answers" not in left


def test_the_store_is_kept_and_what_a_killed_server_left_is_swept(specimen_turtle: Path, tmp_path: Path) -> None:
    with serving(specimen_turtle, tmp_path) as (address, server):
        assert asked(address)["boolean"] is True
        server.kill()
    (store,) = [path for path in tmp_path.iterdir() if len(path.name) == 32]
    (tmp_path / "half").mkdir()
    before = {path: path.stat().st_mtime_ns for path in (store / "store").iterdir()}
    assert list(tmp_path.glob("answers-*"))
    with serving(specimen_turtle, tmp_path) as (address, server):
        assert asked(address)["boolean"] is True
        after = {path: path.stat().st_mtime_ns for path in (store / "store").iterdir()}
        assert [path for path in before if path.suffix == ".sst" and before[path] != after.get(path)] == []
        assert [path.name for path in tmp_path.glob("answers-*") if path.is_dir()] == [f"answers-{server.pid}"]
        assert not (tmp_path / "half").exists()


def test_two_servers_over_one_store(specimen_turtle: Path, tmp_path: Path) -> None:
    with serving(specimen_turtle, tmp_path) as (one, _), serving(specimen_turtle, tmp_path) as (two, _):
        assert asked(one) == asked(two)
    assert len([path for path in tmp_path.iterdir() if path.is_dir() and len(path.name) == 32]) == 1


def test_a_graph_that_cannot_be_read_leaves_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.ttl").write_text("nonsense", "utf-8")
    assert main(["serve", str(tmp_path / "a.ttl"), "--store", str(tmp_path / "stores"), "--port", "0"]) == 2
    assert "this is no RDF that can be read" in capsys.readouterr().err
    assert not [path for path in (tmp_path / "stores").iterdir() if path.is_dir()]


def test_a_port_that_is_taken(specimen_turtle: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert main(["serve", str(specimen_turtle), "--port", port]) == 2
    assert "the port cannot be opened" in capsys.readouterr().err


REFUSED = [
    ("no such graph", ["nowhere"], "there is no such file"),
    ("no such port", ["--port", "70000"], "there is no such port"),
    ("no time", ["--time-limit", "0"], "must be above 0"),
    ("no workers", ["--workers", "0"], "must be above 0"),
    ("no host", ["--allowed-host", "http://a.example/"], "this is no name of a host"),
    ("no origin", ["--cors", "a.example"], "this is no origin of a page"),
    ("no origin with a path", ["--cors", "https://a.example/x"], "this is no origin of a page"),
]


@pytest.mark.parametrize(("why", "words", "told"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refusals(why: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *words]) == 2
    assert told in capsys.readouterr().err
