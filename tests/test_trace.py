"""``kg trace``: for one sentence, what each stage made of it, with file and line of every rule."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from kg.cli import main
from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.pipeline.article import read
from kg.pipeline.trace import Trace, trace

LEXICON = Lexicon()
TEXT = "平原县推进会召开\n3月5日，平原县委书记李红梅在德州市主持会议。平原县财政局局长王伟说，今年投资3亿元。\n"
STAGES = [
    "words",
    "times",
    "candidates",
    "kept",
    "lost",
    "entities",
    "clauses",
    "numbers",
    "facts",
    "refused",
    "patterns",
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def found(words: str) -> Trace:
    return trace(from_text(TEXT, "a"), LEXICON, TEXT.index(words))


def test_the_stages_in_their_order() -> None:
    assert [name.split()[0] for name in found("李红梅").stages] == STAGES


def test_watching_changes_nothing() -> None:
    """What the trace tells of a sentence is what a build reads there."""
    seen = found("李红梅")
    reading = read(from_text(TEXT, "a"), LEXICON)
    facts = (*reading.relations, *reading.posts, *reading.figures, *reading.quotes, *reading.moments)
    here = [fact for fact in facts if fact.evidence.document == "a" and fact.evidence.span.start == seen.begin]
    assert len(seen.stages["facts 事实"]) == len(here) > 0


def test_every_fact_and_mention_leads_to_a_line() -> None:
    for words in ("李红梅", "王伟"):
        stages = found(words).stages
        for row in (*stages["facts 事实"], *stages["candidates 候选"], *stages["patterns 模式"]):
            assert re.fullmatch(r"kg/[\w/-]+\.(py|toml):[1-9]\d*", row.where), row


def test_who_lost_is_told_to_whom() -> None:
    text = "“破冰”解放思想大讨论在平原县开展，平原县人民政府办公室参加。"
    rows = trace(from_text(text, "b"), LEXICON, 5).stages["lost 落选"]
    assert all(row.note.startswith("to ") for row in rows)


def test_a_fact_leads_to_the_one_of_its_lines_that_made_it() -> None:
    """The rule stands in two lines; the grounds are stated in the one, the organizers in the other."""
    text = "市委书记强调\n平原县开展“破冰”解放思想大讨论。\n"
    rows = trace(from_text(text, "b"), LEXICON, text.index("破冰")).stages["facts 事实"]
    made = {row.what.split(" | ")[1]: row.where for row in rows if row.rule.startswith("relate.campaigns/")}
    assert len(set(made.values())) == len(made) == 2
    for predicate, where in made.items():
        file, line = where.split(":")
        near = Path(file).read_text("utf-8").split("\n")[int(line) - 3 : int(line)]
        assert predicate.upper().replace("IN", "_IN").replace("BY", "_BY") in "".join(near)


def test_numbers_are_told_with_the_figures_made_of_them() -> None:
    text = "去年，平原县新建学校12所，印发《稳增长30条措施》。\n"
    stages = trace(from_text(text, "b"), LEXICON, 3).stages
    told = {row.what: row for row in stages["numbers 数字"]}
    assert told["12 所"].rule.startswith("relate.figures/")
    assert "no figure" in told["30 条"].note


@pytest.mark.parametrize(
    ("text", "words", "kind", "why"),
    [
        ("平原县召开大会，大家像“镜子”一样。\n", "镜子", "Program", "its signs weigh"),
        ("平原县要求各地开展专项行动。\n", "专项行动", "Campaign", "nothing specific"),
        ("平原县印发《稳增长30条措施》。\n", "30条", "Figure", "part of a name"),
        ("平原县各类公司参加。\n", "公司", "Organization", "no name"),
        ("大家来开会，多个论坛举行。\n", "论坛", "Event", "no name"),
        ("平原县印发《意见》。\n", "《意见》", "Document", "no title before it"),
        ("平原县推进实施方案。\n", "实施方案", "Document", "nobody is said to make it"),
        ("平原县编制计划。\n", "编制计划", "Program", "no verb or row takes it"),
        ("平原县、禹城市被命名为全国生态文明建设示范区。\n", "全国生", "Person", "its score"),
    ],
)
def test_what_is_dropped_is_told_with_its_reason_and_line(text: str, words: str, kind: str, why: str) -> None:
    rows = trace(from_text(text, "b"), LEXICON, text.index(words)).stages["refused 未采"]
    mine = [row for row in rows if words in row.text and row.what == kind]
    assert mine
    assert re.search(why, mine[0].note)
    assert re.fullmatch(r"kg/[\w/]+\.py:[1-9]\d*", mine[0].where)


def test_the_command(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(file)]) == 0
    listed = capsys.readouterr().out
    assert "3 sentences" in listed
    assert main(["trace", str(file), "--sentence", "2"]) == 0
    text = capsys.readouterr().out
    assert "extract.person/title-name" in text
    assert "kg/extract/person/" in text
    assert main(["trace", str(file), "--at", str(TEXT.index("王伟")), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["sentence"].startswith("平原县财政局")


@pytest.mark.parametrize(
    ("words", "told"),
    [(["--sentence", "9"], "3 sentences"), (["--at", "999"], "characters"), (["--article", "x"], "holds no article")],
)
def test_wrong_usage_is_told(file: Path, words: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["trace", str(file), *words]) == 2
    assert told in capsys.readouterr().err
