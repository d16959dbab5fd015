"""A corpus as lines, decoded while it is read: a table of a gigabyte never stands in memory as text."""

from __future__ import annotations

from codecs import getincrementaldecoder
from io import BytesIO, StringIO, TextIOWrapper
from typing import TYPE_CHECKING, Final

from kg.errors import InputError
from kg.ingest.decode import decode, likely

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

_WHOLE: Final = 4_000_000
"""Bytes up to which a file is decoded at once."""
_BLOCK: Final = 1_000_000


def lines_of(data: bytes, source: str, longest: int, *, replace: bool = False, newline: str = "") -> Iterator[str]:
    """The lines of a file with their ends, split as ``open`` does for the same ``newline``.

    Raises ``InputError`` as ``decode`` does, and for a line of more than ``longest`` characters.
    """
    opened = _opened(data, source, replace, newline)
    number = 0
    while line := opened.readline(longest + 1):
        number += 1
        if len(line) > longest:
            cause = f"line {number} has more than {longest} characters"
            raise InputError(source, cause, "Check that this is one article a line, or cut it")
        yield line


def _opened(data: bytes, source: str, replace: bool, newline: str) -> TextIO:
    """The file as ``decode`` reads it; a large one is decoded at once only if it is damaged or in a rare encoding."""
    if len(data) > _WHOLE:
        for encoding in likely(data, source):
            if _fits(data, encoding):
                return TextIOWrapper(BytesIO(data), encoding, newline=newline)
    return StringIO(decode(data, source, replace=replace).text, newline=newline)


def _fits(data: bytes, encoding: str) -> bool:
    """Whether every byte is of this encoding, and none stands for NUL."""
    decoder = getincrementaldecoder(encoding)()
    view = memoryview(data)
    try:
        for at in range(0, len(data), _BLOCK):
            if "\0" in decoder.decode(bytes(view[at : at + _BLOCK]), at + _BLOCK >= len(data)):
                return False
    except UnicodeDecodeError:
        return False
    return True
