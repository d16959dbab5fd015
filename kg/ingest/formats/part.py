"""What a format hands on: one text with what its container says of it, and how to read containers."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from kg.errors import InputError

UNPACKED: Final = 4_000_000
"""Bytes that packed data may unpack to however small they are: pages of one form are packed a hundred times smaller."""
SECONDS: Final = 20
_SURROGATES: Final = dict.fromkeys(range(0xD800, 0xE000), "\ufffd")


@dataclass(frozen=True, slots=True)
class Part:
    """One text of a file. ``name`` is what its id is made of, ``source`` where it stands (``corpus.csv#3``).

    ``said`` is what the container says of it: ``title``, ``date``, ``publisher``; ``firm`` where the user mapped the
    columns, so that it outranks the text's own masthead. ``data`` are the bytes that its hash is taken of.
    ``extracted``: the bytes are not the text itself.
    """

    text: str
    name: str
    source: str
    data: bytes
    encoding: str = "utf-8"
    said: dict[str, str] = field(default_factory=dict)
    firm: bool = False
    extracted: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """Which column of a corpus holds what; an empty name is looked for among the usual ones."""

    text: str = ""
    id: str = ""
    date: str = ""
    title: str = ""
    source: str = ""

    def named(self) -> dict[str, str]:
        """The names by what they hold."""
        return {key: getattr(self, key) for key in ("text", "id", "date", "title", "source")}


@dataclass(frozen=True, slots=True)
class Options:
    """How files are read: what to do with broken bytes, and which columns of a corpus hold what.

    ``replace``: put U+FFFD for bytes that fit no encoding instead of refusing the file. ``columns``: of corpora.
    ``most_bytes`` bounds a file, and with ``most_files`` what an archive may unpack to; ``most_characters`` bounds one
    article (a thick book has a million), ``most_rows`` a corpus. ``most_ratio`` bounds what packed data (archives,
    Word, Parquet) unpack to: so many bytes for each of theirs, above ``UNPACKED``. ``seconds`` of processor time bound
    the parser of a container and the reading of an article, both more the longer it is; ``memory`` (bytes) the parser.
    """

    replace: bool = False
    columns: Columns = Columns()
    most_bytes: int = 1 << 30
    most_files: int = 100_000
    most_characters: int = 2_000_000
    most_rows: int = 5_000_000
    most_ratio: int = 100
    seconds: int = SECONDS
    memory: int = 384 * 1024 * 1024

    def unpacked(self, size: int) -> int:
        """The bytes that so many packed bytes may unpack to."""
        return min(self.most_bytes, UNPACKED + self.most_ratio * size)


def missing(source: str, package: str, extra: str) -> InputError:
    """The error for a format whose package is not installed."""
    return InputError(source, f"the package {package} is needed to read this format", f"pip install 'zhengtu[{extra}]'")


def bounded(data: bytes, source: str, options: Options) -> None:
    """Raises ``InputError`` for bytes that hold more characters than an article may have, whatever their encoding."""
    if len(data) > 4 * options.most_characters + 4:
        raise too_long(source, f"more than {options.most_characters}", options)


def too_long(source: str, length: object, options: Options) -> InputError:
    """The error for an article that would take too much time and memory."""
    cause = f"the text has {length} characters, and an article may have {options.most_characters}"
    return InputError(source, cause, "Cut it into articles and give those")


def writable(text: str) -> str:
    """A text without lone surrogates, which names of files can hold and which cannot be written anywhere."""
    return text.translate(_SURROGATES) if any("\ud800" <= char <= "\udfff" for char in set(text)) else text
