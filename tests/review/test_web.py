"""``kg review --web``: the queue, the answers in the ledger, undo, the secret in the address, and the page in a browser."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING, Any

import pytest

from kg.errors import UsageError
from kg.export.review import Pair, Sentence, Side
from kg.fact_ledger import load_facts
from kg.ledger import load
from kg.pipeline.build import build
from kg.review.cards import fact_cards, pair_cards
from kg.review.desk import Desk
from tests.tables import made

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from kg.model import Graph

TOKEN = "a-secret"
PAIR = Pair(0.7, ["one name"], Side("person/1-甲", "甲", [Sentence("n01", "甲<b>说")]), Side("person/2-甲", "甲", []))
WAVE = Pair(0.5, ["waves"], Side("campaign/1-乙", "乙", []), Side("campaign/1-乙-2021", "乙", []), ["n02", "n03"])


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Graph:
    return build([made.folder(tmp_path_factory.mktemp("made") / "texts")])


@pytest.fixture
def desk(graph: Graph, tmp_path: Path) -> Desk:
    cards = (*pair_cards([WAVE, PAIR]), *fact_cards(graph))
    return Desk.of(cards, tmp_path / "ledger.toml", "wang", "2026-11-30")


def card(desk: Desk, words: str) -> dict[str, Any]:
    return next(one for one in desk.queue() if words in one["text"])


def test_the_most_doubtful_first_each_in_its_article(desk: Desk) -> None:
    queue = desk.queue()
    assert [one["layer"] for one in queue[:2]] == ["pair", "pair"]
    sure = [one["confidence"] for one in queue[2:]]
    assert sure == sorted(sure)
    texts = {name.split("_")[0]: text for name, text in made.articles().items()}
    for one in queue[2:]:
        assert one["sentence"] in texts[one["article"]]
        assert f"{one['before']}{one['sentence']}{one['after']}" in texts[one["article"]]


def test_answers_stand_in_the_ledger_and_leave_the_queue(desk: Desk) -> None:
    spell = card(desk, "沈若川 — 于都县 县长")
    desk.decide(spell["id"], "correct", {**spell["now"], "status": "acting"}, "see the gazette")
    desk.decide(card(desk, "于都县 — 位于 within → 江西省")["id"], "retract")
    desk.decide(pair_cards([PAIR])[0].id, "different")
    desk.decide(pair_cards([WAVE])[0].id, "different")
    first, second = load_facts(desk.ledger)
    assert (first.verdict, first.now, first.reason, first.author) == (
        "correct",
        (("status", "acting"),),
        "see the gazette",
        "wang",
    )
    assert (second.verdict, second.layer) == ("retract", "relation")
    assert [(d.judgement, d.value) for d in load(desk.ledger)] == [("different", ""), ("split", "n02 n03")]
    assert spell["id"] not in {one["id"] for one in desk.queue()}
    again = Desk.of(desk.cards.values(), desk.ledger, "li", "2026-12-01")
    assert again.queue() == desk.queue()  # the ledger alone knows


def test_the_next_build_applies_it(desk: Desk, tmp_path: Path) -> None:
    spell = card(desk, "沈若川 — 于都县 县长")
    desk.decide(spell["id"], "retract")
    after = build([made.folder(tmp_path / "texts")], ledger=desk.ledger)
    assert not after.skipped
    assert not [p for p in after.posts if p.person.endswith("沈若川") and p.title == "县长"]


def test_undo_takes_back_the_last_and_no_more(desk: Desk) -> None:
    before = desk.queue()
    desk.decide(before[5]["id"], "affirm")
    kept = desk.ledger.read_bytes()
    desk.decide(before[6]["id"], "retract")
    assert desk.undo()
    assert desk.ledger.read_bytes() == kept
    desk.ledger.write_bytes(kept + b"# a note of somebody else\n")
    assert not desk.undo()
    assert desk.ledger.read_bytes().endswith(b"somebody else\n")


WRONG = [("rename", {}, "no answer to a question"), ("perhaps", {}, "this is no answer")]


@pytest.mark.parametrize(("answer", "now", "told"), WRONG)
def test_wrong_answers(answer: str, now: dict[str, str], told: str, desk: Desk) -> None:
    with pytest.raises(UsageError, match=told):
        desk.decide(pair_cards([PAIR])[0].id, answer, now)
    with pytest.raises(UsageError, match="no such card"):
        desk.decide("none", "affirm")
    spell = card(desk, "沈若川 — 于都县 县长")
    with pytest.raises(UsageError, match="a correction changes something"):
        desk.decide(spell["id"], "correct", spell["now"])
    with pytest.raises(UsageError, match="cannot be corrected here"):
        desk.decide(spell["id"], "correct", {"person": "person/x"})
    assert not desk.ledger.exists()


@pytest.fixture
def client(desk: Desk) -> Any:
    pytest.importorskip("starlette")
    from starlette.testclient import TestClient

    from kg.review.app import application

    return TestClient(application(desk, TOKEN), base_url="http://127.0.0.1:9")


def test_nothing_answers_without_the_secret(client: Any, desk: Desk) -> None:
    body = {"card": pair_cards([PAIR])[0].id, "answer": "same"}
    assert client.get("/").status_code == 404
    assert client.get("/wrong/queue.json").status_code == 404
    assert client.post("/wrong/decide", json=body).status_code == 404
    assert client.post(f"/{TOKEN}/decide", json=body, headers={"origin": "http://evil.example"}).status_code == 404
    assert client.post(f"/{TOKEN}/decide", content="{}", headers={"content-type": "text/plain"}).status_code == 404
    assert client.get(f"/{TOKEN}/queue.json", headers={"host": "evil.example"}).status_code == 400
    assert client.get(f"/{TOKEN}/../ledger.toml").status_code == 404
    assert not desk.ledger.exists()


def test_over_http(client: Any, desk: Desk) -> None:
    assert "核对" in client.get(f"/{TOKEN}/").text
    assert client.get(f"/{TOKEN}/review.js").status_code == 200
    queue = client.get(f"/{TOKEN}/queue.json").json()
    body = {"card": pair_cards([PAIR])[0].id, "answer": "same", "reason": "one person"}
    assert client.post(f"/{TOKEN}/decide", json=body).json() == {"undo": 1}
    assert len(client.get(f"/{TOKEN}/queue.json").json()["cards"]) == len(queue["cards"]) - 1
    for bad in ([], {"card": 1}, {"card": "x", "answer": "same"}, {"card": body["card"], "answer": "same", "now": [1]}):
        assert client.post(f"/{TOKEN}/decide", json=bad).status_code == 400
    assert client.post(f"/{TOKEN}/undo", json={}).json() == {"undo": 0}
    assert client.post(f"/{TOKEN}/undo", json={}).status_code == 400
    assert load(desk.ledger) == ()


@pytest.fixture
def address(desk: Desk) -> Iterator[str]:
    uvicorn = pytest.importorskip("uvicorn")
    from kg.commands.serve import listening
    from kg.review.app import application

    door = listening("127.0.0.1", 0)
    server = uvicorn.Server(uvicorn.Config(application(desk, TOKEN), log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{door.getsockname()[1]}/{TOKEN}/"
    server.should_exit = True
    thread.join(10)
    door.close()


def test_by_keys_in_a_browser(browser: Any, address: str, desk: Desk) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    page.wait_for_selector("main h2")
    assert "甲<b>说" in page.inner_text("main")  # hostile words are text
    page.keyboard.press("s")
    page.locator("#count", has_text=f"1 / {len(desk.cards) - 1}").wait_for()
    page.select_option("#layer", "post")
    page.locator("main h2", has_text="—").wait_for()
    page.focus("main")
    page.fill("input[data-field=status]", "acting")
    page.keyboard.press("Escape")
    page.keyboard.press("c")
    page.locator("button", has_text="undo (u) 2").wait_for()
    page.keyboard.press("u")
    page.locator("button", has_text="undo (u) 1").wait_for()
    page.close()
    assert [d.judgement for d in load(desk.ledger)] == ["same"]
    assert load_facts(desk.ledger) == ()
    assert complaints == []
