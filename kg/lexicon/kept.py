"""What an earlier start has made of patterns, kept beside the lexicon so that this one need not make it again.

The file stands where Python puts what it makes of source files, and is as optional: where the folder cannot be written,
nothing is kept, and where the file is missing, damaged, of another Python or of other code, everything is made anew.
An entry stands under the whole of what it was made from, so that it can never be out of date. The file is believed only
under the user's seal (``kg.seal``), for the engine of regular expressions does not check all of the programs that it is
handed: some that were altered end the interpreter.
"""

from __future__ import annotations

import hashlib
import os
import sys
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from threading import get_ident

from kg.seal import sealed, unsealed

_FILE = Path(__file__).parent / "__pycache__" / f"patterns.{sys.implementation.cache_tag}.msgpack"
_CODE = ("alternation", "hints", "kept", "patterns", "regex")
_NAME = "patterns"
_MOST = 8_000_000
"""Bytes, six times what the program's own take: what was made of old or foreign data is not kept for ever."""


@dataclass(frozen=True, slots=True)
class Program:
    """A regular expression as the engine runs it."""

    flags: int
    groups: int
    names: dict[str, int]
    code: bytes


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern of a file, its words put in, before it is compiled."""

    name: str
    source: str
    confidence: float
    yes: tuple[str, ...]
    no: tuple[str, ...]
    anchor: str = ""
    need: str = ""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """``maker``: the Python and the code that made it. ``rules`` stand under the whole text of their file, the rest
    under flags and source of a regular expression: ``programs``; ``groups`` of words, of each of which every match
    holds one; ``opens``: whether it matches at the start of a text only.
    """

    maker: str
    rules: dict[str, tuple[Rule, ...]] = field(default_factory=dict)
    programs: dict[str, Program] = field(default_factory=dict)
    groups: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    opens: dict[str, bool] = field(default_factory=dict)

    @property
    def size(self) -> int:
        """How many entries there are."""
        return len(self.rules) + len(self.programs) + len(self.groups) + len(self.opens)


def kept() -> Kept:
    """What is kept; whoever makes something new adds it."""
    return _loaded()[0]


@cache
def _loaded() -> tuple[Kept, int]:
    """What is kept, and how much it was when this process began."""
    found = read(_FILE) or Kept(maker())
    return found, found.size


def keep() -> None:
    """Write what is kept, where something new was made and the folder may be written."""
    found, known = _loaded()
    if found.maker and found.size > known:
        write(found, _FILE)


def write(made: Kept, path: Path) -> None:
    """Write a file at once or not at all; where that cannot be, nothing is said, for nothing is lost.

    Where it would be too large, or there is no key to seal it, the old one goes, so that the next start begins anew.
    """
    import msgspec

    draft = path.with_suffix(f".{os.getpid()}-{get_ident()}")
    data = sealed(msgspec.msgpack.encode(made), _NAME)
    with suppress(OSError):
        if data is None or len(data) > _MOST:
            path.unlink(missing_ok=True)
            return
        try:
            path.parent.mkdir(exist_ok=True)
            draft.write_bytes(data)
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)


def read(path: Path) -> Kept | None:
    """What stands in a file; None where there is none, or none that is whole and of this Python."""
    import msgspec

    try:
        found = unsealed(path.read_bytes(), _NAME)
        if found is None:
            return None
        made = msgspec.msgpack.decode(found, type=Kept)
    except (OSError, msgspec.MsgspecError, ValueError):  # the last: a text that is no UTF-8
        return None
    return made if made.maker and made.maker == maker() else None


@cache
def maker() -> str:
    """The hash of the Python that runs and of the code of this room that makes what is kept; "" where it is not there
    to be read, and nothing can be kept.
    """
    digest = hashlib.sha256(sys.version.encode())
    try:
        for name in _CODE:
            digest.update(hashlib.sha256(Path(__file__).with_name(f"{name}.py").read_bytes()).digest())
    except OSError:
        return ""
    return digest.hexdigest()
