"""``kg build --engine``: write a dataset in parts, by the processes of this machine or by a cluster."""

from __future__ import annotations

from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from kg.commands.console import arguments
from kg.commands.console.summary import summary
from kg.commands.console.terminal import Terminal
from kg.errors import UsageError
from kg.pipeline import AUTO

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator, Sequence

    from kg.dataset.manifest import Dataset
    from kg.ingest.formats.part import Options
    from kg.lexicon import Lexicon

    Progress = Callable[[str, int, int], None]

_WHOLE = {"to": "--to", "ledger": "--ledger", "strict": "--strict"}
"""What needs the whole graph at once, or this process."""


def run(args: argparse.Namespace, inputs: Sequence[str], options: Options, lexicon: Lexicon | None = None) -> int:
    """Write, tell; the status."""
    from kg.dataset.build import write

    terminal = Terminal(args.log_format == "json", args.quiet)
    for name, word in _WHOLE.items():
        if getattr(args, name):
            cause = "this is not done with --engine, which never has the whole graph at once"
            raise UsageError(word, cause, "Leave it out, or build without --engine")
    if Path("ledger.toml").is_file():
        terminal.note("ledger.toml is not applied: with --engine nothing has the whole graph at once.")
    if lexicon is not None and args.engine != "local":
        cause = "the workers of a cluster have no such folder"
        raise UsageError("--lexicon", cause, "Build with --engine local, or leave it out")
    if args.assist and args.engine != "local":
        cause = "the answers are kept in a file of this machine, which the workers of a cluster do not have"
        raise UsageError("--assist", cause, "Build with --engine local, or leave it out")
    if "-" in inputs:
        raise UsageError("-", "no other process can read this one's standard input", "Put the texts into a file")
    with _progress(terminal) as progress:
        made = write(
            inputs,
            args.output,
            named=args.engine,
            jobs=0 if args.jobs == AUTO else args.jobs,
            options=options,
            home=args.home,
            lexicon=lexicon,
            extractors=arguments.extractors(args),
            base=args.base,
            text=not args.no_text,
            cache=args.cache,
            progress=progress,
        )
    for skip in made.skipped:
        terminal.skipped(skip.source, skip.cause, skip.cure)
    _tell(made, args.output, terminal)
    return 0


def _tell(made: Dataset, folder: str, terminal: Terminal) -> None:
    counts = made.counts
    found = {**counts, "skipped": len(made.skipped), "entities": sum(made.kinds.values())}
    lines = (
        *summary(found, made.kinds),
        f"Wrote {len(made.files)} parts in quads/, nodes/, edges/ and articles/, and manifest.json into {folder}/",
    )
    terminal.note("\n".join(lines), **counts, kinds=made.kinds, folder=folder, skipped=len(made.skipped))


@contextmanager
def _progress(terminal: Terminal) -> Iterator[Progress | None]:
    """A bar for each step on standard error, where somebody looks."""
    if not terminal.watched:
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress as Bars

    with Bars(console=Console(stderr=True), transient=True) as bars:
        tasks = {}

        def show(step: str, done: int, of: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=of)
            bars.update(tasks[step], completed=done)

        yield show
