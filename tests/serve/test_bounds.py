"""Slow, half-open and abandoned clients: the others are served beside them, and nothing grows with their number."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode, urlsplit

import pytest

from tests.serve.test_serve import asked, serving

if TYPE_CHECKING:
    from collections.abc import Awaitable, Coroutine, Iterator

    from starlette.testclient import TestClient

pytest.importorskip("uvicorn")
T = TypeVar("T")


def apart(work: Coroutine[Any, Any, T]) -> T:
    """What a coroutine comes to, in a thread of its own: the browser of other tests has its loop in this one."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, work).result()


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
LONG = "SELECT * { ?a ?b ?c . ?d ?e ?f } LIMIT 60000"
SHORT = "ASK { ?s a zt:City }"


def memory(pid: int, field: str = "VmHWM") -> int:
    """The most bytes that a process has held."""
    lines = Path(f"/proc/{pid}/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith(field))


def get(query: str) -> bytes:
    return f"GET /sparql?{urlencode({'query': query})} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/csv\r\n\r\n".encode()


class Clients:
    """What clients do to one address."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.place = (str(parts.hostname), int(parts.port or 0))
        self.open: list[asyncio.StreamWriter] = []

    async def __aenter__(self) -> Clients:
        return self

    async def __aexit__(self, *_: object) -> None:
        for writer in self.open:
            writer.transport.abort()

    async def said(self, data: bytes) -> asyncio.StreamReader:
        reader, writer = await asyncio.open_connection(*self.place, limit=1024)
        self.open.append(writer)
        writer.write(data)
        await writer.drain()
        return reader

    async def half_open(self) -> None:
        """A head that never ends."""
        await self.said(b"GET /sparql?query=ASK HTTP/1.1\r\nHost: 127.0.0.1\r\nX: ")

    async def half_posted(self) -> None:
        """A body that does not come."""
        head = b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\n"
        await self.said(head + b"Content-Length: 1000\r\n\r\nSELECT")

    async def slow(self) -> None:
        """A long answer that nobody reads."""
        reader = await self.said(get(LONG))
        await reader.read(100)

    async def abandoned(self) -> None:
        """A question without end, whose asker goes."""
        _, writer = await asyncio.open_connection(*self.place)
        self.open.append(writer)
        writer.write(get(ENDLESS))
        await asyncio.sleep(0.05)
        writer.transport.abort()  # this one, not whoever has come since

    async def honest(self) -> bytes:
        wish = get(SHORT).replace(b"text/csv", b"application/json\r\nConnection: close")
        return await (await self.said(wish)).read()


@pytest.fixture(scope="module")
def server(specimen_turtle: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    with serving(specimen_turtle, tmp_path_factory.mktemp("stores"), "--workers", "2") as (address, process):
        yield address, process.pid
        process.kill()
        assert process.stderr
        assert process.stderr.read() == "", "the log of all of these tests"


async def among(address: str) -> list[bytes]:
    """The answers to twenty honest clients among two hundred others."""
    async with Clients(address) as clients:
        bad: list[Awaitable[None]] = []
        for _ in range(50):
            bad += [clients.half_open(), clients.half_posted(), clients.slow(), clients.abandoned()]
        starting = asyncio.gather(*bad, return_exceptions=True)
        await asyncio.sleep(0.5)
        answers = []
        for _ in range(20):  # one that is told to come again does so, as it is told
            for _ in range(60):
                answer = await clients.honest()
                if b" 503 " not in answer[:20]:
                    break
                await asyncio.sleep(0.5)
            answers.append(answer)
        await starting
        return answers


def test_honest_clients_among_two_hundred_others(server: tuple[str, int]) -> None:
    address, pid = server
    answers = apart(asyncio.wait_for(among(address), 120))
    assert len(answers) == 20
    assert all(answer.startswith(b"HTTP/1.1 200 ") and b"true" in answer for answer in answers), answers
    assert memory(pid) < 200_000_000
    assert asked(address)["boolean"] is True


def test_abandoned_questions_do_not_keep_the_next_one_waiting(server: tuple[str, int]) -> None:
    """Thirty of them once took the workers for five minutes."""
    address, _ = server

    async def leave() -> float:
        async with Clients(address) as clients:
            await asyncio.gather(*(clients.abandoned() for _ in range(30)))
            began = time.monotonic()
            while b" 503 " in (await clients.honest())[:20]:
                await asyncio.sleep(0.1)
            return time.monotonic() - began

    assert apart(leave()) < 20  # 30 questions of 10 s each, by two workers, would take 150


def test_who_comes_to_a_full_queue_is_told_at_once(server: tuple[str, int]) -> None:
    address, _ = server

    async def crowd() -> tuple[list[bytes], bytes]:
        async with Clients(address) as clients:
            readers = [await clients.said(get(ENDLESS)) for _ in range(40)]
            view = await clients.said(b"GET /query HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            page = await asyncio.wait_for(view.read(20), 3)  # pages need no worker
            first = [reader for reader in readers if await ready(reader)]
            return [await reader.read(2000) for reader in first], page

    async def ready(reader: asyncio.StreamReader) -> bool:
        try:
            await asyncio.wait_for(reader.readexactly(9), 0.2)
        except TimeoutError:
            return False
        return True

    told, page = apart(crowd())
    assert page.startswith(b"HTTP/1.1 200")
    assert len(told) >= 20
    assert all(
        b"503" in answer[:4] and b"retry-after: 10" in answer and b"so many wait already" in answer for answer in told
    )


def test_heads_bodies_and_readers_have_their_time(server: tuple[str, int]) -> None:
    address, _ = server

    async def ends() -> tuple[bytes, bytes]:
        post = b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\n"
        async with Clients(address) as clients:
            head = await clients.said(b"GET / HTTP/1.1\r\nHost: ")
            body = await clients.said(post + b"Content-Length: 9\r\n\r\n")
            return await asyncio.wait_for(head.read(100), 30), await asyncio.wait_for(body.read(100), 30)

    head, body = apart(ends())
    assert head == b""
    assert body.startswith(b"HTTP/1.1 408 ")


def test_long_answers_come_whole(server: tuple[str, int]) -> None:
    """From a file, where they stand no longer than they are read."""
    address, _ = server
    rows = asked(address, LONG)["results"]["bindings"]
    assert len(rows) == 60_000
    assert rows == asked(address, LONG)["results"]["bindings"]


def test_few_files_to_open(specimen_turtle: Path, tmp_path: Path) -> None:
    """Where the system has no more places: no busy loop, no flood of log, and service once there are some."""
    log = tmp_path / "log"
    words = [sys.executable, "-m", "kg", "serve", str(specimen_turtle), "--port", "0", "--log-format", "json"]
    words += ["--workers", "1", "--store", str(tmp_path / "stores")]

    def few() -> None:
        resource.setrlimit(resource.RLIMIT_NOFILE, (128, 128))

    with log.open("wb") as err, subprocess.Popen(words, stderr=err, preexec_fn=few) as process:
        try:
            while not log.read_bytes().endswith(b"\n"):
                time.sleep(0.05)
            address = json.loads(log.read_text("utf-8"))["address"]

            async def many() -> None:
                async with Clients(address) as clients:
                    await asyncio.gather(*(clients.half_open() for _ in range(300)), return_exceptions=True)
                    await asyncio.sleep(2)

            before = os.sysconf("SC_CLK_TCK")
            apart(many())
            spent = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
            time.sleep(1.5)
            assert asked(address)["boolean"] is True
            assert (int(spent[11]) + int(spent[12])) / before < 5  # seconds of processor time since its start
            assert len(log.read_bytes()) < 2_000
        finally:
            process.kill()


def test_pages_of_other_sites(client: TestClient) -> None:
    cross = {"Sec-Fetch-Site": "cross-site", "Content-Type": "application/sparql-query", "Origin": "https://a.example"}
    answer = client.post("/sparql", content=SHORT, headers=cross)
    assert answer.status_code == 403
    assert "access-control-allow-origin" not in answer.headers
    same = client.post("/sparql", content=SHORT, headers={**cross, "Sec-Fetch-Site": "same-origin"})
    assert same.status_code == 200


def test_pages_that_may_ask(specimen_turtle: Path, tmp_path: Path) -> None:
    pytest.importorskip("httpx2")
    from starlette.testclient import TestClient

    from kg.serve.app import application
    from kg.serve.pool import Pool

    ours, theirs = "https://yasgui.example", "https://b.example"
    with Pool(specimen_turtle, 1, 5.0, tmp_path) as pool:
        client = TestClient(application(pool, specimen_turtle.parent, origins=(ours,)))
        ask = {"Content-Type": "application/sparql-query", "Sec-Fetch-Site": "cross-site"}
        allowed = client.post("/sparql", content=SHORT, headers={**ask, "Origin": ours})
        assert (allowed.status_code, allowed.headers["access-control-allow-origin"]) == (200, ours)
        assert client.post("/sparql", content=SHORT, headers={**ask, "Origin": theirs}).status_code == 403
        wish = {
            "Origin": ours,
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        }
        before = client.options("/sparql", headers=wish)
        assert before.status_code == 200
        assert client.options("/sparql", headers={**wish, "Origin": theirs}).status_code == 400


def test_names_by_which_the_server_may_be_called(specimen_turtle: Path, tmp_path: Path) -> None:
    with serving(specimen_turtle, tmp_path, "--allowed-host", "kg.example.org") as (address, _):
        assert asked(address, Host="kg.example.org")["boolean"] is True
        with pytest.raises(OSError, match="400"):
            asked(address, Host="evil.example")


def test_json_of_triples_and_of_a_node(client: TestClient) -> None:
    answer = client.get(
        "/sparql",
        params={"query": "CONSTRUCT { ?x a zt:City } WHERE { ?x a zt:City }"},
        headers={"Accept": "application/json"},
    )
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    (node,) = [row["@id"] for row in answer.json()]
    described = client.get("/" + node.split("/", 3)[3].partition("kg/")[2], headers={"Accept": "application/json"})
    assert described.status_code == 200
    assert node in [row.get("@id") for row in described.json()]


@pytest.mark.parametrize(
    "path", ["/a%22b", "/a%00b", "/%7B%7D", "/a%5Cb", "/%3E%20%7D", "/static/../app.py", "/static/x"]
)
def test_what_is_not_there_says_no_more_than_that(path: str, client: TestClient) -> None:
    answer = client.get(path, headers={"Accept": "text/turtle"})
    assert answer.status_code == 404
    assert not {"line", "column", "query", "Traceback", "File"} & set(answer.text.split())


def test_the_causes_of_what_ends_a_worker(client: TestClient) -> None:
    from kg.serve.worker import _why

    assert "4 GiB" in _why(-6)
    assert "short of memory" in _why(-9)
    assert "fault of the program" in _why(-11)
