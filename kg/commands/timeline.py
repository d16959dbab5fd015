"""``kg timeline``: what a graph knows of an entity, in order of time."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from kg.commands.console import arguments
from kg.commands.console.terminal import harmless

if TYPE_CHECKING:
    import argparse


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser("timeline", help="what a graph knows of an entity, in order of time")
    arguments.graph(parser)
    arguments.entity(parser)
    arguments.form(parser)
    parser.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print it; its status."""
    from kg.explain import name_of
    from kg.query import open_graph
    from kg.timeline import timeline

    store = open_graph(args.graph)
    found = timeline(store, args.name)
    if args.format == "json":
        rows = {iri: [dataclasses.asdict(line) for line in lines] for iri, lines in found}
        print(json.dumps(rows, ensure_ascii=False, indent=1))
        return 0
    for iri, lines in found:
        print(harmless(f"{name_of(store, iri)}  {iri}"))
        for line in lines:
            sentence = " ".join(line.sentence.split())
            print(harmless(f"  {line.when or '—':<22} {line.kind:<9} {' '.join(line.text.split())}"))
            print(harmless(f"      {line.file}: {sentence}"))
    return 0
