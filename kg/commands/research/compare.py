"""``kg compare``: which themes, places, persons and figures two graphs tell of, in shares of their articles."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from kg.commands.console import arguments
from kg.commands.console.sources import opened
from kg.commands.console.terminal import harmless

if TYPE_CHECKING:
    import argparse

    from kg.model.table import Table

_SHOWN = 20


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("compare", help="what two graphs tell of more and less, in shares of their articles")
    parser.add_argument("a", help="a graph or dataset that was built, or texts")
    parser.add_argument("b", help="another")
    parser.add_argument("--format", choices=("text", "csv", "json"), default="text", help="how to print (text)")
    parser.add_argument(
        "--rows", type=int, default=_SHOWN, metavar="N", help=f"so many rows of each layer as text, 0: all ({_SHOWN})"
    )
    arguments.corpus(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print; the status."""
    from kg.formats import tabled
    from kg.tables.comparison import comparison

    table = comparison(opened(args.a, args), opened(args.b, args))
    if args.format != "text":
        sys.stdout.buffer.writelines(tabled([table], [args.format]).values())
        sys.stdout.flush()
        return 0
    for layer in ("theme", "place", "person", "organization", "figure"):
        _show(table, layer, args.rows)
    return 0


def _show(table: Table, layer: str, most: int) -> None:
    rows = [row for row in table.dicts() if row["layer"] == layer]
    print(f"{layer}: {len(rows)}")
    for row in rows[: most or None]:
        shares = f"{float(row['share_a'] or 0):7.1%} → {float(row['share_b'] or 0):6.1%}"
        print(harmless(f"  {shares}  {row['articles_a']:>4} → {row['articles_b']:<4} {row['name']}"))
