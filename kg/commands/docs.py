"""``kg docs``: write the page that explains every term of the ontology."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import OutputError

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("docs", help="write the page that explains the terms of the graph")
    parser.add_argument(
        "-o", "--output", default="ontology.html", metavar="FILE", help="where (ontology.html); - prints"
    )
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Write it; the status."""
    from kg.terms_page import terms_page

    page = terms_page()
    if args.output == "-":
        sys.stdout.write(page)
        return 0
    try:
        Path(args.output).write_text(page, encoding="utf-8", newline="\n")
    except OSError as error:
        cause = f"the page cannot be written: {error.strerror or error}"
        raise OutputError(args.output, cause, "Give another file with -o") from error
    return 0
