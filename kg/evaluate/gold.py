"""A gold file (for its form see those in ``tests/passages/``) to facts."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from kg.errors import UsageError
from kg.evaluate.facts import Facts, Holding, Link, Named, Number, Saying
from kg.evaluate.names import normal


def from_gold(path: str | Path) -> tuple[str, Facts]:
    """The article's id and its facts. Raises ``UsageError`` where the file is no gold file."""
    try:
        gold = json.loads(Path(path).read_text(encoding="utf-8-sig"))
        return str(gold["doc"]), _facts(gold)
    except OSError as error:
        cause = f"the gold file cannot be read: {error.strerror or error}"
        raise UsageError(str(path), cause, "Check the path, or give files named *.gold.json") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        cause = f"this is no gold file: {type(error).__name__} {error}"
        raise UsageError(str(path), cause, "Write it in the form of the example in tests/passages/") from error


def _facts(gold: dict[str, Any]) -> Facts:
    return Facts(
        entities={row["id"]: _entity(row) for row in gold["entities"]},
        links=[Link(r["p"], r["s"], r["o"], _free(r)) for r in gold["relations"]],
        holdings=[
            Holding(r["person"], frozenset(map(normal, r["title"])), r.get("of") or "", _free(r)) for r in gold["posts"]
        ],
        numbers=[_number(row) for row in gold["observations"]],
        sayings=[Saying(r["speaker"], normal(r["starts"]), _free(r)) for r in gold["statements"]],
        date=gold["article"].get("date") or "",
    )


def _entity(row: dict[str, Any]) -> Named:
    names = frozenset(map(normal, [row["name"], *row.get("aliases", [])]))
    return Named(row["id"], frozenset({row["type"], *row.get("types_ok", [])}), normal(row["name"]), names, _free(row))


def _number(row: dict[str, Any]) -> Number:
    wordings = tuple(row.get("indicators") or [row["indicator"]])
    return Number(wordings, float(row["value"]), row["unit"], _free(row))


def _free(row: dict[str, Any]) -> bool:
    return bool(row.get("optional"))
