"""``kg query``: ask a written graph by SPARQL, or by the name of a shipped query."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands.console.terminal import console, harmless
from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse

    from kg.query import Answer


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("query", help="ask a graph by SPARQL, or by the name of a shipped query")
    parser.add_argument("graph", nargs="?", help="graph.ttl, another RDF file, or the output folder")
    parser.add_argument("query", nargs="?", help="SPARQL, or the name of a shipped query (see --list)")
    parser.add_argument("-f", "--file", metavar="FILE", help="read the query from a file (- is standard input)")
    parser.add_argument("-p", "--param", action="append", default=[], metavar="NAME=VALUE", help="set a parameter")
    parser.add_argument("--format", choices=("table", "csv", "json"), default="table", help="how to print (table)")
    parser.add_argument("--list", action="store_true", help="list the shipped queries with their parameters")
    parser.add_argument("--show", metavar="NAME", help="print the SPARQL of a shipped query")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the answer; its status."""
    from kg.query import ask, find, open_graph

    if args.list:
        return _list()
    if args.show:
        print(find(args.show).text, end="")
        return 0
    if not args.graph:
        raise UsageError("kg query", "no graph is named", "Give the graph.ttl that `kg build` wrote, or --list")
    query, source = _query(args)
    _print(ask(open_graph(args.graph), query, source), args.format)
    return 0


def _query(args: argparse.Namespace) -> tuple[str, str]:
    """The SPARQL text with its parameters set, and what to call it in errors."""
    values = dict(_pair(pair) for pair in args.param)
    if args.file:
        text, source = _read(args.file), args.file
    elif not args.query:
        raise UsageError("kg query", "no query is given", "Give SPARQL, -f FILE, or a name of: kg query --list")
    elif any(char in args.query for char in "{} \n"):
        text, source = args.query, "the query"
    else:
        from kg.query import find

        return find(args.query).with_values(values), f"the query {args.query}"
    if values:
        raise UsageError("--param", "only shipped queries take parameters", "Write the value into the query")
    return text, source


def _pair(pair: str) -> tuple[str, str]:
    name, equals, value = pair.partition("=")
    if not equals or not name:
        raise UsageError(f"--param {pair}", "a parameter is a name and a value", "Write --param name=value")
    return name, value


def _read(file: str) -> str:
    try:
        return sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        cause = f"the query file cannot be read: {getattr(error, 'strerror', None) or error}"
        raise UsageError(file, cause, "Give a text file in UTF-8 that holds one SPARQL query") from error


def _print(answer: Answer, form: str) -> None:
    from kg.query.formats import as_csv, as_json

    if form == "json":
        sys.stdout.write(as_json(answer))
    elif form == "csv":
        sys.stdout.write(as_csv(answer))
    elif answer.turtle is not None:
        sys.stdout.write(harmless(answer.turtle))
    elif answer.truth is not None:
        print("yes" if answer.truth else "no")
    else:
        _table(answer)


def _table(answer: Answer) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for number, column in enumerate(answer.columns):
        numeric = all(isinstance(row[number], int | float | None) for row in answer.rows)
        table.add_column(column, justify="right" if numeric and answer.rows else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*("" if cell is None else harmless(str(cell)).replace("\n", " ") for cell in row))
    console().print(table)
    sys.stdout.flush()
    rows = len(answer.rows)
    print(f"{rows} row{'' if rows == 1 else 's'}{f': {answer.note}' if answer.note else ''}", file=sys.stderr)


def _list() -> int:
    from kg.query import shipped

    for query in shipped():
        print(f"{query.name}\n    {query.titles['en']}\n    {query.titles['zh']}")
        for parameter in query.parameters:
            print(
                f"    --param {parameter.name}=…  {parameter.about}{' (must be given)' if parameter.required else ''}"
            )
    return 0
