"""Every rule can be found: each id that is emitted is declared once, stands in the file it names, and fires on its example."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

import pytest

from kg.ingest.read import from_text
from kg.lexicon import Lexicon
from kg.lexicon.registry import Rule, registry
from kg.model import Reading
from kg.pipeline.article import read

LEXICON = Lexicon()
RULES = registry(LEXICON)
HERE = Path(__file__).parent


def fired(reading: Reading) -> set[str]:
    facts = (
        *reading.relations,
        *reading.posts,
        *reading.figures,
        *reading.quotes,
        *reading.moments,
        *reading.citations,
    )
    return {mention.rule for mention in reading.mentions} | {fact.evidence.rule for fact in facts}


@cache
def fired_in_articles() -> frozenset[str]:
    """The rules that fire in the seeds and in the answered passages."""
    texts = [path.read_text("utf-8") for path in sorted((HERE.parent / "seeds").glob("*.txt"))]
    texts += [path.read_text("utf-8") for path in sorted((HERE / "passages").glob("*.txt"))]
    for path in sorted((HERE / "passages").glob("*.jsonl")):
        texts += [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()]
    return frozenset().union(*(fired(read(from_text(text, "t"), LEXICON)) for text in texts))


def test_each_id_is_declared_once() -> None:
    rows = [row["id"] for row in LEXICON.table("rules")]
    assert rows == sorted(set(rows)), "in order, so that two hands rarely write at one place"


@pytest.mark.parametrize("rule", RULES.values(), ids=list(RULES))
def test_a_rule_stands_where_it_says(rule: Rule) -> None:
    assert rule.says
    assert rule.line(), f"{rule.at} does not hold {rule.find or rule.name}"


@pytest.mark.parametrize(
    "rule", [r for r in RULES.values() if r.example], ids=[r.id for r in RULES.values() if r.example]
)
def test_a_rule_fires_on_its_example(rule: Rule) -> None:
    found = fired(read(from_text(rule.example.replace("⏎", "\n"), "t"), LEXICON))
    assert rule.id in found
    assert found <= RULES.keys(), "declare it in kg/lexicon/rules.tsv"


def test_what_fires_in_articles_is_declared() -> None:
    assert fired_in_articles() <= RULES.keys(), "declare it in kg/lexicon/rules.tsv"


MERGED = {"merge/part-of-by-name"}  # only several articles show it: tests/merge/test_cascade.py
RARE = {"extract.project/known", "relate.containment/ground"}  # fire in real news alone


def test_rules_without_an_example_fire_in_articles() -> None:
    silent = {rule.id for rule in RULES.values() if not rule.example} - fired_in_articles()
    assert silent <= MERGED | RARE
