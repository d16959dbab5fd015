"""``kg export``: a written graph in other formats."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands.console import arguments
from kg.commands.console.terminal import Terminal
from kg.errors import UsageError
from kg.formats import NAMES, asked

if TYPE_CHECKING:
    import argparse

_STDOUT = "-"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("export", help="write a finished graph in other formats")
    arguments.graph(parser)
    parser.add_argument(
        "--to", action="append", required=True, metavar="FORMAT", help=f"some of {', '.join(NAMES)}, by commas"
    )
    parser.add_argument(
        "-o", "--output", default="export", metavar="FOLDER", help="where to write (export); - prints a single file"
    )
    parser.add_argument("--ledger", metavar="FILE", help="decisions to apply first, on identity and on facts")
    arguments.described(parser)
    arguments.quiet(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Convert, write, tell; the status."""
    from kg.export.safe import publish
    from kg.formats import converted, deposit

    names = asked(args.to)
    other_folder(args.graph, args.output)
    files = converted(args.graph, names, deposit(args.describe, Path(args.ledger) if args.ledger else None))
    if args.output == _STDOUT:
        return _print(files)
    publish(args.output, files)
    Terminal(args.log_format == "json", args.quiet).note(
        f"Wrote {', '.join(sorted(files))} into {args.output}/", folder=args.output, files=sorted(files)
    )
    return 0


def other_folder(graph: str, output: str) -> None:
    """An export takes the place of what stands in its folder: that must not be the build that it is made from."""
    path = Path(graph)
    if output != _STDOUT and (path if path.is_dir() else path.parent).resolve() == Path(output).resolve():
        cause = "the graph itself lies there, and an export takes the place of what an earlier run wrote"
        raise UsageError(f"-o {output}", cause, "Give another folder with -o")


def _print(files: dict[str, bytes]) -> int:
    if len(files) > 1:
        raise UsageError("-o -", f"there are {len(files)} files to print", "Give a folder with -o, or one format")
    sys.stdout.buffer.writelines(files.values())
    sys.stdout.flush()
    return 0
