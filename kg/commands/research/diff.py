"""``kg diff``: what came, went and changed from one graph to another; its status is that of ``diff``."""

from __future__ import annotations

import dataclasses
import json
from collections import Counter
from typing import TYPE_CHECKING, Final

from kg.commands.console import arguments
from kg.commands.console.sources import opened
from kg.commands.console.terminal import Terminal, harmless

if TYPE_CHECKING:
    import argparse

    from kg.tables.difference import Change

_SIGNS: Final = {"came": "+", "went": "-", "changed": "~"}


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser(
        "diff",
        help="what came, went and changed between two graphs",
        epilog="Status: 0 the graphs say the same, 1 they differ, 2 wrong usage.",
    )
    parser.add_argument("a", help="the earlier: a graph or dataset that was built, or texts")
    parser.add_argument("b", help="the later")
    parser.add_argument("--layer", action="append", default=[], metavar="LAYER", help="only entity, relation, post …")
    arguments.form(parser)
    arguments.corpus(parser)
    arguments.quiet(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print; 0 for the same, 1 for a difference."""
    from kg.errors import UsageError
    from kg.tables.difference import LAYERS, difference

    for layer in args.layer:
        if layer not in LAYERS:
            raise UsageError(f"--layer {layer}", "there is no such layer", f"Name some of: {', '.join(LAYERS)}")
    found = difference(opened(args.a, args), opened(args.b, args))
    shown = [change for change in found if not args.layer or change.layer in args.layer]
    if args.format == "json":
        rows = [json.dumps(dataclasses.asdict(change), ensure_ascii=False) for change in shown]
        print("[\n" + ",\n".join(rows) + "\n]" if rows else "[]")
    elif not args.quiet:
        for change in shown:
            print(harmless(line(change)))
    counts = Counter(change.change for change in shown)
    told = ", ".join(f"{counts[how]} {how}" for how in _SIGNS)
    Terminal(args.log_format == "json", args.quiet).note(f"{args.a} → {args.b}: {told}.", **counts)
    return 1 if shown else 0


def line(change: Change) -> str:
    """A change on one line."""
    fact = " ".join(" ".join(part.split()) for part in change.fact if part)
    told = {"came": change.after, "went": change.before}.get(change.change)
    if told is not None:
        return f"{_SIGNS[change.change]} {change.layer} {fact}{_values(told)}"
    went, came = (set(change.before) - set(change.after), set(change.after) - set(change.before))
    if len(change.before) == len(change.after) and change.layer in {"entity", "article"}:
        pairs = [(a, b) for a, b in zip(change.before, change.after, strict=True) if a != b]
        return f"~ {change.layer} {fact}: " + "; ".join(f"{a or '—'} → {b or '—'}" for a, b in pairs)
    return (
        f"~ {change.layer} {fact}:"
        + "".join(f" -{{{value}}}" for value in sorted(went))
        + "".join(f" +{{{value}}}" for value in sorted(came))
    )


def _values(told: tuple[str, ...]) -> str:
    kept = [" ".join(value.split()) for value in told if value]
    return f": {'; '.join(kept)}" if kept else ""
