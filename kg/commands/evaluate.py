"""``kg evaluate``: score a graph against gold answers."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from kg.commands.console import arguments
from kg.commands.console.terminal import harmless

if TYPE_CHECKING:
    import argparse

    from kg.evaluate import Scores


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("evaluate", help="score a graph against gold answers (*.gold.json)")
    arguments.graph(parser)
    parser.add_argument("gold", nargs="+", metavar="GOLD", help="files of gold answers, one for each article")
    parser.add_argument("--misses", action="store_true", help="list everything missed and everything extra")
    arguments.form(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the scores; the status."""
    from kg.evaluate import evaluate, from_gold, from_graph
    from kg.query import open_graph

    gold = dict(from_gold(path) for path in args.gold)
    scores = evaluate(gold, from_graph(open_graph(args.graph)))
    print(_json(scores, args.misses) if args.format == "json" else _text(scores, args.misses))
    return 0


def _text(scores: Scores, misses: bool) -> str:
    lines = []
    if misses:
        lines = ["\t".join(harmless(part) for part in dataclasses.astuple(miss)) for miss in scores.misses]
    lines.append(f"{scores.articles} articles{'':14}    P     R     F1     n")
    for name, row in scores.rows.items():
        lines.append(f"{name:26} {row.precision:6.3f}{row.recall:6.3f}{row.f1:7.3f}{row.expected:6d}")
    return "\n".join(lines)


def _json(scores: Scores, misses: bool) -> str:
    rows = {name.strip(): dataclasses.asdict(row) for name, row in scores.rows.items()}
    listed = {"misses": [dataclasses.asdict(miss) for miss in scores.misses]} if misses else {}
    return json.dumps({"articles": scores.articles, "scores": rows, **listed}, ensure_ascii=False, indent=1)
