"""What makes a dataset of its parts: the ``manifest.json`` that names them, written last."""

from __future__ import annotations

import json
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from string import hexdigits
from typing import TYPE_CHECKING

from kg.dataset.storage import Local
from kg.errors import OutputError, UsageError
from kg.export.lock import held
from kg.export.markup import utf8
from kg.model import Skipped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from kg.dataset.storage import Storage

MANIFEST = "manifest.json"
FOLDERS = ("quads", "nodes", "edges", "articles")
_STEMS = ("articles-", "things-", "closing-")
_FORM = "zhengtu dataset 1"


@dataclass(frozen=True, slots=True)
class Dataset:
    """What was written: counts by kind of fact, entities by kind, the files, and what was skipped."""

    counts: dict[str, int]
    kinds: dict[str, int]
    files: tuple[str, ...]
    skipped: tuple[Skipped, ...]


@contextmanager
def settled(out: Storage, sources: Sequence[str]) -> Iterator[None]:
    """Hold a place that may be written to: no ordinary build, no source and no other build is in it.

    Of addresses nobody can tell whether another machine writes there. Raises ``UsageError`` and ``OutputError``.
    """
    if out.size("graph.ttl") >= 0:
        raise UsageError(out.root, "an ordinary build is in this folder", "Give another folder with -o")
    if not isinstance(out, Local):
        yield
        return
    ours = [Path(out.root, folder).resolve() for folder in FOLDERS]
    for name in sources:
        if any(folder in Path(name).resolve().parents for folder in ours):
            cause = "the output would stand beside what is to be read"
            raise UsageError(name, cause, "Give another folder with -o, outside of the inputs")
    try:
        Path(out.root, ".kg").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        cause = f"the folder cannot be made: {error.strerror or error}"
        raise OutputError(out.root, cause, "Give another folder with -o") from error
    with held(Path(out.root, ".kg", "lock")):
        yield


def publish(out: Storage, made: Dataset, base: str) -> None:
    """Make the parts of a build the dataset. Parts that it does not name disappear; files of others stay."""
    manifest = {
        "format": _FORM,
        "base": base,
        "counts": dict(sorted(made.counts.items())),
        "entities": made.kinds,
        "files": made.files,
        "skipped": [{"source": s.source, "cause": s.cause, "cure": s.cure} for s in made.skipped],
    }
    before = {name for folder in FOLDERS for name in out.names(folder) if _is_ours(name)} - set(made.files)
    out.put(MANIFEST, utf8(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"))
    for name in sorted(before):
        out.drop(name)


def _is_ours(name: str) -> bool:
    """Whether a file of one of our folders has a name as we give them, or that of a draft of one.

    >>> [_is_ours(n) for n in ("quads/things-00001-a0b1c2d3e5f78899.nq.gz", "articles/001.txt", "nodes/closing-x.csv")]
    [True, False, False]
    """
    stem, _, rest = name.rpartition("/")[2].partition(".")
    digest = stem.rpartition("-")[2]
    kind = rest.startswith(("nq.gz", "parquet"))
    return stem.startswith(_STEMS) and kind and len(digest) == 16 and set(digest) <= set(hexdigits)
