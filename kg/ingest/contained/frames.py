"""What the two processes send each other: MessagePack of plain values with its length in front, checked when loaded."""

from __future__ import annotations

from dataclasses import dataclass
from struct import Struct
from typing import Final

from kg.ingest.formats.part import Options, Part  # noqa: TC001 (frames are checked against it at run time)
from kg.model import Skipped  # noqa: TC001

LENGTHS: Final = Struct(">QQ")
"""In front of a request: the bytes of its ``Asked`` and of the file, which follow."""
LENGTH: Final = Struct(">Q")
"""In front of each reply."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Read a file; of an archive only the members from the number ``first`` on."""

    source: str
    options: Options
    lexicon: str
    first: int = 0


@dataclass(frozen=True, slots=True)
class Reply:
    """One of: a text, a refusal, the number and name of a member of an archive that is begun, an error, the end.

    ``whole``: the bytes of the part are those of the file, or of its own text, and are not sent. ``failed``: the name
    of the error, its source, cause and cure.
    """

    part: Part | None = None
    whole: str = ""
    skipped: Skipped | None = None
    begun: tuple[int, str] | None = None
    failed: tuple[str, str, str, str] | None = None
    ended: bool = False
