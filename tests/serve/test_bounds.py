"""Slow, half-open and abandoned clients: the others are served beside them, and nothing grows with their number."""

from __future__ import annotations

import asyncio
import json
import os
import resource
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode, urlsplit

import pytest

from tests.serve.test_serve import HANG, asked, serving

if TYPE_CHECKING:
    from collections.abc import Awaitable, Coroutine, Iterator

    from starlette.testclient import TestClient

pytest.importorskip("uvicorn")
T = TypeVar("T")


def apart(work: Coroutine[Any, Any, T]) -> T:
    """What a coroutine comes to, in a thread of its own: the browser of other tests has its loop in this one."""
    with ThreadPoolExecutor(1) as one:
        return one.submit(asyncio.run, asyncio.wait_for(work, HANG)).result()


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

    async def served(self) -> bytes:
        """The answer to an honest client, who comes again as often as it is told to."""
        while b" 503 " in (answer := await self.honest())[:20]:
            await asyncio.sleep(0.1)
        return answer


@pytest.fixture(scope="module")
def server(specimen_turtle: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """A server with an hour for each question: what is not waited for ends because it is ended, not because it is late."""
    words = ("--workers", "2", "--time-limit", "3600")
    with serving(specimen_turtle, tmp_path_factory.mktemp("stores"), *words) as (address, process):
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
        answers = [await clients.served() for _ in range(20)]
        await starting
        return answers


def test_honest_clients_among_two_hundred_others(server: tuple[str, int]) -> None:
    address, pid = server
    answers = apart(among(address))
    assert len(answers) == 20
    assert all(answer.startswith(b"HTTP/1.1 200 ") and b"true" in answer for answer in answers), answers
    assert memory(pid) < 200_000_000
    assert asked(address)["boolean"] is True


def test_abandoned_questions_do_not_keep_the_next_one_waiting(server: tuple[str, int]) -> None:
    """Thirty of them once took the workers for five minutes."""
    address, _ = server

    async def leave() -> bytes:
        async with Clients(address) as clients:
            await asyncio.gather(*(clients.abandoned() for _ in range(30)))
            return await clients.served()

    assert b"true" in apart(leave())  # they would keep two workers for fifteen hours


def test_no_worker_begins_a_question_that_nobody_waits_for() -> None:
    """Counted: of thirty abandoned questions only those that had a worker at once were ever begun."""
    from kg.serve.desk import Desk
    from kg.serve.reply import Job, Reply, worded

    class Endless:
        """A worker that answers when it is interrupted, or is asked for the end."""

        begun, interrupted = 0, 0

        def __init__(self) -> None:
            self.over = threading.Event()

        def ask(self, job: Job, _: float) -> Reply:
            Endless.begun += 1
            if job.text != "end":
                self.over.wait(HANG)
                self.over.clear()
            return worded(200, job.text)

        def interrupt(self) -> None:
            Endless.interrupted += 1
            self.over.set()

        def start(self) -> bool:
            return True

    async def leave() -> Reply | None:
        gone = [asyncio.Event() for _ in range(30)]
        desk, stays = Desk([Endless(), Endless()], 3600.0), asyncio.Event()  # type: ignore[list-item]
        crowd = [asyncio.ensure_future(desk.ask(Job("query", "x", ""), goes.wait())) for goes in gone]  # type: ignore[arg-type]
        while Endless.begun < 2:
            await asyncio.sleep(0)
        for goes in gone:
            goes.set()
        told = [await one for one in crowd]
        assert told.count(None) == 18, "two had a worker and sixteen a place; twelve were told to come again"
        found = await desk.ask(Job("query", "end", ""), stays.wait())  # type: ignore[arg-type]
        desk.close()
        return found

    found = apart(leave())
    assert found is not None
    assert found.status == 200
    assert (Endless.begun, Endless.interrupted) == (3, 2)


def test_who_comes_to_a_full_queue_is_told_at_once(server: tuple[str, int]) -> None:
    address, _ = server

    wish = get(ENDLESS).replace(b"text/csv", b"text/csv\r\nConnection: close")

    async def crowd() -> tuple[list[bytes], bytes]:
        async with Clients(address) as clients:
            heads = {asyncio.ensure_future((await clients.said(wish)).read()) for _ in range(40)}
            view = await clients.said(b"GET /query HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
            page = await view.read(20)  # pages need no worker
            told: set[asyncio.Task[bytes]] = set()
            while len(told) < 22:  # two of forty have a worker, sixteen wait: those are answered in an hour
                done, heads = await asyncio.wait(heads, return_when=asyncio.FIRST_COMPLETED)
                told |= done
            for one in heads:
                one.cancel()
            return [one.result() for one in told], page

    told, page = apart(crowd())
    assert page.startswith(b"HTTP/1.1 200")
    assert len(told) >= 22
    assert all(
        b" 503 " in answer[:20] and b"retry-after: 10" in answer and b"so many wait already" in answer
        for answer in told
    )


def test_heads_bodies_and_readers_have_their_time(server: tuple[str, int]) -> None:
    address, _ = server

    async def ends() -> tuple[bytes, bytes]:
        post = b"POST /sparql HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/sparql-query\r\n"
        async with Clients(address) as clients:
            head = await clients.said(b"GET / HTTP/1.1\r\nHost: ")
            body = await clients.said(post + b"Content-Length: 9\r\n\r\n")
            return await head.read(100), await body.read(100)

    head, body = apart(ends())
    assert head == b""
    assert body.startswith(b"HTTP/1.1 408 ")


def test_long_answers_come_whole(server: tuple[str, int]) -> None:
    """From a file, where they stand no longer than they are read."""
    address, _ = server
    rows = asked(address, LONG)["results"]["bindings"]
    assert len(rows) == 60_000
    assert rows == asked(address, LONG)["results"]["bindings"]


def spent(pid: int) -> float:
    """Seconds of processor time of a process since its start."""
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def serves(address: str) -> bool:
    try:
        return asked(address)["boolean"] is True
    except OSError:
        return False


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

            begun = spent(process.pid)

            async def many() -> None:
                async with Clients(address) as clients:
                    await asyncio.gather(*(clients.half_open() for _ in range(300)), return_exceptions=True)
                    await asyncio.sleep(max(2, 3 * begun))  # a busy loop would take as much as that

            apart(many())
            while not serves(address):
                time.sleep(0.1)
            assert spent(process.pid) - begun < max(1, begun), (
                "it takes less than its start took, however slow this machine"
            )
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
