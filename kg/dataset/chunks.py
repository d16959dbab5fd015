"""Sources cut into chunks, each the work of one process for some seconds.

Where a chunk ends depends on the name of its last file, not on how many came before: a new article among a million
changes the chunk that it is in, and the readings of all others can be taken again.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from zlib import crc32

from kg.ingest.formats.registry import holds_many

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BYTES = 2_000_000
"""About as many bytes as a chunk has; Chinese takes three a character."""
_SMALL = 4_000
"""What a smaller file counts for: its article takes room all the same."""
_ENDS = 64
"""One file in as many may be the last of its chunk, once the chunk is half as big as it should be."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """Some sources, or of one big source every ``of``-th text from the one numbered ``piece`` on."""

    sources: tuple[str, ...]
    piece: int = 0
    of: int = 1


def chunks(sources: Iterable[tuple[str, int]], size: int = _BYTES) -> Iterator[Chunk]:
    """The chunks of sources that come with their sizes, in their order; a corpus or an archive stands alone.

    >>> [chunk.of for chunk in chunks([("a.txt", 10), ("b.txt", 10), ("news.csv", 70)], size=25_000)]
    [1, 1]
    """
    open_: list[str] = []
    held = 0
    for name, length in sources:
        if holds_many(b"", name):
            if open_:
                yield Chunk(tuple(open_))
                open_, held = [], 0
            of = max(1, -(-length // size))
            yield from (Chunk((name,), piece, of) for piece in range(of))
            continue
        open_.append(name)
        held += max(length, _SMALL)
        if held >= 2 * size or (held >= size // 2 and crc32(name.encode("utf-8", "replace")) % _ENDS == 0):
            yield Chunk(tuple(open_))
            open_, held = [], 0
    if open_:
        yield Chunk(tuple(open_))
