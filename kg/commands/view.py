"""``kg view``: open the picture of a graph in the browser. It is one file and needs no server and no network."""

from __future__ import annotations

import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("view", help="open the interactive view in the browser")
    parser.add_argument("place", nargs="?", default="output", help="the output folder, or its graph.html (output)")
    parser.add_argument("--print", action="store_true", dest="only_print", help="only print its address")
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Open it and print its address; its status."""
    path = Path(args.place)
    page = path / "graph.html" if path.is_dir() else path
    if not page.is_file() or page.suffix.lower() not in {".html", ".htm"}:
        raise UsageError(str(page), "there is no view here", "Make it with: kg build -o output")
    address = page.resolve().as_uri() if args.only_print else page.absolute().as_uri()
    if not args.only_print and not webbrowser.open(address):
        print("No browser could be started; open this address yourself:")
    print(address)
    return 0
