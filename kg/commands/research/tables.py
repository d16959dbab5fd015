"""``kg tables``: research tables of a graph, of a dataset, or straight from texts."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING, Any

from kg.commands.console import arguments
from kg.commands.console.sources import opened
from kg.commands.console.terminal import Terminal, harmless
from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    from kg.model.table import Table

_FILES = ("csv", "xlsx", "parquet", "graphml", "json")
_SHOWN = 20
_WIDE = 24


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser(
        "tables",
        help="research tables: careers, panels, ties, diffusion, documents",
        epilog="Without -o the first rows are printed. Every row knows its article and its sentence.",
    )
    parser.add_argument(
        "source", nargs="?", default="output", help="a graph or dataset that was built, or texts to read (output)"
    )
    parser.add_argument("names", nargs="*", metavar="TABLE", help="which tables, see --list (all)")
    parser.add_argument("--list", action="store_true", help="list the tables with their columns")
    parser.add_argument("--word", metavar="WORDS", help="diffusion of this word or formula (needs the texts)")
    parser.add_argument(
        "--to", action="append", default=[], metavar="FORMAT", help=f"some of {', '.join(_FILES)} (csv)"
    )
    parser.add_argument("-o", "--output", metavar="FOLDER", help="write the tables there; - prints a single one")
    parser.add_argument("--rows", type=int, default=_SHOWN, metavar="N", help=f"print so many rows, 0: all ({_SHOWN})")
    arguments.corpus(parser)
    arguments.quiet(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Make, print or write; the status."""
    from kg.formats import asked, tabled
    from kg.tables.registry import TABLES, made

    if args.list:
        return _list()
    unknown = [name for name in args.names if name not in TABLES]
    if unknown:
        raise UsageError(unknown[0], "there is no table of this name", f"Name some of: {', '.join(TABLES)}")
    formats = asked(args.to, _FILES) or ("csv",)
    graph = opened(args.source, args)
    if args.word is not None:
        from kg.tables.diffusion import diffusion
        from kg.tables.index import Index

        tables: Sequence[Table] = (diffusion(Index(graph), args.word),)
    else:
        tables = made(graph, args.names)
    if args.output and args.output != "-":
        return _write(args, tabled(tables, formats))
    if args.output == "-":
        return _print_file(tabled(tables, formats))
    for table in tables:
        _show(table, args.rows)
    return 0


def _write(args: argparse.Namespace, files: dict[str, bytes]) -> int:
    from kg.commands.export import other_folder
    from kg.export.safe import publish

    other_folder(args.source, args.output)
    publish(args.output, files)
    Terminal(args.log_format == "json", args.quiet).note(
        f"Wrote {', '.join(sorted(files))} into {args.output}/", folder=args.output, files=sorted(files)
    )
    return 0


def _print_file(files: dict[str, bytes]) -> int:
    if len(files) > 1:
        raise UsageError("-o -", f"there are {len(files)} files to print", "Name one table, and one format")
    sys.stdout.buffer.writelines(files.values())
    sys.stdout.flush()
    return 0


def _show(table: Table, rows: int) -> None:
    shown = table.rows[: rows or None]
    used = [at for at, _ in enumerate(table.columns) if any(row[at] not in (None, "", 0) for row in shown)]
    print(f"{table.name}: {len(table.rows)} rows. {table.about}")
    for row in shown:
        cells = (f"{table.columns[at].name}={_short(row[at])}" for at in used if row[at] is not None)
        print(harmless("  " + "  ".join(cells)))
    if len(shown) < len(table.rows):
        print(f"  … {len(table.rows) - len(shown)} more (--rows 0, or -o FOLDER)")


def _short(value: Any) -> str:
    text = str(value)
    return text if len(text) <= _WIDE else f"{text[: _WIDE - 1]}…"


def _list() -> int:
    from kg.model import Graph
    from kg.tables.registry import made

    for table in made(Graph()):
        print(f"{table.name}\n    {table.about}\n    {table.chinese}")
        for column in table.columns:
            codes = f" [{json.dumps(dict(column.codes), ensure_ascii=False)[1:-1]}]" if column.codes else ""
            print(f"      {column.name} ({column.type}): {column.about} {column.chinese}{codes}")
    return 0
