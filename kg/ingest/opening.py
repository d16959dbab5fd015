"""The texts of a file: plain formats are read here, containers by a process of their own (``kg.ingest.contained``)."""

from __future__ import annotations

import sys
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from kg.ingest.formats.part import missing
from kg.ingest.formats.registry import CORPORA, PACKAGES, form_of, is_archive, opened

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kg.ingest.formats.part import Options, Part
    from kg.lexicon import Lexicon
    from kg.model import Skipped


def parts(data: bytes, source: str, options: Options, lexicon: Lexicon) -> Iterator[Part | Skipped]:
    """Every text of a file. Raises ``InputError`` where the file as a whole cannot be read."""
    archive = is_archive(data, source)
    form = form_of(data, source)
    if not archive and form not in PACKAGES:
        yield from (part for part in opened(data, source, options, lexicon) if not isinstance(part, tuple))
        return
    for module, package in () if archive else PACKAGES[form]:
        if not _installed(module):
            raise missing(source, package, form)
    from kg.ingest.contained import process

    if archive or form in CORPORA:
        yield from process.parts(data, source, options, lexicon, members=archive)
    else:  # the process is free again before the text is read
        yield from list(process.parts(data, source, options, lexicon, members=False))


def dismiss() -> None:
    """End the processes that wait for containers, where any was begun."""
    begun = sys.modules.get("kg.ingest.contained.process")  # which is not loaded where there are no containers
    if begun is not None:
        begun.dismiss()


def _installed(module: str) -> bool:
    top = module.partition(".")[0]
    return sys.modules[top] is not None if top in sys.modules else _found(top)


@cache
def _found(package: str) -> bool:
    return find_spec(package) is not None
