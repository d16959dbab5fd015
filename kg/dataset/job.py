"""What every step of one build has to know, wherever it runs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import UsageError
from kg.lexicon import Lexicon, standard
from kg.pipeline.extractors import Installed
from kg.pipeline.reading_cache import fingerprint

if TYPE_CHECKING:
    from kg.dataset.storage import Storage
    from kg.ingest.read import Options
    from kg.pipeline.extractors import Extractor

_HOUSE = Path(__file__).parent.parent
_WRITERS = ("msgspec", "pyarrow")


@dataclass(frozen=True, slots=True)
class Job:
    """All that the making of a dataset depends on besides its sources: options, lexicon, extractors, folders.

    ``own``: a lexicon of the user's, None for the one that comes with the program. ``text``: whether the words of the
    articles are written. ``out``: where the dataset is written; ``readings``: where readings are kept; ``work``: where
    each step leaves the rest of what the next one takes. ``folder``: where relative names of sources start.
    ``program``: the hash of the program that must do the work. ``extractors``: those of other packages, each with what
    told its answers from others when the build began.
    """

    options: Options
    home: tuple[str, ...]
    own: Lexicon | None
    base: str
    text: bool
    out: Storage
    readings: Storage
    work: Storage
    folder: str
    program: str
    extractors: tuple[tuple[Extractor, str], ...] = ()

    @property
    def lexicon(self) -> Lexicon:
        """The lexicon, as it lies where this process runs."""
        return self.own or standard()

    def check(self) -> None:
        """Raises ``UsageError`` where this process runs another version than the one that asks, or has no extractor."""
        if program() != self.program:
            cause = "a worker runs another version of Zhengtu, or of a package of it, than the one that asks"
            raise UsageError("--engine", cause, "Install the same versions on all machines")
        for one, told in self.extractors:
            if isinstance(one, Installed) and one.identity != told:
                cause = "a worker has another version of its package than the process that asks"
                raise UsageError(f"--extractor {one.name}", cause, "Install the same versions on all machines")


@cache
def program() -> str:
    """The hash of all of the program and of what it reads and writes with.

    Raises ``UsageError`` where a package is missing without which no dataset can be written.
    """
    digest = hashlib.sha256(reader().encode())
    for path in sorted(_HOUSE.rglob("*.py")):
        digest.update(f"{path.relative_to(_HOUSE).as_posix()}\n".encode() + path.read_bytes())
    for name in _WRITERS:
        try:
            digest.update(f"{name} {metadata.version(name)}\n".encode())
        except metadata.PackageNotFoundError as error:
            cause = f"the package {name} is needed to write a dataset"
            raise UsageError("--engine", cause, "pip install 'zhengtu[cluster]'") from error
    return digest.hexdigest()


@cache
def reader() -> str:
    """The hash of what has a part in reading."""
    return fingerprint()
