"""``kg build``: read files and folders, write the graph."""

from __future__ import annotations

import json
import os
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.commands.console import arguments
from kg.commands.console.progress import progress
from kg.commands.console.summary import summary
from kg.commands.console.terminal import Terminal
from kg.errors import OutputError, UsageError
from kg.formats import EXTRA, asked
from kg.pipeline import AUTO
from kg.pipeline.garbage import seldom
from kg.vocab import BASE

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Mapping

    from kg.lexicon import Lexicon
    from kg.model import Graph

    Publish = Callable[[Mapping[str, bytes]], None]

SEEDS = "seeds"


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Its words."""
    parser = commands.add_parser(
        "build",
        help="read texts and write their knowledge graph",
        epilog="Status: 0 built, 1 nothing could be built (or --strict and something was skipped), 2 wrong usage.",
    )
    parser.add_argument("inputs", nargs="*", metavar="INPUT", help="files and folders, - for standard input (seeds/)")
    parser.add_argument("-o", "--output", default="output", metavar="FOLDER", help="where to write (output)")
    parser.add_argument("--to", action="append", default=[], metavar="FORMAT", help=f"also write {', '.join(EXTRA)}")
    parser.add_argument("--base", default=BASE, metavar="IRI", help="base IRI of the data")
    parser.add_argument("--home", metavar="PLACE", help="the place that the texts speak from, where they do not say")
    parser.add_argument(
        "--replace", action="store_true", help="read broken bytes as U+FFFD instead of skipping the file"
    )
    parser.add_argument("--ledger", metavar="FILE", help="decisions on identity to apply (ledger.toml, if it is there)")
    parser.add_argument(
        "--no-text", action="store_true", help="leave the words of the articles and of quotations out of every file"
    )
    several = "read with N processes, 0: all cores, auto: all cores where there are some dozens of texts (auto)"
    parser.add_argument("--jobs", type=number, default=AUTO, metavar="N", help=several)
    parser.add_argument("--cache", metavar="FOLDER", help="keep readings there, and read only what has changed")
    parser.add_argument(
        "--engine",
        metavar="ENGINE",
        help="write a dataset in parts, for more articles than memory holds: local, dask://HOST:PORT or tls://HOST:PORT",
    )
    parser.add_argument("--geo", metavar="FILE", help="GeoJSON keyed by GB/T 2260 for the map of the view (tiles)")
    parser.add_argument("--strict", action="store_true", help="fail, and write nothing, when an input is skipped")
    arguments.extracting(parser)
    arguments.described(parser)
    arguments.corpus(parser)
    arguments.quiet(parser)
    parser.set_defaults(run=run)


def number(text: str) -> int:
    """A number of processes, or ``auto``. Raises ``ValueError`` for other words, which the parser tells."""
    if text.isdigit():
        return int(text)
    if text != "auto":
        raise ValueError(text)
    return AUTO


def run(args: argparse.Namespace) -> int:
    """Build, write, tell; the status."""
    from kg.lexicon.overlay import lexicon_of

    if args.engine and args.geo:
        raise UsageError("--geo", "a dataset has no view", "Leave out --engine, or --geo")
    if args.engine:
        from kg.commands.dataset import run as in_parts

        with lexicon_of(args.lexicon) as lexicon:
            return in_parts(args, args.inputs or _seeds(), arguments.options(args), lexicon)
    with seldom(), lexicon_of(args.lexicon) as lexicon:
        return _run(args, lexicon)


def _run(args: argparse.Namespace, lexicon: Lexicon | None) -> int:
    from kg.export.rdf.terms import check_base
    from kg.export.safe import reserved

    terminal = Terminal(args.log_format == "json", args.quiet)
    formats = asked(args.to, EXTRA)
    inputs = args.inputs or _seeds()
    check_base(args.base)
    _writable(Path(args.output))
    with reserved(args.output) as publish:
        return _built(args, lexicon, (inputs, formats), terminal, publish)


def _built(
    args: argparse.Namespace,
    lexicon: Lexicon | None,
    named: tuple[list[str], tuple[str, ...]],
    terminal: Terminal,
    publish: Publish,
) -> int:
    """The build itself, once its folder is its own."""
    from kg.export.redact import without_text
    from kg.formats import deposit, extra
    from kg.pipeline.build import build
    from kg.pipeline.outputs import outputs
    from kg.pipeline.parallel import processes

    geo = _geo(args.geo)
    inputs, formats = named
    told = deposit(args.describe, _ledger(args.ledger))
    with progress(terminal, inputs, arguments.options(args)) as shown:
        graph = build(
            inputs,
            options=arguments.options(args),
            home=args.home,
            lexicon=lexicon,
            extractors=arguments.extractors(args),
            ledger=_ledger(args.ledger),
            progress=shown,
            jobs=args.jobs,
            cache=args.cache,
        )
    for skip in graph.skipped:
        terminal.skipped(skip.source, skip.cause, skip.cure)
    if _fails(graph, args.strict, terminal):
        return 1
    if args.no_text:
        graph = without_text(graph)
    several = processes(args.jobs, len(graph.articles))
    files = {**outputs(graph, args.base, several, geo), **extra(graph, formats, args.base, told)}
    publish(files)
    _tell(graph, args.output, files, terminal)
    return 0


def _geo(path: str | None) -> dict[str, Any] | None:
    from kg.export.view.geo import read_geo

    return read_geo(path) if path else None


def _seeds() -> list[str]:
    if not Path(SEEDS).is_dir():
        cause = f"no input is named, and there is no folder {SEEDS}/ here"
        raise UsageError("kg build", cause, "Name files or folders, or - for standard input")
    return [SEEDS]


def _ledger(named: str | None) -> Path | None:
    """The ledger that is named, or the usual one where it exists."""
    usual = Path("ledger.toml")
    return Path(named) if named else usual if usual.is_file() else None


def _writable(folder: Path) -> None:
    """Refuse at once what could not be written in the end."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    if not there.is_dir():
        raise OutputError(str(there), "this is a file, not a folder", "Give the path of a folder with -o")
    if not os.access(there, os.W_OK):
        cure = "Change the rights of the folder, or give another one with -o"
        raise OutputError(str(there), "the folder cannot be written", cure)


def _fails(graph: Graph, strict: bool, terminal: Terminal) -> bool:
    if not graph.articles:
        terminal.note("Nothing could be built: no input could be read. The earlier output is left as it was.")
        return True
    if strict and graph.skipped:
        terminal.note(f"Nothing was written: --strict, and {len(graph.skipped)} inputs were skipped.")
        return True
    return False


def _tell(graph: Graph, folder: str, files: dict[str, bytes], terminal: Terminal) -> None:
    from kg.export.report import counts

    found = counts(graph)
    kinds = Counter(entity.kind.value for entity in graph.entities)
    lines = (
        *summary(found, kinds),
        f"Wrote {_listed(files)} into {folder}/",
        f"See it: kg view {folder}    Ask it: kg query {folder} --list",
    )
    pairs = len(json.loads(files["review.json"]))
    asked = (
        f"\nWhat may be one thing, or two ({pairs} question{'s' * (pairs > 1)}): kg review {folder}" if pairs else ""
    )
    told = {"kinds": dict(sorted(kinds.items())), "folder": folder, "files": sorted(files), "questions": pairs}
    terminal.note("\n".join(lines) + asked, **found, **told)


def _listed(files: Iterable[str]) -> str:
    """The names, those in a folder as one: graph.ttl, texts/ (25 files)."""
    folders = Counter(name.split("/", 1)[0] for name in files if "/" in name)
    told = [f"{name}/ ({number} file{'s' * (number > 1)})" for name, number in folders.items()]
    return ", ".join(sorted([*(name for name in files if "/" not in name), *told]))
