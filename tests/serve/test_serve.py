"""``kg serve`` from the command line: a real server on a free port, and what it says when it cannot start."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import urllib.request
from typing import TYPE_CHECKING

import pytest

from kg.cli import main

if TYPE_CHECKING:
    from pathlib import Path

pytest.importorskip("uvicorn")


def test_it_serves_until_it_is_told_to_stop(specimen_turtle: Path, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "kg", "serve", str(specimen_turtle), "--port", "0", "--log-format", "json"]
    env = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen([*words, "--workers", "1"], stderr=subprocess.PIPE, text=True, env=env) as server:
        assert server.stderr
        address = json.loads(server.stderr.readline())["address"]
        with urllib.request.urlopen(f"{address}sparql?query=ASK%7B?s%20a%20zt:City%7D", timeout=20) as answer:
            assert json.load(answer)["boolean"] is True
        assert list(tmp_path.glob("zhengtu-*"))
        server.send_signal(signal.SIGTERM)
        assert server.wait(20) == 0
    assert not list(tmp_path.glob("zhengtu-*")), "the store is cleared away"


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
]


@pytest.mark.parametrize(("why", "words", "told"), REFUSED, ids=[row[0] for row in REFUSED])
def test_refusals(why: str, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *words]) == 2
    assert told in capsys.readouterr().err
