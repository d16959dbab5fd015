"""What every step of one build has to know, wherever it runs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.shelf import fingerprint

if TYPE_CHECKING:
    from kg.dataset.storage import Storage
    from kg.ingest.read import Options
    from kg.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Job:
    """How a dataset is made.

    ``out``: where it is written. ``readings``: where they are kept. ``work``: where
    what else one step leaves for the next lies. ``folder``: where relative
    names of sources start. ``program``: the fingerprint of the program that must do the work. ``text``: whether the
    words of the articles are written.
    """

    options: Options
    home: tuple[str, ...]
    lexicon: Lexicon
    base: str
    text: bool
    out: Storage
    readings: Storage
    work: Storage
    folder: str
    program: str

    def check(self) -> None:
        """Raises ``UsageError`` where this process runs another version of the program than the one that asks."""
        if _program() != self.program:
            cause = "a worker runs another version of Zhengtu, or of what it reads with, than the one that asks"
            raise UsageError("--engine", cause, "Install the same versions on all machines")


@cache
def _program() -> str:
    return fingerprint()
