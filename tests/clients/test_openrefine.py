"""OpenRefine matches a column against ``kg serve`` and fetches more columns, over its own commands, without a browser."""

from __future__ import annotations

import csv
import io
import json
import os
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any
from urllib.parse import urlencode

import pytest

from kg.vocab import BASE
from tests.serve.test_serve import HANG, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ROWS = "name,code\n某市,991000\n張三豐,\n没有此人啊,\n"
ENGINE = json.dumps({"facets": [], "mode": "row-based"})


class Refine:
    """OpenRefine as its own pages speak to it."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get(self, command: str, **words: str) -> Any:
        with urllib.request.urlopen(
            f"{self.address}/command/core/{command}?{urlencode(words)}", timeout=HANG
        ) as answer:
            return json.load(answer)

    def token(self) -> str:
        return str(self.get("get-csrf-token")["token"])

    def post(self, command: str, body: bytes | dict[str, str], kind: str = "", **words: str) -> Any:
        words["csrf_token"] = self.token()
        data = body if isinstance(body, bytes) else urlencode(body).encode()
        address = f"{self.address}/command/core/{command}?{urlencode(words)}"
        request = urllib.request.Request(address, data, {"Content-Type": kind} if kind else {})
        return urllib.request.urlopen(request, timeout=HANG)

    def project(self, text: str) -> str:
        """A new project of a CSV."""
        fields = {
            "project-name": ("", "a"),
            "format": ("", "text/line-based/*sv"),
            "project-file": ('; filename="a.csv"', text),
        }
        parts = [
            f'--x\r\nContent-Disposition: form-data; name="{n}"{more}\r\n\r\n{v}\r\n' for n, (more, v) in fields.items()
        ]
        options = json.dumps({"separator": ",", "encoding": "UTF-8", "headerLines": 1})
        body = "".join([*parts, "--x--\r\n"]).encode()
        words = {"options": options}
        with self.post("create-project-from-upload", body, "multipart/form-data; boundary=x", **words) as answer:
            return str(answer.url.rpartition("project=")[2])

    def run(self, project: str, command: str, **words: str) -> None:
        """A command that takes a while, to its end."""
        with self.post(command, words, project=project) as answer:
            assert json.load(answer)["code"] in {"ok", "pending"}
        while self.get("get-processes", project=project)["processes"]:
            time.sleep(0.1)

    def rows(self, project: str) -> list[dict[str, str]]:
        with self.post("export-rows", {"engine": ENGINE, "format": "csv"}, project=project) as answer:
            return list(csv.DictReader(io.StringIO(answer.read().decode("utf-8-sig"))))


@pytest.fixture
def refine(tmp_path: Path) -> Iterator[Refine]:
    if not shutil.which("openrefine"):
        pytest.skip("openrefine is not installed: apt-get install openrefine (tests/serve/openrefine.json is replayed)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    words = [
        "openrefine",
        "-i",
        "127.0.0.1",
        "-p",
        str(port),
        "-d",
        str(tmp_path / "refine"),
        "-x",
        "refine.headless=true",
    ]
    with subprocess.Popen(
        words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        made = Refine(f"http://127.0.0.1:{port}")
        try:
            while process.poll() is None:
                try:
                    made.token()
                    break
                except (OSError, ValueError):
                    time.sleep(0.5)
            assert process.poll() is None, "OpenRefine has ended"
            yield made
        finally:
            os.killpg(process.pid, 9)


def test_a_column_is_matched_and_more_are_fetched(refine: Refine, specimen_turtle: Path, tmp_path: Path) -> None:
    with serving(specimen_turtle, tmp_path / "stores") as (address, _):
        matched(refine, f"{address}reconcile")


def matched(refine: Refine, service: str) -> None:
    project = refine.project(ROWS)
    spaces = {"identifierSpace": BASE, "schemaSpace": "https://w3id.org/zhengtu/ontology#"}
    config = {"mode": "standard-service", "service": service, **spaces, "autoMatch": True, "limit": 0, "type": None}
    details = [{"column": "code", "propertyID": "adcode", "propertyName": "adcode"}]
    told = json.dumps({**config, "columnDetails": details})
    refine.run(project, "reconcile", columnName="name", config=told, engine=ENGINE)
    wanted = json.dumps({"properties": [{"id": name, "name": name} for name in ("adcode", "posts")]})
    refine.run(
        project,
        "extend-data",
        baseColumnName="name",
        endpoint=service,
        **spaces,
        engine=ENGINE,
        extension=wanted,
        columnInsertIndex="1",
    )
    rows = refine.rows(project)
    code, posts = "行政区划代码 adcode", "任职 posts"
    assert [row["name"] for row in rows] == ["某市", "张三丰", "", "没有此人啊"]
    assert [row[code] for row in rows] == ["991000", "", "", ""]
    assert [row[posts] for row in rows] == ["", "某市委书记", "某市市长", ""]
