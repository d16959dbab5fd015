"""The bar that shows how far a build is: articles done of all, how many a second, and how long it will take."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kg.commands.console.terminal import Terminal, harmless

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from kg.ingest.formats.part import Options

    Progress = Callable[[str], None]


@contextmanager
def progress(terminal: Terminal, inputs: list[str], options: Options) -> Iterator[Progress | None]:
    """A bar on standard error while the articles are read, where somebody looks; it is called with each source."""
    if not terminal.watched:
        yield None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from kg.ingest.count import articles

    columns = (
        *(TextColumn("reading"), BarColumn(), MofNCompleteColumn(), TextColumn("articles"), _rate()),
        *(TimeRemainingColumn(), TextColumn("{task.fields[name]}", markup=False)),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=articles(inputs, options), name="")
        yield lambda name: bar.update(task, advance=1, name=harmless(name))


def _rate() -> Any:
    from rich.progress import ProgressColumn
    from rich.text import Text

    class Rate(ProgressColumn):
        """How many articles a second, as soon as that is known."""

        def render(self, task: Any) -> Text:
            speed = task.finished_speed or task.speed
            return Text(f"{speed:.1f}/s" if speed else "")

    return Rate()
